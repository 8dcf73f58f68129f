// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks into elements by local name, whatever namespace they are in: providers use the right one, an old one or none. */
final class Dom {

    private Dom() {}

    static String name(Element element) {
        return element.getLocalName();
    }

    static List<Element> children(Element parent) {
        List<Element> children = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                children.add(element);
            }
        }
        return children;
    }

    /** What is found by going down that path, in document order. */
    static List<Element> all(Element from, String... path) {
        List<Element> found = List.of(from);
        for (String name : path) {
            found = found.stream()
                    .flatMap(e -> children(e).stream())
                    .filter(e -> name(e).equals(name))
                    .toList();
        }
        return found;
    }

    static Optional<Element> first(Element from, String... path) {
        return all(from, path).stream().findFirst();
    }

    /** The text in it on one line; nothing where it is blank. */
    static Optional<String> text(Element element) {
        return value(element.getTextContent());
    }

    /** The text of the first one on that path that has any. */
    static Optional<String> text(Element from, String... path) {
        return all(from, path).stream().flatMap(e -> text(e).stream()).findFirst();
    }

    /** An attribute without namespace; nothing where it is blank. */
    static Optional<String> attribute(Element element, String name) {
        return value(element.getAttribute(name));
    }

    /** That attribute of the first one on that path that has it. */
    static Optional<String> attribute(Element from, List<String> path, String name) {
        return all(from, path.toArray(String[]::new)).stream()
                .flatMap(e -> attribute(e, name).stream())
                .findFirst();
    }

    static Optional<String> language(Element element) {
        return value(element.getAttributeNS(XMLConstants.XML_NS_URI, "lang"));
    }

    /** The first of these attributes that is there. */
    static Optional<String> firstAttribute(Element element, String... names) {
        return Stream.of(names)
                .flatMap(name -> attribute(element, name).stream())
                .findFirst();
    }

    private static Optional<String> value(String raw) {
        return Optional.of(raw.replaceAll("\\s+", " ").strip()).filter(value -> !value.isEmpty());
    }
}
