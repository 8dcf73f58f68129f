// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How the words of a text are spelt elsewhere in it, which tells whether the capital of a sentence's first word means
 * anything.
 */
final class Spelling {

    private final Set<String> small = new HashSet<>();
    private final Set<String> capitalInside = new HashSet<>();

    Spelling(Tokens tokens, List<Tokens.Range> sentences) {
        for (Tokens.Range sentence : sentences) {
            for (int i = sentence.from(); i < sentence.to(); i++) {
                Token token = tokens.get(i);
                if (token.isCapitalised()) {
                    if (i > sentence.from()) {
                        capitalInside.add(token.folded());
                    }
                } else if (token.isWord()) {
                    small.add(token.folded());
                }
            }
        }
    }

    /** Whether the word has a small letter elsewhere in the text. */
    boolean isCommon(Token token) {
        return small.contains(token.folded());
    }

    /** Whether the word has a capital inside a sentence somewhere in the text. */
    boolean hasCapitalInside(Token token) {
        return capitalInside.contains(token.folded());
    }
}
