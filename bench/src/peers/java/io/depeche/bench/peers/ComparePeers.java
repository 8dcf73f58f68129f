// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import io.depeche.enrich.text.names.tagger.ModelFile;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameModels;
import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Scores;
import io.depeche.enrich.text.names.training.Sentence;
import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Names by Stanford CoreNLP ({@link CoreNlp}) and by our model on the same tokens: how right, how fast. Exit codes: 0
 * compared, 1 failed, 2 wrong usage.
 */
@Command(
        name = "peers",
        description =
                "Tags names by Stanford CoreNLP and by Depeche's model, and prints the tables of ./depeche evaluate"
                        + " side by side, and how many tokens a second each does.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true,
        version = "depeche-bench, as built from this checkout",
        sortOptions = false)
public final class ComparePeers implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "LANG", description = "Language subtag: de, en, es, fr.")
    private String language;

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "FILE",
            description = "CoNLL: token, TAB, BIO tag; an empty line behind each sentence.")
    private List<Path> files;

    @Option(
            names = "--text",
            description = "Files are text without names: a sentence a line, spaces between its tokens.")
    private boolean text;

    @Option(
            names = "--documents",
            showDefaultValue = CommandLine.Help.Visibility.NEVER,
            paramLabel = "COUNT",
            description = "Only so many documents of each file, from its start.")
    private int documents = Integer.MAX_VALUE;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description =
                    "Our model. Default: the one that Depeche comes with; where there is none, CoreNLP stands alone.")
    private Path model;

    @Option(
            names = "--classifier",
            paramLabel = "FILE",
            description =
                    "Another classifier of CoreNLP than the one that it documents for the language; also one of its"
                            + " jars', as edu/stanford/nlp/models/ner/….crf.ser.gz.")
    private String classifier;

    @Option(names = "--write", paramLabel = "FILE", description = "Write CoreNLP's names of all files as CoNLL.")
    private Path written;

    @Option(names = "--turns", paramLabel = "COUNT", description = "Measurements of speed; 0: none.")
    private int turns = 5;

    @Option(names = "--seconds", description = "Shortest length of each measurement.")
    private int seconds = 2;

    private ComparePeers() {}

    public static void main(String[] arguments) {
        PrintStream results = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        System.exit(new CommandLine(new ComparePeers())
                .setOut(new PrintWriter(results, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    if (!(failure instanceof IOException)) {
                        throw failure;
                    }
                    command.getErr().println("peers: " + failure);
                    return CommandLine.ExitCode.SOFTWARE;
                })
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException {
        CoreNlpModel peer =
                CoreNlpModel.of(language).orElseThrow(() -> wrong("CoreNLP has no model of names for " + language));
        Optional<NameModel> own = model();
        List<Tagger> taggers = new ArrayList<>();
        taggers.add(new CoreNlp(peer, classifier == null ? peer.resource() : classifier));
        own.ifPresent(loaded -> taggers.add(new Depeche(loaded)));

        List<List<Sentence>> all = new ArrayList<>();
        List<byte[]> peersLabels = new ArrayList<>();
        List<Scores> totals = taggers.stream().map(tagger -> new Scores()).toList();
        for (Path file : files) {
            Corpus corpus = read(file);
            all.addAll(corpus.documents());
            List<Scores> scores = new ArrayList<>();
            for (int i = 0; i < taggers.size(); i++) {
                List<byte[]> labels = tag(taggers.get(i), corpus);
                Scores ofFile = new Scores();
                add(ofFile, corpus, labels);
                add(totals.get(i), corpus, labels);
                scores.add(ofFile);
                if (i == 0) {
                    peersLabels.addAll(labels);
                }
            }
            print(file.toString(), corpus, taggers, scores);
        }
        Corpus everything = new Corpus(all);
        if (files.size() > 1) {
            print("all files", everything, taggers, totals);
        }
        if (written != null) {
            ConllFile.write(written, all, peersLabels);
        }
        if (turns > 0 && everything.tokens() > 0) {
            Race race = Race.run(taggers, everything, turns, seconds);
            race.lines().forEach(spec.commandLine().getOut()::println);
        }
        return CommandLine.ExitCode.OK;
    }

    private Corpus read(Path file) throws IOException {
        Corpus corpus = text ? TokenisedText.read(file) : Corpus.read(file);
        int wanted = Math.min(documents, corpus.documents().size());
        return new Corpus(corpus.documents().subList(0, wanted));
    }

    private Optional<NameModel> model() throws IOException {
        if (model == null) {
            return new NameModels().of(language);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(model))) {
            NameModel read = ModelFile.read(in, model.toString());
            if (!read.language().equals(language)) {
                throw wrong(model + " is for " + read.language() + ", not for " + language);
            }
            return Optional.of(read);
        }
    }

    private static List<byte[]> tag(Tagger tagger, Corpus corpus) {
        List<byte[]> labels = new ArrayList<>();
        for (List<Sentence> document : corpus.documents()) {
            labels.addAll(tagger.tag(document));
        }
        return labels;
    }

    private static void add(Scores scores, Corpus corpus, List<byte[]> labels) {
        Iterator<byte[]> found = labels.iterator();
        for (List<Sentence> document : corpus.documents()) {
            for (Sentence sentence : document) {
                scores.add(sentence.labels(), found.next(), 0);
            }
        }
    }

    /** The tables side by side; text without names has none. */
    private void print(String name, Corpus corpus, List<Tagger> taggers, List<Scores> scores) {
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%s: %,d sentences, %,d tokens%n", name, corpus.sentences(), corpus.tokens());
        if (text) {
            return;
        }
        List<List<String>> tables = new ArrayList<>();
        for (int i = 0; i < taggers.size(); i++) {
            List<String> table = new ArrayList<>(scores.get(i).table().lines().toList());
            table.set(
                    0,
                    taggers.get(i).name()
                            + table.get(0).substring(taggers.get(i).name().length()));
            tables.add(table);
        }
        for (int row = 0; row < tables.get(0).size(); row++) {
            int line = row;
            out.println(String.join(
                    "   | ", tables.stream().map(table -> table.get(line)).toList()));
        }
        out.println();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message + ".");
    }
}
