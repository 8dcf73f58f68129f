// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The full run, which makes the table of docs/guarantees.md; {@code local/prove faults} starts it. Exit codes: 0 all promises
 * kept, 1 not, 2 wrong usage.
 */
@Command(name = "faults", description = "Breaks a running pipeline again and again.", mixinStandardHelpOptions = true)
public final class MeasureFaults implements Callable<Integer> {

    private static final Map<Fault, Integer> FULL = new EnumMap<>(Map.ofEntries(
            Map.entry(Fault.INGEST_KILLED, 25),
            Map.entry(Fault.ENRICH_KILLED, 35),
            Map.entry(Fault.SINK_KILLED, 35),
            Map.entry(Fault.INGEST_FROZEN, 6),
            Map.entry(Fault.ENRICH_FROZEN, 6),
            Map.entry(Fault.SINK_FROZEN, 6),
            Map.entry(Fault.LEADER_KILLED, 15),
            Map.entry(Fault.LEADERS_KILLED, 4),
            Map.entry(Fault.BROKERS_ROLLED, 3),
            Map.entry(Fault.REGISTRY_CUT_OFF, 2),
            Map.entry(Fault.DISK_FULL, 3),
            Map.entry(Fault.ENRICH_ROLLED, 3),
            Map.entry(Fault.ENRICH_ADDED, 2),
            Map.entry(Fault.ALL_KILLED, 15)));

    /** A pipeline that has run for a while is what is to be measured, not Java's first minute in eight processes. */
    private static final Duration CALM = Duration.ofSeconds(90);

    private static final Pattern TABLE = Pattern.compile("<!-- faults -->\n(.*)<!-- end of faults -->", Pattern.DOTALL);

    @Option(names = "--seed", description = "Of load and faults; a new one otherwise.")
    private long seed = System.nanoTime();

    @Option(names = "--only", description = "Only these, as often as in the full run; by their names in Fault.")
    private List<Fault> only = new ArrayList<>(FULL.keySet());

    @Option(names = "--times", description = "So often each instead.")
    private Integer times;

    @Option(names = "--disk", description = "Folder of a small file system, the third broker's, to be filled.")
    private Path disk;

    @Option(names = "--write", description = "Markdown file whose table of faults is to be replaced.")
    private Path document;

    private MeasureFaults() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MeasureFaults()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("depeche-faults-");
        System.out.printf("seed %d, files in %s%n", seed, folder);
        Map<Fault, Integer> plan = new EnumMap<>(FULL);
        plan.keySet().retainAll(only);
        if (disk == null) {
            plan.remove(Fault.DISK_FULL);
        }
        if (times != null) {
            plan.replaceAll((fault, often) -> times);
        }
        List<Path> data = new ArrayList<>(List.of(folder.resolve("1"), folder.resolve("2")));
        data.add(disk == null ? folder.resolve("3") : disk.resolve("3"));
        List<FaultRun.Row> rows = FaultRun.run(folder, data, seed, plan, CALM, System.out);
        String table = FaultRun.Row.table(rows);
        System.out.print(table);
        if (document != null) {
            String text = Files.readString(document);
            Matcher found = TABLE.matcher(text);
            if (!found.find()) {
                throw new IOException(document + " has no table of faults between its marks");
            }
            Files.writeString(document, text.substring(0, found.start(1)) + table + text.substring(found.end(1)));
        }
        List<FaultRun.Row> late = rows.stream().filter(FaultRun.Row::isLate).toList();
        late.forEach(row -> System.out.printf(
                "%s: nothing came out for %.1f s, where %d s are promised%n",
                row.fault().title(),
                row.gap().toMillis() / 1e3,
                row.fault().within().toSeconds()));
        return late.isEmpty() ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
