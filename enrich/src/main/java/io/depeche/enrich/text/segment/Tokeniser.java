// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.segment;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Token.Kind;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Cuts any text into tokens in one pass: see {@link Kind}. Elided words stand by themselves with their apostrophe
 * ({@code l’} + {@code Arménie}), so does the English possessive; hyphenated words are one token. Spaces, control and
 * format characters are between tokens, except format characters inside a word. Thread-safe.
 */
public final class Tokeniser implements Analyser<Tokens> {

    private static final int LONGEST_CLITIC = 8;

    private static final int JOINER = 0x200D;

    private final Set<String> elisions;
    private final Set<String> enclitics;
    private final String version;

    public Tokeniser(Lexicons lexicons) {
        elisions = lexicons.words(Section.ELISIONS);
        enclitics = lexicons.words(Section.ENCLITICS);
        version = "2 " + lexicons.version();
    }

    @Override
    public Layer<Tokens> layer() {
        return Layers.TOKENS;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<Tokens> analyse(Document document) {
        return Analysed.ran(tokenise(document.text()));
    }

    /** The tokens of a text. */
    public Tokens tokenise(String text) {
        return new Scan(text).run();
    }

    private static boolean isSpace(int c) {
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT;
    }

    private static boolean isLetterOrMark(int c) {
        return Character.isLetter(c) || isMark(c);
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> false;
        };
    }

    private static boolean isRegionalIndicator(int c) {
        return c >= 0x1F1E6 && c <= 0x1F1FF;
    }

    private static boolean isSkinTone(int c) {
        return c >= 0x1F3FB && c <= 0x1F3FF;
    }

    private static boolean isApostrophe(int c) {
        return c == '\'' || c == '\u2019' || c == '\u02BC';
    }

    private static boolean isHyphen(int c) {
        return c == '-' || c == '\u2010' || c == '\u2011';
    }

    /** One pass over one text. */
    private final class Scan {

        private final String text;
        private final List<Token> tokens = new ArrayList<>();
        private int at;

        private Scan(String text) {
            this.text = text;
        }

        private Tokens run() {
            int chunkEnd = 0;
            int identifier = -1;
            while (at < text.length()) {
                int c = text.codePointAt(at);
                if (isSpace(c)) {
                    at += Character.charCount(c);
                    continue;
                }
                if (at >= chunkEnd) {
                    chunkEnd = endOfChunk();
                    identifier = identifierIn(chunkEnd);
                }
                int limit = identifier > at ? identifier : chunkEnd;
                if (at == identifier) {
                    emit(Kind.IDENTIFIER, withoutTrailingPunctuation(chunkEnd));
                } else if (Character.isDigit(c)) {
                    number(limit);
                } else if (isLetterOrMark(c)) {
                    word(limit);
                } else {
                    emit(Kind.PUNCTUATION, endOfSign(c, limit));
                }
            }
            return new Tokens(tokens);
        }

        private void emit(Kind kind, int end) {
            String word = text.substring(at, end);
            tokens.add(new Token(at, end, kind, word, Token.fold(word)));
            at = end;
        }

        /** A sign is one code point, an emoji all that make it: modifiers, joined parts, the two letters of a flag. */
        private int endOfSign(int first, int limit) {
            int end = at + Character.charCount(first);
            int c = codePoint(end, limit);
            if (isRegionalIndicator(first) && isRegionalIndicator(c)) {
                return end + Character.charCount(c);
            }
            while (c >= 0 && (isMark(c) || isSkinTone(c) || c == JOINER)) {
                end += Character.charCount(c);
                int joined = c == JOINER ? codePoint(end, limit) : -1;
                if (joined >= 0 && Character.getType(joined) == Character.OTHER_SYMBOL) {
                    end += Character.charCount(joined);
                }
                c = codePoint(end, limit);
            }
            return end;
        }

        private int codePoint(int index, int limit) {
            return index < limit ? text.codePointAt(index) : -1;
        }

        /** A chunk is what stands between white space; each is looked through once for an identifier. */
        private int endOfChunk() {
            int end = at;
            while (end < text.length()) {
                int c = text.codePointAt(end);
                if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
                    break;
                }
                end += Character.charCount(c);
            }
            return end;
        }

        /** Where in the chunk a URL or e-mail address starts, or -1. */
        private int identifierIn(int end) {
            if (text.startsWith("www.", at)) {
                return at;
            }
            for (int i = at; i < end; i++) {
                char c = text.charAt(i);
                if (c == ':' && text.startsWith("://", i)) {
                    int start = i;
                    while (start > at && isAsciiLetterOrDigit(text.charAt(start - 1))) {
                        start--;
                    }
                    return start < i ? start : -1;
                }
                if (c == '@' && i + 1 < end && isAsciiLetterOrDigit(text.charAt(i + 1))) {
                    int start = i;
                    while (start > at
                            && (isAsciiLetterOrDigit(text.charAt(start - 1))
                                    || "._%+-".indexOf(text.charAt(start - 1)) >= 0)) {
                        start--;
                    }
                    return start < i ? start : -1;
                }
            }
            return -1;
        }

        private boolean isAsciiLetterOrDigit(char c) {
            return c < 0x80 && Character.isLetterOrDigit(c);
        }

        private int withoutTrailingPunctuation(int end) {
            int trimmed = end;
            while (trimmed > at + 1) {
                int last = text.codePointBefore(trimmed);
                if (Character.isLetterOrDigit(last) || last == '/') {
                    break;
                }
                trimmed -= Character.charCount(last);
            }
            return Math.max(trimmed, at + 1);
        }

        private void number(int limit) {
            int end = at;
            while (end < limit) {
                int c = text.codePointAt(end);
                boolean separator = (c == '.' || c == ',') && Character.isDigit(codePoint(end + 1, limit));
                if (!separator && !Character.isDigit(c)) {
                    break;
                }
                end += Character.charCount(c);
            }
            int next = codePoint(end, limit);
            if (next >= 0 && isLetterOrMark(next)) {
                while (end < limit
                        && (isLetterOrMark(text.codePointAt(end)) || Character.isDigit(text.codePointAt(end)))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                emit(Kind.ALPHANUMERIC, end);
            } else {
                emit(Kind.NUMBER, end);
            }
        }

        /** Whether a mark begins a quotation or what was put into one, as what is elided can stand before: d'« un accord », qu'[elle]. */
        private static boolean opens(int mark) {
            return mark == '«' || mark == '“' || mark == '"' || mark == '[';
        }

        private void word(int limit) {
            int acronymEnd = endOfAcronym(limit);
            if (acronymEnd > at) {
                emit(Kind.WORD, acronymEnd);
                return;
            }
            Kind kind = Kind.WORD;
            int end = at;
            while (end < limit) {
                int c = text.codePointAt(end);
                int width = Character.charCount(c);
                int next = codePoint(end + width, limit);
                if (Character.isDigit(c)) {
                    kind = Kind.ALPHANUMERIC;
                } else if (isApostrophe(c) && end > at && (next < 0 || Character.isLetter(next) || opens(next))) {
                    if (end - at <= LONGEST_CLITIC && elisions.contains(Token.fold(text.substring(at, end)))) {
                        emit(kind, end + width);
                        return;
                    }
                    if (next < 0 || opens(next)) {
                        break;
                    }
                    int encliticEnd = endOfEnclitic(end, limit);
                    if (encliticEnd > end) {
                        emit(kind, end);
                        emit(Kind.WORD, encliticEnd);
                        return;
                    }
                } else if (isHyphen(c)) {
                    if (next < 0 || !Character.isLetterOrDigit(next)) {
                        break;
                    }
                } else if (!isLetterOrMark(c) && !(Character.getType(c) == Character.FORMAT && continues(next))) {
                    break;
                }
                end += width;
            }
            emit(kind, end);
        }

        private boolean continues(int next) {
            return next >= 0 && Character.isLetterOrDigit(next);
        }

        /** End of the enclitic whose apostrophe is at an offset; the offset itself where there is none. */
        private int endOfEnclitic(int apostrophe, int limit) {
            int end = apostrophe + 1;
            while (end < limit && end - apostrophe <= LONGEST_CLITIC && Character.isLetterOrDigit(text.charAt(end))) {
                end++;
            }
            boolean whole = end - apostrophe <= LONGEST_CLITIC;
            return whole && enclitics.contains(Token.fold(text.substring(apostrophe + 1, end))) ? end : apostrophe;
        }

        /** End of two single letters or more with full stops, U.S., p.m.; the place of the scan where there is none. */
        private int endOfAcronym(int limit) {
            int end = at;
            while (end + 1 < limit && Character.isLetter(text.charAt(end)) && text.charAt(end + 1) == '.') {
                end += 2;
            }
            return end - at >= 4 ? end : at;
        }
    }
}
