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
 * more than {@value #MOST_ELEMENTS} elements, more than {@value #MOST_ATTRIBUTES} attributes or a name of more than
 * {@value #LONGEST_NAME} characters is refused. Stateless and thread-safe.
 */
public final class SafeHtml {

    /** How deep elements are nested in the tree. */
    public static final int DEEPEST = 512;

    /** How many elements a document may have, those that a parser adds included. */
    public static final int MOST_ELEMENTS = 100_000;

    /** How many attributes all elements together may have: a few bytes each take a hundred in memory. */
    public static final int MOST_ATTRIBUTES = 400_000;

    /** How long the name of an element may be: the time that the parser takes grows with its square. */
    public static final int LONGEST_NAME = 16_384;

    /** Comments and other markup take memory, too. */
    private static final int MOST_BRACKETS = 4 * MOST_ELEMENTS;

    private static final String WAY_OUT = "split it, or give its text without the markup";

    private SafeHtml() {}

    /**
     * The whole document.
     *
     * @param html decoded
     * @param base address that relative links are relative to; empty where there is none
     * @throws Refused where it has more markup than any page that is meant to be read
     */
    public static Document parse(String html, String base) throws Refused {
        refuseMarkup(html);
        // Elements come as they are parsed: a few bytes can make a parser add many of them.
        try (StreamParser parser = new StreamParser(Parser.htmlParser().setMaxDepth(DEEPEST))) {
            parser.parse(html, base);
            int elements = 0;
            int attributes = 0;
            for (Iterator<Element> i = parser.iterator(); i.hasNext(); ) {
                elements++;
                attributes += i.next().attributesSize();
                refuseMore(elements, MOST_ELEMENTS, "elements");
                refuseMore(attributes, MOST_ATTRIBUTES, "attributes");
            }
            return parser.document();
        }
    }

    /** What is told before anything is parsed, and without knowing what is a script, a comment or a quotation. */
    private static void refuseMarkup(String html) throws Refused {
        int brackets = 0;
        int name = 0;
        boolean named = false;
        for (int i = 0; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '<') {
                brackets++;
                refuseMore(brackets, MOST_BRACKETS, "tags and comments");
            }
            if (named) {
                named = !endsName(c);
                name++;
                if (named && name > LONGEST_NAME) {
                    throw new Refused("it has a tag whose name is longer than " + LONGEST_NAME, WAY_OUT);
                }
            } else if (beginsName(html, i)) {
                named = true;
                name = 1;
            }
        }
    }

    private static void refuseMore(int count, int most, String what) throws Refused {
        if (count > most) {
            throw new Refused("it has more than " + most + " " + what, WAY_OUT);
        }
    }

    /** Whether it is the first letter of a tag's name, of a start or an end. */
    private static boolean beginsName(String html, int at) {
        char c = html.charAt(at);
        if (at == 0 || !(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z')) {
            return false;
        }
        char before = html.charAt(at - 1);
        return before == '<' || before == '/' && at > 1 && html.charAt(at - 2) == '<';
    }

    private static boolean endsName(char c) {
        return c == '>' || c == '/' || c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
