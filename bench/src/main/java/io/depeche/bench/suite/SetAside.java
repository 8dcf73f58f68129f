// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Cases that are not counted, since what they expect is wrong for a reader of press texts: {@code set-aside.json}, each
 * with its reason.
 */
final class SetAside {

    private final Map<String, Set<String>> inputs = new HashMap<>();

    SetAside() {
        try (InputStream in = SetAside.class.getResourceAsStream("set-aside.json")) {
            for (JsonNode node : new ObjectMapper().readTree(in)) {
                inputs.computeIfAbsent(node.path("file").asText(), file -> new HashSet<>())
                        .add(node.path("input").asText());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether a case is set aside.
     *
     * @param file as {@link SuiteModel#key} names it
     */
    boolean contains(String file, SuiteCase suiteCase) {
        return inputs.getOrDefault(file, Set.of()).contains(suiteCase.input());
    }
}
