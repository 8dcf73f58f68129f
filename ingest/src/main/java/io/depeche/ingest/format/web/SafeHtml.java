// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.ingest.format.Refused;
import java.util.Iterator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.StreamParser;

/**
 * Reads HTML (WHATWG HTML Standard) from text that nobody vouches for, a page or a piece of one. Nothing is fetched or
 * run. The tree is bounded: what is nested deeper than {@value #DEEPEST} elements is read as if it were not, and what has
 * more than {@value #MOST_ELEMENTS} elements is refused. Stateless and thread-safe.
 */
public final class SafeHtml {

    /** How deep elements are nested in the tree. */
    public static final int DEEPEST = 512;

    /** How many elements a document may have, those that a parser adds included. */
    public static final int MOST_ELEMENTS = 100_000;

    /** Comments and other markup take memory, too. */
    private static final int MOST_BRACKETS = 4 * MOST_ELEMENTS;

    private static final String WAY_OUT = "split it, or give its text without the markup";

    private SafeHtml() {}

    /**
     * The whole document.
     *
     * @param html decoded
     * @param base address that relative links are relative to; empty where there is none
     * @throws Refused where it has more elements than any page that is meant to be read
     */
    public static Document parse(String html, String base) throws Refused {
        int brackets = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            brackets++;
            if (brackets > MOST_BRACKETS) {
                throw new Refused("it has more than " + MOST_BRACKETS + " tags and comments", WAY_OUT);
            }
        }
        // Elements come as they are parsed: a few bytes can make a parser add many of them.
        try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))) {
            parser.parse(html, base);
            int elements = 0;
            for (Iterator<Element> i = parser.iterator(); i.hasNext(); i.next()) {
                elements++;
                if (elements > MOST_ELEMENTS) {
                    throw new Refused("it has more than " + MOST_ELEMENTS + " elements", WAY_OUT);
                }
            }
            return parser.document();
        }
    }
}
