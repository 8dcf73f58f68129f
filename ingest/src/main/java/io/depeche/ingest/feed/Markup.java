// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.Set;
import java.util.TreeMap;
import javax.xml.XMLConstants;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Elements written out: attributes in the order of their names, no namespace declarations and no prefixes of XHTML. What
 * SafeXml reads is nested at most as deep as it allows, and so is the recursion here.
 */
final class Markup {

    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** Elements of HTML without an end tag; any other would be taken for open if it were written so. */
    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");

    private Markup() {}

    /** What is inside an element. */
    static String inside(Node parent) {
        StringBuilder out = new StringBuilder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, out);
        }
        return out.toString();
    }

    /** An element and what is inside of it. */
    static String of(Element element) {
        StringBuilder out = new StringBuilder();
        write(element, out);
        return out.toString();
    }

    private static void write(Node node, StringBuilder out) {
        if (!(node instanceof Element)) {
            escape(node.getNodeValue(), false, out);
            return;
        }
        Element element = (Element) node;
        String name = XHTML.equals(element.getNamespaceURI()) ? element.getLocalName() : element.getTagName();
        out.append('<').append(name);
        attributes(element).forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            escape(value, true, out);
            out.append('"');
        });
        if (VOID.contains(name)) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            write(child, out);
        }
        out.append("</").append(name).append('>');
    }

    private static TreeMap<String, String> attributes(Element element) {
        TreeMap<String, String> sorted = new TreeMap<>();
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (!XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                sorted.put(attribute.getName(), attribute.getValue());
            }
        }
        return sorted;
    }

    private static void escape(String text, boolean quoted, StringBuilder out) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
