// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import io.depeche.enrich.text.DetectedLanguage;
import io.depeche.enrich.text.Passage;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The paragraphs of a text with their languages. A paragraph ends at an empty line, or at the end of a line where it is long
 * enough to be told by itself.
 */
final class Paragraphs {

    private static final int LONG_ENOUGH = 100;

    /** Below, names and borrowed words of one language make a paragraph look like another. */
    private static final int LETTERS_OF_A_PASSAGE = 80;

    /** The analysers run once for each language. */
    private static final int MOST_OTHER_LANGUAGES = 3;

    private static final float SURE = 0.99f;
    private static final float LEAST = 0.65f;

    /** @param language number of the language, or -1 where it is open */
    private record Paragraph(int start, int end, int letters, int language, int lead) {}

    private final NgramTable table;
    private final List<Paragraph> paragraphs = new ArrayList<>();
    private final int[] sums;

    Paragraphs(NgramTable table, String text, Tokens tokens) {
        this.table = table;
        sums = new int[table.languages().size()];
        LanguageScan scan = new LanguageScan(table, text, tokens);
        int start = 0;
        while (start < text.length()) {
            int end = endOfParagraph(text, start);
            scan.read(start, end);
            scan.addTo(sums);
            boolean open = confidence(scan.lead()) < LEAST;
            paragraphs.add(new Paragraph(start, end, scan.letters(), open ? -1 : scan.best(), scan.lead()));
            start = end;
        }
    }

    private static int endOfParagraph(String text, int start) {
        int at = text.indexOf('\n', start);
        while (at >= 0) {
            int next = at + 1;
            while (next < text.length() && Character.isWhitespace(text.charAt(next)) && text.charAt(next) != '\n') {
                next++;
            }
            boolean emptyLine = next < text.length() && text.charAt(next) == '\n';
            if (emptyLine || at - start >= LONG_ENOUGH) {
                return emptyLine ? next + 1 : at + 1;
            }
            at = text.indexOf('\n', at + 1);
        }
        return text.length();
    }

    /** From 0.45 without a lead to 1. */
    private static float confidence(long lead) {
        return lead <= 0 ? 0 : (float) (1 - 0.55 * Math.exp(-lead / 80.0));
    }

    /** The language of most of the text. */
    DetectedLanguage language() {
        long[] letters = letters();
        int best = 0;
        for (int language = 1; language < letters.length; language++) {
            best = letters[language] > letters[best] ? language : best;
        }
        long lead = 0;
        if (letters[best] > 0) {
            for (Paragraph paragraph : paragraphs) {
                lead += paragraph.language() == best ? paragraph.lead() : 0;
            }
        } else {
            // Many short paragraphs say together what none does by itself.
            best = LanguageScan.best(sums);
            lead = LanguageScan.lead(sums);
        }
        float confidence = confidence(lead);
        return confidence < LEAST
                ? DetectedLanguage.UNDETERMINED
                : new DetectedLanguage(table.languages().get(best), confidence);
    }

    private long[] letters() {
        long[] letters = new long[table.languages().size()];
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.language() >= 0) {
                letters[paragraph.language()] += paragraph.letters();
            }
        }
        return letters;
    }

    /**
     * What is in other languages than the text's.
     *
     * @param primary the text's language; where the table lacks it, nothing can be told from it
     */
    List<Passage> passagesNotIn(String primary) {
        int main = table.languages().indexOf(primary);
        if (main < 0) {
            return List.of();
        }
        Set<Integer> others = others(main);
        List<Passage> passages = new ArrayList<>();
        int at = 0;
        while (at < paragraphs.size()) {
            int language = paragraphs.get(at).language();
            int end = at + 1;
            if (others.contains(language) && isSure(paragraphs.get(at))) {
                end = endOfPassage(at, language);
                passages.add(new Passage(
                        new Span(
                                paragraphs.get(at).start(),
                                paragraphs.get(end - 1).end()),
                        table.languages().get(language)));
            }
            at = end;
        }
        return passages;
    }

    /** Paragraphs that are not sure go with those around them. */
    private int endOfPassage(int from, int language) {
        int end = from + 1;
        for (int at = from + 1; at < paragraphs.size(); at++) {
            if (isSure(paragraphs.get(at))) {
                if (paragraphs.get(at).language() != language) {
                    break;
                }
                end = at + 1;
            }
        }
        return end;
    }

    private boolean isSure(Paragraph paragraph) {
        return paragraph.letters() >= LETTERS_OF_A_PASSAGE && confidence(paragraph.lead()) >= SURE;
    }

    private Set<Integer> others(int main) {
        long[] letters = new long[table.languages().size()];
        for (Paragraph paragraph : paragraphs) {
            if (isSure(paragraph) && paragraph.language() != main) {
                letters[paragraph.language()] += paragraph.letters();
            }
        }
        return IntStream.range(0, letters.length)
                .filter(language -> letters[language] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(language -> -letters[language]))
                .limit(MOST_OTHER_LANGUAGES)
                .collect(Collectors.toSet());
    }
}
