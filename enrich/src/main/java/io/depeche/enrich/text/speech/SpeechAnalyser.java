// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Attribution;
import io.depeche.enrich.text.AttributionForm;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Finds who said what: {@link Attribution}. Thread-safe. */
public final class SpeechAnalyser implements Analyser<List<Attribution>> {

    /** In how many others an attribution can stand. */
    private static final int DEEPEST = 6;

    private final Map<String, SpeechWords> words;
    private final Map<String, PersonTitles> titles;
    private final String version;

    /** @param titles by language */
    public SpeechAnalyser(Lexicons lexicons, Tokeniser tokeniser, Map<String, PersonTitles> titles) {
        words = lexicons.tables(lexicon -> new SpeechWords(lexicon, tokeniser), Section.CUE_VERBS);
        this.titles = titles;
        version = "1 " + lexicons.version();
    }

    @Override
    public Layer<List<Attribution>> layer() {
        return Layers.ATTRIBUTIONS;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS, Layers.LANGUAGE, Layers.SENTENCES, Layers.ENTITIES);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<Attribution>> analyse(Document document) {
        String language = document.get(Layers.LANGUAGE).primary();
        SpeechWords known = words.get(language);
        if (known == null) {
            return Analysed.notForThisLanguage(Layers.ATTRIBUTIONS);
        }
        Tokens tokens = document.get(Layers.TOKENS);
        Quotations quotations = new Quotations(document.text(), tokens);
        Mentions mentions = new Mentions(tokens, document.get(Layers.ENTITIES));
        SentenceSyntax syntax = new SentenceSyntax(
                tokens, tokens.by(document.get(Layers.SENTENCES)), known, titles.get(language), quotations, mentions);
        List<Draft> drafts = new SpeechReader(syntax).read();
        List<Attribution> attributions = new ArrayList<>();
        for (Draft draft : drafts) {
            attributions.add(attribution(draft, tokens, quotations, known));
        }
        attributions.sort(Attribution.ORDER);
        return Analysed.ran(shallow(attributions));
    }

    /** Those that stand in few others: a text of cues only would be told as often as it has words. */
    private static List<Attribution> shallow(List<Attribution> ordered) {
        List<Attribution> kept = new ArrayList<>(ordered.size());
        PriorityQueue<Integer> ends = new PriorityQueue<>();
        for (Attribution attribution : ordered) {
            while (!ends.isEmpty() && ends.peek() <= attribution.span().start()) {
                ends.poll();
            }
            if (ends.size() < DEEPEST) {
                ends.add(attribution.span().end());
                kept.add(attribution);
            }
        }
        return List.copyOf(kept);
    }

    private static Attribution attribution(Draft draft, Tokens tokens, Quotations quotations, SpeechWords words) {
        Span content = tokens.span(draft.from(), draft.to() - 1);
        Span cue = draft.cueFrom() < 0 ? null : tokens.span(draft.cueFrom(), draft.cueTo() - 1);
        Draft.Speaker speaker = draft.speaker();
        Span speakerSpan = speaker == null ? null : speakerSpan(speaker, tokens, words);
        int start = content.start();
        int end = content.end();
        for (Span part : new Span[] {cue, speakerSpan}) {
            if (part != null) {
                start = Math.min(start, part.start());
                end = Math.max(end, part.end());
            }
        }
        return new Attribution(
                new Span(start, end),
                speaker == null ? null : speaker.entity(),
                speakerSpan,
                cue,
                content,
                form(draft, quotations),
                draft.act(),
                draft.negated());
    }

    /** Of a pronoun that is hung to its verb, the pronoun alone: il, in a-t-il dit. */
    private static Span speakerSpan(Draft.Speaker speaker, Tokens tokens, SpeechWords words) {
        Token token = tokens.get(speaker.to() - 1);
        return words.isInverted(token)
                ? new Span(token.start() + words.invertedPronoun(token), token.end())
                : tokens.span(speaker.from(), speaker.to() - 1);
    }

    private static AttributionForm form(Draft draft, Quotations quotations) {
        if (draft.quotation()) {
            return AttributionForm.DIRECT;
        }
        return quotations.beginIn(draft.from(), draft.to()) ? AttributionForm.MIXED : AttributionForm.INDIRECT;
    }
}
