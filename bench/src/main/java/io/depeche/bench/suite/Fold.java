// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import com.ibm.icu.text.Normalizer2;
import java.util.Locale;

/** Spelling that is told apart by letters alone. */
final class Fold {

    private Fold() {}

    /** Lower case without accents, one char for each char of the text, so that offsets stay. */
    static String chars(String text) {
        Normalizer2 decompose = Normalizer2.getNFDInstance();
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i) == '\u2019' ? '\'' : text.charAt(i);
            String decomposed = decompose.normalize(Character.toString(c));
            folded.append(Character.toLowerCase(decomposed.charAt(0)));
        }
        return folded.toString();
    }

    /** Words in lower case without accents, with one space between them. */
    static String words(String text) {
        String plain = Normalizer2.getNFDInstance()
                .normalize(text)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^\\p{L}\\p{N}°'\"/]+", " ");
        return plain.strip();
    }
}
