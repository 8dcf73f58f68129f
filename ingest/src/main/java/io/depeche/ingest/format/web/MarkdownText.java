// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.ingest.format.Refused;
import org.commonmark.node.Block;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;

/** The text of a tree of Markdown, broken as {@link HtmlText} breaks that of HTML. Without recursion. Not thread-safe. */
final class MarkdownText {

    /** Each is parsed for itself. */
    private static final int MOST_HTML_BLOCKS = 1000;

    private final Node withoutOrNull;
    private final TextFlow flow = new TextFlow();
    private int htmlBlocks;

    private MarkdownText(Node withoutOrNull) {
        this.withoutOrNull = withoutOrNull;
    }

    /**
     * @param withoutOrNull what is left out, with all that is in it
     * @throws Refused where it has more HTML in it than is read
     */
    static String of(Node root, Node withoutOrNull) throws Refused {
        MarkdownText text = new MarkdownText(withoutOrNull);
        text.walk(root);
        return text.flow.toString();
    }

    private void walk(Node root) throws Refused {
        Node node = root;
        while (node != null) {
            Node child = enter(node) ? node.getFirstChild() : null;
            node = child == null ? next(node, root) : child;
        }
    }

    /** What comes behind a node and all that is in it. */
    private Node next(Node from, Node root) {
        Node node = from;
        flow.atLeast(breaks(node));
        while (node != root && node.getNext() == null) {
            node = node.getParent();
            flow.atLeast(breaks(node));
        }
        return node == root ? null : node.getNext();
    }

    /** @return whether what is in it counts */
    private boolean enter(Node node) throws Refused {
        if (node == withoutOrNull || node instanceof Image || node instanceof LinkReferenceDefinition) {
            return false;
        }
        flow.atLeast(breaks(node));
        if (node instanceof Text text) {
            flow.words(text.getLiteral());
        } else if (node instanceof Code code) {
            flow.words(code.getLiteral());
        } else if (node instanceof SoftLineBreak) {
            flow.words(" ");
        } else if (node instanceof HardLineBreak) {
            flow.lineBreak();
        } else if (node instanceof FencedCodeBlock code) {
            flow.verbatim(code.getLiteral());
        } else if (node instanceof IndentedCodeBlock code) {
            flow.verbatim(code.getLiteral());
        } else if (node instanceof HtmlInline html) {
            breakLine(html);
        } else if (node instanceof HtmlBlock html) {
            add(html);
        }
        return true;
    }

    private void breakLine(HtmlInline html) {
        if (html.getLiteral().regionMatches(true, 0, "<br", 0, "<br".length())) {
            flow.lineBreak();
        }
    }

    private void add(HtmlBlock html) throws Refused {
        htmlBlocks++;
        if (htmlBlocks > MOST_HTML_BLOCKS) {
            throw new Refused(
                    "it has more than " + MOST_HTML_BLOCKS + " blocks of HTML", "give it as HTML, or without them");
        }
        HtmlText.addTo(flow, SafeHtml.parse(html.getLiteral(), "").body());
    }

    private static int breaks(Node node) {
        if (!(node instanceof Block) || node instanceof Document) {
            return 0;
        }
        boolean item = node instanceof ListItem;
        boolean nested = node instanceof ListBlock && node.getParent() instanceof ListItem;
        boolean tight = node instanceof Paragraph
                && node.getParent() instanceof ListItem
                && node.getParent().getParent() instanceof ListBlock list
                && list.isTight();
        return item || nested || tight ? TextFlow.LINE : TextFlow.PARAGRAPH;
    }
}
