// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The quotations of one text in any of the styles of Europe: « », » «, “ ”, „ “, ‘ ’, ' ', " ". Tokens stand in outer ones;
 * those inside are only found by their marks. One that is not closed ends with its paragraph, unless the next one begins with the
 * mark it began with, or closes it soon, or with the one inside that is closed last; one that is not opened begins with its paragraph.
 * In linear time.
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

    /** Those inside of others, by the index of their opening marks. */
    private final Map<Integer, Quotation> inner = new HashMap<>();

    /** The opening marks of what is open, the outer one first, and their indexes. */
    private final char[] open = new char[DEEPEST];

    private final int[] opened = new int[DEEPEST];
    private int depth;

    /** Index of the last mark that closed one inside another, where no other one was opened since; -1 where none did. */
    private int innerClosed = -1;

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
            if (beginsParagraph(i)) {
                if (depth > 0 && !continues(i)) {
                    end(i);
                }
                paragraph = i;
            }
            Token token = tokens.get(i);
            if (token.kind() == Token.Kind.PUNCTUATION && token.text().length() == 1) {
                mark(i, token.text().charAt(0));
            }
        }
        if (depth > 0) {
            end(tokens.size());
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
        char outer = open[0];
        if (isMark(i, outer)) {
            return !closesBoth() || innerClosed + 1 == i;
        }
        // Where a mark closes that nothing opened since, it was for this one.
        boolean straight = outer != '«' && outer != '»';
        int inside = 0;
        for (int at = i; at < Math.min(tokens.size(), i + FARTHEST_CLOSE); at++) {
            String text = tokens.get(at).text();
            if (text.length() == 1 && tokens.get(at).kind() == Token.Kind.PUNCTUATION) {
                char mark = text.charAt(0);
                if (mark == '"' && straight && isOpening(at) || mark == outer && mark != '"' && beginsParagraph(at)) {
                    return false;
                }
                if (mark == outer && mark != '"') {
                    inside++;
                } else if (closes(at, outer, mark) && (mark != '"' || isClosing(at))) {
                    if (inside == 0) {
                        return true;
                    }
                    inside--;
                }
            }
        }
        return false;
    }

    /** Whether the last mark in the paragraph closed the outer quotation too: « Il a dit : « A », raconte X. */
    private boolean closesBoth() {
        return depth == 1
                && innerClosed >= paragraph
                && (innerClosed + 1 == tokens.size()
                        || beginsParagraph(innerClosed + 1)
                        || ",.".contains(tokens.get(innerClosed + 1).text()));
    }

    private boolean isMark(int i, int mark) {
        String text = tokens.get(i).text();
        return text.length() == 1 && text.charAt(0) == mark;
    }

    private void mark(int i, char mark) {
        if (depth > 0 && mark == open[0] && beginsParagraph(i)) {
            return;
        }
        if (depth > 0 && mark == '"' && open[depth - 1] == '"' && isOpening(i)) {
            // The one before it was never closed.
            depth--;
            if (depth == 0) {
                keep(i, false);
            }
        }
        for (int level = depth - 1; level >= 0; level--) {
            // What was opened inside and not closed ends with what is around it.
            boolean fits = level == depth - 1 || "»”".indexOf(mark) >= 0;
            if (fits && closes(i, open[level], mark)) {
                depth = level;
                if (depth == 0) {
                    keep(i, true);
                } else {
                    inner.put(opened[depth], new Quotation(opened[depth] + 1, i, true));
                    innerClosed = i;
                }
                return;
            }
        }
        if (opens(i, mark) && depth < DEEPEST) {
            open[depth] = mark;
            opened[depth] = i;
            depth++;
            innerClosed = -1;
        } else if (depth == 0 && "»”".indexOf(mark) >= 0) {
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

    /** Ends what is open before a token: with the mark that closed what is inside, or there. */
    private void end(int to) {
        boolean both = closesBoth();
        depth = 0;
        keep(both ? innerClosed : to, both);
    }

    private void keep(int to, boolean closed) {
        int outer = opened[0];
        Arrays.fill(at, outer, closed ? to + 1 : to, quotations.size());
        quotations.add(new Quotation(outer + 1, to, closed));
        innerClosed = -1;
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

    /** Index of the mark that a quotation begins with; of its first token where the mark is missing. */
    int start(Quotation quotation) {
        int mark = quotation.from() - 1;
        return from(mark) == quotation ? mark : quotation.from();
    }

    /** The quotation whose opening mark a token is; null where it is none. */
    Quotation from(int token) {
        Quotation quotation = at(token);
        return quotation != null && quotation.from() == token + 1 ? quotation : null;
    }

    /** Whether a token is the mark that a paragraph goes on with a quotation by. */
    boolean isRepeatedMark(int token) {
        Quotation quotation = at(token);
        return quotation != null
                && quotation.from() > 0
                && quotation.from() < token
                && beginsParagraph(token)
                && tokens.get(token)
                        .text()
                        .equals(tokens.get(quotation.from() - 1).text());
    }

    /** The quotation whose closing mark a token is; null where it is none. */
    Quotation to(int token) {
        Quotation quotation = at(token);
        return quotation != null && quotation.closed() && quotation.to() == token ? quotation : null;
    }

    /** The quotation whose opening mark a token is, in another one or not; null where it is none. */
    Quotation opening(int token) {
        Quotation outer = from(token);
        return outer == null ? inner.get(token) : outer;
    }
}
