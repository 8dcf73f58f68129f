// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Token.Kind;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import java.math.BigDecimal;
import java.util.List;

/** One pass over the tokens of one sentence, which remembers what the figures before have counted. */
final class SentenceFigures {

    private static final int LONGEST_OWNER = 12;
    private static final int MOST_ADJECTIVES = 2;
    private static final int MOST_SCALES = 3;

    private final String text;
    private final Tokens tokens;
    private final int from;
    private final int to;
    private final FigureWords words;
    private final Places dates;
    private final Places names;

    private Span lastCounted;
    private boolean ownerBefore;

    SentenceFigures(String text, Tokens tokens, Tokens.Range sentence, FigureWords words, Places dates, Places names) {
        this.text = text;
        this.tokens = tokens;
        this.from = sentence.from();
        this.to = sentence.to();
        this.words = words;
        this.dates = dates;
        this.names = names;
    }

    /**
     * A number with its place.
     *
     * @param first index of the first token, the sign of a currency included
     * @param end index behind the last token
     * @param value null where what stands there is no figure
     * @param inWords whether it is written in words
     * @param bareYear whether it could as well be a year
     */
    private record Amount(int first, int end, BigDecimal value, Unit unit, boolean inWords, boolean bareYear) {

        static Amount none(int first, int end) {
            return new Amount(first, end, null, Unit.NONE, false, false);
        }
    }

    void collect(List<Figure> figures) {
        int at = from;
        while (at < to) {
            int behindDate = dates.skip(tokens.get(at).start());
            if (behindDate > tokens.get(at).start()) {
                while (at < to && tokens.get(at).start() < behindDate) {
                    at++;
                }
                continue;
            }
            Phrases.Match<Qualifier> qualifier = words.qualifiers.longest(tokens, at, to);
            int start = qualifier == null ? at : qualifier.to();
            Amount amount = start < to
                            && dates.skip(tokens.get(start).start())
                                    == tokens.get(start).start()
                    ? amount(start)
                    : null;
            if (amount == null) {
                at++;
                continue;
            }
            if (amount.value != null) {
                Figure figure = figure(amount, qualifier == null ? Qualifier.EXACT : qualifier.value());
                if (figure != null) {
                    figures.add(figure);
                }
            }
            at = amount.end;
        }
    }

    /** The amount that starts at a token; null where none does. */
    private Amount amount(int first) {
        Phrases.Match<Unit> prefix = words.unitPrefixes.longest(tokens, first, to);
        int start = prefix == null ? first : prefix.to();
        if (start >= to) {
            return null;
        }
        Amount number = tokens.get(start).kind() == Kind.NUMBER ? digits(start) : inWords(start);
        if (number == null || number.value == null) {
            return number;
        }
        int end = number.end;
        BigDecimal value = number.value;
        for (int i = 0; i < MOST_SCALES && end < to; i++) {
            BigDecimal scale = number.inWords ? null : words.numbers.scaleAfterDigits(tokens.get(end));
            if (scale == null) {
                break;
            }
            value = value.multiply(scale);
            end++;
        }
        boolean plain = end == number.end && prefix == null;
        if (prefix != null) {
            return new Amount(first, end, value, prefix.value(), number.inWords, false);
        }
        int linked = end > number.end || number.inWords ? words.countLinkers.skip(tokens, end, to) : end;
        Phrases.Match<Unit> unit = words.units.longest(tokens, linked, to);
        return unit == null
                ? new Amount(first, end, value, Unit.NONE, number.inWords, plain && number.bareYear)
                : new Amount(first, unit.to(), value, unit.value(), number.inWords, false);
    }

    private Amount inWords(int start) {
        NumberWords.Reading reading = words.numbers.read(tokens, start, to);
        return reading == null ? null : new Amount(start, reading.to(), reading.value(), Unit.NONE, true, false);
    }

    private Amount digits(int start) {
        int run = start + 1;
        while (run < to && tokens.get(run).kind() == Kind.NUMBER && isOneSpaceBefore(run)) {
            run++;
        }
        if (run - start > 1 && words.format.spaces() && isGrouped(start, run)) {
            StringBuilder whole = new StringBuilder();
            for (int i = start; i < run; i++) {
                whole.append(tokens.get(i).text());
            }
            return number(start, run, words.format.read(whole.toString()), false);
        }
        // Three or more numbers in a row are a telephone number or a table.
        if (run - start > 2) {
            return Amount.none(start, run);
        }
        Token token = tokens.get(start);
        BigDecimal value = words.format.read(token.text());
        boolean bareYear = token.text().length() == 4
                && value != null
                && value.compareTo(BigDecimal.valueOf(1900)) >= 0
                && value.compareTo(BigDecimal.valueOf(2100)) < 0;
        return number(start, start + 1, value, bareYear);
    }

    private Amount number(int start, int end, BigDecimal value, boolean bareYear) {
        return value == null || isPartOfIdentifier(start, end)
                ? Amount.none(start, end)
                : new Amount(start, end, value, Unit.NONE, false, bareYear);
    }

    private boolean isOneSpaceBefore(int token) {
        int gap = tokens.get(token - 1).end();
        return tokens.get(token).start() == gap + 1 && " \u00A0\u202F".indexOf(text.charAt(gap)) >= 0;
    }

    private boolean isGrouped(int start, int end) {
        if (!NumberFormat.isFirstGroup(tokens.get(start).text())) {
            return false;
        }
        for (int i = start + 1; i < end; i++) {
            if (!words.format.isFurtherGroup(tokens.get(i).text(), i == end - 1)) {
                return false;
            }
        }
        return true;
    }

    private boolean isPartOfIdentifier(int start, int end) {
        int left = tokens.get(start).start();
        if (left > 0) {
            char before = text.charAt(left - 1);
            if ("-/_:#@+\\.".indexOf(before) >= 0 || Character.isLetterOrDigit(before)) {
                return true;
            }
        }
        int right = tokens.get(end - 1).end();
        if (right < text.length() && "-/_:\\\u00B0\u00BA".indexOf(text.charAt(right)) >= 0) {
            boolean joined = right + 1 < text.length() && Character.isLetterOrDigit(text.charAt(right + 1));
            return joined || text.charAt(right) == '\u00B0' || text.charAt(right) == '\u00BA';
        }
        boolean listNumber =
                start == from && end < to && ".)".contains(tokens.get(end).text());
        // A day that the month does not have.
        boolean noDate = end < to && words.isMonth(tokens.get(end));
        if (listNumber || noDate || words.clockWords.longest(tokens, end, to) != null) {
            return true;
        }
        return start > from && words.numbered.contains(tokens.get(start - 1).folded());
    }

    private Figure figure(Amount amount, Qualifier qualifier) {
        boolean named = amount.unit.isNone() && qualifier == Qualifier.EXACT && isBehindName(amount.first);
        Span own = counted(amount);
        if (own == null && (named || (amount.bareYear && qualifier == Qualifier.EXACT))) {
            return null;
        }
        boolean ellipsis = own == null && amount.unit.kind() == FigureKind.CARDINAL;
        Span counted = ellipsis ? lastCounted : own;
        if (amount.inWords && counted == null && amount.unit.isNone() && qualifier == Qualifier.EXACT) {
            return null;
        }
        if (counted != null) {
            lastCounted = counted;
        }
        int behind = own == null ? amount.end : tokens.firstFrom(own.end());
        Figure.Owner owner = owner(behind, ellipsis && counted != null);
        ownerBefore |= owner != null;
        return new Figure(
                tokens.span(amount.first, amount.end - 1),
                amount.unit.kind(),
                plain(amount.value),
                null,
                qualifier,
                amount.unit.code(),
                counted,
                owner);
    }

    private static String plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** Boeing 737, Apollo 11. */
    private boolean isBehindName(int first) {
        return first > from + 1 && tokens.get(first - 1).isCapitalised();
    }

    /** The noun that is counted, or null. */
    private Span counted(Amount amount) {
        if (amount.unit.kind() == FigureKind.MONEY) {
            return null;
        }
        int linked = words.countLinkers.skip(tokens, amount.end, to);
        boolean ofUnit = !amount.unit.isNone();
        if (ofUnit && linked == amount.end) {
            return null;
        }
        int at = linked;
        while (at < to && at < linked + MOST_ADJECTIVES && words.isPrenominal(tokens.get(at))) {
            at++;
        }
        if (at >= to || !words.canBeCounted(tokens.get(at))) {
            return null;
        }
        if (words.tellsPlurals()) {
            for (int noun = at; noun <= at + MOST_ADJECTIVES && noun < to; noun++) {
                if (!words.canBeCounted(tokens.get(noun))) {
                    break;
                }
                if (words.isPlural(tokens.get(noun))) {
                    return tokens.get(noun).span();
                }
            }
        }
        return tokens.get(at).span();
    }

    private Figure.Owner owner(int at, boolean ellipsis) {
        int start = words.ownerCues.skip(tokens, at, to);
        if (start == at && ellipsis && ownerBefore) {
            start = words.ownerLinks.skip(tokens, at, to);
        }
        if (start == at) {
            return null;
        }
        int end = start;
        int limit = Math.min(to, start + LONGEST_OWNER);
        for (int i = start; i < limit; i++) {
            Token token = tokens.get(i);
            boolean particle = words.phraseParticles.contains(token.folded());
            if (!particle && (words.isFunctionWord(token) || token.kind() == Kind.PUNCTUATION)) {
                break;
            }
            if (token.kind() == Kind.NUMBER) {
                break;
            }
            end = particle ? end : i + 1;
        }
        if (end == start) {
            return null;
        }
        Span span = tokens.span(start, end - 1);
        return new Figure.Owner(span, names.only(span));
    }
}
