// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.segment;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cuts a text into sentences: at full stops, question and exclamation marks, with the quotation marks and brackets that
 * close there, and at the ends of lines. A full stop of an abbreviation, an initial, an ordinal or a list number does not
 * count, nor the end of a line that was broken for its width. Without the white space around them. Thread-safe.
 */
public final class SentenceAnalyser implements Analyser<List<Span>> {

    private final Map<String, SentenceRules> rules;
    private final SentenceRules otherLanguages;
    private final String version;

    public SentenceAnalyser(Lexicons lexicons) {
        rules = lexicons.tables(lexicon -> SentenceRules.of(lexicon, lexicons), Section.ABBREVIATIONS);
        otherLanguages = SentenceRules.common(lexicons);
        version = "2 " + lexicons.version();
    }

    @Override
    public Layer<List<Span>> layer() {
        return Layers.SENTENCES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS, Layers.LANGUAGE);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<Span>> analyse(Document document) {
        SentenceRules known = rules.get(document.get(Layers.LANGUAGE).primary());
        List<Span> sentences = new SentenceScan(
                        document.text(), document.get(Layers.TOKENS), known == null ? otherLanguages : known)
                .run();
        return known == null ? Analysed.partial(sentences) : Analysed.ran(sentences);
    }
}
