// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;

/**
 * How much text each element of a page holds, and whether it holds the article's title or body: taken for all of them
 * in one pass, for asking each one would take the square of their number. Not thread-safe.
 */
final class Extent implements NodeFilter {

    private static final String ARTICLE = "h1, main, [itemprop~=articleBody], [role=main]";

    private final Map<Element, Long> lengths = new IdentityHashMap<>();
    private final Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Deque<Long> starts = new ArrayDeque<>();
    private long read;

    private final Set<Element> passedOver;

    private Extent(Set<Element> passedOver) {
        this.passedOver = passedOver;
    }

    static Extent of(Element body, Set<Element> passedOver) {
        Extent extent = new Extent(passedOver);
        NodeTraversor.filter(extent, body);
        for (Element mark : body.select(ARTICLE)) {
            Element at = mark;
            while (at != null && extent.holders.add(at)) {
                at = at.parent();
            }
        }
        return extent;
    }

    /** Characters of text. */
    long length(Element element) {
        return lengths.getOrDefault(element, 0L);
    }

    boolean holdsArticle(Element element) {
        return holders.contains(element);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text && !text.isBlank()) {
            read += text.text().length();
        } else if (node instanceof Element) {
            if (passedOver.contains(node)) {
                return FilterResult.SKIP_ENTIRELY;
            }
            starts.push(read);
        }
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element) {
            lengths.put(element, read - starts.pop());
        }
        return FilterResult.CONTINUE;
    }
}
