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
    private final RuleNode[] roots = new RuleNode[Slot.count()];
    private final boolean[][] starts = new boolean[Slot.count()][];
    private final boolean[] startsWithNumber = new boolean[Slot.count()];

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

    /**
     * What a rule of some automaton can start with.
     *
     * @param words by the number of a word: whether it can
     * @param number whether a number can
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared
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
                        // "\\(" is a bracket, as in rules.
                        .map(phrase -> phrase.strip().replace("\\", ""))
                        .filter(phrase -> !phrase.isEmpty())
                        .toList();
                if (some.isEmpty() || phrases.containsKey(entry.key())) {
                    throw new IllegalArgumentException("expected class = phrase | phrase, once for each class");
                }
                Trie<Boolean> trie = new Trie<>(vocabulary, false);
                some.forEach(phrase -> trie.add(phrase, true));
                keys.put(entry.key(), 2 * Slot.count() + classes.size());
                phrases.put(entry.key(), some);
                classes.add(trie);
                return value;
            });
        }
        RuleCompiler compiler = new RuleCompiler(lexicon, vocabulary, keys, phrases);
        LEVELS.forEach((slot, section) -> roots[slot.index()] = compiler.compile(section, slot));
        noDates = compiler.compile(Section.NO_DATES, null);
        sets = compiler.compile(Section.SET_RULES, null);
        continuations = compiler.compile(Section.NEXT_RULES, null);
        order = lexicon.entries(Section.DATE_ORDER).stream()
                .findFirst()
                .map(entry -> lexicon.read(entry, value -> order(entry.key())))
                .orElse(DateOrder.DMY);

        for (Slot slot : LEVELS.keySet()) {
            Starts level = starts(roots[slot.index()], vocabulary.size());
            starts[slot.index()] = level.words();
            startsWithNumber[slot.index()] = level.number();
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
        return (Trie<Integer>[]) new Trie<?>[Slot.count()];
    }

    private void fill(Lexicon lexicon, CalendarNames calendar, Vocabulary vocabulary) {
        for (Slot slot : Slot.values()) {
            if (slot.isLexical()) {
                words[slot.index()] = new Trie<>(vocabulary, false);
            }
        }
        Set<String> weak = lexicon.words(Section.WEAK_MONTHS);
        calendar.months().forEach((name, month) -> addMonth(name, month, weak, true));
        calendar.shortMonths().forEach((name, month) -> addMonth(name, month, weak, false));
        words[Slot.WEEKDAY.index()].addAll(calendar.weekdays());
        words[Slot.SHORT_WEEKDAY.index()].addAll(calendar.weekdays());
        words[Slot.SHORT_WEEKDAY.index()].addAll(calendar.shortWeekdays());
        words[Slot.UNIT.index()].addAll(lexicon.map(
                Section.TIME_UNITS, name -> Meanings.Arguments.unit(name).index()));
        words[Slot.SEASON.index()].addAll(lexicon.map(Section.SEASONS, Seasons::season));
        words[Slot.PART.index()].addAll(lexicon.map(Section.DAY_PARTS, Seasons::part));
        words[Slot.HOLIDAY.index()].addAll(lexicon.map(Section.HOLIDAYS, Holiday::parse));
        words[Slot.HALF.index()].addAll(lexicon.map(Section.DAY_HALVES, half -> {
            if (!half.equals("AM") && !half.equals("PM")) {
                throw new IllegalArgumentException("expected AM or PM");
            }
            return half.equals("PM") ? 1 : 0;
        }));
        words[Slot.FREQUENCY.index()].addAll(lexicon.map(Section.FREQUENCIES, Frequencies::parse));
    }

    private void addMonth(String name, int month, Set<String> weak, boolean full) {
        String folded = io.depeche.enrich.text.Token.fold(name);
        boolean isWeak = weak.contains(folded)
                || (folded.endsWith(".") && weak.contains(folded.substring(0, folded.length() - 1)));
        words[Slot.MONTH.index()].add(name, isWeak ? month + WEAK : month);
        if (full) {
            words[Slot.FULL_MONTH.index()].add(name, isWeak ? month + WEAK : month);
        }
        if (full && !isWeak) {
            words[Slot.PLAIN_MONTH.index()].add(name, month);
        }
    }

    private Starts starts(RuleNode root, int size) {
        boolean[] byWord = new boolean[size];
        boolean number = false;
        for (int word = 1; word < size; word++) {
            byWord[word] = root.word(word) != null;
        }
        for (int i = 0; i < root.slots(); i++) {
            int key = root.key(i);
            if (key >= 2 * Slot.count()) {
                mark(byWord, classes.get(key - 2 * Slot.count()));
                continue;
            }
            Slot slot = Slot.at(key / 2);
            if (slot.isLexical()) {
                mark(byWord, words[slot.index()]);
            } else if (slot.isLevel()) {
                for (int word = 1; word < size; word++) {
                    byWord[word] |= starts[slot.index()][word];
                }
                number |= startsWithNumber[slot.index()];
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
                byWord[word] |= starts[slot.index()][word];
            }
        }
        for (Slot slot : LEVELS.keySet()) {
            number |= startsWithNumber[slot.index()];
        }
        return new Starts(byWord, number);
    }

    /** The words that fill a slot. */
    Trie<Integer> words(Slot slot) {
        return words[slot.index()];
    }

    /** The phrases of a class. */
    Trie<Boolean> phrases(int index) {
        return classes.get(index);
    }

    /** The automaton that fills a slot. */
    RuleNode root(Slot slot) {
        return roots[slot.index()];
    }

    /** What the rules that fill a slot can start with. */
    boolean canStart(Slot slot, int word, boolean number) {
        return (number && startsWithNumber[slot.index()])
                || (word < starts[slot.index()].length && starts[slot.index()][word]);
    }
}
