// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.web.HtmlText;
import io.depeche.ingest.format.web.SafeHtml;
import java.util.regex.Pattern;

/** The text of an item's HTML, as {@link HtmlText} reads it. */
final class ItemText {

    /** In HTML nothing behind a frame is text until its end tag, which those who write XHTML leave out. */
    private static final Pattern IFRAME = Pattern.compile("</?iframe\\b[^<>]*>", Pattern.CASE_INSENSITIVE);

    private ItemText() {}

    /** @throws Refused where it has more markup than any text that is meant to be read */
    static String of(String html) throws Refused {
        String readable = IFRAME.matcher(html).replaceAll(" ");
        return HtmlText.of(SafeHtml.parse(readable, "").body()).strip();
    }
}
