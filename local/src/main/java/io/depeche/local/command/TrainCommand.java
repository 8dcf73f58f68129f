// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.enrich.text.names.tagger.ModelFile;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.training.KnowledgeBuilder;
import io.depeche.enrich.text.names.training.Recipe;
import io.depeche.enrich.text.names.training.TrainingOptions;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes a model of names. */
@Command(
        name = "train",
        description = {
            "Makes the model that names of a language are found by. The same files and options make the same model, bit"
                    + " for bit.",
            "Arguments can stand in a file, given as @FILE."
        },
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LANG", description = "Language subtag: fr, az.")
    private String language;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "CORPUS[@WEIGHT]",
            description = "CoNLL: token, TAB, BIO tag (PER, LOC, ORG, MISC), an empty line behind each sentence."
                    + " -DOCSTART- starts a document. The weight is what a sentence counts (default 1).")
    private List<String> corpora;

    @Option(
            names = "--text",
            paramLabel = "FILE",
            description = "Text without names marked, one tokenised sentence a line: words are put into classes by it.")
    private List<Path> texts = List.of();

    @Option(
            names = "--names",
            paramLabel = "FILE=KIND",
            description = "List of names, one a line. Kinds: ${COMPLETION-CANDIDATES}.")
    private Map<Path, KnowledgeBuilder.Kind> names = new LinkedHashMap<>();

    @Option(
            names = "--licence",
            paramLabel = "NAME=LICENCE",
            description = "Licence of a file, by its name: the model says what it was made of.")
    private Map<String, String> licences = Map.of();

    @Option(names = "--word-classes", paramLabel = "N", description = "How many (default ${DEFAULT-VALUE}).")
    private int classes = 300;

    @Option(names = "--seed", paramLabel = "N", description = "Of the order of the sentences.")
    private int seed = TrainingOptions.standard().seed();

    @Option(
            names = "--epochs",
            paramLabel = "N",
            description = "How often all is gone through (default ${DEFAULT-VALUE}).")
    private int epochs = TrainingOptions.standard().epochs();

    @Option(names = "--output", paramLabel = "FILE", description = "Where the model goes (default LANG.names).")
    private Path output;

    @Override
    public Integer call() throws IOException {
        Console console = new Console(spec.commandLine().getErr(), Console.isTerminal());
        NameModel model = recipe().make(console::say);
        Path file = output == null ? Path.of(language + ".names") : output;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ModelFile.write(model, out);
        }
        console.say(file + ": " + model.size() + " features, " + Files.size(file) + " bytes");
        return CommandLine.ExitCode.OK;
    }

    private Recipe recipe() {
        List<Recipe.Weighted> weighted = new ArrayList<>();
        for (String corpus : corpora) {
            int at = corpus.lastIndexOf('@');
            weighted.add(new Recipe.Weighted(
                    Path.of(at < 0 ? corpus : corpus.substring(0, at)), at < 0 ? 1 : weight(corpus, at)));
        }
        List<Recipe.Names> lists = new ArrayList<>();
        names.forEach((file, kind) -> lists.add(new Recipe.Names(kind, file)));
        TrainingOptions options = TrainingOptions.standard().with(seed, epochs);
        return new Recipe(language, weighted, texts, lists, licences, classes, options);
    }

    private float weight(String corpus, int at) {
        try {
            float weight = Float.parseFloat(corpus.substring(at + 1));
            if (weight > 0 && weight <= 100) {
                return weight;
            }
        } catch (NumberFormatException noNumber) {
            // Said below, as for a number that is no weight.
        }
        throw new CommandLine.ParameterException(
                spec.commandLine(), "The weight of " + corpus + " is no number above 0 and up to 100");
    }
}
