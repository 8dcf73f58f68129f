// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.numbers;

import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.numbers.NumberGrammar.Connector;
import io.depeche.enrich.text.numbers.NumberGrammar.Position;
import io.depeche.enrich.text.numbers.NumberGrammar.Scale;
import io.depeche.enrich.text.numbers.NumberGrammar.Small;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads numbers that are one word: einundzwanzig, dreihundertfünfzig, duecentomila, двухсотый; immutable.
 *
 * <p>A language has such words where its file has a connector for {@link Position#UNITS}, or says so by an entry
 * {@code compounds = yes} among its number formats.
 */
final class CompoundWords {

    private static final CompoundWords NONE = new CompoundWords(Map.of(), Map.of(), Set.of());
    private static final int LONGEST = 100;
    private static final BigDecimal SMALLEST_ORDINAL = BigDecimal.valueOf(20);

    /** A part of a compound: a {@link Small}, a {@link Scale} or a {@link Connector}. */
    private final Map<String, Object> parts;

    /** What makes an ordinal of a number, with what it adds to it. */
    private final Map<String, Integer> endings;

    private final Set<String> denominatorEndings;
    private final boolean[] starts = new boolean[1 << 12];
    private final int longestPart;

    /**
     * A number that was read.
     *
     * @param value its value
     * @param ordinal whether it has the ending of an ordinal
     * @param room how much the next word may add
     * @param scale the last scale of a thousand or more in it, or null
     */
    record Reading(BigDecimal value, boolean ordinal, int room, BigDecimal scale) {}

    private CompoundWords(Map<String, Object> parts, Map<String, Integer> endings, Set<String> denominatorEndings) {
        this.parts = parts;
        this.endings = endings;
        this.denominatorEndings = denominatorEndings;
        parts.keySet().forEach(part -> starts[slot(part.charAt(0))] = true);
        longestPart = parts.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static CompoundWords of(Lexicon lexicon) {
        if (!"yes".equals(lexicon.map(Section.NUMBER_FORMAT, value -> value).get("compounds"))) {
            return NONE;
        }
        Map<String, Object> parts = new HashMap<>();
        lexicon.map(Section.NUMBER_CONNECTORS, NumberGrammar::connector).forEach((word, connector) -> {
            if (connector.position() == Position.UNITS || connector.position() == Position.UNITS_HUNDREDS) {
                parts.put(word, connector);
            }
        });
        parts.putAll(lexicon.map(Section.SCALES, NumberGrammar::scale));
        lexicon.map(Section.ONE, value -> new Small(1, 0)).forEach(parts::putIfAbsent);
        lexicon.map(Section.ONE_BEFORE_SCALE, value -> new Small(1, 0)).forEach(parts::putIfAbsent);
        parts.putAll(lexicon.map(Section.NUMBERS, NumberGrammar::small));
        parts.keySet().removeIf(part -> part.indexOf(' ') >= 0);
        return new CompoundWords(
                parts,
                lexicon.map(Section.ORDINAL_ENDINGS, value -> value.isEmpty() ? 0 : Integer.parseInt(value)),
                lexicon.words(Section.DENOMINATOR_ENDINGS));
    }

    private static int slot(char c) {
        return Character.toLowerCase(c) & 0xFFF;
    }

    /** Whether a number can start with a char. */
    boolean canStart(char first) {
        return starts[slot(first)];
    }

    /**
     * Reads a word.
     *
     * @return null where it is no number of two parts or more
     */
    Reading read(String word) {
        if (word.length() > LONGEST) {
            return null;
        }
        String folded = word.toLowerCase(Locale.ROOT);
        WordSum cardinal = cardinal(folded);
        if (cardinal != null) {
            return new Reading(cardinal.value(), false, cardinal.room(), cardinal.lastScale());
        }
        for (Map.Entry<String, Integer> ending : endings.entrySet()) {
            BigDecimal ordinal = ordinal(folded, ending.getKey(), ending.getValue());
            if (ordinal != null) {
                return new Reading(ordinal, true, 0, null);
            }
        }
        return null;
    }

    /** Whether a word in lower case is a cardinal number. */
    boolean isCardinal(String word) {
        return word.length() <= LONGEST && cardinal(word) != null;
    }

    private BigDecimal ordinal(String word, String ending, int added) {
        WordSum sum = word.endsWith(ending) ? cardinal(word.substring(0, word.length() - ending.length())) : null;
        if (sum == null || sum.value().compareTo(SMALLEST_ORDINAL) < 0 || (added > 0 && !sum.endsInHundreds())) {
            return null;
        }
        return sum.value().add(BigDecimal.valueOf(added));
    }

    /** What a word divides by: einundzwanzigstel; null where it is no such word. */
    BigDecimal denominator(String word) {
        if (word.length() > LONGEST) {
            return null;
        }
        String folded = word.toLowerCase(Locale.ROOT);
        for (String ending : denominatorEndings) {
            BigDecimal denominator = ordinal(folded, ending, 0);
            if (denominator != null) {
                return denominator;
            }
        }
        return null;
    }

    private WordSum cardinal(String word) {
        WordSum sum = new WordSum();
        int at = 0;
        Small units = null;
        Connector connector = null;
        while (at < word.length()) {
            int end = longestPart(word, at);
            if (end < 0) {
                return null;
            }
            Object part = parts.get(word.substring(at, end));
            at = end;
            if (part instanceof Connector joint) {
                if (connector != null || (units == null && !sum.endsInHundreds())) {
                    return null;
                }
                // hundert + und + eins: there it adds nothing.
                connector = units == null ? null : joint;
            } else if (part instanceof Small small) {
                if (connector != null) {
                    // ein + und + zwanzig: the units were held back for this.
                    if (small.room() != 9 || !sum.add(small.value() + units.value(), 0)) {
                        return null;
                    }
                    units = null;
                    connector = null;
                } else if (small.value() > 0 && small.value() < 10 && followedByTens(word, at)) {
                    units = small;
                } else if (!sum.add(small.value(), small.room())) {
                    return null;
                }
            } else if (!sum.multiply((Scale) part)) {
                return null;
            }
        }
        return units != null || connector != null || !sum.isStarted() ? null : sum;
    }

    private boolean followedByTens(String word, int at) {
        int end = longestPart(word, at);
        return end > 0 && parts.get(word.substring(at, end)) instanceof Connector;
    }

    private int longestPart(String word, int at) {
        for (int end = Math.min(word.length(), at + longestPart); end > at; end--) {
            if (parts.containsKey(word.substring(at, end))) {
                return end;
            }
        }
        return -1;
    }
}
