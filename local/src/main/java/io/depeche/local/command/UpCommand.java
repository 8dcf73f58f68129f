// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.event.EnrichedStatement;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import io.depeche.local.pipeline.Completion;
import io.depeche.local.pipeline.LocalPipeline;
import io.depeche.local.pipeline.PipelineOptions;
import io.depeche.local.pipeline.Publications;
import io.depeche.local.pipeline.Tally;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.json.EventJson;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** All of it in one process. */
@Command(
        name = "up",
        description = {
            "Starts everything in one process: a Kafka broker, a schema registry, ingest, enrich and sink; feeds it the"
                    + " sources and stays up.",
            "A source is a file or a folder of text or JSON lines, or - for standard input. Folders are watched. Without"
                    + " a source, the sample statements are fed."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(100);

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SOURCE", description = "File, folder, or - for standard input.")
    private List<String> sources = List.of();

    @Option(
            names = "--until-done",
            description =
                    "Read the sources once, print each statement as a JSON line when it has come out of the output"
                            + " topic, and end: with 1 where one was refused or is a dead letter.")
    private boolean untilDone;

    @Option(
            names = "--broker-port",
            paramLabel = "N",
            defaultValue = "9092",
            description = "Port of the broker; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    @Option(
            names = "--registry-port",
            paramLabel = "N",
            defaultValue = "8081",
            description = "Port of the schema registry; 0 takes a free one (default: ${DEFAULT-VALUE}).")
    private int registryPort;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Keeps topics, schemas and state there over restarts; without it they are gone at the end.")
    private Path dataDirectory;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(spec.commandLine().getErr(), Console.isTerminal());
        PipelineOptions options = new PipelineOptions(
                brokerPort, registryPort, Optional.ofNullable(dataDirectory), PipelineOptions.QUICK_COMMIT, Map.of());
        List<String> given = sources.isEmpty() ? List.of(Samples.folder().toString()) : sources;
        try (LocalPipeline pipeline = LocalPipeline.start(options)) {
            // Ctrl-C: the JVM runs this and ends; at a normal end it finds everything closed already.
            Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close, "close-up"));
            IngestConfig config = new IngestConfig(pipeline.settings());
            Sources factory = new Sources(config.maxTextBytes(), config.pollInterval(), Clock.systemUTC());
            List<Source> parsed = SourceArguments.parse(given, !untilDone, factory);
            return untilDone
                    ? runUntilDone(pipeline, config, parsed, console)
                    : stayUp(pipeline, config, parsed, console);
        }
    }

    private int stayUp(LocalPipeline pipeline, IngestConfig config, List<Source> parsed, Console console)
            throws InterruptedException, CommandFailed {
        Tally tally = new Tally(new ConsoleListener(console));
        try (Ingest ingest = Ingest.connect(config, parsed, tally, Clock.systemUTC())) {
            ingest.start();
            console.say("up: Kafka at " + pipeline.bootstrapServers() + ", schema registry at " + pipeline.registryUrl()
                    + "; Ctrl-C ends it");
            while (true) {
                refuseToGoOnBroken(pipeline, ingest);
                console.progress("%d statements in, %d not taken".formatted(tally.published(), tally.refused()));
                Thread.sleep(POLL.toMillis());
            }
        } finally {
            console.endProgress();
        }
    }

    private int runUntilDone(LocalPipeline pipeline, IngestConfig config, List<Source> parsed, Console console)
            throws CommandFailed {
        Tally tally = new Tally(new ConsoleListener(console));
        Publications publications = new Publications(tally);
        ConnectionConfig connection = pipeline.connection();
        PrintWriter out = spec.commandLine().getOut();
        try (Deserializer<EnrichedStatement> deserializer = connection.valueDeserializer(EnrichedStatement.class);
                Completion completion = new Completion(
                        connection,
                        pipeline.enrichGroup(),
                        pipeline.sinkGroup(),
                        publications,
                        printer(out, deserializer),
                        console::say);
                Ingest ingest = Ingest.connect(config, parsed, publications, Clock.systemUTC())) {
            ingest.start();
            do {
                refuseToGoOnBroken(pipeline, ingest);
                completion.advance(POLL);
                console.progress("%d statements in, %d out, %d not taken"
                        .formatted(tally.published(), completion.statementsOut(), tally.refused()));
                out.flush();
            } while (!ingest.isDone() || !completion.isComplete());
            Completion.Outcome outcome = completion.finish();
            out.flush();
            console.endProgress();
            return conclude(tally, completion, outcome, console);
        }
    }

    private static int conclude(Tally tally, Completion completion, Completion.Outcome outcome, Console console)
            throws CommandFailed {
        if (!outcome.missing().isEmpty()) {
            throw new CommandFailed("statements that went in have not come out: " + outcome.missing());
        }
        if (tally.refused() > 0 || outcome.deadLetters() > 0) {
            console.say("%d statements out, %d not taken, %d dead letters"
                    .formatted(completion.statementsOut(), tally.refused(), outcome.deadLetters()));
            return CommandLine.ExitCode.SOFTWARE;
        }
        return CommandLine.ExitCode.OK;
    }

    private static java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> printer(
            PrintWriter out, Deserializer<EnrichedStatement> deserializer) {
        EventJson json = new EventJson();
        return record -> out.println(json.line(deserializer.deserialize(record.topic(), record.value())));
    }

    private static void refuseToGoOnBroken(LocalPipeline pipeline, Ingest ingest) throws CommandFailed {
        Optional<Throwable> failure = pipeline.failure().or(ingest::failure);
        if (failure.isPresent()) {
            throw new CommandFailed(failure.get().getMessage(), failure.get());
        }
    }
}
