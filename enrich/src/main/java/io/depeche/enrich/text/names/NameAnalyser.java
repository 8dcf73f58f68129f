// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Entity;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds names by their capitals and by lists, tells persons, organisations and places by the words around and in them,
 * and puts the mentions of the same name together.
 *
 * <p>Rules, not a model: {@link io.depeche.enrich.text.Coverage#PARTIAL}. Of headlines in capitals only names that are
 * listed are found. Thread-safe.
 */
public final class NameAnalyser implements Analyser<List<Entity>> {

    private final Map<String, NameWords> words;
    private final String version;

    public NameAnalyser(Lexicons lexicons, Tokeniser tokeniser) {
        words = lexicons.tables(
                lexicon -> new NameWords(lexicon, tokeniser), Section.TITLES, Section.ORGANISATION_WORDS);
        version = "1 " + lexicons.version();
    }

    @Override
    public Layer<List<Entity>> layer() {
        return Layers.ENTITIES;
    }

    @Override
    public Set<Layer<?>> needs() {
        return Set.of(Layers.TOKENS, Layers.LANGUAGE, Layers.SENTENCES, Layers.DATES);
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public Analysed<List<Entity>> analyse(Document document) {
        NameWords known = words.get(document.get(Layers.LANGUAGE).primary());
        if (known == null) {
            return Analysed.notForThisLanguage(Layers.ENTITIES);
        }
        Tokens tokens = document.get(Layers.TOKENS);
        List<Tokens.Range> sentences = tokens.by(document.get(Layers.SENTENCES));
        BitSet dated = new BitSet(tokens.size());
        document.get(Layers.DATES)
                .forEach(date -> dated.set(
                        tokens.firstFrom(date.span().start()),
                        tokens.firstFrom(date.span().end())));
        Spelling spelling = new Spelling(tokens, sentences);
        EntityCollector entities = new EntityCollector(document.text());
        for (Tokens.Range sentence : sentences) {
            new SentenceNames(tokens, sentence, dated, known, spelling, entities).collect();
        }
        return Analysed.partial(entities.entities());
    }
}
