// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import io.depeche.enrich.text.names.tagger.Labels;
import java.util.List;

/**
 * One sentence with its names.
 *
 * @param tokens its tokens
 * @param labels the label of each: see {@link Labels}
 */
public record Sentence(List<String> tokens, byte[] labels) {

    /** How many tokens it has. */
    public int size() {
        return tokens.size();
    }
}
