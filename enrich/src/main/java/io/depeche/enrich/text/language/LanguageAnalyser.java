// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.DetectedLanguage;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Tells the language: the one that the source states; else the one that most of the text is in, by its letters and short
 * runs of them. Paragraphs that are clearly in another language are told apart. The confidence was fitted to beginnings of
 * sentences of one to twelve words: of those with a confidence of 0.9, nine in ten were right. Thread-safe.
 */
public final class LanguageAnalyser implements Analyser<DetectedLanguage> {

    private final NgramTable table = NgramTable.standard();

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
        return "2 " + table.version();
    }

    @Override
    public Analysed<DetectedLanguage> analyse(Document document) {
        Paragraphs paragraphs = new Paragraphs(table, document.text(), document.get(Layers.TOKENS));
        DetectedLanguage language =
                document.statedLanguage().flatMap(LanguageAnalyser::stated).orElseGet(paragraphs::language);
        return Analysed.ran(new DetectedLanguage(
                language.tag(), language.confidence(), paragraphs.passagesNotIn(language.primary())));
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
}
