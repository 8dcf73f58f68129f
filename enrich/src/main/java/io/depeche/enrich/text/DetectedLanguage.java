// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.List;
import java.util.Locale;

/**
 * The language of a text.
 *
 * @param tag BCP 47 tag of the language that the source says, or that most of the text is in; {@code und} where it could not
 *     be told
 * @param confidence from 0 to 1; 1 where the source says the language
 * @param passages what is in other languages, in order
 */
public record DetectedLanguage(String tag, float confidence, List<Passage> passages) {

    /** A language that could not be told. */
    public static final DetectedLanguage UNDETERMINED = new DetectedLanguage("und", 0);

    public DetectedLanguage {
        passages = List.copyOf(passages);
    }

    /** The one language of a text. */
    public DetectedLanguage(String tag, float confidence) {
        this(tag, confidence, List.of());
    }

    /** The primary language subtag, in lower case: {@code fr} of {@code fr-CA}. */
    public String primary() {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
