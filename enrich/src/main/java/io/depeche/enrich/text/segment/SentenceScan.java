// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.segment;

import com.ibm.icu.text.UnicodeSet;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.List;

/**
 * One pass over one text. What stands around a possible end is looked at to a fixed length, or once, so that all takes
 * linear time.
 */
final class SentenceScan {

    /** Full stops, question and exclamation marks of all scripts. */
    private static final UnicodeSet TERMINATORS = new UnicodeSet("[[:S_TERM:]\u2026]").freeze();

    /** What may stand between the mark that ends a sentence and its end, without a space before it. */
    private static final String CLOSERS =
            "\"'\u2019\u201D\u201C\u2018\u00BB\u00AB\u203A\u2039)]}\u300D\u300F\u3011\uFF09";

    /** Those with a space before them. */
    private static final String SPACED_CLOSERS = "\u00BB\u203A\"\u201D";

    private static final String OPENERS =
            "\"'\u2018\u201C\u201E\u201A\u00AB\u00BB\u2039\u203A([{\u00BF\u00A1\u300C\u300E";

    /** What goes on with a sentence, and starts none; a dash and the space behind it may. */
    private static final String CONTINUERS = ",;:-\u2013\u2014/%&+=*)]}|";

    private static final String BULLETS = "-\u2013\u2014\u2022\u25CF\u25AA\u25E6\u2023\u00B7*";

    private static final int SHORTEST_WRAPPED_LINE = 40;
    private static final int LONGEST_WRAPPED_LINE = 100;

    private final String text;
    private final Tokens tokens;
    private final SentenceRules rules;
    private final List<Span> sentences = new ArrayList<>();

    private int start;
    private int nextToken;
    /** A line break at which the sentence goes on, since an abbreviation stands before it. */
    private int bridged = -1;
    /** A line break that a sentence ends at. */
    private int ended = -1;

    private int blockEnd = -1;
    private int blockLines;
    private int blockWidth;
    private int lineStart;

    SentenceScan(String text, Tokens tokens, SentenceRules rules) {
        this.text = text;
        this.tokens = tokens;
        this.rules = rules;
    }

    List<Span> run() {
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = at + Character.charCount(c);
            if (isLineBreak(c)) {
                at = lineBreak(at);
            } else if (c == '.' || (c > 0x7F || c == '!' || c == '?') && TERMINATORS.contains(c)) {
                at = isInsideIdentifier(at) ? end : terminator(at);
            } else {
                at = end;
            }
        }
        add(text.length());
        return List.copyOf(sentences);
    }

    private void add(int end) {
        int from = start;
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        int to = end;
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        if (to > from) {
            sentences.add(new Span(from, to));
        }
        start = end;
    }

    /** Whether the char before belongs to a URL or an e-mail address, which is no word. */
    private boolean isBehindIdentifier(int at) {
        return nextToken > 0
                && tokens.get(nextToken - 1).kind() == Token.Kind.IDENTIFIER
                && tokens.get(nextToken - 1).end() == at;
    }

    private boolean isInsideIdentifier(int at) {
        while (nextToken < tokens.size() && tokens.get(nextToken).end() <= at) {
            nextToken++;
        }
        return nextToken < tokens.size()
                && tokens.get(nextToken).kind() == Token.Kind.IDENTIFIER
                && tokens.get(nextToken).start() <= at;
    }

    // Line breaks

    /** Reads the white space from a line break on. */
    private int lineBreak(int at) {
        int breaks = 0;
        int next = behindLineBreak(at);
        for (int i = at; i < next; i++) {
            boolean windows = text.charAt(i) == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (isLineBreak(text.charAt(i)) && !windows) {
                breaks++;
            }
        }
        if (next == text.length()) {
            return next;
        }
        boolean goesOn = breaks == 1
                && (at == bridged
                        || Character.isLowerCase(text.codePointAt(next))
                        || at != ended && isWrapped(at, next));
        if (!goesOn) {
            add(next);
        }
        lineStart = next;
        return next;
    }

    /** Whether the line was broken because the next word had no more room in it. */
    private boolean isWrapped(int at, int next) {
        if (next > blockEnd) {
            readBlock();
        }
        if (blockLines < 3 || blockWidth < SHORTEST_WRAPPED_LINE || blockWidth > LONGEST_WRAPPED_LINE) {
            return false;
        }
        int wordEnd = next;
        while (wordEnd < text.length() && wordEnd - next <= blockWidth && !isSpace(text.charAt(wordEnd))) {
            wordEnd++;
        }
        return BULLETS.indexOf(text.charAt(next)) < 0 && at - lineStart + 1 + wordEnd - next > blockWidth;
    }

    /** How many lines there are up to the next empty one, and how long the longest is. */
    private void readBlock() {
        blockLines = 0;
        blockWidth = 0;
        int from = lineStart;
        int at = lineStart;
        while (at < text.length()) {
            if (text.charAt(at) == '\n') {
                int width = at - from;
                if (width <= 1 && at > lineStart) {
                    break;
                }
                blockWidth = Math.max(blockWidth, width);
                blockLines++;
                from = at + 1;
            }
            at++;
        }
        blockWidth = Math.max(blockWidth, at - from);
        blockLines++;
        blockEnd = at;
    }

    // Full stops

    /** Reads from a mark on that may end the sentence. */
    private int terminator(int at) {
        int end = at;
        while (end < text.length() && TERMINATORS.contains(text.codePointAt(end))) {
            end += Character.charCount(text.codePointAt(end));
        }
        int closed = end;
        while (closed < text.length() && CLOSERS.indexOf(text.charAt(closed)) >= 0) {
            closed++;
        }
        int next = behindSpace(closed);
        if (next > closed && next < text.length() && isSpacedCloser(next)) {
            closed = next + 1;
            next = behindSpace(closed);
        }
        if (next < text.length() && ends(at, end, closed, next)) {
            add(next);
        }
        // Spaces are read again, for the line break in them: once.
        return closed;
    }

    private int behindLineBreak(int at) {
        int next = at;
        while (next < text.length() && isSpace(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private int behindSpace(int at) {
        int next = at;
        while (next < text.length() && isSpace(text.charAt(next)) && !isLineBreak(text.charAt(next))) {
            next++;
        }
        return next;
    }

    /** » behind the space that French puts before it. */
    private boolean isSpacedCloser(int at) {
        if (SPACED_CLOSERS.indexOf(text.charAt(at)) < 0) {
            return false;
        }
        return at + 1 == text.length()
                || !Character.isLetterOrDigit(text.codePointAt(at + 1)) && OPENERS.indexOf(text.charAt(at + 1)) < 0;
    }

    private boolean ends(int at, int end, int closed, int next) {
        int c = text.codePointAt(next);
        boolean lineBreak = isLineBreak(c);
        boolean fullStop = end == at + 1 && text.charAt(at) == '.';
        if (fullStop && !isBehindIdentifier(at)) {
            Abbreviations.Use use = use(at, closed, next);
            if (use != null) {
                if (lineBreak) {
                    int word = behindLineBreak(next);
                    ended = word < text.length() && ends(use, at, word) ? next : ended;
                    bridged = use == Abbreviations.Use.TITLE ? next : bridged;
                    return false;
                }
                return closed < next && ends(use, at, next);
            }
        }
        ended = lineBreak ? next : ended;
        if (lineBreak || Character.isLowerCase(c) || CONTINUERS.indexOf(c) >= 0 || TERMINATORS.contains(c)) {
            return false;
        }
        if (isEllipsis(at, end) && opensHere(at)) {
            return false;
        }
        boolean ascii = text.charAt(at) < 0x80 || text.charAt(at) == '\u2026';
        return closed < next || !ascii || lacksSpace(at, next);
    }

    private boolean ends(Abbreviations.Use use, int at, int next) {
        int c = text.codePointAt(next);
        if (Character.isLowerCase(c) || CONTINUERS.indexOf(c) >= 0 || TERMINATORS.contains(c)) {
            return false;
        }
        return switch (use) {
            case TITLE -> false;
            case NUMBER -> Character.isLetter(c) && !isRoman(next);
            case COUNTED -> Character.isLetter(c) && isBehindNumber(at) || isOpener(next);
            case NAME -> isOpener(next);
            case END -> Character.isLetter(c) || isOpener(next);
        };
    }

    /** fin.Le: a lower-case word, and a capitalised one without a space between them. */
    private boolean lacksSpace(int at, int next) {
        boolean capitalised = Character.isUpperCase(text.charAt(next))
                && next + 1 < text.length()
                && (Character.isLowerCase(text.charAt(next + 1)) || "'\u2019 ".indexOf(text.charAt(next + 1)) >= 0);
        int from = at;
        while (from > start && at - from < 3 && Character.isLowerCase(text.charAt(from - 1))) {
            from--;
        }
        return capitalised && (at - from >= 2 || from == at && isBehindCloser(at));
    }

    private boolean isBehindCloser(int at) {
        return at > start && CLOSERS.indexOf(text.charAt(at - 1)) >= 0;
    }

    private boolean isEllipsis(int at, int end) {
        return text.charAt(at) == '\u2026' || text.startsWith("..", at) && end > at + 1;
    }

    /** Whether the sentence, a quotation or a bracket starts at a place. */
    private boolean opensHere(int at) {
        int from = at;
        while (from > start && isSpace(text.charAt(from - 1)) && at - from < 3) {
            from--;
        }
        return from == start || OPENERS.indexOf(text.charAt(from - 1)) >= 0;
    }

    /** What the full stop is behind the word that it belongs to; null where it is one. */
    private Abbreviations.Use use(int stop, int closed, int next) {
        int from = wordStart(stop);
        if (from == stop) {
            return isOrdinalOrMarker(stop, next) ? Abbreviations.Use.NAME : null;
        }
        if (stop - from > Abbreviations.LONGEST) {
            return null;
        }
        // The abbreviation may be made of several: z. B.
        String word = text.substring(from, stop + 1);
        Abbreviations.Use use = rules.abbreviations().use(word);
        if (closed == stop + 1 && isBeginning(word, next)) {
            return Abbreviations.Use.TITLE;
        }
        String longer = word;
        int first = from;
        while (stopBefore(first) >= 0) {
            int stopBefore = stopBefore(first);
            first = wordStart(stopBefore);
            longer = text.substring(first, stopBefore + 1) + longer;
            if (first == stopBefore || longer.length() > Abbreviations.LONGEST) {
                break;
            }
            Abbreviations.Use more = rules.abbreviations().use(longer);
            use = more == null ? use : more;
        }
        if ((use == null || use == Abbreviations.Use.NUMBER) && isInitials(word)) {
            boolean marker = word.length() == 2 && isSentenceStart(from);
            use = marker ? Abbreviations.Use.TITLE : Abbreviations.Use.NAME;
        }
        return use;
    }

    private boolean isBeginning(String word, int next) {
        if (!rules.abbreviations().begins(word)) {
            return false;
        }
        int to = next;
        while (to < text.length() && to - next <= Abbreviations.LONGEST && Character.isLetter(text.charAt(to))) {
            to++;
        }
        String longer = to < text.length() && text.charAt(to) == '.' ? word + text.substring(next, to + 1) : word;
        return longer.length() > word.length()
                && (rules.abbreviations().begins(longer)
                        || rules.abbreviations().use(longer) != null);
    }

    /** The full stop right before a word, or with one space between; -1 where there is none. */
    private int stopBefore(int word) {
        int at = word > start && isSpace(text.charAt(word - 1)) ? word - 1 : word;
        return at > start && text.charAt(at - 1) == '.' ? at - 1 : -1;
    }

    private int wordStart(int stop) {
        int from = stop;
        while (from > start && stop - from <= Abbreviations.LONGEST && isWordChar(text.charAt(from - 1))) {
            from--;
        }
        return from;
    }

    /** 3. Platz, up to three digits that are not the end of a longer number; 1. at the start of a sentence. */
    private boolean isOrdinalOrMarker(int stop, int next) {
        int from = stop;
        while (from > start && stop - from <= 3 && isDigit(text.charAt(from - 1))) {
            from--;
        }
        if (from == stop || stop - from > 3) {
            return false;
        }
        if (isSentenceStart(from)) {
            return true;
        }
        boolean inside = ".,:/-".indexOf(text.charAt(from - 1)) >= 0;
        return rules.ordinalPoint() && !inside && Character.isLetter(text.codePointAt(next));
    }

    private boolean isSentenceStart(int at) {
        int from = at;
        while (from > start && isSpace(text.charAt(from - 1)) && at - from < 3) {
            from--;
        }
        return from == start;
    }

    private boolean isBehindNumber(int stop) {
        int from = wordStart(stop);
        while (from > start && isSpace(text.charAt(from - 1)) && stop - from <= 2 * Abbreviations.LONGEST) {
            from--;
        }
        return from > start && (isDigit(text.charAt(from - 1)) || "IVX/-".indexOf(text.charAt(from - 1)) >= 0);
    }

    private boolean isRoman(int at) {
        int to = at;
        while (to < text.length() && to - at <= 8 && "IVXLC".indexOf(text.charAt(to)) >= 0) {
            to++;
        }
        return to > at && (to == text.length() || !Character.isLetter(text.charAt(to)));
    }

    /** Whether a quotation, or a word that starts sentences rather than a name, stands at a place. */
    private boolean isOpener(int at) {
        if (OPENERS.indexOf(text.charAt(at)) >= 0) {
            return text.charAt(at) != '(' && at + 1 < text.length() && Character.isUpperCase(text.codePointAt(at + 1));
        }
        int to = at;
        while (to < text.length() && to - at <= Abbreviations.LONGEST && Character.isLetter(text.charAt(to))) {
            to++;
        }
        if (to == at + 1 && to < text.length() && text.charAt(to) == '.') {
            // Another initial.
            return false;
        }
        String word = Token.fold(text.substring(at, to));
        return rules.openers().contains(word)
                || to < text.length() && rules.openers().contains(word + Token.fold(text.substring(to, to + 1)));
    }

    /** J., U.S. */
    private static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            boolean expected = i % 2 == 0 ? Character.isUpperCase(word.charAt(i)) : word.charAt(i) == '.';
            if (!expected) {
                return false;
            }
        }
        return word.length() % 2 == 0;
    }

    private static boolean isWordChar(char c) {
        return Character.isLetter(c) || c == '.' || c == '°';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** Every line break is space: Java counts U+0085 as neither whitespace nor space. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || isLineBreak(c);
    }

    private static boolean isLineBreak(int c) {
        return c == '\n' || c == '\r' || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }
}
