// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.util.BitSet;

/** Finds the units of one sentence; for use by one thread. */
final class SentenceUnits {

    private static final BigDecimal LARGE = BigDecimal.valueOf(100_000);

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final FigureGrammar grammar;
    /** Counted from the start of the sentence, so that a long text takes no more room for each. */
    private final BitSet quotes;

    private final Trie.Match<UnitSpellings> unit = new Trie.Match<>();
    private final Trie.Match<UnitSpellings> other = new Trie.Match<>();

    SentenceUnits(Pieces pieces, int from, int to, FigureGrammar grammar) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.grammar = grammar;
        quotes = quotes();
    }

    /** Index of the other end of the unit that was found last: behind it, or of its first piece where it stands before. */
    int end() {
        return unit.to();
    }

    static boolean isLarge(BigDecimal value) {
        return value == null || value.compareTo(LARGE) >= 0;
    }

    /** The unit that ends before a piece, or null. */
    Unit before(int at, int start) {
        Unit found = grammar.units.before(pieces, at, start, unit);
        if (found == null) {
            return null;
        }
        int first = unit.to();
        boolean article = first + 1 < at
                && pieces.length(first) == 1
                && !pieces.isGlued(first + 1)
                && grammar.functionWords.contains(pieces.id(first));
        // A $500 fine is not in Australian dollars.
        return article ? grammar.units.before(pieces, at, first + 1, unit) : found;
    }

    /** Looks for a unit behind a number: 5 km, 5-km, 2 millions [d']euros, 20 (kg). */
    Unit behind(Amount amount, int at) {
        if (at >= to) {
            return null;
        }
        boolean gluedHyphen = pieces.is(at, '-') && pieces.isGlued(at) && at + 1 < to && pieces.isGlued(at + 1);
        int next = gluedHyphen ? at + 1 : at;
        Unit found = at(next);
        if (found == null && gluedHyphen) {
            found = at(at);
        }
        if (found != null) {
            return found;
        }
        boolean part = amount.numeral().kind() == Numeral.Kind.FRACTION;
        int linked = (part ? grammar.fractionLinkers : grammar.countLinkers).skip(pieces, at, to);
        boolean inWords = !amount.numeral().digits();
        if (linked > at && (inWords || isLarge(amount.value))) {
            return at(linked);
        }
        return bracketed(at);
    }

    /** The unit that starts at a piece, or null. */
    Unit at(int at) {
        if (at >= to) {
            return null;
        }
        Unit found = grammar.units.behind(pieces, at, to, unit);
        if (found == null) {
            return null;
        }
        int end = unit.to();
        if (isLoosePower(at, end)) {
            found = grammar.units.behind(pieces, at, end - 1, unit);
            end = unit.to();
        }
        boolean elided = end < to && pieces.length(end - 1) == 1 && pieces.is(end, '\'') && pieces.isGlued(end);
        boolean apostrophe = end < to && pieces.length(end - 1) == 1 && pieces.is(end, '\u2019');
        boolean cutShort = end < to
                && pieces.isGlued(end)
                && (pieces.isDigits(end) || pieces.isWord(end))
                && pieces.isWord(end - 1);
        boolean initial = end < to && pieces.length(end - 1) == 1 && pieces.is(end, '.') && pieces.isGlued(end);
        if (quotes.get(end - 1 - from) || isVerb(at, end)) {
            return null;
        }
        boolean code = end + 1 < to
                && pieces.is(end, '-')
                && pieces.isGlued(end)
                && pieces.isDigits(end + 1)
                && !isPart(found, end + 1);
        return elided || apostrophe || cutShort || code || (initial && isGluedWord(end + 1)) ? null : found;
    }

    /** 6-foot-4 */
    private boolean isPart(Unit found, int digits) {
        UnitPart part = found.code() == null ? null : grammar.unitParts.get(found.code());
        return part != null && part.hyphen() && pieces.length(digits) <= 2 && pieces.number(digits) < part.count();
    }

    /** 12 m 2 dm: the digit counts decimetres, and is no exponent. */
    private boolean isLoosePower(int at, int end) {
        return end - 1 > at
                && pieces.isDigits(end - 1)
                && !pieces.isGlued(end - 1)
                && grammar.units.behind(pieces, end, to, other) != null;
    }

    /** Nel 2005 ha avviato: hectares only where no verb can follow. */
    private boolean isVerb(int at, int end) {
        return end == at + 1
                && pieces.length(at) > 1
                && grammar.functionWords.contains(pieces.id(at))
                && end < to
                && pieces.isWord(end)
                && grammar.countLinkers.skip(pieces, end, to) == end;
    }

    /** "Apollo 13" is no length of 13 inches, nor is 13 "actions"; 5" opens no quotation. */
    private BitSet quotes() {
        BitSet quotes = new BitSet();
        boolean open = false;
        for (int i = from; i < to; i++) {
            if (pieces.is(i, '"') && (open || !isInches(i))) {
                quotes.set(i - from);
                open = !open;
            }
        }
        return quotes;
    }

    /** Glued to digits, or between them and another word. */
    private boolean isInches(int at) {
        boolean opens = !pieces.isGlued(at) && at + 1 < to && pieces.isGlued(at + 1);
        return at > from && pieces.isDigits(at - 1) && !opens;
    }

    private boolean isGluedWord(int at) {
        return at < to && pieces.isGlued(at) && pieces.isWord(at);
    }

    private Unit bracketed(int at) {
        if (at + 2 >= to || "([{<".indexOf(pieces.firstChar(at)) < 0) {
            return null;
        }
        Unit found = at(at + 1);
        if (found == null || unit.to() >= to || ")]}>".indexOf(pieces.firstChar(unit.to())) < 0) {
            return null;
        }
        // The bracket that closes belongs to the unit's place in the text.
        grammar.units.behind(pieces, at + 1, to, unit);
        return found;
    }
}
