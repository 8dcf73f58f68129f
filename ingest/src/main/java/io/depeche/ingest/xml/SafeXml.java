// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.xml;

import java.io.StringReader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.stream.Location;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.w3c.dom.DOMException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Reads XML 1.0 with namespaces from text that nobody vouches for.
 *
 * <p>Document type declarations are skipped: nothing that they name is fetched (no XXE, no remote DTD) and no entity
 * that they declare is expanded (no entity bombs). The named characters of HTML ({@code &eacute;}) are known all the
 * same, for wires and feeds use them; an entity of another name stays in the text as it was written. What is nested
 * deeper than {@value #DEEPEST} elements, has more than {@value #MOST_NODES} elements, attributes and runs of text, or
 * more than {@value #MOST_NAMESPACES} namespaces in scope at once is refused. Stateless and thread-safe.
 */
public final class SafeXml {

    /** How deep elements may be nested. */
    public static final int DEEPEST = 256;
    /** How many elements, attributes, namespace declarations and runs of text there may be: each takes memory. */
    public static final int MOST_NODES = 200_000;
    /** How many namespace declarations may be in scope: the parser looks for each name among all of them. */
    public static final int MOST_NAMESPACES = 256;

    /** A section of character data, in which nothing is a reference, or a reference. */
    private static final Pattern ENTITY =
            Pattern.compile("<!\\[CDATA\\[(?s:.*?)(?:]]>|\\z)|&([A-Za-z][A-Za-z0-9]{0,31});");

    private SafeXml() {}

    /**
     * A document, or as much of it as was read.
     *
     * @param whole whether nothing was left out
     */
    public record Part(Document document, boolean whole) {}

    /**
     * The whole document.
     *
     * @param xml decoded; what its XML declaration says of an encoding is not looked at
     * @throws XmlException where it is not well-formed, or out of bounds, with the place
     */
    public static Document parse(String xml) throws XmlException {
        Part part = parse(xml, MOST_NODES);
        if (!part.whole()) {
            throw new XmlException("elements, attributes and runs of text are more than " + MOST_NODES);
        }
        return part.document();
    }

    /**
     * The document as far as so many elements, attributes and runs of text, for whoever can do with a part: what is left out takes no
     * memory, and isn't looked at.
     *
     * @throws XmlException where that part is not well-formed or nested too deep, with the place
     */
    public static Part parse(String xml, int mostNodes) throws XmlException {
        XMLStreamReader reader = open(xml);
        try {
            return part(reader, mostNodes);
        } catch (XMLStreamException e) {
            throw refused(e);
        } catch (DOMException e) {
            // The parser lets through some names that the recommendation on namespaces forbids.
            throw new XmlException("a name is against the rules of namespaces" + place(reader.getLocation()));
        }
    }

    /**
     * The name of the root element of a document or of its beginning.
     *
     * @throws XmlException where there is none as far as the text goes
     */
    public static QName root(String beginning) throws XmlException {
        XMLStreamReader reader = open(beginning);
        try {
            while (reader.getEventType() != XMLStreamConstants.START_ELEMENT) {
                if (!reader.hasNext()) {
                    throw new XmlException("there is no element in it");
                }
                reader.next();
            }
            return reader.getName();
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    private static XMLStreamReader open(String xml) throws XmlException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("it refers to " + systemId + ", and nothing outside is read");
        });
        try {
            return factory.createXMLStreamReader(new StringReader(withCharacters(xml)));
        } catch (XMLStreamException e) {
            throw refused(e);
        }
    }

    /** Named characters as numbered ones, and other entities as text: neither needs a declaration then. */
    private static String withCharacters(String xml) {
        Matcher entity = ENTITY.matcher(xml);
        if (!entity.find()) {
            return xml;
        }
        StringBuilder text = new StringBuilder(xml.length());
        do {
            String name = entity.group(1);
            entity.appendReplacement(text, Matcher.quoteReplacement(name == null ? entity.group() : numbered(name)));
        } while (entity.find());
        return entity.appendTail(text).toString();
    }

    private static String numbered(String name) {
        String written = "&" + name + ";";
        if (isOfXml(name)) {
            return written;
        }
        String characters = Parser.unescapeEntities(written, true);
        if (characters.equals(written)) {
            return "&amp;" + name + ";";
        }
        StringBuilder numbers = new StringBuilder();
        characters.codePoints().forEach(c -> numbers.append("&#").append(c).append(';'));
        return numbers.toString();
    }

    private static boolean isOfXml(String name) {
        return switch (name) {
            case "amp", "lt", "gt", "quot", "apos" -> true;
            default -> false;
        };
    }

    private static Part part(XMLStreamReader reader, int mostNodes) throws XMLStreamException, XmlException {
        Document document = emptyDocument();
        Node at = document;
        int depth = 0;
        long nodes = 0;
        int namespaces = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    nodes += 1L + reader.getAttributeCount() + reader.getNamespaceCount();
                    if (nodes > mostNodes) {
                        return new Part(document, false);
                    }
                    depth++;
                    namespaces += reader.getNamespaceCount();
                    check(depth, DEEPEST, "elements are nested deeper than ", reader);
                    check(namespaces, MOST_NAMESPACES, "namespaces in scope are more than ", reader);
                    at = at.appendChild(element(reader, document));
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    depth--;
                    namespaces -= reader.getNamespaceCount();
                    at = at.getParentNode();
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.SPACE, XMLStreamConstants.CDATA -> {
                    if (depth > 0) {
                        nodes++;
                        if (nodes > mostNodes) {
                            return new Part(document, false);
                        }
                        at.appendChild(document.createTextNode(reader.getText()));
                    }
                }
                default -> {
                    // Comments, instructions and the skipped document type say nothing that is read here.
                }
            }
        }
        return new Part(document, true);
    }

    private static void check(int count, int most, String what, XMLStreamReader reader) throws XmlException {
        if (count > most) {
            throw new XmlException(what + most + place(reader.getLocation()));
        }
    }

    private static Element element(XMLStreamReader reader, Document document) {
        Element element = document.createElementNS(
                reader.getNamespaceURI(), qualified(reader.getPrefix(), reader.getLocalName()));
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            String prefix = reader.getNamespacePrefix(i);
            String name = prefix == null || prefix.isEmpty()
                    ? XMLConstants.XMLNS_ATTRIBUTE
                    : XMLConstants.XMLNS_ATTRIBUTE + ":" + prefix;
            String uri = reader.getNamespaceURI(i);
            element.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, name, uri == null ? "" : uri);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            element.setAttributeNS(
                    reader.getAttributeNamespace(i),
                    qualified(reader.getAttributePrefix(i), reader.getAttributeLocalName(i)),
                    reader.getAttributeValue(i));
        }
        return element;
    }

    private static String qualified(String prefix, String local) {
        return prefix == null || prefix.isEmpty() ? local : prefix + ":" + local;
    }

    /** A document without anything in it, to build one of. */
    public static Document emptyDocument() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("every Java platform makes empty documents, this one says it does not", e);
        }
    }

    private static XmlException refused(XMLStreamException e) {
        // The parser puts its own place before its message, over two lines.
        String message = e.getMessage().replaceFirst("(?s)^ParseError at \\[row,col]:\\[\\d+,\\d+]\\s*Message: ", "");
        return new XmlException(message.replaceAll("\\s+", " ").strip() + place(e.getLocation()));
    }

    private static String place(Location location) {
        return location == null || location.getLineNumber() < 0
                ? ""
                : " (line " + location.getLineNumber() + ", column " + location.getColumnNumber() + ")";
    }
}
