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
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameModels;
import io.depeche.enrich.text.names.tagger.NameTagger;
import io.depeche.enrich.text.names.tagger.Words;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the names of persons, organisations and places, and puts the mentions of the same name together.
 *
 * <p>By a model where there is one of the language: {@link NameTagger}. Else by capitals, lists and the words around and
 * in a name: {@link io.depeche.enrich.text.Coverage#PARTIAL}, and of headlines in capitals only names that are listed.
 * Thread-safe.
 */
public final class NameAnalyser implements Analyser<List<Entity>> {

    private final Map<String, NameWords> words;
    private final NameModels models = new NameModels();
    private final String version;

    /** @param titles by language, of every language file */
    public NameAnalyser(Lexicons lexicons, Tokeniser tokeniser, Map<String, PersonTitles> titles) {
        words = lexicons.tables(
                lexicon -> new NameWords(lexicon, lexicons.common(), titles.get(lexicon.language()), tokeniser));
        version = "2 " + lexicons.version();
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
        String language = document.get(Layers.LANGUAGE).primary();
        NameWords known = words.get(language);
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
        EntityCollector entities = new EntityCollector(document.text());
        Optional<NameModel> model = models.of(language);
        if (model.isEmpty()) {
            Spelling spelling = new Spelling(tokens, sentences);
            for (Tokens.Range sentence : sentences) {
                new SentenceNames(tokens, sentence, dated, known, spelling, entities).collect();
            }
            return Analysed.partial(entities.entities());
        }
        Words places = new Words();
        places.set(document.text(), tokens, sentences);
        byte[] labels = new NameTagger(model.get()).tag(places);
        TaggedNames tagged = new TaggedNames(tokens, labels, dated, known, entities);
        sentences.forEach(tagged::collect);
        return Analysed.ran(entities.entities());
    }
}
