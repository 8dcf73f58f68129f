// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.event.EnrichedStatement;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.SourceReload;
import io.depeche.ingest.publish.MeteredListener;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import io.depeche.local.monitor.MonitorServer;
import io.depeche.local.pipeline.Completion;
import io.depeche.local.pipeline.LocalPipeline;
import io.depeche.local.pipeline.PipelineOptions;
import io.depeche.local.pipeline.Publications;
import io.depeche.local.pipeline.Tally;
import io.depeche.schemas.config.ConfigFile;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.json.EventJson;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
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
            "A source is a file or a folder of statements in any format that is known, or - for standard input. Folders"
                    + " are watched. More sources are described by a configuration file. Without any, the sample"
                    + " statements are fed."
        },
        mixinStandardHelpOptions = true)
final class UpCommand implements Callable<Integer> {

    private static final Duration POLL = Duration.ofMillis(100);

    private final PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

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

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Settings of the roles, and further sources (.properties); what is changed in the sources"
                    + " counts at once.")
    private Path config;

    @Option(
            names = "--http-port",
            paramLabel = "N",
            description = "Port of /health and /metrics; 0 takes a free one (default: http.port of the configuration,"
                    + " or a free one).")
    private Integer httpPort;

    @Override
    public Integer call() throws Exception {
        Console console = new Console(spec.commandLine().getErr(), Console.isTerminal());
        Map<String, String> inFile = inFile();
        PipelineOptions options = new PipelineOptions(
                brokerPort,
                registryPort,
                Optional.ofNullable(dataDirectory),
                PipelineOptions.QUICK_COMMIT,
                settings(inFile));
        try (LocalPipeline pipeline = made(inFile, file -> LocalPipeline.start(options, metrics))) {
            // Ctrl-C: the JVM runs this and ends; at a normal end it finds everything closed already.
            Runtime.getRuntime().addShutdownHook(new Thread(pipeline::close, "close-up"));
            Map<String, String> connection = new HashMap<>(pipeline.settings());
            connection.keySet().removeAll(inFile.keySet());
            Function<Map<String, String>, IngestConfig> reading = file -> {
                Map<String, String> all = new HashMap<>(connection);
                all.putAll(settings(file));
                return new IngestConfig(all);
            };
            IngestConfig ingestConfig = made(inFile, reading::apply);
            List<Source> named = named(ingestConfig);
            return untilDone
                    ? runUntilDone(pipeline, ingestConfig, named, console)
                    : stayUp(
                            pipeline,
                            ingestConfig,
                            named,
                            console,
                            ingest -> followConfiguration(inFile, reading, ingest));
        }
    }

    /** What stands in the file, where there is one. */
    private Map<String, String> inFile() throws CommandFailed {
        Map<String, String> inFile = config == null ? Map.of() : ConfigFile.load(config);
        for (String own : List.of("kafka.bootstrap.servers", "schema.registry.url")) {
            if (inFile.containsKey(own)) {
                throw new CommandFailed(config + " sets " + own + ", and up brings its own broker and registry: take"
                        + " it out, or run the roles one by one");
            }
        }
        return inFile;
    }

    /** So that a mistake in the file is reported with its line. */
    private <T, X extends Exception> T made(Map<String, String> inFile, ConfigFile.Making<T, X> making) throws X {
        return config == null ? making.of(inFile) : ConfigFile.made(config, inFile, making);
    }

    private Map<String, String> settings(Map<String, String> inFile) {
        Map<String, String> settings = new HashMap<>(inFile);
        if (httpPort != null) {
            settings.put(IngestConfig.HTTP_PORT, httpPort.toString());
        }
        settings.putIfAbsent(IngestConfig.HTTP_PORT, "0");
        settings.putIfAbsent(IngestConfig.INSTANCE_ID, "up");
        return settings;
    }

    private List<Source> named(IngestConfig ingestConfig) throws CommandFailed {
        Sources factory = new Sources(
                ingestConfig.maxTextBytes(),
                ingestConfig.maxDocumentBytes(),
                ingestConfig.pollInterval(),
                Clock.systemUTC());
        boolean samples = sources.isEmpty() && !ingestConfig.hasSources();
        return SourceArguments.parse(samples ? List.of(Samples.folder().toString()) : sources, !untilDone, factory);
    }

    private int stayUp(
            LocalPipeline pipeline,
            IngestConfig ingestConfig,
            List<Source> named,
            Console console,
            Consumer<Ingest> onceItIsUp)
            throws IOException, InterruptedException, CommandFailed {
        Tally tally = new Tally(new ConsoleListener(console));
        try (Ingest ingest = Ingest.connect(
                        ingestConfig,
                        named,
                        new MeteredListener(metrics, tally),
                        Clock.systemUTC(),
                        System.in,
                        metrics);
                MonitorServer monitor = MonitorServer.start(
                        ingestConfig.getInt(IngestConfig.HTTP_PORT), pipeline.rolesWith(ingest), metrics)) {
            pipeline.closeFirst(ingest);
            ingest.start();
            onceItIsUp.accept(ingest);
            console.say("up: Kafka at " + pipeline.bootstrapServers() + ", schema registry at " + pipeline.registryUrl()
                    + ", metrics at http://localhost:" + monitor.port() + "/metrics"
                    + ingest.pushUrl().map(url -> ", posts at " + url).orElse("") + "; Ctrl-C ends it");
            while (true) {
                refuseToGoOnBroken(pipeline, ingest);
                console.progress("%d statements in, %d not taken".formatted(tally.published(), tally.refused()));
                Thread.sleep(POLL.toMillis());
            }
        } finally {
            console.endProgress();
        }
    }

    /** In a daemon thread, as long as the process is up. */
    private void followConfiguration(
            Map<String, String> inFile, Function<Map<String, String>, IngestConfig> reading, Ingest ingest) {
        if (config != null) {
            new SourceReload(config, inFile, reading, ingest).start();
        }
    }

    private int runUntilDone(LocalPipeline pipeline, IngestConfig ingestConfig, List<Source> named, Console console)
            throws CommandFailed {
        Set<String> endless = ingestConfig.endlessSources();
        if (!endless.isEmpty()) {
            throw new CommandFailed("--until-done can't be with sources that have no end: " + String.join(", ", endless)
                    + "; a folder ends where its watch is false");
        }
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
                Ingest ingest =
                        Ingest.connect(ingestConfig, named, publications, Clock.systemUTC(), System.in, metrics)) {
            pipeline.closeFirst(ingest);
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

    private static Consumer<ConsumerRecord<byte[], byte[]>> printer(
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
