// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** The text of an item's HTML: paragraphs separated by an empty line, no scripts, styles or forms. */
final class ItemText {

    private static final Set<String> UNREAD =
            Set.of("script", "style", "noscript", "template", "head", "title", "svg", "math");
    /** In HTML nothing behind a frame is text until its end tag, which those who write XHTML leave out. */
    private static final Pattern IFRAME = Pattern.compile("</?iframe\\b[^<>]*>", Pattern.CASE_INSENSITIVE);

    private static final int DEEPEST = 256;

    private ItemText() {}

    static String of(String html) {
        String readable = IFRAME.matcher(html).replaceAll(" ");
        return of(Jsoup.parse(readable, "", Parser.htmlParser().setMaxDepth(DEEPEST))
                .body());
    }

    static String of(Element body) {
        Collector text = new Collector();
        body.traverse(text);
        return text.out.toString().strip();
    }

    private static final class Collector implements NodeVisitor {

        private final StringBuilder out = new StringBuilder();
        private Element unread;
        private String gap = "";

        @Override
        public void head(Node node, int depth) {
            if (unread != null) {
                return;
            }
            if (node instanceof TextNode) {
                append(((TextNode) node).getWholeText(), isPreformatted(node));
            } else if (node instanceof Element) {
                Element element = (Element) node;
                if (UNREAD.contains(element.normalName())) {
                    unread = element;
                } else if (element.normalName().equals("br")) {
                    gap = gap.isBlank() && gap.isEmpty() || gap.equals(" ") ? "\n" : gap;
                } else {
                    breakAt(element);
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node == unread) {
                unread = null;
            } else if (unread == null && node instanceof Element) {
                breakAt((Element) node);
            }
        }

        private void breakAt(Element element) {
            switch (element.normalName()) {
                case "li", "tr", "dt", "dd" -> gap = gap.length() < 2 ? "\n" : gap;
                case "td", "th" -> gap = gap.isEmpty() ? " " : gap;
                default -> gap = element.isBlock() ? "\n\n" : gap;
            }
        }

        private void append(String text, boolean preformatted) {
            if (preformatted) {
                flush();
                out.append(text);
                return;
            }
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f') {
                    gap = gap.isEmpty() ? " " : gap;
                } else {
                    flush();
                    out.append(c);
                }
            }
        }

        private void flush() {
            if (out.length() > 0) {
                out.append(gap);
            }
            gap = "";
        }

        private static boolean isPreformatted(Node node) {
            Node parent = node.parent();
            return parent instanceof Element && ((Element) parent).tag().preserveWhitespace();
        }
    }
}
