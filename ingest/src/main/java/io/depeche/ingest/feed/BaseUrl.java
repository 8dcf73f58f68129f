// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Resolves relative references (RFC 3986) against the bases that XML Base names around an element. */
final class BaseUrl {

    /** Each link of a feed gets it. */
    private static final int LONGEST_BASE = 2048;

    private BaseUrl() {}

    /** The base in force at an element, given that of the document; empty where nothing names one. */
    static String at(Element element, String document) {
        Deque<String> bases = new ArrayDeque<>();
        for (Node node = element; node instanceof Element; node = node.getParentNode()) {
            String base = ((Element) node).getAttributeNS(XMLConstants.XML_NS_URI, "base");
            if (!base.isBlank()) {
                bases.push(base.strip());
            }
        }
        String base = document;
        for (String inner : bases) {
            base = resolve(base, inner);
        }
        return base;
    }

    /** The reference made absolute, or as it is where base or reference are no URLs. */
    static String resolve(String base, String reference) {
        String written = reference.strip();
        if (base.isEmpty() || base.length() > LONGEST_BASE) {
            return written;
        }
        try {
            URI resolved = URI.create(escaped(base)).resolve(URI.create(escaped(written)));
            return resolved.isAbsolute() && !URI.create(escaped(written)).isAbsolute() ? resolved.toString() : written;
        } catch (IllegalArgumentException e) {
            // Neither lost nor made up: whoever reads the link sees what the feed wrote.
            return written;
        }
    }

    private static String escaped(String reference) {
        return reference.strip().replace(" ", "%20").replace("|", "%7C");
    }
}
