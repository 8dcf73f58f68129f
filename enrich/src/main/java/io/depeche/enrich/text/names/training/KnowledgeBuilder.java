// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.text.TimeZoneNames;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.names.tagger.Hash;
import io.depeche.enrich.text.names.tagger.IntTable;
import io.depeche.enrich.text.names.tagger.Knowledge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Gathers what a model knows of words: from open text, lists of names, and the CLDR. */
public final class KnowledgeBuilder {

    /** A kind of names that there are lists of; the order is that of the bits. */
    public enum Kind {
        /** First names. */
        GIVEN_NAME,
        /** Family names. */
        SURNAME,
        /** Countries and territories. */
        COUNTRY,
        /** Cities and regions. */
        PLACE,
        /** Words of organisations' names. */
        ORGANISATION_WORD,
        /** Names of organisations. */
        ORGANISATION,
        /** Offices and titles before persons' names. */
        TITLE,
        /** Names of persons. */
        PERSON
    }

    private static final Map<Section, Kind> LISTS = new EnumMap<>(Map.of(
            Section.TITLES, Kind.TITLE,
            Section.GIVEN_NAMES, Kind.GIVEN_NAME,
            Section.ORGANISATION_WORDS, Kind.ORGANISATION_WORD,
            Section.ORGANISATIONS, Kind.ORGANISATION,
            Section.LOCATIONS, Kind.PLACE,
            Section.COUNTRIES, Kind.COUNTRY));

    private static final int COARSE = 64;
    private static final int ROUNDS = 8;

    /** How one word is spelt in open text. */
    private static final class Spelling {
        private int capital;
        private int small;
        private int allCapitals;
        private int all;
    }

    private final String language;
    private final int fineClasses;
    private final int rarest;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> words = new ArrayList<>();
    private final List<Spelling> spellings = new ArrayList<>();
    private int[] text = new int[1 << 16];
    private int length;
    private final SortedMap<String, Integer> listed = new TreeMap<>();
    private final SortedMap<String, Integer> wordKinds = new TreeMap<>();

    /**
     * @param language subtag
     * @param fineClasses how many fine classes of words to make
     * @param rarest words seen less often in open text get no class
     */
    public KnowledgeBuilder(String language, int fineClasses, int rarest) {
        this.language = language;
        this.fineClasses = fineClasses;
        this.rarest = rarest;
    }

    /** Takes in a sentence of open text. */
    public void text(List<String> tokens) {
        boolean start = true;
        boolean loud = tokens.stream().filter(KnowledgeBuilder::isCapitals).count() * 2 > tokens.size();
        for (String token : tokens) {
            String word = folded(token);
            int number = numbers.computeIfAbsent(word, w -> {
                words.add(w);
                spellings.add(new Spelling());
                return words.size() - 1;
            });
            append(number);
            Spelling spelling = spellings.get(number);
            spelling.all++;
            int first = token.codePointAt(0);
            if (Character.isLetter(first) && !loud) {
                if (isCapitals(token)) {
                    spelling.allCapitals++;
                } else if (Character.isLowerCase(first)) {
                    spelling.small++;
                } else if (!start) {
                    spelling.capital++;
                }
            }
            start &= !Character.isLetter(first);
        }
        append(-1);
    }

    private void append(int number) {
        if (length == text.length) {
            text = Arrays.copyOf(text, length * 2);
        }
        text[length++] = number;
    }

    private static boolean isCapitals(String token) {
        return token.length() > 1
                && token.codePoints().anyMatch(Character::isUpperCase)
                && token.codePoints().noneMatch(Character::isLowerCase);
    }

    private static String folded(String token) {
        StringBuilder folded = new StringBuilder(token.length());
        token.codePoints().map(Hash::fold).forEach(folded::appendCodePoint);
        return folded.toString();
    }

    /** Takes in a name of a list, its words separated by spaces. */
    public void name(Kind kind, String name) {
        String[] parts = folded(name).strip().split("\\s+");
        if (parts.length > Knowledge.LONGEST_PHRASE || parts[0].isEmpty()) {
            return;
        }
        listed.merge(String.join(" ", parts), 1 << kind.ordinal(), (one, other) -> one | other);
        if (parts.length == 1 || kind == Kind.GIVEN_NAME || kind == Kind.SURNAME) {
            for (String part : parts) {
                if (part.length() > 1) {
                    wordKinds.merge(part, 1 << kind.ordinal(), (one, other) -> one | other);
                }
            }
        }
    }

    /** Takes in what a language file lists of names, and of words that go with them. */
    public void lexicon(Lexicon lexicon) {
        LISTS.forEach((section, kind) -> lexicon.entries(section).forEach(entry -> name(kind, entry.key())));
    }

    /** Takes in the names of territories, and of cities that give their names to time zones, in the language. */
    public void territories() {
        ULocale locale = ULocale.forLanguageTag(language);
        LocaleDisplayNames display = LocaleDisplayNames.getInstance(locale);
        for (String code : ULocale.getISOCountries()) {
            for (String alias : display.regionDisplayName(code).split("[()]", -1)) {
                if (!alias.isBlank()) {
                    name(Kind.COUNTRY, alias);
                }
            }
        }
        TimeZoneNames zones = TimeZoneNames.getInstance(locale);
        for (String zone : TimeZone.getAvailableIDs(TimeZone.SystemTimeZoneType.CANONICAL_LOCATION, null, null)) {
            String city = zones.getExemplarLocationName(zone);
            if (city != null) {
                name(Kind.PLACE, city);
            }
        }
    }

    /** What was gathered. */
    public Knowledge build() {
        Integer[] order = new Integer[words.size()];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Arrays.sort(
                order,
                Comparator.<Integer>comparingInt(word -> -spellings.get(word).all)
                        .thenComparing(words::get));
        int frequent = 0;
        while (frequent < order.length && spellings.get(order[frequent]).all >= rarest) {
            frequent++;
        }
        int[] ranks = new int[words.size()];
        Arrays.fill(ranks, frequent);
        for (int rank = 0; rank < frequent; rank++) {
            ranks[order[rank]] = rank;
        }
        // All rare words together stand for one that is never seen.
        int[] ranked = new int[length];
        for (int i = 0; i < length; i++) {
            ranked[i] = text[i] < 0 ? -1 : ranks[text[i]];
        }
        int[] fine =
                frequent < fineClasses ? null : new WordClasses(ranked, frequent + 1, fineClasses).exchange(ROUNDS);
        int[] coarse = frequent < fineClasses ? null : new WordClasses(ranked, frequent + 1, COARSE).exchange(ROUNDS);
        SortedMap<String, Integer> facts = new TreeMap<>();
        for (int rank = 0; rank < frequent; rank++) {
            int word = order[rank];
            facts.put(
                    words.get(word),
                    Knowledge.facts(
                            spelling(spellings.get(word)),
                            coarse == null ? 0 : coarse[rank],
                            fine == null ? 0 : fine[rank],
                            0));
        }
        wordKinds.forEach(
                (word, kinds) -> facts.merge(word, Knowledge.facts(0, 0, 0, kinds), (one, other) -> one | other));
        return new Knowledge(wordTable(facts), phraseTable());
    }

    /** From 1, always small, to 5, always with a capital; 6 in capitals throughout. */
    private static int spelling(Spelling seen) {
        int cased = seen.capital + seen.small + seen.allCapitals;
        if (cased == 0) {
            return 0;
        }
        if (seen.allCapitals * 2 > cased) {
            return 6;
        }
        int share = 100 * (seen.capital + seen.allCapitals) / cased;
        if (share < 3) {
            return 1;
        }
        if (share < 25) {
            return 2;
        }
        if (share < 75) {
            return 3;
        }
        return share < 97 ? 4 : 5;
    }

    private static IntTable wordTable(SortedMap<String, Integer> facts) {
        Map<Integer, Integer> table = new TreeMap<>();
        facts.forEach((word, value) -> table.putIfAbsent(Hash.word(word), value));
        return table(table);
    }

    private IntTable phraseTable() {
        Map<Integer, Integer> table = new TreeMap<>();
        listed.forEach((name, kinds) -> {
            String[] parts = name.split(" ");
            int hash = Hash.EMPTY;
            for (int i = 0; i < parts.length; i++) {
                hash = Hash.phrase(hash, Hash.word(parts[i]));
                boolean last = i == parts.length - 1;
                table.merge(hash, Knowledge.phrase(!last, last ? kinds : 0), (one, other) -> one | other);
            }
        });
        return table(table);
    }

    private static IntTable table(Map<Integer, Integer> table) {
        int[] keys = table.keySet().stream().mapToInt(Integer::intValue).toArray();
        int[] values = table.values().stream().mapToInt(Integer::intValue).toArray();
        return new IntTable(keys, values);
    }
}
