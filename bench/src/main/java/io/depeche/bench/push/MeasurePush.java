// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.push;

import io.depeche.event.RawStatement;
import io.depeche.ingest.IngestConfig;
import io.depeche.local.broker.BrokerOptions;
import io.depeche.local.broker.EmbeddedBroker;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures the rate at which statements that are posted get to Kafka, against that of a plain producer that has the same
 * values ready (same serializer, acks=all, idempotent, lz4, same linger), in turn and on the same broker in this
 * process, which also has the clients. The endpoint has a process of its own with 256 MB. Exit codes: 0 measured, 1
 * failed, 2 wrong usage.
 */
@Command(
        name = "push",
        description = "Measures the push endpoint's rate beside a plain producer's.",
        showDefaultValues = true,
        mixinStandardHelpOptions = true,
        version = "depeche-bench, as built from this checkout",
        sortOptions = false)
public final class MeasurePush implements Callable<Integer> {

    @Option(names = "--statements", description = "Statements of each round, a multiple of those of a request.")
    private int statements = 100_000;

    @Option(names = "--in-request", description = "Statements of a request.")
    private int inRequest = 100;

    @Option(names = "--connections", description = "Requests at a time.")
    private int connections = 8;

    @Option(names = "--rounds", description = "Measurements of each.")
    private int rounds = 7;

    @Option(names = "--warm-up", description = "Rounds before them.")
    private int warmUp = 30;

    @Option(names = "--jvm", description = "An option for the endpoint's Java. May be repeated.")
    private List<String> jvm = new ArrayList<>();

    private final List<Double> plainRates = new ArrayList<>();
    private final List<Double> pushRates = new ArrayList<>();
    private final List<Double> plainCpu = new ArrayList<>();
    private final List<Double> pushCpu = new ArrayList<>();

    private MeasurePush() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MeasurePush()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        System.setProperty("http.maxConnections", String.valueOf(connections));
        Path data = Files.createTempDirectory("depeche-bench-");
        try (RegistryServer registry = RegistryServer.start(RegistryOptions.inMemory());
                EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(data))) {
            Map<String, String> settings = Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "schema.registry.url", registry.url().toString(),
                    "topic.replication.factor", "1");
            IngestConfig config = new IngestConfig(settings);
            try (Groundwork groundwork = new Groundwork(config, config.rights())) {
                groundwork.lay(Set.of(Topic.STATEMENTS_RAW));
            }
            measure(config, settings);
        } finally {
            delete(data);
        }
        return CommandLine.ExitCode.OK;
    }

    private void measure(IngestConfig config, Map<String, String> settings) throws Exception {
        List<byte[]> bodies = PressStatements.bodies(statements, inRequest);
        List<RawStatement> values = PressStatements.of(bodies);
        System.out.printf("%d statements of %d bytes each on average, as values%n", statements, size(config, values));
        ExecutorService clients = Executors.newFixedThreadPool(connections);
        try (PushProcess endpoint = PushProcess.start(settings, jvm);
                KafkaProducer<String, RawStatement> producer = producer(config)) {
            URL url = new URL("http://localhost:" + endpoint.port() + "/statements");
            for (int i = -warmUp; i < rounds; i++) {
                if (i == 0) {
                    Stream.of(plainRates, pushRates, plainCpu, pushCpu).forEach(List::clear);
                }
                // Whichever comes second has the other's disk writes behind it.
                if (i % 2 == 0) {
                    plain(producer, config.topic(), values);
                    push(clients, url, bodies, endpoint.handle());
                } else {
                    push(clients, url, bodies, endpoint.handle());
                    plain(producer, config.topic(), values);
                }
            }
        } finally {
            clients.shutdownNow();
        }
        System.out.printf(
                "medians: plain %,.0f a second, %.1f µs of CPU each; push %,.0f a second, %.1f µs of CPU each; ratio of"
                        + " rates %.2f, of CPU %.2f%n",
                median(plainRates),
                median(plainCpu),
                median(pushRates),
                median(pushCpu),
                median(pushRates) / median(plainRates),
                median(plainCpu) / median(pushCpu));
    }

    private void plain(KafkaProducer<String, RawStatement> producer, String topic, List<RawStatement> values) {
        AtomicInteger failed = new AtomicInteger();
        double cpu = cpuMicros(ProcessHandle.current());
        long start = System.nanoTime();
        for (RawStatement value : values) {
            producer.send(new ProducerRecord<>(topic, value.getId(), value), (metadata, e) -> {
                if (e != null) {
                    failed.incrementAndGet();
                }
            });
        }
        producer.flush();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " statements did not get to Kafka");
        }
        plainRates.add(rate(start));
        plainCpu.add((cpuMicros(ProcessHandle.current()) - cpu) / statements);
        System.out.printf("plain %,.0f a second, %.1f µs of CPU each%n", last(plainRates), last(plainCpu));
    }

    private void push(ExecutorService clients, URL url, List<byte[]> bodies, ProcessHandle endpoint) throws Exception {
        double here = cpuMicros(ProcessHandle.current());
        double there = cpuMicros(endpoint);
        long start = System.nanoTime();
        post(clients, url, bodies);
        pushRates.add(rate(start));
        here = (cpuMicros(ProcessHandle.current()) - here) / statements;
        there = (cpuMicros(endpoint) - there) / statements;
        pushCpu.add(here + there);
        System.out.printf(
                "push %,.0f a second, %.1f µs of CPU each, and %.1f µs of broker and clients%n",
                last(pushRates), there, here);
    }

    private void post(ExecutorService clients, URL url, List<byte[]> bodies) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> posts = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            posts.add(() -> {
                for (int body = next.getAndIncrement(); body < bodies.size(); body = next.getAndIncrement()) {
                    post(url, bodies.get(body));
                }
                return null;
            });
        }
        for (Future<Void> post : clients.invokeAll(posts)) {
            post.get();
        }
    }

    private static void post(URL url, byte[] body) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", "application/x-ndjson");
        connection.setFixedLengthStreamingMode(body.length);
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        if (connection.getResponseCode() != 200) {
            throw new IOException("the endpoint answers " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    private double rate(long start) {
        return statements * 1e9 / (System.nanoTime() - start);
    }

    private static double cpuMicros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e3;
    }

    private static double last(List<Double> of) {
        return of.get(of.size() - 1);
    }

    private static double median(List<Double> of) {
        double[] sorted = of.stream().mapToDouble(d -> d).sorted().toArray();
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1)
                .average()
                .orElseThrow();
    }

    private static KafkaProducer<String, RawStatement> producer(IngestConfig config) {
        Map<String, Object> settings = config.kafka();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        settings.put("linger.ms", 5);
        settings.put("max.request.size", Topic.STATEMENTS_RAW.maxMessageBytes());
        return new KafkaProducer<>(settings, new StringSerializer(), config.valueSerializer());
    }

    private static long size(IngestConfig config, List<RawStatement> values) {
        try (Serializer<RawStatement> serializer = config.valueSerializer()) {
            return values.stream()
                            .mapToLong(value -> serializer.serialize(config.topic(), value).length)
                            .sum()
                    / values.size();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
