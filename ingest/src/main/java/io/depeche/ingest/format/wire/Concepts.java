// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Codes of controlled vocabularies as QCodes, an alias of the scheme and a code: {@code medtop:11000000}. */
final class Concepts {

    /** IPTC's NewsCodes as Linked Data; the last part of the path is the code, the one before it the vocabulary. */
    private static final Pattern NEWSCODE =
            Pattern.compile("https?://cv\\.iptc\\.org/newscodes/(?<scheme>[\\w-]+)/(?<code>[^/\\s]+)/?");

    /** Aliases that IPTC recommends where they are not the name of the vocabulary. */
    private static final Map<String, String> ALIASES = Map.of("mediatopic", "medtop", "subjectcode", "subj");

    private Concepts() {}

    /** A concept's URI as a QCode where it is one of IPTC's, else as it is. */
    static String ofUri(String uri) {
        Matcher newsCode = NEWSCODE.matcher(uri.strip());
        if (!newsCode.matches()) {
            return uri;
        }
        String scheme = newsCode.group("scheme");
        return ALIASES.getOrDefault(scheme, scheme) + ":" + newsCode.group("code");
    }

    /** @param scheme a URI that the code completes, or an alias */
    static String of(String scheme, String code) {
        boolean open = scheme.endsWith("/") || scheme.endsWith("#") || scheme.endsWith(":");
        return ofUri(scheme + (open ? "" : scheme.contains("//") ? "/" : ":") + code);
    }

    /** An eight-digit code of IPTC: those that begin with 20 are Media Topics only, the others are Subject Codes. */
    static String ofSubjectNumber(String number) {
        return (number.startsWith("20") ? "medtop:" : "subj:") + number;
    }

    /** The code alone, in lower case: {@code canceled} of {@code stat:canceled}, of a URI, or as it stands. */
    static String code(String concept) {
        String whole = concept.strip();
        int start = Math.max(whole.lastIndexOf(':'), Math.max(whole.lastIndexOf('/'), whole.lastIndexOf('#')));
        return whole.substring(start + 1).toLowerCase(Locale.ROOT);
    }
}
