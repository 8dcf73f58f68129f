// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The models that Depeche comes with, each read when its language is first met. Thread-safe. */
public final class NameModels {

    private final Map<String, Optional<NameModel>> models = new ConcurrentHashMap<>();

    /**
     * The model of a language.
     *
     * @param language subtag
     * @return nothing where there is no model of it
     * @throws ModelException if it can't be read
     */
    public Optional<NameModel> of(String language) {
        return models.computeIfAbsent(language, NameModels::load);
    }

    private static Optional<NameModel> load(String language) {
        String name = language + ".names";
        try (InputStream in = NameModels.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(ModelFile.read(new BufferedInputStream(in), name));
        } catch (IOException unreadable) {
            throw new ModelException("The model " + name + " can't be read: is the jar whole?", unreadable);
        }
    }
}
