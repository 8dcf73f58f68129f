// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.enrich.text.names.tagger.ModelFile;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameModels;
import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Scores;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures a model of names. */
@Command(
        name = "evaluate",
        description = "Tags a corpus and prints precision, recall and F1 by type, of persons, places and organisations"
                + " together, and of their places without the types.",
        mixinStandardHelpOptions = true)
final class EvaluateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LANG", description = "Language subtag: fr, az.")
    private String language;

    @Parameters(index = "1", paramLabel = "FILE", description = "CoNLL: see train.")
    private Path file;

    @Option(names = "--model", paramLabel = "FILE", description = "Another model than the one that Depeche comes with.")
    private Path model;

    @Override
    public Integer call() throws IOException, CommandFailed {
        spec.commandLine().getOut().print(Scores.of(model(), Corpus.read(file)).table());
        spec.commandLine().getOut().flush();
        return CommandLine.ExitCode.OK;
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
