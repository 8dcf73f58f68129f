// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * A run of text without a block boundary in it: a paragraph, a heading, an entry of a list.
 *
 * @param text white space collapsed, lines kept where the page breaks them; not empty
 * @param linked how much of it stands in links, in characters
 * @param owner the block element that it stands in
 */
record Block(String text, int linked, Element owner) {

    private static final Set<String> OF_TEXT = Set.of("p", "li", "blockquote", "pre", "dd");

    /** Text between boundaries is a sentence from here on, not a label. */
    private static final int SENTENCE = 25;

    private static final int LONG = 80;
    private static final double MOSTLY = 0.5;
    private static final double FEW = 0.25;
    private static final int MOST_LENGTH_POINTS = 3;
    private static final int LENGTH_OF_A_POINT = 100;

    boolean isHeading() {
        String name = owner.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Whether its element is one for text, so that all of that is its text. */
    boolean isOfText() {
        return OF_TEXT.contains(owner.normalName());
    }

    double linkDensity() {
        return Math.min(1, (double) linked / text.length());
    }

    /** How much it looks like a paragraph of an article: by length, commas, and how little of it is links. */
    double points() {
        if (isHeading() || length() < SENTENCE) {
            return 0;
        }
        long commas = text.codePoints().filter(Block::isComma).count();
        int length = Math.min(MOST_LENGTH_POINTS, length() / LENGTH_OF_A_POINT);
        return (1 + commas + length) * (1 - linkDensity());
    }

    /** Whether it is a part of an article, seen for itself where it stands inside one. */
    boolean isText() {
        if (linkDensity() > MOSTLY && text.length() - linked < LONG) {
            return false;
        }
        if (length() < LONG && !endsSentence() && owner.selectFirst("time") != null) {
            return false;
        }
        return isHeading() || length() >= (isOfText() ? SENTENCE : LONG) || endsSentence() && isOfText();
    }

    /** Whether it is the paragraph of an article, seen for itself wherever it stands. */
    boolean isParagraph() {
        return isOfText() && length() >= LONG && linkDensity() <= FEW && endsSentence();
    }

    /** In letters of an alphabet: an ideograph stands for about three. */
    private int length() {
        long ideographs = text.codePoints()
                .filter(c -> Character.isIdeographic(c)
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HIRAGANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.KATAKANA
                        || Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL)
                .count();
        return (int) Math.min(Integer.MAX_VALUE, text.length() + 2 * ideographs);
    }

    private boolean endsSentence() {
        String end = text.replaceAll("[\\p{Pe}\\p{Pf}\"'\\s]+$", "");
        return !end.isEmpty() && ".!?…:。！？؟।".indexOf(end.charAt(end.length() - 1)) >= 0;
    }

    private static boolean isComma(int c) {
        return c == ',' || c == '،' || c == '，' || c == '、';
    }
}
