// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Finds the article among the blocks of a page: in the element that says that it is one, where it holds enough of the
 * page's paragraphs, else where paragraphs are densest, in the manner of Readability (Arc90, 2009): each gives its
 * points to its parent, and half of them to the one above. Stateless.
 */
final class MainText {

    private static final String BODY = "[itemprop~=articleBody]";
    private static final String ARTICLE = "article, [itemtype$=Article], [role=article]";

    /** Parts of all points of a page. Teasers are articles, too, and hold less. */
    private static final double ENOUGH_OF_BODY = 0.2;

    private static final double ENOUGH_OF_ARTICLE = 0.4;

    /** Of the best one's points: a neighbour with as many is a part of the same article. */
    private static final double PART = 0.2;

    /** Of the points of an article's body. */
    private static final double MOST_WITH_LEAD = 1.5;

    /** A shorter heading above all paragraphs belongs to the page. */
    private static final int LEAD = 25;

    private MainText() {}

    /** Paragraphs and headings of the article, in order. */
    static List<Block> of(Element body, List<Block> blocks) {
        double all = blocks.stream().mapToDouble(Block::points).sum();
        Set<Element> chosen = marked(body, blocks, BODY, ENOUGH_OF_BODY * all)
                .map(marked -> withLead(marked, blocks))
                .or(() -> marked(body, blocks, ARTICLE, ENOUGH_OF_ARTICLE * all))
                .map(Set::of)
                .orElseGet(() -> densest(blocks));
        List<Block> text = new ArrayList<>();
        for (Block block : blocks) {
            if (block.isText() && isInside(block.owner(), chosen)) {
                text.add(block);
            }
        }
        return withoutEmptyHeadings(text);
    }

    private static Optional<Element> marked(Element body, List<Block> blocks, String selector, double enough) {
        Map<Element, Double> sums = new IdentityHashMap<>();
        body.select(selector).forEach(element -> sums.put(element, 0.0));
        if (sums.isEmpty()) {
            return Optional.empty();
        }
        for (Block block : blocks) {
            double points = block.points();
            for (Element at = block.owner(); points > 0 && at != null; at = at.parent()) {
                sums.computeIfPresent(at, (element, sum) -> sum + points);
            }
        }
        return sums.entrySet().stream()
                .filter(sum -> sum.getValue() > 0 && sum.getValue() >= enough)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private static Set<Element> densest(List<Block> blocks) {
        Map<Element, Double> scores = new IdentityHashMap<>();
        for (Block block : blocks) {
            Element holder = block.isOfText() && block.owner().parent() != null
                    ? block.owner().parent()
                    : block.owner();
            scores.merge(holder, block.points(), Double::sum);
            if (holder.parent() != null) {
                scores.merge(holder.parent(), block.points() / 2, Double::sum);
            }
        }
        Optional<Map.Entry<Element, Double>> best = scores.entrySet().stream()
                .filter(score -> score.getValue() > 0)
                .max(Comparator.comparingDouble(Map.Entry::getValue));
        Set<Element> chosen = Collections.newSetFromMap(new IdentityHashMap<>());
        best.ifPresent(top -> {
            chosen.add(top.getKey());
            Element parent = top.getKey().parent();
            if (parent != null && !top.getKey().normalName().equals("body")) {
                for (Element sibling : parent.children()) {
                    if (scores.getOrDefault(sibling, 0.0) >= PART * top.getValue()) {
                        chosen.add(sibling);
                    }
                }
                chosen.addAll(paragraphsBeside(parent, blocks));
            }
        });
        return chosen;
    }

    /** Children that hold nothing but paragraphs: a first one is often set apart. */
    private static Set<Element> paragraphsBeside(Element parent, List<Block> blocks) {
        Map<Element, Boolean> children = new IdentityHashMap<>();
        for (Block block : blocks) {
            Element child = block.owner();
            while (child != null && child.parent() != parent) {
                child = child.parent();
            }
            if (child != null) {
                children.merge(child, block.isParagraph(), Boolean::logicalAnd);
            }
        }
        Set<Element> paragraphs = Collections.newSetFromMap(new IdentityHashMap<>());
        children.forEach((child, all) -> {
            if (all) {
                paragraphs.add(child);
            }
        });
        return paragraphs;
    }

    /** The article around its body where that adds little: the lead is often outside the body. */
    private static Element withLead(Element marked, List<Block> blocks) {
        Element article = marked.closest(ARTICLE);
        return article != null && points(article, blocks) <= MOST_WITH_LEAD * points(marked, blocks) ? article : marked;
    }

    private static double points(Element element, List<Block> blocks) {
        return blocks.stream()
                .filter(block -> isInside(block.owner(), Set.of(element)))
                .mapToDouble(Block::points)
                .sum();
    }

    private static boolean isInside(Element element, Set<Element> chosen) {
        for (Element at = element; at != null; at = at.parent()) {
            if (chosen.contains(at)) {
                return true;
            }
        }
        return false;
    }

    /** A heading with nothing below it is one of what was left out, and a short one above all of it the page's. */
    private static List<Block> withoutEmptyHeadings(List<Block> blocks) {
        List<Block> kept = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i++) {
            Block block = blocks.get(i);
            boolean empty = i + 1 == blocks.size() || blocks.get(i + 1).isHeading();
            boolean first = kept.isEmpty() && block.text().length() < LEAD;
            if (!block.isHeading() || !empty && !first) {
                kept.add(block);
            }
        }
        return kept;
    }
}
