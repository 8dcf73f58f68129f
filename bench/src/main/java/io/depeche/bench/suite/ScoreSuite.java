// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Annotator;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Scores figures and dates on the cases of microsoft/Recognizers-Text (MIT), in whatever languages they are there.
 *
 * <p>Which files and cases count is said in {@link SuiteModel}, {@link SuiteReader} and {@link SetAside}; what counts as
 * right in {@link FigureJudge}, {@link RangeJudge} and {@link DateJudge}. Exit codes: 0 scored, however badly; 2 wrong
 * usage.
 */
@Command(
        name = "score",
        description = "Scores figures and dates on the cases of Recognizers-Text.",
        mixinStandardHelpOptions = true,
        version = "depeche-bench, as built from this checkout",
        sortOptions = false)
public final class ScoreSuite implements Callable<Integer> {

    private static final List<String> FOLDERS = List.of("Number", "NumberWithUnit", "DateTime");

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FOLDER",
            description = "The suite's Specs: Number, NumberWithUnit, DateTime, each with a folder a language."
                    + " Default: ../shared/data/figures/recognizers-text beside the checkout.")
    private Path folder =
            Path.of(System.getProperty("depeche.home", ".")).resolve("../shared/data/figures/recognizers-text");

    @Option(
            names = "--language",
            paramLabel = "LANGUAGE",
            description = "Only this language, as its folder is called (French) or by its tag (fr). May be repeated.")
    private List<String> wantedLanguages = new ArrayList<>();

    @Option(
            names = "--model",
            paramLabel = "NAME",
            description = "Only this file, as it is called (NumberModel). May be repeated.")
    private List<String> wantedModels = new ArrayList<>();

    @Option(names = "--failures", description = "Print each wrong case: input, what was expected, what was found.")
    private boolean failures;

    @Option(names = "--markdown", description = "Print the tables in Markdown.")
    private boolean markdown;

    private ScoreSuite() {}

    public static void main(String[] arguments) {
        // Results are UTF-8 whatever the machine's locale says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        int code = new CommandLine(new ScoreSuite())
                .setOut(new PrintWriter(System.out, false, StandardCharsets.UTF_8))
                .execute(arguments);
        System.out.flush();
        System.exit(code);
    }

    @Override
    public Integer call() throws IOException {
        Set<String> languages = languages();
        List<SuiteModel> models = models();
        PrintWriter out = spec.commandLine().getOut();
        Report report = new Report(out, markdown);
        Annotator annotator = Annotator.standard();
        SetAside setAside = new SetAside();
        SuiteReader reader = new SuiteReader();
        for (String language : languages) {
            Scorer scorer = new Scorer(annotator, setAside, tag(language).orElseThrow());
            Map<SuiteModel, Score> scores = new EnumMap<>(SuiteModel.class);
            for (SuiteModel model : models) {
                Path file = model.file(folder, language);
                if (Files.exists(file)) {
                    scores.put(
                            model,
                            scorer.score(
                                    model,
                                    model.key(language),
                                    reader.read(file),
                                    (key, suiteCase, verdict) -> print(out, key, suiteCase, verdict)));
                }
            }
            report.add(language, scores);
        }
        report.print();
        return CommandLine.ExitCode.OK;
    }

    private void print(PrintWriter out, String file, SuiteCase suiteCase, Verdict verdict) {
        if (failures) {
            out.println(file + ": " + suiteCase.input());
            verdict.missing().forEach(missing -> out.println("    expected " + missing));
            verdict.extra().forEach(extra -> out.println("    got      " + extra));
        }
    }

    private Set<String> languages() throws IOException {
        Set<String> there = new TreeSet<>();
        for (String name : FOLDERS) {
            Path languages = folder.resolve(name);
            if (Files.isDirectory(languages)) {
                try (Stream<Path> entries = Files.list(languages)) {
                    entries.filter(Files::isDirectory)
                            .map(entry -> entry.getFileName().toString())
                            .filter(language -> tag(language).isPresent())
                            .forEach(there::add);
                }
            }
        }
        if (there.isEmpty()) {
            throw wrong("No cases in " + folder.normalize()
                    + ": expected Number, NumberWithUnit or DateTime in it, with a folder a language in English, such as"
                    + " French. Give the folder as the argument");
        }
        if (wantedLanguages.isEmpty()) {
            return there;
        }
        Set<String> wanted = new TreeSet<>();
        for (String name : wantedLanguages) {
            wanted.add(there.stream()
                    .filter(language -> language.equalsIgnoreCase(name)
                            || tag(language).orElseThrow().equalsIgnoreCase(name))
                    .findFirst()
                    .orElseThrow(() -> wrong("No cases in the language " + name + ": there are " + there)));
        }
        return wanted;
    }

    private List<SuiteModel> models() {
        if (wantedModels.isEmpty()) {
            return List.of(SuiteModel.values());
        }
        return wantedModels.stream()
                .map(name -> Arrays.stream(SuiteModel.values())
                        .filter(model -> model.fileName().equalsIgnoreCase(name))
                        .findFirst()
                        .orElseThrow(() -> wrong("No model " + name + " is scored: there are "
                                + Arrays.stream(SuiteModel.values())
                                        .map(SuiteModel::fileName)
                                        .toList())))
                .toList();
    }

    /** The BCP 47 tag of a language by its English name; empty if that names no language. */
    static Optional<String> tag(String language) {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(code -> Locale.forLanguageTag(code)
                        .getDisplayLanguage(Locale.ENGLISH)
                        .equalsIgnoreCase(language))
                .findFirst();
    }

    private ParameterException wrong(String message) {
        return new ParameterException(spec.commandLine(), message + ".");
    }
}
