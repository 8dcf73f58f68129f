// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The encoding that a page says it has, in a meta element or an XML declaration (HTML Standard, section 13.2.3.2). */
final class HtmlCharset {

    /** How far it is looked for. */
    private static final int WINDOW = 16 * 1024;

    private static final Pattern XML =
            Pattern.compile("\\A\\s*<\\?xml[^>]{0,200}?encoding\\s{0,9}=\\s{0,9}[\"'](?<name>[\\w.:-]{1,40})");
    private static final Pattern META = Pattern.compile(
            "<meta\\s[^>]{0,500}?charset\\s{0,9}=\\s{0,9}[\"']?(?<name>[\\w.:-]{1,40})", Pattern.CASE_INSENSITIVE);

    private HtmlCharset() {}

    /** Nothing where it names none that is known here. */
    static Optional<Charset> of(byte[] content) {
        String start = new String(content, 0, Math.min(content.length, WINDOW), StandardCharsets.ISO_8859_1);
        return named(META.matcher(start)).or(() -> named(XML.matcher(start)));
    }

    private static Optional<Charset> named(Matcher matcher) {
        if (!matcher.find()) {
            return Optional.empty();
        }
        String name = matcher.group("name");
        try {
            Charset charset = Charset.forName(name);
            // Whoever can read this as ASCII reads no UTF-16.
            return Optional.of(charset.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : charset);
        } catch (IllegalArgumentException e) {
            // A name that nobody knows is no name.
            return Optional.empty();
        }
    }
}
