// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import static io.depeche.enrich.text.pieces.Vocabulary.UNKNOWN;

import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.util.Arrays;

/**
 * Walks the automata of a language over the pieces of one text. What a level found at a piece is kept, since rules of
 * later levels ask for it again; no walk is longer than its rule. For use by one thread.
 */
final class RuleMatcher {

    /**
     * A match.
     *
     * @param end index behind its last piece
     */
    record Match(int end, Value value) {}

    /** No slot takes a larger number. */
    private static final int LARGEST = 9_999;

    /** More pieces than any rule looks ahead. */
    private static final int KEPT = 64;

    private static final Slot[] SLOTS = Slot.values();
    private static final int CLASSES = 2 * SLOTS.length;

    /** By the key of a slot: whether only a number fills it; false behind the last one, for classes. */
    private static final boolean[] FOR_NUMBERS = forNumbers();

    private final Pieces pieces;
    private final Numerals numerals;
    private final DateGrammar grammar;
    private final Anchor issue;

    /** By piece: index of the number that it is a part of, plus one; 0 where it is of none. */
    private final int[] numbers;

    /** By number: its value, if it is a whole one up to the largest that any slot takes; else -1. */
    private final int[] wholes;

    private final Trie.Match<Integer> word = new Trie.Match<>();
    private final Trie.Match<Boolean> phrase = new Trie.Match<>();
    private final int[][] keptAt = new int[SLOTS.length][];
    private final Match[][] kept = new Match[SLOTS.length][];
    private final Walk[] walks = new Walk[SLOTS.length + 1];

    private int from;
    private int to;

    RuleMatcher(Pieces pieces, Numerals numerals, DateGrammar grammar, Anchor issue) {
        this.pieces = pieces;
        this.numerals = numerals;
        this.grammar = grammar;
        this.issue = issue;
        numbers = new int[pieces.size()];
        wholes = new int[numerals.size()];
        for (int i = 0; i < numerals.size(); i++) {
            wholes[i] = numerals.get(i).wholeUpTo(LARGEST);
            Arrays.fill(numbers, numerals.get(i).from(), numerals.get(i).to(), i + 1);
        }
    }

    private static boolean[] forNumbers() {
        boolean[] numbers = new boolean[CLASSES + 1];
        for (Slot slot : SLOTS) {
            boolean number = !slot.isLexical() && !slot.isLevel();
            numbers[2 * slot.index()] = number;
            numbers[2 * slot.index() + 1] = number;
        }
        return numbers;
    }

    /** Sets the bounds that no match crosses: those of a sentence. */
    void within(int first, int behind) {
        from = first;
        to = behind;
    }

    /** The longest match of a level at a piece, or null. */
    Match level(Slot level, int at) {
        if (at >= to || !grammar.canStart(level, pieces.id(at), isNumber(at))) {
            return null;
        }
        int index = level.index();
        if (kept[index] == null) {
            kept[index] = new Match[KEPT];
            keptAt[index] = new int[KEPT];
        }
        int slot = at & (KEPT - 1);
        if (keptAt[index][slot] != at + 1) {
            kept[index][slot] = walk(index).longest(grammar.root(level), at, null);
            keptAt[index][slot] = at + 1;
        }
        return kept[index][slot];
    }

    /** The longest match of rules that fill no slot, or null. */
    Match outside(RuleNode root, int at, Value last) {
        return walk(SLOTS.length).longest(root, at, last);
    }

    /** Levels only ask earlier levels, so that one walk for each is enough. */
    private Walk walk(int index) {
        if (walks[index] == null) {
            walks[index] = new Walk();
        }
        return walks[index];
    }

    /** Whether a number starts at a piece. */
    boolean isNumber(int at) {
        return pieces.isDigits(at)
                || (numbers[at] > 0 && numerals.get(numbers[at] - 1).from() == at);
    }

    /** The number that starts at a piece, or null. */
    private Numeral numeral(int at) {
        Numeral numeral = numbers[at] == 0 ? null : numerals.get(numbers[at] - 1);
        return numeral != null && numeral.from() == at ? numeral : null;
    }

    private final class Walk {

        private final Found found = new Found();
        private int bestEnd;
        private int bestOrder;
        private Value best;
        private int start;
        private int spanEnd;

        Match longest(RuleNode root, int at, Value last) {
            bestEnd = -1;
            best = null;
            start = at;
            spanEnd = -1;
            found.last = last;
            visit(root, at);
            return best == null ? null : new Match(bestEnd, best);
        }

        private void visit(RuleNode node, int at) {
            for (Rule rule : node.rules()) {
                accept(rule, spanEnd < 0 ? at : spanEnd, at);
            }
            if (node.spanEnd() != null) {
                spanEnd = at;
                visit(node.spanEnd(), at);
                spanEnd = -1;
            }
            if (node.sentenceEnd() != null && at == to) {
                visit(node.sentenceEnd(), at);
            }
            if (at >= to || pieces.isOpaque(at)) {
                return;
            }
            if (node.glued() != null && pieces.isGlued(at)) {
                visit(node.glued(), at);
            }
            int id = pieces.id(at);
            RuleNode next = id == UNKNOWN ? null : node.word(id);
            if (next != null) {
                visit(next, at + 1);
            }
            boolean number = node.slots() > 0 && isNumber(at);
            for (int i = 0; i < node.slots(); i++) {
                int key = node.key(i);
                boolean wanted =
                        FOR_NUMBERS[key < CLASSES ? key : CLASSES] ? number || isMinus(at) : id != UNKNOWN || number;
                if (wanted) {
                    fill(key, node.filled(i), at);
                }
            }
        }

        private void fill(int key, RuleNode next, int at) {
            if (key >= CLASSES) {
                int end = grammar.phrases(key - CLASSES).skip(pieces, at, to);
                if (end > at) {
                    visit(next, end);
                }
                return;
            }
            Slot slot = SLOTS[key / 2];
            if (slot.isLevel()) {
                Match match = level(slot, at);
                if (match != null && match.value().shape != Value.Shape.NOTHING) {
                    found.push(match.value());
                    visit(next, match.end());
                    found.pop();
                }
                return;
            }
            int end = slot.isLexical() ? lexical(slot, key % 2, at) : numeric(slot, key % 2, at);
            if (end > at) {
                visit(next, end);
            }
        }

        private int lexical(Slot slot, int second, int at) {
            if (!grammar.words(slot).longest(pieces, at, to, word)) {
                return -1;
            }
            int value = word.value();
            if (slot.captured() == Slot.MONTH && value > DateGrammar.WEAK) {
                value -= DateGrammar.WEAK;
                if (grammar.monthsCapitalised && !pieces.isCapitalised(at)) {
                    return -1;
                }
            }
            found.put(2 * slot.captured().index() + second, value);
            return word.to();
        }

        private int numeric(Slot slot, int second, int at) {
            int key = 2 * slot.captured().index() + second;
            if (pieces.isDigits(at)) {
                return digits(slot, key, second, at);
            }
            if (!pieces.isWord(at)) {
                return -1;
            }
            Numeral numeral = numeral(at);
            if (slot == Slot.PARTED_HOUR) {
                return partedHour(numeral, second);
            }
            if (numeral == null && slot == Slot.MINUTE) {
                numeral = negative(at);
            }
            if (numeral == null || numeral.to() > to) {
                return -1;
            }
            boolean ordinal = numeral.kind() == Numeral.Kind.ORDINAL;
            // "Une quinzaine" is no day.
            boolean cardinal = numeral.kind() == Numeral.Kind.CARDINAL && !numeral.about();
            int value = switch (slot) {
                case N -> amount(numeral, second);
                case QUARTERS -> quarters(numeral, second);
                case DAY -> ordinal || cardinal ? between(numeral, 1, 31) : -1;
                case ORDINAL_DAY -> ordinal ? between(numeral, 1, 31) : -1;
                case ORDINAL -> ordinal ? between(numeral, 1, 400) : -1;
                case SPELT_HOUR -> cardinal ? speltHour(numeral) : -1;
                case HOUR -> cardinal || numeral.kind() == Numeral.Kind.ONE ? between(numeral, 0, 24) : -1;
                case MINUTE -> cardinal && (numeral.from() < at || !isNegative(numeral)) ? minutes(numeral) : -1;
                case SPELT_MINUTE -> cardinal ? between(numeral, 5, 59) : -1;
                case ORDINAL_HOUR -> ordinal ? hourBefore(numeral) : -1;
                case YEAR -> cardinal ? wordYear(numeral) : ordinal ? between(numeral, 1101, 2199) : -1;
                case DECADE -> cardinal ? wordDecade(numeral) : -1;
                default -> -1;
            };
            if (value < 0) {
                return -1;
            }
            if ((slot == Slot.YEAR || slot == Slot.DECADE) && value <= 20) {
                return yearInPairs(key, numeral, slot == Slot.DECADE);
            }
            found.put(key, value);
            return numeral.to();
        }

        private boolean isMinus(int at) {
            return numbers[at] > 0 && pieces.isWord(at);
        }

        /** In "sept heures moins dix" the word before the number is taken for its sign. */
        private Numeral negative(int at) {
            Numeral before = numbers[at] == 0 ? null : numerals.get(numbers[at] - 1);
            boolean negative = before != null && before.from() == at - 1 && before.to() > at && isNegative(before);
            return negative ? before : null;
        }

        private static boolean isNegative(Numeral numeral) {
            return numeral.value() != null && numeral.value().signum() < 0;
        }

        private int minutes(Numeral numeral) {
            int value = isNegative(numeral) ? -numeral.value().intValue() : whole(numeral);
            return value >= 1 && value <= 59 ? value : -1;
        }

        /** "Nineteen forty" and "twenty twenty" are years. */
        private int speltHour(Numeral numeral) {
            int hour = between(numeral, 1, 23);
            return hour == 19 || hour == 20 ? -1 : hour;
        }

        /** The eighth hour begins at seven, the first one at twelve. */
        private int hourBefore(Numeral ordinal) {
            int hour = between(ordinal, 1, 12);
            return hour == 1 ? 12 : hour < 0 ? -1 : hour - 1;
        }

        /** "nineteen ninety six" */
        private int yearInPairs(int key, Numeral first, boolean decade) {
            int at = first.to() < to && pieces.is(first.to(), '-') ? first.to() + 1 : first.to();
            Numeral second = at < to && pieces.isWord(at) ? numeral(at) : null;
            int rest = second == null || second.kind() != Numeral.Kind.CARDINAL || second.to() > to
                    ? -1
                    : between(second, 10, 99);
            boolean fits = rest >= 10 && (!decade || rest % 10 == 0);
            return fits ? put(key, 100 * whole(first) + rest, second.to()) : -1;
        }

        private int partedHour(Numeral numeral, int second) {
            if (numeral == null || numeral.to() > to || numeral.digits() || numeral.value() == null) {
                return -1;
            }
            BigDecimal[] parts = numeral.value().divideAndRemainder(BigDecimal.ONE);
            BigDecimal quarters = parts[1].multiply(BigDecimal.valueOf(4));
            boolean fits = numeral.kind() != Numeral.Kind.ORDINAL
                    && parts[0].compareTo(BigDecimal.ONE) >= 0
                    && parts[0].compareTo(BigDecimal.valueOf(24)) < 0
                    && quarters.signum() > 0
                    && quarters.stripTrailingZeros().scale() <= 0;
            if (!fits) {
                return -1;
            }
            found.put(2 * Slot.HOUR.index() + second, parts[0].intValue());
            found.put(2 * Slot.MINUTE.index() + second, 15 * quarters.intValue());
            return numeral.to();
        }

        private int amount(Numeral numeral, int second) {
            if (numeral.kind() == Numeral.Kind.ORDINAL) {
                return -1;
            }
            BigDecimal value = numeral.value();
            // Nobody means a length of more digits than that.
            if (whole(numeral) < 0 && value != null && value.precision() > 18) {
                return -1;
            }
            found.putAmount(second, value);
            return Math.max(0, whole(numeral));
        }

        private int quarters(Numeral numeral, int second) {
            int unit = numeral.to() - 1;
            boolean ofYear = numeral.kind() == Numeral.Kind.FRACTION
                    && unit > numeral.from()
                    && grammar.words(Slot.UNIT).longest(pieces, unit, to, word)
                    && word.value() == TimeUnit.QUARTER.index();
            if (!ofYear) {
                return -1;
            }
            BigDecimal number = numeral.value().multiply(BigDecimal.valueOf(4)).stripTrailingZeros();
            found.putAmount(second, number);
            return number.scale() > 0 ? -1 : number.intValue();
        }

        private int whole(Numeral numeral) {
            return wholes[numbers[numeral.from()] - 1];
        }

        private int between(Numeral numeral, int least, int most) {
            int value = whole(numeral);
            return value < least || value > most ? -1 : value;
        }

        /** "two thousand and sixteen"; but "two thousand" is a number first of all. */
        private int wordYear(Numeral numeral) {
            int value = between(numeral, 0, 2199);
            return (value > 1100 && value % 1000 != 0) || (value > 10 && value <= 20) ? value : -1;
        }

        /** "The years two thousand" are a decade, though two thousand is no year by itself. */
        private int wordDecade(Numeral numeral) {
            int value = between(numeral, 2000, 2000);
            value = value < 0 ? wordYear(numeral) : value;
            return value <= 20 || value % 10 == 0 ? value : -1;
        }

        private int digits(Slot slot, int key, int second, int at) {
            int length = pieces.length(at);
            switch (slot) {
                case NUMERIC_DATE, NUMERIC_DAY, PADDED_DAY, DOTTED_DAY, NUMERIC_MONTH, DIGITAL, DOTTED_TIME, HHMM -> {
                    return DigitDates.read(slot, pieces, at, to, grammar.order, found, second == 1);
                }
                case SHORT_YEAR, SHORT_DECADE, SECOND, MINUTE -> {
                    int limit = slot == Slot.SECOND || slot == Slot.MINUTE ? 59 : 99;
                    boolean fits = length == 2
                            && pieces.number(at) <= limit
                            && (slot != Slot.SHORT_DECADE || pieces.number(at) % 10 == 0);
                    return fits ? put(key, pieces.number(at), at + 1) : -1;
                }
                case PARTED_HOUR -> {
                    return partedHour(numeral(at), second);
                }
                case DIGIT -> {
                    return length == 1 ? put(key, pieces.number(at), at + 1) : -1;
                }
                default -> {
                    return length > 9 ? -1 : number(slot, key, second, at);
                }
            }
        }

        private int put(int key, int number, int end) {
            found.put(key, number);
            return end;
        }

        private int number(Slot slot, int key, int second, int at) {
            Numeral numeral = numbers[at] == 0 ? null : numerals.get(numbers[at] - 1);
            boolean within = numeral != null && numeral.to() <= to;
            if (within && numeral.from() < at) {
                return -1;
            }
            boolean ordinal = within && numeral.kind() == Numeral.Kind.ORDINAL;
            boolean longer = within && numeral.to() > at + 1;
            int number = pieces.number(at);
            int length = pieces.length(at);
            return switch (slot) {
                case N -> {
                    int amount = within ? amount(numeral, second) : -1;
                    yield amount < 0 ? -1 : put(key, amount, numeral.to());
                }
                case QUARTERS -> {
                    int amount = within ? quarters(numeral, second) : -1;
                    yield amount < 0 ? -1 : put(key, amount, numeral.to());
                }
                case ORDINAL -> ordinal && between(numeral, 1, 400) > 0 ? put(key, whole(numeral), numeral.to()) : -1;
                case DAY, ORDINAL_DAY -> {
                    boolean fits = length <= 2 && number >= 1 && number <= 31;
                    if (!fits || (longer && !ordinal) || (slot == Slot.ORDINAL_DAY && !ordinal)) {
                        yield -1;
                    }
                    yield put(key, number, ordinal ? numeral.to() : at + 1);
                }
                case DIGIT_DAY -> number >= 1 && number <= 31 && !longer ? put(key, number, at + 1) : -1;
                case DIGIT_MONTH -> number >= 1 && number <= 12 && !longer ? put(key, number, at + 1) : -1;
                case HOUR -> length <= 2 && number <= 24 && !longer ? put(key, number, at + 1) : -1;
                case YEAR ->
                    length == 4 && number >= 1000 && number < 2200 && !longer && !goesOn(at)
                            ? put(key, number, at + 1)
                            : -1;
                case DECADE ->
                    length == 4 && number >= 1000 && number < 2200 && number % 10 == 0 ? put(key, number, at + 1) : -1;
                default -> -1;
            };
        }

        /** Whether letters follow without a space: 2014m. */
        private boolean goesOn(int at) {
            return at + 1 < pieces.size() && pieces.isGlued(at + 1) && pieces.isWord(at + 1);
        }

        private void accept(Rule rule, int end, int behind) {
            if (end < bestEnd || (end == bestEnd && rule.order() >= bestOrder)) {
                return;
            }
            if (!rule.fits(pieces, from, start, behind, to, phrase)) {
                return;
            }
            found.setRule(rule);
            Value value = rule.meaning().read(found, issue);
            if (value != null) {
                best = value;
                bestEnd = end;
                bestOrder = rule.order();
            }
        }
    }
}
