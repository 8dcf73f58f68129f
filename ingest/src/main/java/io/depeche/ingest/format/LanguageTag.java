// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/** Language tags (BCP 47) in their canonical case. */
public final class LanguageTag {

    private LanguageTag() {}

    /** The canonical form, or nothing where the tag is ill-formed. */
    public static Optional<String> canonical(String tag) {
        try {
            return Optional.of(new Locale.Builder().setLanguageTag(tag).build().toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }
}
