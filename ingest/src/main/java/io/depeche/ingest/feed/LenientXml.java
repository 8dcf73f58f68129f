// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.xml.SafeXml;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Reads what is nearly XML: ends tags that are open, takes ampersands as they are, knows the modules of feeds without a
 * declaration. It fetches and expands nothing, for jsoup knows no document types.
 */
final class LenientXml {

    private static final Pattern NAME = Pattern.compile("[A-Za-z_][\\w.-]{0,200}(:[A-Za-z_][\\w.-]{0,200})?");

    private static final Map<String, String> USUAL = Map.of(
            "dc", FeedNames.DC,
            "dcterms", "http://purl.org/dc/terms/",
            "content", "http://purl.org/rss/1.0/modules/content/",
            "sy", FeedNames.SYNDICATION,
            "atom", FeedNames.ATOM,
            "xhtml", "http://www.w3.org/1999/xhtml",
            "rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#");

    private LenientXml() {}

    /** The first top-level element of a feed, with its children; nothing where there is none. */
    static Optional<Document> parse(String text, int mostNodes) {
        org.jsoup.nodes.Document read =
                Jsoup.parse(upTo(text, mostNodes), "", Parser.xmlParser().setMaxDepth(SafeXml.DEEPEST));
        return read.children().stream().filter(LenientXml::isRoot).findFirst().map(LenientXml::convert);
    }

    private static boolean isRoot(org.jsoup.nodes.Element element) {
        String name = element.tagName().toLowerCase(Locale.ROOT);
        return FeedDocument.isRoot(name.substring(name.indexOf(':') + 1));
    }

    /** As far as there are no more brackets or attributes than nodes are allowed: what is cut off takes no memory. */
    private static String upTo(String text, int mostNodes) {
        int nodes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '<' || c == '=') {
                nodes++;
                if (nodes > mostNodes) {
                    return text.substring(0, i);
                }
            }
        }
        return text;
    }

    private static Document convert(org.jsoup.nodes.Element root) {
        Converter converter = new Converter();
        root.traverse(converter);
        return converter.document;
    }

    private static final class Converter implements NodeVisitor {

        private final Document document = SafeXml.emptyDocument();
        private final Deque<org.w3c.dom.Node> open = new ArrayDeque<>();

        Converter() {
            open.push(document);
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof org.jsoup.nodes.Element) {
                open.push(open.peek().appendChild(element((org.jsoup.nodes.Element) node)));
            } else if (node instanceof TextNode) {
                open.peek().appendChild(document.createTextNode(((TextNode) node).getWholeText()));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof org.jsoup.nodes.Element) {
                open.pop();
            }
        }

        private Element element(org.jsoup.nodes.Element read) {
            String name = NAME.matcher(read.tagName()).matches() ? read.tagName() : "unnamed";
            Element element = document.createElementNS(namespace(read, name), name);
            for (Attribute attribute : read.attributes()) {
                String key = attribute.getKey();
                if (NAME.matcher(key).matches() && !key.startsWith(XMLConstants.XMLNS_ATTRIBUTE)) {
                    String uri = key.startsWith("xml:") ? XMLConstants.XML_NS_URI : namespace(read, prefix(key));
                    element.setAttributeNS(key.indexOf(':') < 0 ? null : uri, key, attribute.getValue());
                }
            }
            return element;
        }

        private static String prefix(String name) {
            return name.indexOf(':') < 0 ? "" : name;
        }

        /** Declared on the element or around it, else by the usual meaning of the prefix, else made of it. */
        private static String namespace(org.jsoup.nodes.Element read, String name) {
            int colon = name.indexOf(':');
            String prefix = colon < 0 ? "" : name.substring(0, colon);
            if (prefix.equals("xml")) {
                return XMLConstants.XML_NS_URI;
            }
            String declaration = prefix.isEmpty() ? "xmlns" : "xmlns:" + prefix;
            for (org.jsoup.nodes.Element at = read; at != null; at = at.parent()) {
                String uri = at.attr(declaration);
                if (!uri.isEmpty()) {
                    return uri;
                }
            }
            return prefix.isEmpty() ? null : USUAL.getOrDefault(prefix, "urn:undeclared:" + prefix);
        }
    }
}
