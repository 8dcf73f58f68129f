// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where and when a story was written, which some wires put into its first paragraph and some beside it. */
final class Dateline {

    /** What is in front of a place in a first paragraph: {@code (New York, NY - October 21)}. */
    private static final Pattern OPENING = Pattern.compile("^[\\s(\\[«\"“—–-]*");

    private static final Pattern PLACE = Pattern.compile("^\\p{L}[\\p{L}\\p{M}.' -]*");

    private Dateline() {}

    /** Whether a text begins with the place of that dateline, in whatever case of letters. */
    static boolean begins(String text, String dateline) {
        Matcher place = PLACE.matcher(OPENING.matcher(dateline).replaceFirst(""));
        String start = place.find() ? place.group().strip() : dateline;
        String beginning = OPENING.matcher(text.substring(0, Math.min(text.length(), start.length() + 16)))
                .replaceFirst("");
        return beginning.toLowerCase(Locale.ROOT).startsWith(start.toLowerCase(Locale.ROOT));
    }
}
