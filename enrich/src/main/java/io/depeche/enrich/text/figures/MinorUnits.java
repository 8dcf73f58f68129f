// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.math.MathContext;

/** Adds what is told in a smaller unit to an amount: 15 dollars and 50 cents, 5 feet 2 inches. For use by one thread. */
final class MinorUnits {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private static final Unit FOOT = Unit.of(FigureKind.MEASURE, "[ft_i]");
    private static final int INCHES = 12;
    private static final int TALLEST = 99;

    /** As of all fractions, which are the only values that are rounded. */
    private static final MathContext DIGITS = new MathContext(15);

    private final Pieces pieces;
    private final int to;
    private final FigureGrammar grammar;
    private final SentenceUnits units;

    private final Trie.Match<UnitSpellings> unit = new Trie.Match<>();

    MinorUnits(Pieces pieces, int to, FigureGrammar grammar, SentenceUnits units) {
        this.pieces = pieces;
        this.to = to;
        this.grammar = grammar;
        this.units = units;
    }

    /**
     * Adds the number that follows to an amount, where it is of a smaller unit.
     *
     * @param minor the number, which is of the same sentence
     * @return whether it is, and is a part of the amount now
     */
    boolean join(Amount amount, Numeral minor) {
        if (isFeetAndInches(amount, minor)) {
            amount.setUnit(FOOT);
            addPart(amount, minor.wholeUpTo(INCHES), INCHES);
            amount.end = minor.to() + 1;
            return true;
        }
        boolean whole = amount.value != null && amount.value.scale() <= 0 && amount.value.signum() > 0;
        int end = !whole || amount.end >= to
                ? amount.end
                : switch (amount.kind) {
                    case MONEY -> behindCents(amount, minor);
                    case MEASURE -> behindPart(amount, minor);
                    default -> amount.end;
                };
        boolean joined = end > amount.end;
        amount.end = end;
        return joined;
    }

    /** 15 dollars and 50 cents, 15 euros 50 */
    private int behindCents(Amount amount, Numeral minor) {
        int cents = amount.unit.isMinor() ? -1 : minor.wholeUpTo(99);
        if (cents < 0 || !follows(amount, minor)) {
            return amount.end;
        }
        Unit found = units.behind(new Amount(minor), minor.to());
        int end = units.end();
        boolean named = found != null && found.isMinor();
        boolean bare = minor.digits() == amount.numeral().digits()
                && found == null
                && (minor.to() == to || !pieces.isWord(minor.to()))
                && amount.first == amount.numeral().from();
        if (!named && !bare) {
            return amount.end;
        }
        amount.value = amount.value.add(BigDecimal.valueOf(cents).divide(HUNDRED));
        return named ? end : minor.to();
    }

    /** 5 feet 2 inches, 5 feet and 2 inches, 6-foot-2, 1 m 80 */
    private int behindPart(Amount amount, Numeral minor) {
        UnitPart part = grammar.unitParts.get(amount.unit.code());
        int count = part == null ? -1 : minor.wholeUpTo(part.count() - 1);
        boolean hyphen = count >= 0 && isHyphen(amount.end) && amount.end + 1 == minor.from();
        if (count < 0 || !(hyphen || follows(amount, minor))) {
            return amount.end;
        }
        int next = isHyphen(minor.to()) ? minor.to() + 1 : minor.to();
        int end = behindUnit(part, next);
        boolean bare = end == next && minor.digits() && (hyphen ? part.hyphen() : part.bare() && isBare(amount, minor));
        if (end == next && !bare) {
            return amount.end;
        }
        addPart(amount, count, part.count());
        return bare ? minor.to() : end;
    }

    private static void addPart(Amount amount, int count, int parts) {
        BigDecimal part = BigDecimal.valueOf(count).divide(BigDecimal.valueOf(parts), DIGITS);
        amount.value = amount.value.add(part, DIGITS);
    }

    /** 5'10" */
    private boolean isFeetAndInches(Amount amount, Numeral minor) {
        int prime = amount.end;
        int end = minor.to();
        return amount.unit.isNone()
                && amount.isCount()
                && amount.numeral().wholeUpTo(TALLEST) > 0
                && minor.from() == prime + 1
                && "'\u2019\u2032".indexOf(pieces.firstChar(prime)) >= 0
                && pieces.isGlued(prime)
                && pieces.isGlued(minor.from())
                && end < to
                && "\"\u201D\u2033".indexOf(pieces.firstChar(end)) >= 0
                && pieces.isGlued(end)
                && minor.wholeUpTo(INCHES - 1) >= 0;
    }

    /** Index behind the smaller unit that starts at a piece; the index itself where it does not. */
    private int behindUnit(UnitPart part, int at) {
        if (at >= to) {
            return at;
        }
        if (part.symbol() != null && part.symbol().equals(pieces.text(at))) {
            return at + 1;
        }
        Unit found = grammar.units.behind(pieces, at, to, unit);
        return found != null && part.code().equals(found.code()) ? unit.to() : at;
    }

    private boolean isHyphen(int at) {
        return at + 1 < to && pieces.is(at, '-') && pieces.isGlued(at) && pieces.isGlued(at + 1);
    }

    /** Whether the number is no count of anything. */
    private boolean isBare(Amount amount, Numeral minor) {
        boolean ends =
                minor.to() == to || !pieces.isWord(minor.to()) || grammar.functionWords.contains(pieces.id(minor.to()));
        return ends && amount.end == minor.from() && pieces.length(minor.from()) == 2;
    }

    /** Whether nothing but a word for and stands between an amount and a number. */
    private boolean follows(Amount amount, Numeral minor) {
        int start = amount.end;
        return start == minor.from()
                || pieces.isWord(start) && grammar.coordinations.skip(pieces, start, to) == minor.from();
    }
}
