// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.xml.SafeXml;
import io.depeche.ingest.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The elements of a feed, wherever its version has them.
 *
 * @param format {@code rss}, {@code rdf}, {@code atom} or {@code cdf}
 * @param names of its elements
 * @param heads the elements whose children describe the feed itself, the one that counts first
 * @param items in the order of the feed
 */
record FeedDocument(String format, FeedNames names, List<Element> heads, List<Element> items) {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "feed", "channel", "entry");
    /** CDF nests channels; nobody was seen to nest them deeper. */
    private static final int DEEPEST_CHANNEL = 8;

    private static final String WAY_OUT = "give the address of a feed: RSS, Atom or JSON Feed";

    /** Whether a root element of that local name, in lower case, may be a feed's. */
    static boolean isRoot(String name) {
        return ROOTS.contains(name);
    }

    /** @param notes gets what was mended or left out */
    static FeedDocument parse(String text, List<String> notes) throws FeedException {
        Element root = root(text, notes);
        String name = root.getLocalName().toLowerCase(Locale.ROOT);
        if (!isRoot(name)) {
            throw new FeedException("its root element is " + Quoted.of(root.getTagName()) + ", not a feed's", WAY_OUT);
        }
        boolean atom = name.equals("feed") || name.equals("entry");
        FeedNames names = new FeedNames(atom);
        List<Element> heads = new ArrayList<>();
        List<Element> items = new ArrayList<>();
        if (name.equals("entry")) {
            items.add(root);
        } else {
            collect(names, root, 0, heads, items);
        }
        if (items.size() > FeedReader.MOST_ITEMS) {
            notes.add("it has " + items.size() + " items: only the first " + FeedReader.MOST_ITEMS + " are read");
            items.subList(FeedReader.MOST_ITEMS, items.size()).clear();
        }
        // Where there is a channel in the root, it says what the feed is; but what it lacks may stand beside it.
        if (heads.size() > 1 && !name.equals("channel")) {
            heads.add(heads.remove(0));
        }
        return new FeedDocument(format(name), names, heads, items);
    }

    private static Element root(String text, List<String> notes) throws FeedException {
        try {
            SafeXml.Part part = SafeXml.parse(text, FeedReader.MOST_NODES);
            if (!part.whole()) {
                noteCut(notes);
            }
            return part.document().getDocumentElement();
        } catch (XmlException e) {
            Optional<Document> mended = LenientXml.parse(text, FeedReader.MOST_NODES);
            notes.add("it is no well-formed XML and was read leniently: " + e.getMessage());
            return mended.map(Document::getDocumentElement)
                    .orElseThrow(() -> new FeedException("it is no feed: " + e.getMessage(), WAY_OUT));
        }
    }

    private static void noteCut(List<String> notes) {
        notes.add("it has more than " + FeedReader.MOST_NODES + " elements and attributes: what follows is left out");
    }

    private static void collect(FeedNames names, Element at, int depth, List<Element> heads, List<Element> items) {
        heads.add(at);
        for (Element child : names.children(at, name -> true)) {
            String name = names.of(child);
            if (name.equals("item") || name.equals("entry")) {
                items.add(child);
            } else if (name.equals("channel") && depth < DEEPEST_CHANNEL) {
                collect(names, child, depth + 1, heads, items);
            }
        }
    }

    private static String format(String root) {
        return switch (root) {
            case "rdf" -> "rdf";
            case "feed", "entry" -> "atom";
            case "channel" -> "cdf";
            default -> "rss";
        };
    }

    boolean isAtom() {
        return format.equals("atom");
    }

    /** The elements of that name that describe the feed itself. */
    List<Element> head(String name) {
        return heads.stream()
                .flatMap(head -> names.children(head, name::equals).stream())
                .toList();
    }
}
