// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Names of elements as this package writes them: without prefix in the feed's own vocabulary, whatever namespace its
 * version has; with the usual prefix in the modules that are read; in lower case, as CDF is written in upper case. Not thread-safe.
 */
final class FeedNames {

    static final String ATOM = "http://www.w3.org/2005/Atom";
    static final String DC = "http://purl.org/dc/elements/1.1/";
    static final String SYNDICATION = "http://purl.org/rss/1.0/modules/syndication/";

    private static final String OTHER = "other:";

    /** Namespaces of RSS and of Atom before it had that name, in lower case. */
    private static final List<String> RSS = List.of(
            "",
            "http://purl.org/rss/1.0/",
            "http://purl.org/net/rss1.1#",
            "http://my.netscape.com/rdf/simple/0.9/",
            "http://channel.netscape.com/rdf/simple/0.9/",
            "http://backend.userland.com/",
            "http://blogs.law.harvard.edu/tech/rss",
            "http://cyber.law.harvard.edu/rss/",
            "http://purl.org/rss/1.0/modules/rss091#");

    private static final List<String> ATOM_FAMILY = List.of(
            "http://www.w3.org/2005/atom",
            "http://purl.org/atom/ns#",
            "http://purl.org/atom/",
            "http://example.com/newformat#",
            "http://example.com/necho",
            "http://purl.org/echo/",
            "uri/of/echo/namespace#",
            "http://purl.org/pie/");

    private static final Map<String, String> MODULES = Map.ofEntries(
            Map.entry("http://purl.org/dc/elements/1.1/", "dc:"),
            Map.entry("http://purl.org/dc/elements/1.0/", "dc:"),
            Map.entry("http://purl.org/dc/terms/", "dcterms:"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content:"),
            Map.entry("http://purl.org/rss/1.0/modules/syndication/", "sy:"),
            Map.entry("http://www.w3.org/1999/xhtml", "xhtml:"),
            Map.entry("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:"),
            Map.entry("http://search.yahoo.com/mrss/", "media:"),
            Map.entry("http://search.yahoo.com/mrss", "media:"),
            Map.entry("http://www.itunes.com/dtds/podcast-1.0.dtd", "itunes:"),
            Map.entry("http://example.com/dtds/podcast-1.0.dtd", "itunes:"));

    private final boolean atom;
    private final Map<String, String> prefixes = new HashMap<>();

    /** @param atom whether Atom's is the feed's own vocabulary */
    FeedNames(boolean atom) {
        this.atom = atom;
    }

    String of(Element element) {
        String local = element.getLocalName().toLowerCase(Locale.ROOT);
        return prefix(element.getNamespaceURI()) + local;
    }

    private String prefix(String uriOrNull) {
        return uriOrNull == null ? "" : prefixes.computeIfAbsent(uriOrNull, this::newPrefix);
    }

    private String newPrefix(String written) {
        String uri = written.strip().toLowerCase(Locale.ROOT);
        if (ATOM_FAMILY.contains(uri)) {
            return atom ? "" : "atom:";
        }
        return isRss(uri) ? "" : MODULES.getOrDefault(uri, OTHER);
    }

    static boolean isRss(String uri) {
        return RSS.stream()
                .anyMatch(known -> known.isEmpty() ? uri.isEmpty() : uri.startsWith(known) && !isModule(uri));
    }

    private static boolean isModule(String uri) {
        return uri.contains("/modules/") && !uri.endsWith("rss091#");
    }

    static boolean isAtom(String uriOrNull) {
        return uriOrNull != null && ATOM_FAMILY.contains(uriOrNull.strip().toLowerCase(Locale.ROOT));
    }

    /** Child elements of that kind, in order. */
    List<Element> children(Node parent, Predicate<String> wanted) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element && wanted.test(of((Element) child))) {
                children.add((Element) child);
            }
        }
        return children;
    }

    /** The first child elements of that name. */
    Optional<Element> child(Node parent, String name) {
        return children(parent, name::equals).stream().findFirst();
    }

    /** An attribute by its name in any case of letters, in no namespace; nothing where it is empty. */
    static Optional<String> attribute(Element element, String name) {
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            if (attribute.getNodeName().equalsIgnoreCase(name)) {
                return Optional.of(attribute.getNodeValue().strip()).filter(value -> !value.isEmpty());
            }
        }
        return Optional.empty();
    }
}
