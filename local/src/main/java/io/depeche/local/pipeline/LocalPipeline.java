// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.pipeline;

import io.depeche.enrich.Enrich;
import io.depeche.enrich.EnrichConfig;
import io.depeche.local.broker.BrokerOptions;
import io.depeche.local.broker.EmbeddedBroker;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.schemas.Role;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.TopicSetup;
import io.depeche.sink.Sink;
import io.depeche.sink.SinkConfig;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole pipeline but its sources in this process: broker, registry, enrich and sink.
 *
 * <p>Closing ends all of it, in the order of the flow. Thread-safe once started.
 */
public final class LocalPipeline implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LocalPipeline.class);

    private final Deque<AutoCloseable> closing = new ArrayDeque<>();
    private final Map<String, String> settings = new HashMap<>();
    private EmbeddedBroker broker;
    private RegistryServer registry;
    private List<Role> roles = List.of();
    private String enrichGroup;
    private String sinkGroup;

    private LocalPipeline() {}

    /**
     * Starts it; returns when the roles have been started, which is before they have their partitions.
     *
     * @param metrics shows what the roles do
     * @throws IOException where a port is taken or the data folder can't be used, with the way out
     */
    public static LocalPipeline start(PipelineOptions options, MeterRegistry metrics) throws IOException {
        LocalPipeline pipeline = new LocalPipeline();
        try {
            pipeline.startParts(options, metrics);
            return pipeline;
        } catch (IOException | RuntimeException | Error e) {
            pipeline.close();
            throw e;
        }
    }

    private void startParts(PipelineOptions options, MeterRegistry metrics) throws IOException {
        Path data;
        if (options.dataDirectory().isPresent()) {
            data = Files.createDirectories(options.dataDirectory().get());
        } else {
            data = Files.createTempDirectory("depeche-");
            closing.push(() -> deleteTree(data));
        }
        // First the quick one: a port that is taken shows at once.
        registry = RegistryServer.start(
                RegistryOptions.keptIn(data.resolve("schemas.jsonl")).withPort(options.registryPort()));
        closing.push(registry);
        broker = EmbeddedBroker.start(BrokerOptions.in(data.resolve("kafka")).withPort(options.brokerPort()));
        closing.push(broker);

        settings.put("kafka.bootstrap.servers", broker.bootstrapServers());
        settings.put("schema.registry.url", registry.url());
        settings.put("topic.replication.factor", "1");
        settings.putAll(options.settings());

        // Each role makes only those of its own.
        ConnectionConfig connection = connection();
        try (Admin admin = Admin.create(connection.kafka())) {
            new TopicSetup(admin, connection.topics()).ensure(Arrays.asList(Topic.values()));
        }

        Map<String, String> sinkSettings = new HashMap<>(settings);
        sinkSettings.putIfAbsent(
                "sink.commit.interval.ms",
                Long.toString(options.commitInterval().toMillis()));
        // The same at every start, so that a new one ends at once what a killed one left open.
        sinkSettings.putIfAbsent("sink.instance.id", "up");
        Map<String, String> enrichSettings = new HashMap<>(settings);
        enrichSettings.putIfAbsent(
                "enrich.commit.interval.ms",
                Long.toString(options.commitInterval().toMillis()));
        enrichSettings.putIfAbsent("enrich.state.dir", data.resolve("enrich").toString());

        SinkConfig sinkConfig = new SinkConfig(sinkSettings);
        sinkGroup = sinkConfig.groupId();
        Sink sink = new Sink(sinkConfig, Clock.systemUTC(), metrics);
        closing.push(sink);
        EnrichConfig enrichConfig = new EnrichConfig(enrichSettings);
        enrichGroup = enrichConfig.applicationId();
        Enrich enrich = new Enrich(enrichConfig, Clock.systemUTC(), metrics);
        closing.push(enrich);
        roles = List.of(enrich, sink);
        enrich.start();
        sink.start();
    }

    /** Where Kafka's clients connect. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Where the registry is. */
    public String registryUrl() {
        return registry.url();
    }

    /** The consumer group of enrich. */
    public String enrichGroup() {
        return enrichGroup;
    }

    /** The consumer group of the sink. */
    public String sinkGroup() {
        return sinkGroup;
    }

    /** The settings that connect another role or a client, as they would stand in a file. */
    public Map<String, String> settings() {
        return Map.copyOf(settings);
    }

    /** For a client. */
    public ConnectionConfig connection() {
        return new ConnectionConfig(settings);
    }

    /** Its roles and another. */
    public List<Role> rolesWith(Role other) {
        return Stream.concat(roles.stream(), Stream.of(other)).toList();
    }

    /** What ended one of the roles, where one has failed. */
    public Optional<Throwable> failure() {
        return roles.stream().flatMap(role -> role.failure().stream()).findFirst();
    }

    /** Whether every role can do its work now. */
    public boolean isReady() {
        return roles.stream().allMatch(Role::isReady);
    }

    /** Has a role that feeds the pipeline closed with it, and before all else. */
    public synchronized void closeFirst(Role feeder) {
        closing.push(feeder);
    }

    @Override
    public synchronized void close() {
        while (!closing.isEmpty()) {
            AutoCloseable part = closing.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not end cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }

    private static void deleteTree(Path folder) throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted((a, b) -> b.compareTo(a)).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
