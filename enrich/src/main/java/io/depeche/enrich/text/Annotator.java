// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import io.depeche.enrich.text.dates.DateAnalyser;
import io.depeche.enrich.text.figures.AgeAnalyser;
import io.depeche.enrich.text.figures.FigureAnalyser;
import io.depeche.enrich.text.figures.FigureGrammars;
import io.depeche.enrich.text.figures.MoneyAnalyser;
import io.depeche.enrich.text.language.LanguageAnalyser;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.names.NameAnalyser;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.numbers.NumberAnalyser;
import io.depeche.enrich.text.pieces.PieceAnalyser;
import io.depeche.enrich.text.pieces.Vocabularies;
import io.depeche.enrich.text.segment.SentenceAnalyser;
import io.depeche.enrich.text.segment.Tokeniser;
import io.depeche.enrich.text.speech.SpeechAnalyser;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs analysers over a text, each after those whose layers it needs.
 *
 * <p>An analyser that throws, or takes all stack or heap, costs its own layer only: the layer is empty, its coverage
 * {@link Coverage#FAILED}, and the failure is logged. Analysers that need the layer run on the empty one, and since they can't have seen
 * everything
 * their coverage is {@link Coverage#PARTIAL} at best. Thread-safe.
 */
public final class Annotator {

    private static final Logger LOG = LoggerFactory.getLogger(Annotator.class);

    private final List<Analyser<?>> ordered;
    private final Map<String, String> versions;

    /**
     * @param analysers analysers in any order, one for each layer
     * @throws IllegalArgumentException if two produce the same layer, if a layer that one needs is produced by none, or
     *     if analysers need each other in a circle
     */
    public Annotator(List<? extends Analyser<?>> analysers) {
        Map<Layer<?>, Analyser<?>> byLayer = new LinkedHashMap<>();
        for (Analyser<?> analyser : analysers) {
            Analyser<?> other = byLayer.putIfAbsent(analyser.layer(), analyser);
            if (other != null) {
                throw new IllegalArgumentException("Two analysers produce the layer "
                        + analyser.layer().name() + ": " + other.getClass().getName() + " and "
                        + analyser.getClass().getName() + ". Leave one of them out");
            }
        }
        Set<Analyser<?>> sorted = new LinkedHashSet<>();
        for (Analyser<?> analyser : analysers) {
            order(analyser, byLayer, sorted, new LinkedHashSet<>());
        }
        ordered = List.copyOf(sorted);
        Map<String, String> named = new TreeMap<>();
        ordered.forEach(analyser -> named.put(analyser.layer().name(), analyser.version()));
        versions = Collections.unmodifiableMap(named);
    }

    /** The analysers that Depeche comes with. Reads the language files: keep the annotator, do not make one a text. */
    public static Annotator standard() {
        Lexicons lexicons = Lexicons.standard();
        Tokeniser tokeniser = new Tokeniser(lexicons);
        Vocabularies vocabularies = new Vocabularies();
        FigureGrammars figures = new FigureGrammars(lexicons, vocabularies);
        Map<String, PersonTitles> titles = lexicons.tables(lexicon -> new PersonTitles(lexicon, tokeniser));
        List<Analyser<?>> analysers = List.of(
                tokeniser,
                new LanguageAnalyser(),
                new SentenceAnalyser(lexicons),
                new PieceAnalyser(vocabularies),
                new NumberAnalyser(lexicons, vocabularies),
                new DateAnalyser(lexicons, vocabularies),
                new NameAnalyser(lexicons, tokeniser, titles),
                new AgeAnalyser(figures),
                new MoneyAnalyser(figures),
                new FigureAnalyser(figures),
                new SpeechAnalyser(lexicons, tokeniser, titles));
        return new Annotator(analysers);
    }

    private static void order(
            Analyser<?> analyser,
            Map<Layer<?>, Analyser<?>> byLayer,
            Set<Analyser<?>> sorted,
            Set<Analyser<?>> waiting) {
        if (sorted.contains(analyser)) {
            return;
        }
        if (!waiting.add(analyser)) {
            throw new IllegalArgumentException("Analysers need each other in a circle: " + names(waiting)
                    + ". Take one of these layers out of the needs() of another");
        }
        for (Layer<?> need : analyser.needs()) {
            Analyser<?> producer = byLayer.get(need);
            if (producer == null) {
                throw new IllegalArgumentException(
                        "The analyser " + analyser.layer().name() + " needs the layer " + need.name()
                                + ", which none of the analysers " + names(byLayer.values())
                                + " produces. Add the analyser that does");
            }
            order(producer, byLayer, sorted, waiting);
        }
        waiting.remove(analyser);
        sorted.add(analyser);
    }

    private static List<String> names(Iterable<Analyser<?>> analysers) {
        List<String> names = new ArrayList<>();
        analysers.forEach(analyser -> names.add(analyser.layer().name()));
        return names;
    }

    /**
     * Annotates a text; never fails for a text's sake. Passages in other languages than most of the text are annotated by
     * themselves.
     *
     * @param document the text with what is known of it beforehand
     */
    public Annotations annotate(Document document) {
        return annotate(document, AnalyserRunner.DIRECT);
    }

    /** The same with each analyser run by another, who may measure it and set limits to it. */
    public Annotations annotate(Document document, AnalyserRunner runner) {
        return annotate(document, runner, true);
    }

    private Annotations annotate(Document document, AnalyserRunner runner, boolean byPassages) {
        Map<Layer<?>, Object> layers = new HashMap<>();
        Map<String, Coverage> coverage = new HashMap<>();
        for (Analyser<?> analyser : ordered) {
            Map<Layer<?>, Object> visible = new HashMap<>();
            boolean complete = true;
            for (Layer<?> need : analyser.needs()) {
                visible.put(need, layers.get(need));
                complete &= coverage.get(need.name()) != Coverage.FAILED;
            }
            Analysed<?> analysed = run(analyser, document.with(visible), runner);
            layers.put(analyser.layer(), analysed.value());
            coverage.put(
                    analyser.layer().name(),
                    !complete && analysed.coverage() == Coverage.RAN ? Coverage.PARTIAL : analysed.coverage());
            if (byPassages
                    && analysed.value() instanceof DetectedLanguage language
                    && !language.passages().isEmpty()) {
                Mixture mixture = new Mixture(document, language);
                List<Annotations> parts = mixture.documents().stream()
                        .map(part -> annotate(part, runner, false))
                        .toList();
                Tokens tokens = (Tokens) layers.getOrDefault(Layers.TOKENS, Tokens.NONE);
                return mixture.join(parts, tokens);
            }
        }
        return new Annotations(document.text(), layers, coverage, versions);
    }

    private static <T> Analysed<T> run(Analyser<T> analyser, Document document, AnalyserRunner runner) {
        try {
            return Objects.requireNonNull(runner.run(analyser, document), "analyse(…) returned null");
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            // Even of the heap: an analyser keeps nothing, so that all it took is free again.
            LOG.error(
                    "The analyser {} ({}) broke on a text of {} chars; the statement goes on without its layer",
                    analyser.layer().name(),
                    analyser.version(),
                    document.text().length(),
                    failure);
            return new Analysed<>(analyser.layer().empty(), Coverage.FAILED);
        }
    }
}
