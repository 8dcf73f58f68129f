// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Locale;

/**
 * The language of a text.
 *
 * @param tag BCP 47 tag; {@code und} where it could not be told
 * @param confidence from 0 to 1; 1 where the source says the language
 */
public record DetectedLanguage(String tag, float confidence) {

    /** A language that could not be told. */
    public static final DetectedLanguage UNDETERMINED = new DetectedLanguage("und", 0);

    /** The primary language subtag, in lower case: {@code fr} of {@code fr-CA}. */
    public String primary() {
        return Locale.forLanguageTag(tag).getLanguage();
    }
}
