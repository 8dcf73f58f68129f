// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.consumers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.ingest.Ingest;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.source.Sources;
import io.depeche.local.Seed;
import io.depeche.local.pipeline.LocalPipeline;
import io.depeche.local.pipeline.PipelineOptions;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The consumers of docs/consumers and the tools of the README, run as their users run them against the pipeline. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsumersIT {

    private static final Path CONSUMERS =
            Path.of("..", "docs", "consumers").toAbsolutePath().normalize();

    private LocalPipeline pipeline;

    @BeforeAll
    void start() throws Exception {
        pipeline = LocalPipeline.start(PipelineOptions.temporary(), new SimpleMeterRegistry());
        IngestConfig config = new IngestConfig(pipeline.settings());
        Sources sources = new Sources(config.maxTextBytes(), config.pollInterval(), Clock.systemUTC());
        try (Ingest ingest = Ingest.connect(
                config,
                List.of(sources.file("seed", Seed.file())),
                new LoggingListener(),
                Clock.systemUTC(),
                new SimpleMeterRegistry())) {
            ingest.start();
            ingest.awaitSources();
        }
    }

    @AfterAll
    void close() {
        pipeline.close();
    }

    @Test
    void confluentsPythonClientReadsAnEvent() throws Exception {
        // The script's own interpreter: Debian's, which has Debian's packages.
        assumeTrue(
                Files.isExecutable(Path.of("/usr/bin/python3"))
                        && succeeds("/usr/bin/python3", "-c", "import confluent_kafka.avro"),
                "skipped: python3-confluent-kafka, python3-avro and python3-requests are not installed");

        checkSeed(run(consumer(CONSUMERS.resolve("python/consume.py").toString())));
    }

    @Test
    void kafkaJsReadsAnEvent() throws Exception {
        assumeTrue(
                Files.isDirectory(CONSUMERS.resolve("node/node_modules")),
                "skipped: the packages of docs/consumers/node are not installed (npm ci)");

        checkSeed(run(consumer("node", CONSUMERS.resolve("node/consume.mjs").toString())));
    }

    @Test
    void aJavaConsumerReadsAnEvent() throws Exception {
        String output = run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CONSUMERS.resolve("java/Consume.java").toString(),
                pipeline.bootstrapServers(),
                pipeline.registryUrl(),
                "1"));

        assertThat(output).contains("ABOUT 980 véhicules", "MORE_THAN 850 véhicules");
    }

    @Test
    void kcatListsTopicsAndReadsKeys() throws Exception {
        assumeTrue(succeeds("kcat", "-V"), "skipped: kcat is not installed");
        String broker = pipeline.bootstrapServers();

        assertThat(run(List.of("kcat", "-b", broker, "-L")))
                .contains("statements.raw", "statements.enriched", "statements.dead-letter");
        assertThat(run(List.of(
                        "kcat", "-b", broker, "-t", "statements.enriched", "-C", "-c", "1", "-f", "%k %S bytes\n")))
                .containsPattern("[0-9a-f]{32} [0-9]+ bytes");
    }

    @Test
    void kafkasOwnToolsShowTopicsGroupsAndLag() throws Exception {
        String broker = pipeline.bootstrapServers();

        assertThat(tool("TopicCommand", "--bootstrap-server", broker, "--list"))
                .contains("statements.raw", "statements.annotated", "statements.enriched", "statements.figures");
        for (String group : List.of(pipeline.enrichGroup(), pipeline.sinkGroup())) {
            assertThat(tool(
                            "consumer.group.ConsumerGroupCommand",
                            "--bootstrap-server",
                            broker,
                            "--describe",
                            "--group",
                            group))
                    .contains("LAG", "statements.");
        }
    }

    private static void checkSeed(String line) throws IOException {
        JsonNode event = new ObjectMapper().readTree(line);
        assertThat(event.path("revision").asInt()).isEqualTo(1);
        assertThat(event.path("entities").toString()).contains("Ilham Aliyev", "Antony Blinken");
        assertThat(event.path("figures").toString()).contains("ABOUT 980 véhicules", "MORE_THAN 850 véhicules");
    }

    private List<String> consumer(String... command) {
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of(
                "--bootstrap-servers",
                pipeline.bootstrapServers(),
                "--registry-url",
                pipeline.registryUrl(),
                "--count",
                "1"));
        return all;
    }

    private static String tool(String name, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.apache.kafka.tools." + name));
        command.addAll(List.of(arguments));
        return run(command);
    }

    private static boolean succeeds(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException notThere) {
            return false;
        }
    }

    private static String run(List<String> command) throws Exception {
        Path errors = Files.createTempFile("consumer", ".err");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(errors.toFile()).start();
            Optional<String> output;
            try (Stream<String> lines =
                    process.inputReader(StandardCharsets.UTF_8).lines()) {
                output = lines.reduce((a, b) -> a + "\n" + b);
            }
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(errors)).isZero();
            return output.orElse("");
        } finally {
            Files.delete(errors);
        }
    }
}
