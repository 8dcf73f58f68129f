// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.speed;

import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.Layer;
import io.depeche.enrich.text.dates.DateAnalyser;
import io.depeche.enrich.text.figures.AgeAnalyser;
import io.depeche.enrich.text.figures.FigureAnalyser;
import io.depeche.enrich.text.figures.FigureGrammars;
import io.depeche.enrich.text.figures.MoneyAnalyser;
import io.depeche.enrich.text.language.LanguageAnalyser;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.numbers.NumberAnalyser;
import io.depeche.enrich.text.pieces.PieceAnalyser;
import io.depeche.enrich.text.pieces.Vocabularies;
import io.depeche.enrich.text.segment.SentenceAnalyser;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** How fast a text is cut up, how fast dates and figures are found in it, and how fast all of it is; one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
public class FiguresAndDates {

    /** A document with the annotator that is made for it. */
    private record Work(Annotator annotator, Document document) {}

    /** What is annotated in each operation. */
    @Param
    public Text text;

    private Annotator segmentation;
    private Annotator all;
    private List<Document> documents;
    private List<Work> figuresAndDates;

    /** Makes the annotators, and finds all that dates and figures need beforehand. */
    @Setup
    public void prepare() {
        Lexicons lexicons = Lexicons.standard();
        Tokeniser tokeniser = new Tokeniser(lexicons);
        segmentation = new Annotator(List.of(tokeniser, new LanguageAnalyser(), new SentenceAnalyser(lexicons)));
        all = Annotator.standard();
        documents = text.texts().stream()
                .map(one -> Document.of(one, text.language(), "2025-06-15"))
                .toList();
        Vocabularies vocabularies = new Vocabularies();
        FigureGrammars figures = new FigureGrammars(lexicons, vocabularies);
        List<Analyser<?>> measured = List.of(
                new NumberAnalyser(lexicons, vocabularies),
                new DateAnalyser(lexicons, vocabularies),
                new AgeAnalyser(figures),
                new MoneyAnalyser(figures),
                new FigureAnalyser(figures),
                new PieceAnalyser(vocabularies));
        Set<Layer<?>> needed = new HashSet<>();
        measured.forEach(analyser -> needed.addAll(analyser.needs()));
        measured.forEach(analyser -> needed.remove(analyser.layer()));
        figuresAndDates = new ArrayList<>();
        for (Document document : documents) {
            Annotations known = all.annotate(document);
            List<Analyser<?>> analysers = new ArrayList<>(measured);
            needed.forEach(layer -> analysers.add(Precomputed.of(layer, known)));
            figuresAndDates.add(new Work(new Annotator(analysers), document));
        }
    }

    /** Tokens, language, sentences. */
    @Benchmark
    public void segmentation(Blackhole sink) {
        documents.forEach(document -> sink.consume(segmentation.annotate(document)));
    }

    /** Dates and figures, with the pieces and numbers that only they use; what else they need is there. */
    @Benchmark
    public void figuresAndDates(Blackhole sink) {
        figuresAndDates.forEach(work -> sink.consume(work.annotator().annotate(work.document())));
    }

    /** All that Depeche finds. */
    @Benchmark
    public void all(Blackhole sink) {
        documents.forEach(document -> sink.consume(all.annotate(document)));
    }
}
