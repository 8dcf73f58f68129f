// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.DetectedLanguage;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the language: the one that the source states; else the one whose function words the text has the most of.
 *
 * <p>A word of several languages counts in equal parts for each. The confidence of a language with score a against a
 * next one with score b is a³ / (a³ + b³), lowered by a / (a + 1) where there is little text: a measure of evidence, not
 * a calibrated probability. Texts with too few known function words are {@code und}. Thread-safe.
 */
public final class LanguageAnalyser implements Analyser<DetectedLanguage> {

    /** Running text has 30 to 50 function words in a hundred; names and figures in another language have fewer. */
    private static final double LOWEST_SHARE = 0.1;

    private final List<String> languages = new ArrayList<>();
    private final Map<String, List<Integer>> languagesOfWord = new HashMap<>();
    private final String version;

    public LanguageAnalyser(Lexicons lexicons) {
        for (Lexicon lexicon : lexicons.all()) {
            int language = languages.size();
            languages.add(lexicon.language());
            for (String word : lexicon.words(Section.FUNCTION_WORDS)) {
                languagesOfWord.computeIfAbsent(word, w -> new ArrayList<>()).add(language);
            }
        }
        version = "1 " + lexicons.version();
    }

    @Override
    public Layer<DetectedLanguage> layer() {
        return Layers.LANGUAGE;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<DetectedLanguage> analyse(Document document) {
        return Analysed.ran(document.statedLanguage()
                .flatMap(LanguageAnalyser::stated)
                .orElseGet(() -> detect(document.get(Layers.TOKENS))));
    }

    /** What can't be a BCP 47 tag of a language, such as "French" or "n/a", says nothing. */
    private static Optional<DetectedLanguage> stated(String tag) {
        try {
            Locale locale = new Locale.Builder()
                    .setLanguageTag(tag.strip().replace('_', '-'))
                    .build();
            String primary = locale.getLanguage();
            return primary.isEmpty() || primary.length() > 3
                    ? Optional.empty()
                    : Optional.of(new DetectedLanguage(locale.toLanguageTag(), 1));
        } catch (IllformedLocaleException notATag) {
            return Optional.empty();
        }
    }

    private DetectedLanguage detect(Tokens tokens) {
        double[] scores = new double[languages.size()];
        int words = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.isWord()) {
                words++;
                List<Integer> having = languagesOfWord.getOrDefault(token.folded(), List.of());
                for (int language : having) {
                    scores[language] += 1.0 / having.size();
                }
            }
        }
        int best = 0;
        for (int language = 1; language < scores.length; language++) {
            if (scores[language] > scores[best]) {
                best = language;
            }
        }
        double next = 0;
        for (int language = 0; language < scores.length; language++) {
            next = language == best ? next : Math.max(next, scores[language]);
        }
        if (words == 0 || scores[best] <= next || scores[best] < LOWEST_SHARE * words) {
            return DetectedLanguage.UNDETERMINED;
        }
        double odds = Math.pow(next / scores[best], 3);
        double evidence = scores[best] / (scores[best] + 1);
        return new DetectedLanguage(languages.get(best), (float) (evidence / (1 + odds)));
    }
}
