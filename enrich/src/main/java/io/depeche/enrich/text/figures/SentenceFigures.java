// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.FigureKind;
import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.numbers.Numeral;
import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import io.depeche.enrich.text.pieces.Trie;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes figures of the amounts of one sentence: with what they count, and whose they are. */
final class SentenceFigures {

    private static final int MOST_WORDS = 4;
    private static final int LONGEST_OWNER = 12;
    private static final int LONGEST_ACRONYM = 4;
    private static final int FIRST_YEAR = 1850;
    private static final int LAST_YEAR = 2060;

    private final Pieces pieces;
    private final int from;
    private final int to;
    private final FigureGrammar grammar;
    private final BitSet dates;
    private final Places names;
    private final Numerals numerals;
    private final SentenceAmounts sentence;

    private final Trie.Match<String> time = new Trie.Match<>();

    private Span lastCounted;
    private boolean ownerBefore;

    SentenceFigures(
            Pieces pieces, int from, int to, Numerals numerals, FigureGrammar grammar, BitSet dates, Places names) {
        this.pieces = pieces;
        this.from = from;
        this.to = to;
        this.numerals = numerals;
        this.grammar = grammar;
        this.dates = dates;
        this.names = names;
        NoFigures noFigures = new NoFigures(pieces, from, to, numerals, grammar, dates);
        sentence = new SentenceAmounts(pieces, from, to, numerals, grammar, noFigures);
    }

    void collect(List<FigureDraft> drafts) {
        List<Amount> amounts = proportions(sentence.read());
        for (int i = amounts.size() - 1; i >= 0; i--) {
            Amount amount = amounts.get(i);
            boolean shares = amount.sharesNext || isPartOfNext(amount, amounts, i + 1);
            if (amount.counted == null) {
                amount.counted = shares ? amounts.get(i + 1).counted : counted(amount);
            }
        }
        for (Amount amount : amounts) {
            FigureDraft draft = draft(amount);
            if (draft != null) {
                drafts.add(draft);
            }
        }
    }

    /** Makes one amount of part and whole where the noun stands between them: one Italian in three. */
    private List<Amount> proportions(List<Amount> amounts) {
        List<Amount> joined = new ArrayList<>(amounts.size());
        for (int i = 0; i < amounts.size(); i++) {
            boolean last = i + 1 == amounts.size();
            Amount proportion = last ? null : proportion(amounts.get(i), amounts.get(i + 1));
            joined.add(proportion == null ? amounts.get(i) : proportion);
            i += proportion == null ? 0 : 1;
        }
        return joined;
    }

    private Amount proportion(Amount part, Amount whole) {
        boolean possible = isBareCount(part)
                && isBareCount(whole)
                && whole.numeral().kind() == Numeral.Kind.CARDINAL
                && whole.qualified == whole.numeral().from()
                && !whole.sharesNext
                && !isYear(whole.numeral())
                && part.value.compareTo(whole.value) < 0;
        if (!possible) {
            return null;
        }
        int at = part.end;
        while (at < whole.first && at < part.end + MOST_WORDS && isPhraseWord(at)) {
            at++;
        }
        boolean linked = at > part.end && grammar.proportions.skip(pieces, at, to) == whole.first;
        boolean ofOthers =
                linked && counted(whole) != null && !(part.numeral().kind() == Numeral.Kind.ONE && isVerbBehind(part));
        if (!linked || ofOthers) {
            return null;
        }
        Amount proportion = new Amount(part.numeral().outOf(whole.numeral()));
        proportion.qualifier = part.qualifier;
        proportion.qualified = part.qualified;
        Span noun = grammar.head() == FigureGrammar.Head.FIRST ? noun(part.end, part) : null;
        proportion.counted = noun == null ? pieces.span(part.end, at - 1) : noun;
        return proportion;
    }

    /**
     * Whether the word behind one X in Y is a verb: where plurals can't be told, it is more often than not (un italiano su
     * tre pensa), and a sentence that starts so needs one (One Briton in three smokes).
     */
    private boolean isVerbBehind(Amount part) {
        return !grammar.tellsPlurals() || part.qualified == from;
    }

    private static boolean isBareCount(Amount amount) {
        return amount.isCount()
                && amount.unit.isNone()
                && amount.upper == null
                && amount.value != null
                && amount.value.signum() > 0
                && amount.numeral().kind() != Numeral.Kind.FRACTION;
    }

    private boolean isPhraseWord(int at) {
        return !dates.get(at)
                && numerals.at(at) == null
                && (grammar.canBeCounted(pieces, at) || grammar.isPrenominal(pieces, at));
    }

    /** 12 of the 15 hostages */
    private boolean isPartOfNext(Amount amount, List<Amount> amounts, int next) {
        boolean counts =
                next < amounts.size() && amount.isCount() && amounts.get(next).isCount() && amount.end < to;
        if (!counts) {
            return false;
        }
        int at = grammar.countLinkers.skip(pieces, amount.end, to);
        if (at == amount.end) {
            return false;
        }
        while (at < amounts.get(next).qualified && grammar.isPrenominal(pieces, at)) {
            at++;
        }
        return at == amounts.get(next).qualified;
    }

    private FigureDraft draft(Amount amount) {
        if (isNone(amount)) {
            return null;
        }
        Span counted = amount.counted;
        boolean ellipsis =
                counted == null && amount.isCount() && amount.numeral().kind() != Numeral.Kind.FRACTION;
        if (ellipsis) {
            counted = lastCounted;
        }
        if (counted != null && amount.isCount()) {
            lastCounted = counted;
        }
        int behind = amount.counted == null ? amount.end : Math.max(amount.end, pieces.firstFrom(amount.counted.end()));
        if (amount.counted != null) {
            sentence.qualifyBehind(amount, behind);
        }
        Figure.Owner owner = amount.kind == FigureKind.ORDINAL ? null : owner(behind, ellipsis && counted != null);
        ownerBefore |= owner != null;
        return new FigureDraft(
                new Figure(
                        pieces.span(amount.first, amount.end - 1),
                        amount.kind,
                        plain(amount.value),
                        plain(amount.upper),
                        amount.qualifier,
                        amount.unit.code(),
                        amount.kind == FigureKind.ORDINAL ? null : counted,
                        owner),
                amount.unit.family());
    }

    /** What is a figure only if something says so: the word for one, a year, the number of a Boeing. */
    private boolean isNone(Amount amount) {
        Numeral numeral = amount.numeral();
        if (amount.kind == FigureKind.ORDINAL) {
            return isPartOfName(numeral);
        }
        boolean bare =
                amount.unit.isNone() && amount.qualifier == Qualifier.EXACT && amount.isCount() && amount.upper == null;
        if (numeral.kind() == Numeral.Kind.ONE) {
            return bare && (amount.counted == null || isWordOfName(numeral));
        }
        // Over 2023 is no more than a year either, as long as nothing is counted.
        boolean year = amount.unit.isNone() && amount.isCount() && amount.upper == null && isYear(numeral);
        if (bare && (isWordOfName(numeral) || year) || year && amount.counted == null) {
            return true;
        }
        return bare && amount.counted == null && isBehindName(amount);
    }

    /** Windows 11, iOS 17, H.R. 3200 */
    private boolean isBehindName(Amount amount) {
        int name = amount.first - 1;
        if (name < from || !pieces.isDigits(amount.numeral().from())) {
            return false;
        }
        boolean letter = isCapitalLetter(name) && !grammar.determiners.contains(pieces.id(name));
        boolean initial = letter || name > from && pieces.is(name, '.') && isCapitalLetter(name - 1);
        return initial && name > from || hasCapital(name) && !grammar.functionWords.contains(pieces.id(name));
    }

    private boolean hasCapital(int at) {
        for (int i = pieces.start(at); pieces.isWord(at) && i < pieces.end(at); i++) {
            if (Character.isUpperCase(pieces.text().charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** League One, Phase Two */
    private boolean isWordOfName(Numeral numeral) {
        int start = numeral.from();
        return grammar.namesHaveCapitals()
                && start > from
                && pieces.isCapitalised(start)
                && pieces.isCapitalised(start - 1);
    }

    /** Premier League, First Republic Bank */
    private boolean isPartOfName(Numeral ordinal) {
        return pieces.isCapitalised(ordinal.from())
                && (grammar.namesHaveCapitals() || ordinal.from() > from)
                && ordinal.to() < to
                && pieces.isCapitalised(ordinal.to())
                && pieces.isWord(ordinal.to() - 1);
    }

    private boolean isYear(Numeral numeral) {
        int year = numeral.digits() && numeral.to() == numeral.from() + 1 ? numeral.wholeUpTo(LAST_YEAR) : -1;
        return year >= FIRST_YEAR && year % 100 != 0 && pieces.length(numeral.from()) == 4;
    }

    private static String plain(BigDecimal value) {
        if (value == null) {
            return null;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    /** What is counted, from its first word to the noun; null where nothing is. */
    private Span counted(Amount amount) {
        boolean countable = amount.isCount() || amount.kind == FigureKind.PERCENT || amount.kind == FigureKind.MEASURE;
        if (!countable) {
            return null;
        }
        boolean one = amount.numeral().kind() == Numeral.Kind.ONE && amount.unit.isNone();
        if (one && !canOneCount(amount)) {
            return null;
        }
        int start = sentence.behindQualifier(amount);
        boolean hyphen = start + 1 < to && pieces.is(start, '-') && pieces.isGlued(start) && pieces.isGlued(start + 1);
        if (hyphen) {
            start++;
            if (start < to && grammar.isAdjective(pieces, start)) {
                return null; // 9-этажный
            }
            if (grammar.head() == FigureGrammar.Head.LAST && amount.unit.isNone()) {
                boolean counts = !one && start < to && grammar.canBeCounted(pieces, start);
                return counts ? word(start) : null; // a 106-patient study, a one-way street
            }
            if (start + 1 < to && pieces.isWord(start) && pieces.length(start) <= 2) {
                start++; // 12-ти матчей
            }
        }
        int linked = linked(amount, start);
        if (!amount.unit.isNone() && linked == start) {
            return null;
        }
        Span noun = noun(linked, amount);
        return noun == null && linked > start && amount.unit.isNone() ? noun(start, amount) : noun;
    }

    private int linked(Amount amount, int at) {
        int linked = grammar.countLinkers.skip(pieces, at, to);
        // 72 km de la capitale: an article behind a measure starts something else.
        return amount.kind == FigureKind.MEASURE && grammar.measureLinkers.skip(pieces, at, to) != linked ? at : linked;
    }

    private boolean canOneCount(Amount amount) {
        if (amount.qualifier != Qualifier.EXACT) {
            return grammar.oneCounts || !isVague(amount.qualifier);
        }
        boolean pronoun = amount.first > from && grammar.oneDeterminers.contains(pieces.id(amount.first - 1));
        return grammar.oneCounts && !pronoun;
    }

    /** Près d'une porcherie is near a place. */
    private static boolean isVague(Qualifier qualifier) {
        return qualifier == Qualifier.NEARLY || qualifier == Qualifier.ABOUT;
    }

    private Span noun(int start, Amount amount) {
        // 850 appartiennent à l'armée
        if (amount.isCount() && grammar.ownerCues.skip(pieces, start, to) > start) {
            return null;
        }
        int at = start;
        while (at < to && at < start + MOST_WORDS && grammar.isPrenominal(pieces, at)) {
            at++;
        }
        boolean countable = at < to
                && !dates.get(at)
                && numerals.at(at) == null
                && (grammar.canBeCounted(pieces, at)
                        || isCompound(at)
                        || grammar.head() == FigureGrammar.Head.LAST && isPartOfPhrase(at));
        if (!countable) {
            // Adjectives that are nouns: 12 раненых.
            return at > start && grammar.isAdjective(pieces, at - 1) ? word(at - 1) : null;
        }
        boolean named = amount.kind == FigureKind.MEASURE && pieces.isCapitalised(at)
                || isSingular(amount) && isBehindName(amount);
        if (named && grammar.head() != FigureGrammar.Head.CAPITAL) {
            return null;
        }
        return switch (grammar.head()) {
            case FIRST -> firstNoun(at, amount);
            case LAST -> lastNoun(at, amount);
            case CAPITAL -> capitalNoun(start, at);
        };
    }

    /** Sous-marins, of which sous is a function word. */
    private boolean isCompound(int at) {
        return grammar.head() == FigureGrammar.Head.FIRST && pieces.isWord(at) && endOfWord(at) > at + 1;
    }

    private Span firstNoun(int at, Amount amount) {
        if (grammar.tellsPlurals() && !isSingular(amount)) {
            for (int noun = at; noun < to && noun <= at + 2; noun++) {
                boolean name = noun > at && pieces.isCapitalised(noun);
                if (name || !grammar.canBeCounted(pieces, noun)) {
                    break;
                }
                if (grammar.isPlural(pieces, noun)) {
                    return word(noun);
                }
            }
            boolean mass = isShare(amount) || amount.kind == FigureKind.MEASURE;
            return mass ? word(at) : null;
        }
        return word(at);
    }

    private Span lastNoun(int at, Amount amount) {
        int behindPlural = -1;
        int noun = at;
        for (int words = 0; words < MOST_WORDS && isPartOfPhrase(noun); words++) {
            if (behindPlural >= 0 && isBehindNoun(noun, amount)) {
                break;
            }
            int behind = endOfWord(noun);
            boolean possessive = isPossessive(behind);
            if (isPluralWord(noun) && !possessive) {
                behindPlural = behind;
            }
            noun = possessive ? behind + 2 : behind;
        }
        if (isSingular(amount)) {
            return singular(at);
        }
        if (behindPlural < 0) {
            int behind = endOfWord(at);
            boolean only = isShare(amount) && !isPartOfPhrase(behind);
            return only || !grammar.tellsPlurals() ? singular(at) : null;
        }
        return pieces.span(at, behindPlural - 1);
    }

    /** Whether a word goes on behind the noun: followers [hours] after, one in five adults [smokes]. */
    private boolean isBehindNoun(int at, Amount amount) {
        return !pieces.isCapitalised(at) && !isPluralWord(at)
                || amount.numeral().kind() == Numeral.Kind.FRACTION
                || grammar.units.time(pieces, at, to, time) != null;
    }

    /** One word; with what stands before it where that is abbreviated: one U.S. soldier. */
    private Span singular(int at) {
        int end = endOfWord(at);
        if (isInitials(at) && isPartOfPhrase(end)) {
            return pieces.span(at, endOfWord(end) - 1);
        }
        return isPossessive(end) ? null : pieces.span(at, end - 1);
    }

    private boolean isPartOfPhrase(int noun) {
        return noun < to
                && (grammar.canBeCounted(pieces, noun) || isInitials(noun) || isAcronym(noun))
                && !dates.get(noun)
                && numerals.at(noun) == null;
    }

    private boolean isPluralWord(int noun) {
        int last = endOfWord(noun) - 1;
        return pieces.isWord(last) && pieces.length(last) > 1 && !isAcronym(last) && grammar.isPlural(pieces, last);
    }

    /** The U.S. of U.S. soldiers. */
    private boolean isInitials(int at) {
        return at + 1 < to && isCapitalLetter(at) && pieces.is(at + 1, '.') && pieces.isGlued(at + 1);
    }

    private boolean isCapitalLetter(int at) {
        return pieces.isCapitalised(at) && pieces.length(at) == 1;
    }

    /** The US of US hospitals, which is a function word where it has no capitals. */
    private boolean isAcronym(int at) {
        return isInCapitals(at) && !(at + 1 < to && isInCapitals(at + 1));
    }

    private boolean isInCapitals(int at) {
        int length = pieces.length(at);
        boolean capitals = length > 1 && length <= LONGEST_ACRONYM && pieces.isWord(at);
        for (int i = pieces.start(at); capitals && i < pieces.end(at); i++) {
            capitals = Character.isUpperCase(pieces.text().charAt(i));
        }
        return capitals;
    }

    /** Whether an apostrophe and s stand at a piece: the world's uranium. */
    private boolean isPossessive(int at) {
        return at + 1 < to
                && (pieces.is(at, '\'') || pieces.is(at, '\u2019'))
                && pieces.isGlued(at)
                && pieces.isGlued(at + 1)
                && pieces.length(at + 1) == 1
                && pieces.firstChar(at + 1) == 's';
    }

    private Span capitalNoun(int start, int at) {
        for (int noun = at; noun < to && noun < at + MOST_WORDS && grammar.canBeCounted(pieces, noun); noun++) {
            if (pieces.isCapitalised(noun)) {
                return pieces.span(start, endOfWord(noun) - 1);
            }
        }
        return null;
    }

    /** Whether it is a part of something, which need not be many: 12 % of the budget. */
    private static boolean isShare(Amount amount) {
        return amount.kind == FigureKind.PERCENT || amount.numeral().kind() == Numeral.Kind.FRACTION;
    }

    private static boolean isSingular(Amount amount) {
        return amount.value != null
                && amount.value.compareTo(BigDecimal.ONE) <= 0
                && amount.isCount()
                && amount.numeral().kind() != Numeral.Kind.FRACTION;
    }

    /** A word with what is linked to it by hyphens: sous-marins. */
    private Span word(int at) {
        return pieces.span(at, endOfWord(at) - 1);
    }

    private int endOfWord(int at) {
        int end = at;
        while (isInitials(end) && end < at + 2 * MOST_WORDS) {
            end += 2;
            if (!(end < to && pieces.isGlued(end) && isInitials(end))) {
                return end;
            }
        }
        while (end + 2 < to
                && pieces.is(end + 1, '-')
                && pieces.isGlued(end + 1)
                && pieces.isGlued(end + 2)
                && pieces.isWord(end + 2)
                && end < at + MOST_WORDS) {
            end += 2;
        }
        return end + 1;
    }

    private Figure.Owner owner(int at, boolean ellipsis) {
        int start = grammar.ownerCues.skip(pieces, at, to);
        if (start == at && ellipsis && ownerBefore) {
            start = grammar.ownerLinks.skip(pieces, at, to);
        }
        if (start == at) {
            return null;
        }
        int end = start;
        int limit = Math.min(to, start + LONGEST_OWNER);
        for (int i = start; i < limit; i++) {
            if (numerals.at(i) != null) {
                break;
            }
            boolean particle = grammar.phraseParticles.contains(pieces.id(i)) || isInnerMark(i);
            boolean word = pieces.isWord(i) && !grammar.functionWords.contains(pieces.id(i));
            if (!particle && !word) {
                break;
            }
            end = particle ? end : i + 1;
        }
        if (end == start) {
            return null;
        }
        Span span = pieces.span(start, end - 1);
        return new Figure.Owner(span, names.only(span));
    }

    /** The hyphen of Croix-Rouge, the apostrophe of l'Union. */
    private boolean isInnerMark(int at) {
        char sign = pieces.firstChar(at);
        return pieces.isGlued(at)
                && at + 1 < to
                && pieces.isGlued(at + 1)
                && (sign == '-' || sign == '\'' || sign == '\u2019');
    }
}
