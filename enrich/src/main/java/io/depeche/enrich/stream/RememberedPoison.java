// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which analysers broke their limits on which texts, of the last few such texts. Thread-safe. */
final class RememberedPoison {

    private static final int MOST_TEXTS = 16;

    /** By text, and in that by name of the layer; the texts in the order in which they came up last. */
    private final Map<String, Map<String, AnalysisLimitException>> texts = new LinkedHashMap<>(16, 0.75f, true);

    /** Why analysers must not read a text, by name of their layer. */
    synchronized Map<String, AnalysisLimitException> of(String text) {
        // Mostly there is none, and the hash of a long text is not for nothing.
        return texts.isEmpty() ? Map.of() : Map.copyOf(texts.getOrDefault(text, Map.of()));
    }

    synchronized void add(String text, String layer, AnalysisLimitException reason) {
        texts.computeIfAbsent(text, none -> new HashMap<>()).put(layer, reason);
        if (texts.size() > MOST_TEXTS) {
            texts.remove(texts.keySet().iterator().next());
        }
    }
}
