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

/**
 * Reads numbers that are one word: einundzwanzig, dreihundertfünfzig, duecentomila, двухсотый; immutable.
 *
 * <p>A language has such words where its file has a connector for {@link Position#UNITS}, or says so by an entry
 * {@code compounds = yes} among its number formats.
 */
final class CompoundWords {

    private static final CompoundWords NONE = new CompoundWords(Map.of(), Map.of());
    private static final int LONGEST = 60;

    /** A part of a compound: a {@link Small}, a {@link Scale} or a {@link Connector}. */
    private final Map<String, Object> parts;

    private final Map<String, Boolean> endings;
    private final boolean[] starts = new boolean[1 << 12];
    private final int longestPart;

    /**
     * A number that was read.
     *
     * @param value its value
     * @param ordinal whether it has the ending of an ordinal
     */
    record Reading(BigDecimal value, boolean ordinal) {}

    private CompoundWords(Map<String, Object> parts, Map<String, Boolean> endings) {
        this.parts = parts;
        this.endings = endings;
        parts.keySet().forEach(part -> starts[slot(part.charAt(0))] = true);
        longestPart = parts.keySet().stream().mapToInt(String::length).max().orElse(0);
    }

    static CompoundWords of(Lexicon lexicon) {
        if (!"yes".equals(lexicon.map(Section.NUMBER_FORMAT, value -> value).get("compounds"))) {
            return NONE;
        }
        Map<String, Object> parts = new HashMap<>();
        lexicon.map(Section.NUMBER_CONNECTORS, NumberGrammar::connector).forEach((word, connector) -> {
            if (connector.position() == Position.UNITS) {
                parts.put(word, connector);
            }
        });
        parts.putAll(lexicon.map(Section.SCALES, NumberGrammar::scale));
        lexicon.map(Section.ONE, value -> new Small(1, 0)).forEach(parts::putIfAbsent);
        lexicon.map(Section.ONE_BEFORE_SCALE, value -> new Small(1, 0)).forEach(parts::putIfAbsent);
        parts.putAll(lexicon.map(Section.NUMBERS, NumberGrammar::small));
        parts.keySet().removeIf(part -> part.indexOf(' ') >= 0);
        return new CompoundWords(parts, lexicon.map(Section.ORDINAL_ENDINGS, value -> true));
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
        BigDecimal cardinal = cardinal(folded);
        if (cardinal != null) {
            return new Reading(cardinal, false);
        }
        for (String ending : endings.keySet()) {
            if (folded.endsWith(ending)) {
                BigDecimal ordinal = cardinal(folded.substring(0, folded.length() - ending.length()));
                if (ordinal != null && ordinal.compareTo(BigDecimal.valueOf(20)) >= 0) {
                    return new Reading(ordinal, true);
                }
            }
        }
        return null;
    }

    private BigDecimal cardinal(String word) {
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
                if (units == null || connector != null) {
                    return null;
                }
                connector = joint;
            } else if (part instanceof Small small) {
                if (connector != null) {
                    // ein + und + zwanzig: the units were held back for this.
                    if (small.room() != 9 || !sum.add(small.value() + units.value(), 0)) {
                        return null;
                    }
                    units = null;
                    connector = null;
                } else if (small.value() > 0 && small.value() < 10 && followedByUnitsConnector(word, at)) {
                    units = small;
                } else if (!sum.add(small.value(), small.room())) {
                    return null;
                }
            } else if (!sum.multiply((Scale) part)) {
                return null;
            }
        }
        return units != null || connector != null || !sum.isStarted() ? null : sum.value();
    }

    private boolean followedByUnitsConnector(String word, int at) {
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
