// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.segment;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.language.CalendarNames;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Cuts a text into sentences by the rules of Unicode (UAX #29, with the CLDR's of the language), which are put right
 * where a full stop belongs to an abbreviation or an initial, and where a line ends inside a sentence. Thread-safe.
 */
public final class SentenceAnalyser implements Analyser<List<Span>> {

    /**
     * @param openers words that start a sentence rather than a name, folded
     * @param ordinalPoint whether a full stop makes an ordinal of a number
     * @param months names of months, short ones too, folded
     */
    private record Rules(
            BreakIterator prototype,
            Set<String> abbreviations,
            Set<String> openers,
            boolean ordinalPoint,
            Set<String> months) {}

    private static final int LONGEST_ABBREVIATION = 12;

    private final Map<String, Rules> rules;
    private final Rules otherLanguages;
    private final String version;

    public SentenceAnalyser(Lexicons lexicons) {
        rules = lexicons.tables(
                lexicon -> new Rules(
                        BreakIterator.getSentenceInstance(ULocale.forLanguageTag(lexicon.language())),
                        lexicon.entries(Section.ABBREVIATIONS).stream()
                                .map(Lexicon.Entry::key)
                                .collect(Collectors.toUnmodifiableSet()),
                        lexicon.words(Section.FUNCTION_WORDS),
                        lexicon.words(Section.ORDINAL_SUFFIXES).contains("."),
                        months(lexicon)),
                Section.ABBREVIATIONS);
        otherLanguages =
                new Rules(BreakIterator.getSentenceInstance(ULocale.ROOT), Set.of(), Set.of(), false, Set.of());
        version = "1 " + lexicons.version();
    }

    private static Set<String> months(Lexicon lexicon) {
        CalendarNames calendar = new CalendarNames(lexicon);
        return Stream.concat(calendar.months().keySet().stream(), calendar.shortMonths().keySet().stream())
                .map(Token::fold)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Layer<List<Span>> layer() {
        return Layers.SENTENCES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.LANGUAGE);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<Span>> analyse(Document document) {
        Rules known = rules.get(document.get(Layers.LANGUAGE).primary());
        List<Span> sentences = sentences(document.text(), known == null ? otherLanguages : known);
        return known == null ? Analysed.partial(sentences) : Analysed.ran(sentences);
    }

    private static List<Span> sentences(String text, Rules rules) {
        // A clone shares the compiled rules; a new iterator would read them again.
        BreakIterator breaks = rules.prototype().clone();
        breaks.setText(text);
        List<Span> sentences = new ArrayList<>();
        int start = breaks.first();
        int previous = start;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || !goesOn(text, previous, end, rules)) {
                add(text, start, end, sentences);
                start = end;
            }
            previous = end;
        }
        return List.copyOf(sentences);
    }

    private static void add(String text, int start, int end, List<Span> sentences) {
        int from = start;
        while (from < end && isSpace(text.charAt(from))) {
            from++;
        }
        int to = endOfText(text, from, end);
        if (to > from) {
            sentences.add(new Span(from, to));
        }
    }

    private static int endOfText(String text, int from, int end) {
        int to = end;
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return to;
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    /**
     * Whether the sentence goes on behind a break.
     *
     * @param previous the break before; nothing is looked at before it, so that all breaks together take linear time
     */
    private static boolean goesOn(String text, int previous, int end, Rules rules) {
        int last = endOfText(text, previous, end);
        String between = text.substring(last, end);
        if (between.equals("\n") || between.equals("\r\n")) {
            return Character.isLowerCase(text.codePointAt(end));
        }
        if (between.isEmpty()) {
            // No sentence, but a full stop or question mark inside a URL or a file name.
            return text.charAt(last - 1) < 0x80 && !Character.isUpperCase(text.codePointAt(end));
        }
        if (between.indexOf('\n') >= 0 || last == previous || text.charAt(last - 1) != '.') {
            return false;
        }
        int start = last - 1;
        while (start > previous && last - start <= LONGEST_ABBREVIATION && isAbbreviable(text.charAt(start - 1))) {
            start--;
        }
        String word = text.substring(start, last);
        if (word.equals(".")) {
            return rules.ordinalPoint()
                    && (isOrdinal(text, previous, start)
                            ? !rules.openers().contains(nextWord(text, end))
                            : isDay(text, previous, start) && rules.months().contains(nextWord(text, end)));
        }
        return rules.abbreviations().contains(word)
                || (isInitials(word) && !rules.openers().contains(nextWord(text, end)));
    }

    /** 3. Platz: up to three digits that are not the end of a longer number. */
    private static boolean isOrdinal(String text, int previous, int point) {
        int start = point;
        while (start > previous && point - start <= 3 && isDigit(text.charAt(start - 1))) {
            start--;
        }
        boolean inside = start > previous && ".,:/".indexOf(text.charAt(start - 1)) >= 0;
        return start < point && point - start <= 3 && !inside && start > previous;
    }

    /** 16. November: at the start of a sentence, where other numbers with a full stop are those of a list. */
    private static boolean isDay(String text, int start, int point) {
        return point > start && point - start <= 2 && isDigit(text.charAt(start)) && isDigit(text.charAt(point - 1));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** J., U.S. */
    private static boolean isInitials(String word) {
        for (int i = 0; i < word.length(); i++) {
            boolean expected = i % 2 == 0 ? Character.isUpperCase(word.charAt(i)) : word.charAt(i) == '.';
            if (!expected) {
                return false;
            }
        }
        return word.length() % 2 == 0 && !word.isEmpty();
    }

    private static String nextWord(String text, int at) {
        int end = at;
        while (end < text.length() && end - at <= LONGEST_ABBREVIATION && Character.isLetter(text.charAt(end))) {
            end++;
        }
        return Token.fold(text.substring(at, end));
    }

    private static boolean isAbbreviable(char c) {
        return Character.isLetter(c) || c == '.' || c == '°';
    }
}
