// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Cuts a page into blocks, in one pass and without recursion. One for each page; not thread-safe. */
final class Blocks implements NodeVisitor {

    private static final Set<String> MORE_BLOCKS =
            Set.of("td", "th", "tr", "li", "dd", "dt", "article", "section", "main");

    private final List<Block> blocks = new ArrayList<>();
    private final Deque<Element> owners = new ArrayDeque<>();
    private final StringBuilder text = new StringBuilder();
    private int links;
    private int linked;

    private Blocks() {}

    static List<Block> of(Element body) {
        Blocks blocks = new Blocks();
        NodeTraversor.traverse(blocks, body);
        return blocks.blocks;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words.getWholeText(), isPreformatted());
        } else if (node instanceof Element element) {
            if (isBlock(element)) {
                end();
                owners.push(element);
            } else if (element.normalName().equals("br")) {
                line();
            } else if (element.normalName().equals("a")) {
                links++;
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (isBlock(element)) {
                end();
                owners.pop();
            } else if (element.normalName().equals("a")) {
                links--;
            }
        }
    }

    private static boolean isBlock(Element element) {
        return element.isBlock() || MORE_BLOCKS.contains(element.normalName());
    }

    private boolean isPreformatted() {
        return !owners.isEmpty() && owners.peek().normalName().equals("pre");
    }

    private void append(String words, boolean preformatted) {
        int before = text.length();
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            if (c == '\n' && preformatted) {
                line();
            } else if (!Character.isWhitespace(c) && c != '\u00A0') {
                text.append(c);
            } else if (!text.isEmpty() && !Character.isWhitespace(text.charAt(text.length() - 1))) {
                text.append(' ');
            }
        }
        linked += links > 0 ? Math.max(0, text.length() - before) : 0;
    }

    /** Two line breaks in a row end a paragraph, as old pages do it. */
    private void line() {
        while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
            text.setLength(text.length() - 1);
        }
        if (!text.isEmpty() && text.charAt(text.length() - 1) == '\n') {
            end();
        } else if (!text.isEmpty()) {
            text.append('\n');
        }
    }

    private void end() {
        String block = text.toString().strip();
        if (!block.isEmpty() && !owners.isEmpty()) {
            blocks.add(new Block(block, linked, owners.peek()));
        }
        text.setLength(0);
        linked = 0;
    }
}
