// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.speed;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Runs {@link FiguresAndDates} and prints a Markdown table in megabytes (a million bytes of UTF-8) a second. JMH's own
 * account goes to standard error. Exit codes: 0 measured, 1 failed, 2 wrong usage.
 */
@Command(
        name = "run",
        description = "Measures the analysers' speed and prints a Markdown table, in megabytes a second.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true,
        version = "depeche-bench, as built from this checkout",
        sortOptions = false)
public final class MeasureSpeed implements Callable<Integer> {

    private static final List<String> BENCHMARKS = List.of("segmentation", "figuresAndDates", "all");

    @Spec
    private CommandSpec spec;

    @Option(names = "--text", description = "Only this text: ${COMPLETION-CANDIDATES}. May be repeated.")
    private List<Text> wantedTexts = List.of(Text.values());

    @Option(names = "--forks", description = "Processes for each figure.")
    private int forks = 2;

    @Option(
            names = "--warm-up",
            description =
                    "Measurements before the first that counts: the compiler takes 40 seconds over all of annotate.")
    private int warmUp = 20;

    @Option(names = "--iterations", description = "Measurements in each process.")
    private int iterations = 5;

    @Option(names = "--seconds", description = "Length of each measurement.")
    private int seconds = 2;

    private MeasureSpeed() {}

    public static void main(String[] arguments) {
        // Results are UTF-8 whatever the machine's locale says, and JMH prints to standard output.
        PrintStream results = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        System.exit(new CommandLine(new MeasureSpeed())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(results, true, StandardCharsets.UTF_8))
                .execute(arguments));
    }

    @Override
    public Integer call() throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(FiguresAndDates.class.getName().replace(".", "\\."))
                .param("text", wantedTexts.stream().map(Text::name).toArray(String[]::new))
                .forks(forks)
                // What the launcher runs Depeche by.
                .jvmArgs("-XX:+UseSerialGC", "-Xmx1g")
                .warmupIterations(warmUp)
                .measurementIterations(iterations)
                .warmupTime(TimeValue.seconds(seconds))
                .measurementTime(TimeValue.seconds(seconds))
                .shouldFailOnError(true);
        Map<Text, Map<String, String>> table = table(new Runner(options.build()).run());
        PrintWriter out = spec.commandLine().getOut();
        out.println("| text | tokens, language, sentences | dates and figures | all |");
        out.println("|---|--:|--:|--:|");
        table.forEach((text, cells) -> {
            out.print("| " + text.label());
            BENCHMARKS.forEach(benchmark -> out.print(" | " + cells.getOrDefault(benchmark, "")));
            out.println(" |");
        });
        return CommandLine.ExitCode.OK;
    }

    private static Map<Text, Map<String, String>> table(Collection<RunResult> results) {
        Map<Text, Map<String, String>> table = new EnumMap<>(Text.class);
        for (RunResult result : results) {
            Text text = Text.valueOf(result.getParams().getParam("text"));
            String benchmark = result.getParams().getBenchmark();
            table.computeIfAbsent(text, any -> new TreeMap<>())
                    .put(
                            benchmark.substring(benchmark.lastIndexOf('.') + 1),
                            cell(result.getPrimaryResult(), text.bytes() / 1e6));
        }
        return table;
    }

    /** JMH has no error of one measurement alone. */
    private static String cell(Result<?> result, double megabytes) {
        String speed = String.format(Locale.ROOT, "%.2f", result.getScore() * megabytes);
        return Double.isNaN(result.getScoreError())
                ? speed
                : speed + String.format(Locale.ROOT, " ± %.2f", result.getScoreError() * megabytes);
    }
}
