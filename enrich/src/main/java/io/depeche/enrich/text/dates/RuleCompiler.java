// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.LexiconException;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Trie;
import io.depeche.enrich.text.pieces.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Compiles the rules of a language file, {@code pattern = meaning}, into the automaton of one level.
 *
 * <p>A pattern is made of
 *
 * <ul>
 *   <li>words and signs, which the text has to have, in whatever capitals: {@code half past}. One that means something
 *       in patterns has a backslash before it: {@code \(}.
 *   <li>{@code {slot}}: what {@link Slot} lists; {@code {slot2}} the second of its kind.
 *   <li>{@code <class>}: one of the phrases of a class of [date-classes].
 *   <li>{@code (a|b)}: one of these; {@code [a|b]}: one of these or none.
 *   <li>{@code _}: no space may be here.
 *   <li>{@code $}: the sentence ends here.
 *   <li>{@code before >> pattern}: one of these phrases has to stand before it and is no part of it; {@code ^} is the
 *       start of the sentence. {@code before !>> pattern}: none of them may.
 *   <li>{@code pattern << behind}: what has to follow and is no part of it; it may have slots, which the meaning can
 *       use. {@code pattern <<! behind}: none of these phrases may follow.
 * </ul>
 *
 * <p>The longest match of a level wins; of two that are as long, the rule that stands first. Meanings are explained in
 * {@link Meanings}. All alternatives are spelt out at start-up, so that reading a text never tries more than the rules
 * are long.
 */
final class RuleCompiler {

    /** Enough for any rule that a person can read. */
    private static final int MOST_WAYS = 4096;

    private static final String SIGNS = "{}<>()[]|_$";

    private final Lexicon lexicon;
    private final Vocabulary vocabulary;
    private final Map<String, Integer> classes;
    private final Map<String, List<String>> classPhrases;

    /**
     * @param classes name of each class -> key of its slot
     * @param classPhrases name of each class -> its phrases
     */
    RuleCompiler(
            Lexicon lexicon,
            Vocabulary vocabulary,
            Map<String, Integer> classes,
            Map<String, List<String>> classPhrases) {
        this.lexicon = lexicon;
        this.vocabulary = vocabulary;
        this.classes = classes;
        this.classPhrases = classPhrases;
    }

    /** The key of a slot in the automaton. */
    static int key(Slot slot, boolean second) {
        return 2 * slot.index() + (second ? 1 : 0);
    }

    /**
     * The rules of a section.
     *
     * @param level the slot that they fill; they may use slots before it only. Null for rules that fill none
     * @throws LexiconException if a rule can't be read
     */
    RuleNode compile(Section section, Slot level) {
        RuleNode root = new RuleNode();
        int order = 0;
        for (Lexicon.Entry entry : lexicon.entries(section)) {
            int number = order++;
            lexicon.read(entry, value -> {
                add(root, entry.key(), value, number, level);
                return value;
            });
        }
        return root;
    }

    private void add(RuleNode root, String pattern, String meaning, int order, Slot level) {
        if (meaning.isEmpty()) {
            throw new IllegalArgumentException("expected pattern = meaning");
        }
        String main = pattern;
        Rule.Context before = null;
        int context = main.indexOf(">>");
        if (context >= 0) {
            boolean wanted = context == 0 || main.charAt(context - 1) != '!';
            before = context(main.substring(0, wanted ? context : context - 1), wanted);
            main = main.substring(context + 2);
        }
        Trie<Boolean> notBehind = null;
        int barrier = main.indexOf("<<!");
        if (barrier >= 0) {
            notBehind = new Trie<>(vocabulary, false);
            for (String phrase : phrases(main.substring(barrier + 3))) {
                notBehind.add(phrase, true);
            }
            main = main.substring(0, barrier);
        }
        List<List<Object>> ways = new Parser(main.replace("<<", "»")).ways();
        Meaning read = Meanings.of(meaning);
        for (List<Object> way : ways) {
            if (way.isEmpty()) {
                throw new IllegalArgumentException("the pattern \"" + pattern + "\" can match nothing at all;"
                        + " leave one word of it outside brackets");
            }
            insert(root, way, level, new RuleMaker(order, read, Meanings.needed(meaning), before, notBehind));
        }
    }

    private record RuleMaker(int order, Meaning meaning, Slot needed, Rule.Context before, Trie<Boolean> notBehind) {}

    private void insert(RuleNode root, List<Object> way, Slot level, RuleMaker maker) {
        boolean[] slots = new boolean[2 * Slot.count()];
        RuleNode node = root;
        for (Object element : way) {
            if (element instanceof Integer key) {
                node = node.addSlot(key);
                if (key < slots.length) {
                    capture(key, slots, level);
                }
            } else if (element.equals("_")) {
                node = node.addGlued();
            } else if (element.equals("$")) {
                node = node.addSentenceEnd();
            } else if (element.equals("»")) {
                node = node.addSpanEnd();
            } else {
                for (int word : vocabulary.internAll((String) element)) {
                    node = node.addWord(word);
                }
            }
        }
        if (maker.needed() != null && !slots[key(maker.needed(), false)]) {
            throw new IllegalArgumentException("the meaning needs the slot {"
                    + maker.needed().title() + "}; put it into the pattern in place of words");
        }
        node.addRule(new Rule(maker.order(), maker.meaning(), slots, maker.before(), maker.notBehind()));
    }

    private static void capture(int key, boolean[] slots, Slot level) {
        Slot slot = Slot.at(key / 2);
        if (slot.isLevel() && level != null && slot.index() >= level.index()) {
            throw new IllegalArgumentException("{" + slot.title() + "} is found later than {" + level.title()
                    + "}; move the rule to a later section");
        }
        boolean second = key % 2 == 1;
        slots[key(slot.captured(), second)] = true;
        switch (slot) {
            case NUMERIC_DATE -> {
                slots[key(Slot.DAY, second)] = true;
                slots[key(Slot.MONTH, second)] = true;
                slots[key(Slot.YEAR, second)] = true;
            }
            case NUMERIC_DAY, PADDED_DAY, DOTTED_DAY -> {
                slots[key(Slot.DAY, second)] = true;
                slots[key(Slot.MONTH, second)] = true;
            }
            case NUMERIC_MONTH -> {
                slots[key(Slot.MONTH, second)] = true;
                slots[key(Slot.YEAR, second)] = true;
            }
            case DIGITAL -> {
                slots[key(Slot.HOUR, second)] = true;
                slots[key(Slot.MINUTE, second)] = true;
                slots[key(Slot.SECOND, second)] = true;
            }
            case HHMM, DOTTED_TIME, PARTED_HOUR -> {
                slots[key(Slot.HOUR, second)] = true;
                slots[key(Slot.MINUTE, second)] = true;
            }
            default -> {
                // It tells of itself only.
            }
        }
    }

    private Rule.Context context(String alternatives, boolean wanted) {
        Trie<Boolean> trie = Trie.backwards(vocabulary);
        boolean start = false;
        for (String phrase : phrases(alternatives)) {
            if (phrase.equals("^")) {
                start = true;
            } else {
                trie.add(phrase, true);
            }
        }
        return new Rule.Context(trie, start, wanted);
    }

    /** The phrases that a pattern without slots can be. */
    private List<String> phrases(String pattern) {
        List<String> phrases = new ArrayList<>();
        for (List<Object> way : new Parser(pattern).ways()) {
            List<String> alternatives = List.of("");
            for (Object element : way) {
                List<String> longer = new ArrayList<>();
                for (String word : words(element)) {
                    alternatives.forEach(phrase -> longer.add((phrase + " " + word).strip()));
                }
                alternatives = longer;
            }
            phrases.addAll(alternatives);
        }
        return phrases;
    }

    private List<String> words(Object element) {
        if (element instanceof String word) {
            return List.of(word);
        }
        return classes.entrySet().stream()
                .filter(named -> named.getValue().equals(element))
                .map(named -> classPhrases.get(named.getKey()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "only words and classes can stand before >> and behind <<!; put slots into the pattern"));
    }

    /** Reads a pattern into all the ways through it: words as strings, slots and classes as their keys. */
    private final class Parser {

        private final String pattern;
        private int at;

        Parser(String pattern) {
            this.pattern = pattern;
        }

        List<List<Object>> ways() {
            List<List<Object>> ways = alternatives();
            if (at < pattern.length()) {
                throw wrong("there is a " + pattern.charAt(at) + " too many");
            }
            return ways;
        }

        private List<List<Object>> alternatives() {
            List<List<Object>> ways = new ArrayList<>(sequence());
            while (at < pattern.length() && pattern.charAt(at) == '|') {
                at++;
                ways.addAll(sequence());
            }
            return ways;
        }

        private List<List<Object>> sequence() {
            List<List<Object>> ways = List.of(List.of());
            while (true) {
                skipSpaces();
                if (at >= pattern.length() || "|)]".indexOf(pattern.charAt(at)) >= 0) {
                    return ways;
                }
                ways = joined(ways, element());
            }
        }

        private List<List<Object>> element() {
            char c = pattern.charAt(at);
            if (c == '(' || c == '[') {
                at++;
                List<List<Object>> ways = alternatives();
                close(c == '(' ? ')' : ']');
                if (c == '[') {
                    ways = new ArrayList<>(ways);
                    ways.add(List.of());
                }
                return ways;
            }
            if (c == '{' || c == '<') {
                int end = pattern.indexOf(c == '{' ? '}' : '>', at);
                if (end < 0) {
                    throw wrong("the " + c + " is not closed");
                }
                String name = pattern.substring(at + 1, end);
                at = end + 1;
                return List.of(List.of(c == '{' ? slot(name) : named(name)));
            }
            if (c == '_' || c == '»' || c == '$') {
                at++;
                return List.of(List.of(String.valueOf(c)));
            }
            return List.of(List.of(word()));
        }

        private String word() {
            StringBuilder word = new StringBuilder();
            while (at < pattern.length()
                    && !Character.isWhitespace(pattern.charAt(at))
                    && (SIGNS + "»").indexOf(pattern.charAt(at)) < 0) {
                if (pattern.charAt(at) == '\\' && at + 1 < pattern.length()) {
                    at++;
                }
                word.append(pattern.charAt(at++));
            }
            if (word.isEmpty()) {
                throw wrong("there is a " + pattern.charAt(at) + " too many; write \\" + pattern.charAt(at)
                        + " for the sign itself");
            }
            if (word.toString().matches("\\d{2,}")) {
                throw wrong("\"" + word + "\" are two digits or more, which are no word; use a slot");
            }
            return word.toString();
        }

        private Integer slot(String name) {
            boolean second = name.endsWith("2");
            Slot slot = Slot.named(second ? name.substring(0, name.length() - 1) : name);
            if (slot == null) {
                List<String> known = new ArrayList<>();
                for (Slot one : Slot.values()) {
                    known.add(one.title());
                }
                throw wrong("there is no slot {" + name + "}; expected one of " + known);
            }
            return key(slot, second);
        }

        private Integer named(String name) {
            Integer key = classes.get(name);
            if (key == null) {
                throw wrong("there is no class <" + name + ">; add it to [" + "date-classes], which has "
                        + classes.keySet());
            }
            return key;
        }

        private void close(char sign) {
            if (at >= pattern.length() || pattern.charAt(at) != sign) {
                throw wrong("a " + sign + " lacks");
            }
            at++;
        }

        private void skipSpaces() {
            while (at < pattern.length() && Character.isWhitespace(pattern.charAt(at))) {
                at++;
            }
        }

        private List<List<Object>> joined(List<List<Object>> ways, List<List<Object>> more) {
            if (ways.size() * more.size() > MOST_WAYS) {
                throw wrong("there are more than " + MOST_WAYS + " ways through it; use classes, or several rules");
            }
            List<List<Object>> joined = new ArrayList<>();
            for (List<Object> way : ways) {
                for (List<Object> end : more) {
                    List<Object> longer = new ArrayList<>(way);
                    longer.addAll(end);
                    joined.add(longer);
                }
            }
            return joined;
        }

        private IllegalArgumentException wrong(String problem) {
            return new IllegalArgumentException("in the pattern \"" + pattern.strip() + "\" " + problem);
        }
    }
}
