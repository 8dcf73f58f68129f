// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tells Markdown from plain text, which has hyphens, stars and brackets, too: by front matter, by a heading as its first
 * line, by a link, or by two different ones of what is rarer in plain text.
 */
final class MarkdownSigns {

    private static final Pattern HEADING_FIRST = Pattern.compile("\\A#{1,6}[ \\t]+\\S");
    private static final Pattern LINK = Pattern.compile(
            "\\[[^\\[\\]\\n]{1,200}]\\((?:https?://|mailto:|/|\\./|#)[^\\s()]{0,500}(?:[ \\t]+\"[^\"\\n]{0,200}\")?\\)");
    private static final Pattern JSON = Pattern.compile("\\A(?:\\{|\\[\\s{0,99}[\\[{\"\\]])");

    private static final List<Pattern> OTHERS = List.of(
            Pattern.compile("^#{1,6}[ \\t]+\\S", Pattern.MULTILINE),
            Pattern.compile("(?<![\\w*])\\*\\*[^\\s*](?:[^*\\n]{0,200}[^\\s*])?\\*\\*(?![\\w*])"),
            Pattern.compile("^(?:```|~~~)[\\w-]{0,20}[ \\t]*$", Pattern.MULTILINE));

    private MarkdownSigns() {}

    /** @param text the beginning of a document, without white space before it */
    static boolean in(String text) {
        if (text.indexOf('\0') >= 0 || JSON.matcher(text).find()) {
            return false;
        }
        return FrontMatter.begins(text)
                || HEADING_FIRST.matcher(text).find()
                || LINK.matcher(text).find()
                || OTHERS.stream().filter(sign -> sign.matcher(text).find()).count() > 1;
    }
}
