// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * The text of HTML as a reader sees it, much like {@code innerText} (HTML Standard, section 3.2.7): what stands on lines
 * of its own does here, paragraphs have an empty line between them, cells of a row a tab; white space runs together, but
 * for preformatted text; what is hidden, scripts, styles and form controls are no text. What an {@code object} has in it
 * is, for an end tag that is missing would take the text behind it, too. Linear in the size of the tree, without
 * recursion. Stateless and thread-safe.
 */
public final class HtmlText {

    private static final Set<String> NO_TEXT = Set.of(
            "head",
            "script",
            "style",
            "noscript",
            "template",
            "title",
            "iframe",
            "embed",
            "audio",
            "video",
            "canvas",
            "svg",
            "button",
            "select",
            "datalist",
            "textarea",
            "input",
            "progress",
            "meter",
            "noframes",
            "frameset",
            "noembed");
    private static final Set<String> PARAGRAPHS = Set.of(
            "p",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "table",
            "figure",
            "article",
            "section",
            "hr",
            "main",
            "aside",
            "header",
            "footer",
            "nav",
            "fieldset",
            "details",
            "listing",
            "xmp",
            "plaintext");
    private static final Set<String> LISTS = Set.of("ul", "ol", "dl", "menu", "dir");
    private static final Set<String> LINES = Set.of(
            "div",
            "li",
            "tr",
            "dt",
            "dd",
            "caption",
            "figcaption",
            "address",
            "summary",
            "center",
            "form",
            "legend",
            "option",
            "optgroup",
            "thead",
            "tbody",
            "tfoot",
            "hgroup",
            "dialog",
            "search",
            "body",
            "html");
    private static final Set<String> PREFORMATTED = Set.of("pre", "listing", "xmp", "plaintext");

    private HtmlText() {}

    /** The text of an element, even a hidden one, and of what is in it; not trimmed of Unicode's own white space, and not limited. */
    public static String of(Element root) {
        return of(root, element -> false);
    }

    /** @param without elements that are left out, with all that is in them */
    static String of(Element root, Predicate<Element> without) {
        Reading reading = new Reading(without, new TextFlow());
        NodeTraversor.filter(reading, root);
        return reading.flow.toString();
    }

    /** Adds to a text that has begun. */
    static void addTo(TextFlow flow, Element root) {
        NodeTraversor.filter(new Reading(element -> false, flow), root);
    }

    private static final class Reading implements NodeFilter {

        private final Predicate<Element> without;
        private final TextFlow flow;
        private int preformatted;
        private int lists;

        Reading(Predicate<Element> without, TextFlow flow) {
            this.without = without;
            this.flow = flow;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (preformatted > 0) {
                    flow.verbatim(text.getWholeText());
                } else {
                    flow.words(text.getWholeText());
                }
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.CONTINUE;
            }
            String name = element.normalName();
            boolean left = NO_TEXT.contains(name) || isHidden(element) || without.test(element);
            if (left && depth > 0) {
                return FilterResult.SKIP_ENTIRELY;
            }
            open(name);
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element.normalName());
            }
            return FilterResult.CONTINUE;
        }

        private void open(String name) {
            switch (name) {
                case "br" -> flow.lineBreak();
                case "td", "th" -> flow.cell();
                default -> flow.atLeast(breaks(name));
            }
            preformatted += PREFORMATTED.contains(name) ? 1 : 0;
            lists += LISTS.contains(name) ? 1 : 0;
        }

        private void close(String name) {
            lists -= LISTS.contains(name) ? 1 : 0;
            preformatted -= PREFORMATTED.contains(name) ? 1 : 0;
            flow.atLeast(breaks(name));
        }

        private int breaks(String name) {
            if (PARAGRAPHS.contains(name)) {
                return TextFlow.PARAGRAPH;
            }
            if (LISTS.contains(name)) {
                return lists == 0 ? TextFlow.PARAGRAPH : TextFlow.LINE;
            }
            return LINES.contains(name) ? TextFlow.LINE : 0;
        }
    }

    private static boolean isHidden(Element element) {
        if (element.attributesSize() == 0) {
            return false;
        }
        if (element.hasAttr("hidden")) {
            return true;
        }
        String style = element.attr("style");
        if (style.isEmpty()) {
            return false;
        }
        String declarations = style.replaceAll("\\s+", "").toLowerCase(Locale.ROOT);
        return declarations.contains("display:none") || declarations.contains("visibility:hidden");
    }
}
