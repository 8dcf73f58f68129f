// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.DateType;
import io.depeche.enrich.text.IssueDate;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** One pass over the pieces of one text: at each piece the longest match of all levels, then on behind it. */
final class DateScan {

    /** From the most to the least telling one, for matches of the same length. */
    private static final Slot[] LEVELS = {
        Slot.DATE, Slot.RANGE, Slot.MOMENT, Slot.PERIOD, Slot.CLOCK_RANGE, Slot.CLOCK, Slot.DURATION
    };

    /** A word and a comma between a date and one that goes on from it. */
    private static final int CONNECTED = 2;

    private final Pieces pieces;
    private final DateGrammar grammar;
    private final BitSet ages;
    private final BitSet money;
    private final Anchor issue;
    private final RuleMatcher matcher;
    private final List<DateExpression> dates = new ArrayList<>();

    private int from;
    private int to;
    private LocalDate lastDay;
    private Value last;
    private int lastEnd = -CONNECTED - 1;

    /** @param issued null where it is not known */
    /**
     * @param ages the pieces that ages have taken
     * @param money those that amounts of money have taken
     */
    DateScan(Pieces pieces, Numerals numerals, BitSet ages, BitSet money, DateGrammar grammar, IssueDate issued) {
        this.pieces = pieces;
        this.ages = ages;
        this.money = money;
        this.grammar = grammar;
        issue = new Anchor(issued);
        matcher = new RuleMatcher(pieces, numerals, grammar, issue);
    }

    List<DateExpression> run(List<Tokens.Range> sentences) {
        int behind = 0;
        for (Tokens.Range sentence : sentences) {
            from = sentence.from();
            to = sentence.to();
            if (lastDay != null
                    && pieces.text().substring(behind, pieces.start(from)).indexOf('\n') >= 0) {
                lastDay = null;
            }
            behind = pieces.end(to - 1);
            lastEnd = -CONNECTED - 1;
            matcher.within(from, to);
            sentence();
        }
        return List.copyOf(dates);
    }

    private void sentence() {
        int at = from;
        while (at < to) {
            at = canStart(at) ? date(at) : at + 1;
        }
    }

    private boolean canStart(int at) {
        return pieces.isDigits(at)
                ? !isAmongUnknown(at) && !isPartOfCode(at)
                : grammar.anyStarts.canStart(pieces.id(at)) || matcher.isNumber(at);
    }

    /** Whether digits have more of them, or what no rule knows, on either side, as in tables; 20181106 is a date by itself. */
    private boolean isAmongUnknown(int at) {
        int next = at + 1;
        if (isNumberByItself(at - 1) && isNumberByItself(next)) {
            return pieces.length(at) < 8;
        }
        boolean minutes = next < to && pieces.isDigits(next) && pieces.length(next) == 2;
        return pieces.length(at) < 8
                && !minutes
                && (next >= to || (pieces.id(next) == Vocabulary.UNKNOWN && !pieces.isGlued(next)))
                && (at == from || pieces.id(at - 1) == Vocabulary.UNKNOWN);
    }

    private boolean isNumberByItself(int at) {
        return at >= from
                && at < to
                && pieces.isDigits(at)
                && !pieces.isGlued(at)
                && (at + 1 >= to || !pieces.isGlued(at + 1));
    }

    /** Whether digits go on from a letter, a sign of money or other digits: A320, $12, 3-1. */
    private boolean isPartOfCode(int at) {
        if (!pieces.isGlued(at)) {
            return false;
        }
        if (pieces.isWord(at - 1) || pieces.isOpaque(at - 1)) {
            return true;
        }
        int before = pieces.text().codePointBefore(pieces.start(at));
        if (Character.getType(before) == Character.CURRENCY_SYMBOL || before == '#' || before == '+' || before == '№') {
            return true;
        }
        boolean sign =
                before == '-' || before == '/' || before == '.' || before == ':' || before == ',' || before == '_';
        return sign && at > 1 && pieces.isGlued(at - 1) && pieces.isDigits(at - 2);
    }

    /** @return index to go on from */
    private int date(int at) {
        int word = pieces.id(at);
        boolean number = matcher.isNumber(at);
        RuleMatcher.Match best = outside(grammar.noDates, grammar.noDateStarts, word, number, at, null);
        best = longer(best, outside(grammar.sets, grammar.setStarts, word, number, at, null));
        for (Slot level : LEVELS) {
            best = longer(best, matcher.level(level, at));
        }
        if (best == null && at - lastEnd <= CONNECTED) {
            best = outside(grammar.continuations, grammar.continuationStarts, word, number, at, last);
        }
        if (best != null && best.value().isLengthFromLast() && lastDay == null) {
            // "Two days later" than a date that the text has not told is no more than a length.
            best = matcher.level(Slot.DURATION, at);
        }
        if (best == null || takes(money, at, best)) {
            return at + 1;
        }
        if (best.value().shape != Value.Shape.NOTHING && !isAge(at, best)) {
            add(at, best);
        }
        return best.end();
    }

    private RuleMatcher.Match outside(
            RuleNode root, DateGrammar.Starts starts, int word, boolean number, int at, Value before) {
        return starts.canStart(word) || (number && starts.number()) ? matcher.outside(root, at, before) : null;
    }

    private static RuleMatcher.Match longer(RuleMatcher.Match best, RuleMatcher.Match other) {
        return best == null || (other != null && other.end() > best.end()) ? other : best;
    }

    /** "29 years old" is an age, which is a figure. */
    private boolean isAge(int at, RuleMatcher.Match match) {
        boolean length = match.value().shape == Value.Shape.DURATION && !match.value().anchored;
        return length && takes(ages, at, match);
    }

    private static boolean takes(BitSet taken, int at, RuleMatcher.Match match) {
        // Not to the next set bit, which may be a megabyte away.
        for (int piece = at; piece < match.end(); piece++) {
            if (taken.get(piece)) {
                return true;
            }
        }
        return false;
    }

    private void add(int at, RuleMatcher.Match match) {
        Value value = match.value();
        String anchor = value.anchored ? issue.iso(value.fromTime) : null;
        if (value.dependsOnLast()) {
            LocalDate base = lastDay == null ? issue.day() : lastDay;
            anchor = lastDay == null ? issue.iso(false) : lastDay.toString();
            value = moved(value, base);
        }
        DateType type = value.type();
        dates.add(new DateExpression(pieces.span(at, match.end() - 1), type, value.timex(), anchor));
        Value end = value.shape == Value.Shape.INTERVAL ? value.to : value;
        if (end.isWhole()) {
            lastDay = end.date();
        }
        last = value;
        lastEnd = match.end();
    }

    private static Value moved(Value value, LocalDate base) {
        Value moved = value.copy();
        if (value.shape == Value.Shape.INTERVAL) {
            moved.from = moved(value.from, base);
            moved.to = moved(value.to, base);
        } else if (base != null && value.daysFromLast != 0) {
            LocalDate day = base.plusDays(value.daysFromLast);
            if (day.getYear() >= 1 && day.getYear() <= 9999) {
                moved.year = day.getYear();
                moved.month = day.getMonthValue();
                moved.day = day.getDayOfMonth();
            }
        }
        return moved;
    }
}
