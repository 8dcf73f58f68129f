// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.web.SafeHtml;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

/**
 * The text of a body in HTML, XHTML or NITF as people read it: paragraphs and headings with an empty line between them,
 * items of lists and rows of tables each on a line, cells apart by tabs. Without what is no text of its own: scripts,
 * pictures and their captions, pronunciations.
 *
 * <p>Adds nothing that the source doesn't say (no bullets, no numbers of items), but the quotation marks that an element
 * {@code q} stands for.
 *
 * <p>Not {@link io.depeche.ingest.format.web.HtmlText}, for wires mark up text alone, where pages lay it out: a {@code
 * div} is a paragraph here, a row one line whatever is in its cells, and NITF's elements are known.
 */
final class BodyText {

    /** HTML's blocks, then NITF's. */
    private static final Set<String> PARAGRAPHS = Set.of(
            "address",
            "article",
            "aside",
            "blockquote",
            "body",
            "details",
            "div",
            "dl",
            "fieldset",
            "figure",
            "footer",
            "form",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "header",
            "hr",
            "main",
            "nav",
            "ol",
            "p",
            "pre",
            "section",
            "summary",
            "table",
            "ul",
            "abstract",
            "block",
            "body.content",
            "bq",
            "dateline",
            "hl1",
            "hl2",
            "nitf-table",
            "note");

    private static final Set<String> LINES =
            Set.of("br", "caption", "dd", "dt", "li", "tr", "legend", "byline", "credit", "datasource", "tagline");

    private static final Set<String> LEFT_OUT = Set.of(
            "audio",
            "button",
            "canvas",
            "embed",
            "head",
            "iframe",
            "img",
            "input",
            "math",
            "noscript",
            "object",
            "option",
            "picture",
            "rp",
            "rt",
            "script",
            "select",
            "style",
            "svg",
            "template",
            "textarea",
            "title",
            "video",
            "media",
            "nitf-table-metadata",
            "custom-table",
            "table-reference",
            "copyrite");

    private static final Set<String> PICTURES =
            Set.of("audio", "canvas", "embed", "iframe", "img", "object", "picture", "svg", "video");

    private static final String QUOTES = "\"'“”„«»‹›‘’‚";

    private BodyText() {}

    /**
     * Of HTML, a page or a part of one.
     *
     * @throws Refused where it has more markup than any text that is meant to be read
     */
    static String ofHtml(String html) throws Refused {
        return of(SafeHtml.parse(html, "").body());
    }

    /** Of an element and what is in it. */
    static String of(Element root) {
        TextOutput out = new TextOutput();
        root.filter(new Walk(out));
        return out.text();
    }

    /** Of XHTML or NITF. */
    static String of(org.w3c.dom.Element root) {
        return of(html(root));
    }

    private static Element html(org.w3c.dom.Element element) {
        Element html = new Element(element.getLocalName().toLowerCase(Locale.ROOT));
        if (element.hasAttribute("hidden")) {
            html.attr("hidden", true);
        }
        for (org.w3c.dom.Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof org.w3c.dom.Element inner) {
                html.appendChild(html(inner));
            } else if (child instanceof org.w3c.dom.Text text) {
                html.appendChild(new TextNode(text.getData()));
            }
        }
        return html;
    }

    private static final class Walk implements NodeFilter {

        private final TextOutput out;
        private int preformatted;
        private int cells;

        Walk(TextOutput out) {
            this.out = out;
        }

        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode text) {
                out.append(text.getWholeText(), preformatted > 0);
                return FilterResult.CONTINUE;
            }
            if (!(node instanceof Element element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            String name = element.normalName();
            if (LEFT_OUT.contains(name) || element.hasAttr("hidden") || name.equals("figure") && isPicture(element)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            around(name);
            if (isApart(element)) {
                out.append(" ", false);
            }
            if (name.equals("pre")) {
                preformatted++;
            } else if (name.equals("q") && !hasMark(element.firstChild(), true)) {
                out.append("“", false);
            } else if (isCell(element)) {
                cells++;
                if (element.previousElementSibling() != null) {
                    out.cell();
                }
            }
            return FilterResult.CONTINUE;
        }

        @Override
        public FilterResult tail(Node node, int depth) {
            if (node instanceof Element element) {
                String name = element.normalName();
                if (name.equals("pre")) {
                    preformatted--;
                } else if (name.equals("q") && !hasMark(element.lastChild(), false)) {
                    out.append("”", false);
                } else if (isCell(element)) {
                    cells--;
                }
                around(name);
            }
            return FilterResult.CONTINUE;
        }

        private void around(String name) {
            boolean paragraph = PARAGRAPHS.contains(name);
            if (cells > 0 && (paragraph || LINES.contains(name))) {
                // Whatever is in a cell, its row stays on a line.
                out.append(" ", false);
            } else if (paragraph) {
                out.paragraph();
            } else if (LINES.contains(name)) {
                out.line();
            }
        }

        /** Spans of two classes side by side are styled apart, though there is no space between them. */
        private static boolean isApart(Element element) {
            return element.normalName().equals("span")
                    && element.previousSibling() instanceof Element before
                    && before.normalName().equals("span")
                    && !before.className().equals(element.className());
        }

        /** One cell alone in its row is layout and no table. */
        private static boolean isCell(Element element) {
            String name = element.normalName();
            return (name.equals("td") || name.equals("th"))
                    && (element.previousElementSibling() != null || element.nextElementSibling() != null);
        }

        /** A figure may be a table or a listing, too, and the words below it belong to the text then. */
        private static boolean isPicture(Element figure) {
            return figure.stream().anyMatch(e -> PICTURES.contains(e.normalName()));
        }

        private static boolean hasMark(Node end, boolean start) {
            String text = end instanceof TextNode node ? node.getWholeText().strip() : "";
            return !text.isEmpty() && QUOTES.indexOf(text.charAt(start ? 0 : text.length() - 1)) >= 0;
        }
    }
}
