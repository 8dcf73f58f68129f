// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.language.CalendarNames;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How one language writes dates and times: the automata of its rules, and the words that fill their slots; immutable. */
final class DateGrammar {

    /** What a month that is another word, too, has added to its number. */
    static final int WEAK = 100;

    /** The sections of rules from the first level to the last, with the slots that they fill. */
    private static final Map<Slot, Section> LEVELS = levels();

    private final Trie<Integer>[] words;
    private final List<Trie<Boolean>> classes = new ArrayList<>();
    private final RuleNode[] roots = new RuleNode[Slot.values().length];
    private final boolean[][] starts = new boolean[Slot.values().length][];
    private final boolean[] startsWithNumber = new boolean[Slot.values().length];

    final RuleNode noDates;
    final RuleNode sets;
    final RuleNode continuations;
    final Starts noDateStarts;
    final Starts setStarts;
    final Starts continuationStarts;
    /** What any rule can start with. */
    final Starts anyStarts;

    final boolean monthsCapitalised;
    final DateOrder order;
    final Trie<Boolean> ageCues;
    final Trie<Boolean> bareAgeCues;
    final Trie<Boolean> ageCuesBehind;

    /**
     * What a rule of some automaton can start with.
     *
     * @param words by the number of a word: whether it can
     * @param number whether a number can
     */
    record Starts(boolean[] words, boolean number) {
        boolean canStart(int word) {
            return word < words.length && words[word];
        }
    }

    DateGrammar(Lexicon lexicon, Vocabulary vocabulary) {
        words = newTries();
        CalendarNames calendar = new CalendarNames(lexicon);
        monthsCapitalised = calendar.areMonthsCapitalised();
        fill(lexicon, calendar, vocabulary);
        Map<String, Integer> keys = new LinkedHashMap<>();
        Map<String, List<String>> phrases = new LinkedHashMap<>();
        for (Lexicon.Entry entry : lexicon.entries(Section.DATE_CLASSES)) {
            lexicon.read(entry, value -> {
                List<String> some = Arrays.stream(value.split("\\|"))
                        .map(String::strip)
                        .filter(phrase -> !phrase.isEmpty())
                        .toList();
                if (some.isEmpty() || phrases.containsKey(entry.key())) {
                    throw new IllegalArgumentException("expected class = phrase | phrase, once for each class");
                }
                Trie<Boolean> trie = new Trie<>(vocabulary, false);
                some.forEach(phrase -> trie.add(phrase, true));
                keys.put(entry.key(), 2 * Slot.values().length + classes.size());
                phrases.put(entry.key(), some);
                classes.add(trie);
                return value;
            });
        }
        RuleCompiler compiler = new RuleCompiler(lexicon, vocabulary, keys, phrases);
        LEVELS.forEach((slot, section) -> roots[slot.ordinal()] = compiler.compile(section, slot));
        noDates = compiler.compile(Section.NO_DATES, null);
        sets = compiler.compile(Section.SET_RULES, null);
        continuations = compiler.compile(Section.NEXT_RULES, null);
        order = lexicon.entries(Section.DATE_ORDER).stream()
                .findFirst()
                .map(entry -> lexicon.read(entry, value -> order(entry.key())))
                .orElse(DateOrder.DMY);
        ageCues = backwards(lexicon, Section.AGE_CUES, vocabulary);
        bareAgeCues = backwards(lexicon, Section.BARE_AGE_CUES, vocabulary);
        ageCuesBehind = Trie.of(lexicon, Section.AGE_CUES_BEHIND, vocabulary);

        for (Slot slot : LEVELS.keySet()) {
            Starts level = starts(roots[slot.ordinal()], vocabulary.size());
            starts[slot.ordinal()] = level.words();
            startsWithNumber[slot.ordinal()] = level.number();
        }
        noDateStarts = starts(noDates, vocabulary.size());
        setStarts = starts(sets, vocabulary.size());
        continuationStarts = starts(continuations, vocabulary.size());
        anyStarts = any(vocabulary.size());
    }

    private static DateOrder order(String name) {
        try {
            return DateOrder.valueOf(name);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected one of " + List.of(DateOrder.values()), unknown);
        }
    }

    private static Map<Slot, Section> levels() {
        Map<Slot, Section> levels = new LinkedHashMap<>();
        levels.put(Slot.CLOCK, Section.CLOCK_RULES);
        levels.put(Slot.LENGTH, Section.LENGTH_RULES);
        levels.put(Slot.DURATION, Section.DURATION_RULES);
        levels.put(Slot.CLOCK_RANGE, Section.CLOCK_RANGE_RULES);
        levels.put(Slot.PERIOD, Section.PERIOD_RULES);
        levels.put(Slot.DATE, Section.DATE_RULES);
        levels.put(Slot.MOMENT, Section.MOMENT_RULES);
        levels.put(Slot.RANGE, Section.RANGE_RULES);
        return levels;
    }

    @SuppressWarnings("unchecked") // Java has no generic arrays; this one never leaves the grammar
    private static Trie<Integer>[] newTries() {
        return (Trie<Integer>[]) new Trie<?>[Slot.values().length];
    }

    private void fill(Lexicon lexicon, CalendarNames calendar, Vocabulary vocabulary) {
        for (Slot slot : Slot.values()) {
            if (slot.isLexical()) {
                words[slot.ordinal()] = new Trie<>(vocabulary, false);
            }
        }
        Set<String> weak = lexicon.words(Section.WEAK_MONTHS);
        calendar.months().forEach((name, month) -> addMonth(name, month, weak, true));
        calendar.shortMonths().forEach((name, month) -> addMonth(name, month, weak, false));
        words[Slot.WEEKDAY.ordinal()].addAll(calendar.weekdays());
        words[Slot.SHORT_WEEKDAY.ordinal()].addAll(calendar.weekdays());
        words[Slot.SHORT_WEEKDAY.ordinal()].addAll(calendar.shortWeekdays());
        words[Slot.UNIT.ordinal()].addAll(lexicon.map(
                Section.TIME_UNITS, name -> Meanings.Arguments.unit(name).ordinal()));
        words[Slot.SEASON.ordinal()].addAll(lexicon.map(Section.SEASONS, Seasons::season));
        words[Slot.PART.ordinal()].addAll(lexicon.map(Section.DAY_PARTS, Seasons::part));
        words[Slot.HOLIDAY.ordinal()].addAll(lexicon.map(Section.HOLIDAYS, Holiday::parse));
        words[Slot.HALF.ordinal()].addAll(lexicon.map(Section.DAY_HALVES, half -> {
            if (!half.equals("AM") && !half.equals("PM")) {
                throw new IllegalArgumentException("expected AM or PM");
            }
            return half.equals("PM") ? 1 : 0;
        }));
        words[Slot.FREQUENCY.ordinal()].addAll(lexicon.map(Section.FREQUENCIES, Frequencies::parse));
    }

    private void addMonth(String name, int month, Set<String> weak, boolean full) {
        String folded = io.depeche.enrich.text.Token.fold(name);
        boolean isWeak = weak.contains(folded) || (folded.endsWith(".") && weak.contains(folded.substring(0, folded.length() - 1)));
        words[Slot.MONTH.ordinal()].add(name, isWeak ? month + WEAK : month);
        if (full) {
            words[Slot.FULL_MONTH.ordinal()].add(name, isWeak ? month + WEAK : month);
        }
        if (full && !isWeak) {
            words[Slot.PLAIN_MONTH.ordinal()].add(name, month);
        }
    }

    private static Trie<Boolean> backwards(Lexicon lexicon, Section section, Vocabulary vocabulary) {
        Trie<Boolean> trie = Trie.backwards(vocabulary);
        trie.addAll(lexicon.map(section, bare -> true));
        return trie;
    }

    private Starts starts(RuleNode root, int size) {
        boolean[] byWord = new boolean[size];
        boolean number = false;
        for (int word = 1; word < size; word++) {
            byWord[word] = root.word(word) != null;
        }
        for (int i = 0; i < root.slots(); i++) {
            int key = root.key(i);
            if (key >= 2 * Slot.values().length) {
                mark(byWord, classes.get(key - 2 * Slot.values().length));
                continue;
            }
            Slot slot = Slot.values()[key / 2];
            if (slot.isLexical()) {
                mark(byWord, words[slot.ordinal()]);
            } else if (slot.isLevel()) {
                for (int word = 1; word < size; word++) {
                    byWord[word] |= starts[slot.ordinal()][word];
                }
                number |= startsWithNumber[slot.ordinal()];
            } else {
                number = true;
            }
        }
        return new Starts(byWord, number);
    }

    private static void mark(boolean[] byWord, Trie<?> phrases) {
        for (int word = 1; word < byWord.length; word++) {
            byWord[word] |= phrases.canStart(word);
        }
    }

    private Starts any(int size) {
        boolean[] byWord = new boolean[size];
        boolean number = noDateStarts.number() || setStarts.number();
        for (int word = 1; word < size; word++) {
            byWord[word] = noDateStarts.canStart(word) || setStarts.canStart(word) || continuationStarts.canStart(word);
            for (Slot slot : LEVELS.keySet()) {
                byWord[word] |= starts[slot.ordinal()][word];
            }
        }
        for (Slot slot : LEVELS.keySet()) {
            number |= startsWithNumber[slot.ordinal()];
        }
        return new Starts(byWord, number);
    }

    /** The words that fill a slot. */
    Trie<Integer> words(Slot slot) {
        return words[slot.ordinal()];
    }

    /** The phrases of a class. */
    Trie<Boolean> phrases(int index) {
        return classes.get(index);
    }

    /** The automaton that fills a slot. */
    RuleNode root(Slot slot) {
        return roots[slot.ordinal()];
    }

    /** What the rules that fill a slot can start with. */
    boolean canStart(Slot slot, int word, boolean number) {
        return (number && startsWithNumber[slot.ordinal()])
                || (word < starts[slot.ordinal()].length && starts[slot.ordinal()][word]);
    }
}
