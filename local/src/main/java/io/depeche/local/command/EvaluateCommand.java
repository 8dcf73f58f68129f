// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.names.tagger.ModelFile;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameModels;
import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Scores;
import io.depeche.enrich.text.speech.evaluation.AttributionScores;
import io.depeche.enrich.text.speech.evaluation.GoldStatement;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures what is found against what was annotated by hand. */
@Command(
        name = "evaluate",
        description = "Tags a corpus and prints precision, recall and F1 by type, of persons, places and organisations"
                + " together, and of their places without the types. With --attributions, the same of who said what.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LANG", description = "Language subtag: fr, az.")
    private String language;

    @Parameters(
            index = "1",
            paramLabel = "FILE",
            description = "CoNLL: see train. With --attributions, an annotated statement, or a folder of them.")
    private Path file;

    @Option(
            names = "--attributions",
            description = "Score who said what: cue, speaker, content, and all three together.")
    private boolean attributions;

    @Option(names = "--model", paramLabel = "FILE", description = "Another model than the one that Depeche comes with.")
    private Path model;

    @Override
    public Integer call() throws IOException, CommandFailed {
        spec.commandLine()
                .getOut()
                .print(
                        attributions
                                ? attributions().table()
                                : Scores.of(model(), Corpus.read(file)).table());
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private AttributionScores attributions() throws IOException, CommandFailed {
        if (model != null) {
            throw new CommandFailed("--model is for names: leave it out with --attributions");
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(file)) {
            files = walk.filter(path -> path.toString().endsWith(".gold"))
                    .sorted()
                    .toList();
        }
        if (files.isEmpty()) {
            throw new CommandFailed("no .gold file in " + file);
        }
        Annotator annotator = Annotator.standard();
        AttributionScores scores = new AttributionScores();
        for (Path statement : files) {
            GoldStatement gold = GoldStatement.read(statement);
            scores.add(gold, annotator.annotate(Document.of(gold.text(), language, null)));
        }
        return scores;
    }

    private NameModel model() throws IOException, CommandFailed {
        if (model == null) {
            return new NameModels()
                    .of(language)
                    .orElseThrow(
                            () -> new CommandFailed("there is no model for " + language + ": give one by --model"));
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
            NameModel read = ModelFile.read(in, model.toString());
            if (!read.language().equals(language)) {
                throw new CommandFailed(model + " is for " + read.language() + ", not for " + language);
            }
            return read;
        }
    }
}
