// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * The quotations of one text in any of the styles of Europe: « », » «, “ ”, „ “, ‘ ’, ' ', " ". Only outer ones are kept. One
 * that is not closed ends with its paragraph, unless the next one begins with the mark it began with, or closes it soon; one that is
 * not opened begins with its paragraph. In linear time.
 */
final class Quotations {

    /** The most that may stand in one another; marks further inside are taken for text. */
    private static final int DEEPEST = 3;

    /** How far behind a paragraph a mark may close what was opened in it. */
    private static final int FARTHEST_CLOSE = 200;

    /**
     * A quotation.
     *
     * @param from index of its first token, behind the mark
     * @param to index behind its last token, which is that of the closing mark where it has one
     * @param closed whether it has one
     */
    record Quotation(int from, int to, boolean closed) {}

    private final String text;
    private final Tokens tokens;
    private final List<Quotation> quotations = new ArrayList<>();
    private final Deque<Integer> open = new ArrayDeque<>();
    private int outer;

    /** Index of the first token of the paragraph. */
    private int paragraph;

    /** By the index of a token: the index of the quotation that it stands in, its marks included, or -1. */
    private final int[] at;

    Quotations(String text, Tokens tokens) {
        this.text = text;
        this.tokens = tokens;
        at = new int[tokens.size()];
        Arrays.fill(at, -1);
        for (int i = 0; i < tokens.size(); i++) {
            if (!open.isEmpty() && beginsParagraph(i) && !continues(i)) {
                close(i, false);
            }
            paragraph = beginsParagraph(i) ? i : paragraph;
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.PUNCTUATION && token.text().length() == 1) {
                mark(i, token.text().charAt(0));
            }
        }
        if (!open.isEmpty()) {
            close(tokens.size(), false);
        }
    }

    /** Whether a token is the first of its line. */
    boolean beginsParagraph(int i) {
        return i > 0
                && text.substring(tokens.get(i - 1).end(), tokens.get(i).start())
                                .indexOf('\n')
                        >= 0;
    }

    /** Whether a paragraph goes on with the quotation by beginning with its mark again. */
    private boolean continues(int i) {
        int opened = open.peekLast();
        if (isMark(i, opened)) {
            return true;
        }
        // Where the next mark closes, it was for this one.
        for (int at = i; at < Math.min(tokens.size(), i + FARTHEST_CLOSE); at++) {
            String text = tokens.get(at).text();
            if (text.length() == 1 && tokens.get(at).kind() == Token.Kind.PUNCTUATION) {
                char mark = text.charAt(0);
                if (mark == opened && mark != '"' || mark == '"' && isOpening(at)) {
                    return false;
                }
                if (closes(at, opened, mark) && (mark != '"' || isClosing(at))) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isMark(int i, int mark) {
        String text = tokens.get(i).text();
        return text.length() == 1 && text.charAt(0) == mark;
    }

    private void mark(int i, char mark) {
        if (!open.isEmpty() && mark == open.peekLast() && beginsParagraph(i)) {
            return;
        }
        if (!open.isEmpty() && mark == '"' && open.peekFirst() == '"' && isOpening(i)) {
            // The one before it was never closed.
            close(i, false);
        }
        if (!open.isEmpty() && closes(i, open.peekFirst().intValue(), mark)) {
            open.pop();
            if (open.isEmpty()) {
                keep(i, true);
            }
        } else if (opens(i, mark) && open.size() < DEEPEST) {
            if (open.isEmpty()) {
                outer = i;
            }
            open.push((int) mark);
        } else if (open.isEmpty() && "»”".indexOf(mark) >= 0) {
            unopened(i);
        }
    }

    /** What a mark closes that was never opened began with its paragraph, if nothing else was quoted in that. */
    private void unopened(int i) {
        int last =
                quotations.isEmpty() ? 0 : quotations.get(quotations.size() - 1).to() + 1;
        if (i > paragraph && last <= paragraph) {
            Arrays.fill(at, paragraph, i + 1, quotations.size());
            quotations.add(new Quotation(paragraph, i, true));
        }
    }

    private boolean closes(int i, int opened, char mark) {
        return switch (opened) {
            case '«' -> mark == '»';
            case '»' -> mark == '«';
            case '“' -> mark == '”' || mark == '"';
            case '„' -> mark == '“' || mark == '”' || mark == '"';
            case '”' -> mark == '”';
            case '‘', '‚' -> (mark == '’' || mark == '‘') && !isBeforeWord(i);
            case '\'' -> mark == '\'' && !isBeforeWord(i);
            case '"' -> mark == '”' || mark == '"' && !isOpening(i);
            default -> false;
        };
    }

    private boolean opens(int i, char mark) {
        return switch (mark) {
            case '«', '„', '‚', '‘' -> true;
            // Before a comma it closes what was never opened.
            case '“' ->
                i + 1 == tokens.size() || !",.;:".contains(tokens.get(i + 1).text());
            case '"' -> !isClosing(i);
            case '»', '”', '\'' ->
                isBeforeWord(i)
                        && (i == 0 || tokens.get(i - 1).end() < tokens.get(i).start());
            default -> false;
        };
    }

    /** Whether a straight mark can only be an opening one: a space is before it, and none behind. */
    private boolean isOpening(int i) {
        return isBeforeWord(i)
                && (i == 0 || tokens.get(i - 1).end() < tokens.get(i).start());
    }

    /** Whether a straight mark can only be a closing one: a space is behind it, and none before. */
    private boolean isClosing(int i) {
        return i > 0
                && tokens.get(i - 1).end() == tokens.get(i).start()
                && (i + 1 == tokens.size()
                        || tokens.get(i + 1).start() > tokens.get(i).end());
    }

    /** Whether a token follows without a space between. */
    private boolean isBeforeWord(int i) {
        return i + 1 < tokens.size()
                && tokens.get(i + 1).start() == tokens.get(i).end()
                && tokens.get(i + 1).kind() != Token.Kind.PUNCTUATION;
    }

    private void close(int to, boolean closed) {
        open.clear();
        keep(to, closed);
    }

    private void keep(int to, boolean closed) {
        for (int i = outer; i < Math.min(tokens.size(), closed ? to + 1 : to); i++) {
            at[i] = quotations.size();
        }
        quotations.add(new Quotation(outer + 1, to, closed));
    }

    /** Whether one begins between two tokens. */
    boolean beginIn(int from, int to) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotations.get(middle).from() - 1 < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low < quotations.size() && quotations.get(low).from() - 1 < to;
    }

    /** The quotation that a token stands in, or is a mark of; null where there is none. */
    Quotation at(int token) {
        return token < 0 || token >= at.length || at[token] < 0 ? null : quotations.get(at[token]);
    }

    /** The quotation whose opening mark a token is; null where it is none. */
    Quotation from(int token) {
        Quotation quotation = at(token);
        return quotation != null && quotation.from() == token + 1 ? quotation : null;
    }

    /** The quotation whose closing mark a token is; null where it is none. */
    Quotation to(int token) {
        Quotation quotation = at(token);
        return quotation != null && quotation.closed() && quotation.to() == token ? quotation : null;
    }
}
