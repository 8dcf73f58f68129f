// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.push;

import io.depeche.event.RawStatement;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.push.PushConfig;
import io.depeche.ingest.push.PushServer;
import io.depeche.local.broker.BrokerOptions;
import io.depeche.local.broker.EmbeddedBroker;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.topic.Topic;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Measures the rate at which statements that are posted get to Kafka, against that of a plain producer of the same
 * values (acks=all, idempotent, lz4), in turn and on the same broker in this process, which also has the clients. The
 * endpoint has a process of its own with 256 MB. Prints each round and the median of the ratios.
 */
public final class MeasurePush {

    private static final int STATEMENTS = 100_000;
    private static final int IN_A_REQUEST = 100;
    private static final int CONNECTIONS = 8;
    private static final int TEXT_LENGTH = 1000;
    private static final int WARM_UP = 3;
    private static final int ROUNDS = 5;
    private static final String HEAP = "-Xmx256m";

    private MeasurePush() {}

    /** @param args none; the endpoint's process has the configuration's {@code key=value} */
    public static void main(String[] args) throws Exception {
        if (args.length > 0) {
            serve(args);
            return;
        }
        System.setProperty("http.maxConnections", String.valueOf(CONNECTIONS));
        Path data = Files.createTempDirectory("depeche-bench-");
        try (RegistryServer registry = RegistryServer.start(RegistryOptions.inMemory());
                EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(data))) {
            Map<String, String> settings = Map.of(
                    "kafka.bootstrap.servers", broker.bootstrapServers(),
                    "schema.registry.url", registry.url().toString(),
                    "topic.replication.factor", "1");
            IngestConfig config = new IngestConfig(settings);
            try (Groundwork groundwork = new Groundwork(config)) {
                groundwork.lay(Set.of(Topic.STATEMENTS_RAW));
            }
            measure(config, settings);
        }
    }

    private static void measure(IngestConfig config, Map<String, String> settings) throws Exception {
        List<byte[]> bodies = bodies();
        List<RawStatement> statements = statements(bodies);
        Process endpoint = start(settings);
        ExecutorService clients = Executors.newFixedThreadPool(CONNECTIONS);
        try (BufferedReader said = endpoint.inputReader();
                KafkaProducer<String, RawStatement> producer = producer(config)) {
            URL url = new URL("http://localhost:" + Integer.parseInt(said.readLine()) + "/statements");
            for (int i = 0; i < WARM_UP; i++) {
                produce(producer, config.topic(), statements);
                post(clients, url, bodies);
            }
            double[] ratios = new double[ROUNDS];
            for (int i = 0; i < ROUNDS; i++) {
                double before = cpuMicros(ProcessHandle.current());
                double plain = produce(producer, config.topic(), statements);
                double between = cpuMicros(ProcessHandle.current());
                double endpointBefore = cpuMicros(endpoint.toHandle());
                double push = post(clients, url, bodies);
                ratios[i] = push / plain;
                System.out.printf(
                        "plain %,.0f a second (CPU %.1f µs each), push %,.0f a second (CPU %.1f µs each, and %.1f µs of"
                                + " broker and clients), ratio %.2f%n",
                        plain,
                        (between - before) / STATEMENTS,
                        push,
                        (cpuMicros(endpoint.toHandle()) - endpointBefore) / STATEMENTS,
                        (cpuMicros(ProcessHandle.current()) - between) / STATEMENTS,
                        ratios[i]);
            }
            Arrays.sort(ratios);
            System.out.printf("median ratio %.2f%n", ratios[ROUNDS / 2]);
        } finally {
            clients.shutdownNow();
            endpoint.destroy();
        }
    }

    private static double produce(
            KafkaProducer<String, RawStatement> producer, String topic, List<RawStatement> statements) {
        AtomicInteger failed = new AtomicInteger();
        long start = System.nanoTime();
        for (RawStatement statement : statements) {
            producer.send(new ProducerRecord<>(topic, statement.getId(), statement), (metadata, e) -> {
                if (e != null) {
                    failed.incrementAndGet();
                }
            });
        }
        producer.flush();
        if (failed.get() > 0) {
            throw new IllegalStateException(failed + " statements did not get to Kafka");
        }
        return rate(start);
    }

    private static double post(ExecutorService clients, URL url, List<byte[]> bodies) throws Exception {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> connections = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(() -> {
                for (int body = next.getAndIncrement(); body < bodies.size(); body = next.getAndIncrement()) {
                    post(url, bodies.get(body));
                }
                return null;
            });
        }
        long start = System.nanoTime();
        for (Future<Void> connection : clients.invokeAll(connections)) {
            connection.get();
        }
        return rate(start);
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

    private static double cpuMicros(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e3;
    }

    private static double rate(long start) {
        return STATEMENTS * 1e9 / (System.nanoTime() - start);
    }

    private static KafkaProducer<String, RawStatement> producer(IngestConfig config) {
        Map<String, Object> settings = config.kafka();
        settings.put("acks", "all");
        settings.put("enable.idempotence", true);
        settings.put("compression.type", "lz4");
        return new KafkaProducer<>(settings, new StringSerializer(), config.valueSerializer());
    }

    private static Process start(Map<String, String> settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                MeasurePush.class.getName()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The endpoint's process: says its port, and runs until it is ended. */
    private static void serve(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String pair : args) {
            settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        IngestConfig config = new IngestConfig(settings);
        LoggingListener listener = new LoggingListener();
        AbstractConfig push =
                new AbstractConfig(PushConfig.define(new ConfigDef()), Map.of(PushConfig.PORT, "0"), false);
        StatementPublisher publisher =
                StatementPublisher.connect(config.kafka(), config.valueSerializer(), config.topic(), listener);
        PushServer server = PushServer.start(
                PushConfig.settings(push, config.maxTextBytes()).orElseThrow(),
                List.of(),
                publisher,
                listener,
                Clock.systemUTC());
        System.out.println(server.port());
        Thread.currentThread().join();
    }

    private static List<byte[]> bodies() throws IOException {
        String english = text();
        List<byte[]> bodies = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < STATEMENTS; i++) {
            int from = (int) (i * 37L % (english.length() - TEXT_LENGTH));
            body.append("{\"id\":\"bench-").append(i).append("\",\"language\":\"en\",\"text\":\"");
            body.append(english, from, from + TEXT_LENGTH).append("\"}\n");
            if ((i + 1) % IN_A_REQUEST == 0) {
                bodies.add(body.toString().getBytes(StandardCharsets.UTF_8));
                body.setLength(0);
            }
        }
        return bodies;
    }

    /** Without what would have to be escaped in JSON. */
    private static String text() throws IOException {
        try (InputStream in = MeasurePush.class.getResourceAsStream("/io/depeche/bench/speed/english.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("[\\p{Cntrl}\"\\\\]+", " ");
        }
    }

    /** What the endpoint makes of the bodies. */
    private static List<RawStatement> statements(List<byte[]> bodies) throws IOException {
        List<RawStatement> statements = new ArrayList<>();
        StatementReader reader = new StatementReader(
                IngestConfig.DEFAULT_MAX_TEXT_BYTES, DocumentLimit.DEFAULT_BYTES, List.of(), Clock.systemUTC());
        Intake intake = new Intake() {
            @Override
            public void take(RawStatement statement, String place) {
                statements.add(statement);
            }

            @Override
            public void refuse(Refusal refusal) {
                throw new IllegalStateException(refusal.toString());
            }

            @Override
            public void mend(Notice notice) {
                throw new IllegalStateException(notice.toString());
            }
        };
        for (byte[] body : bodies) {
            reader.read(
                    new ByteArrayInputStream(body),
                    "application/x-ndjson",
                    new Document("push", "/statements", null),
                    intake);
        }
        return statements;
    }
}
