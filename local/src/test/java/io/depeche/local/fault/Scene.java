// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.local.FreePorts;
import io.depeche.local.monitor.Page;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Three brokers, a registry, one ingest, two of enrich and two of sink, each a process; and the load on them. */
final class Scene implements AutoCloseable {

    /** One for each of three enrichers. More of them keep three brokers on one machine busier. */
    static final int PARTITIONS = 3;
    /** That of the roles: within it an instance that was killed can come back, and has its partitions again at once. */
    static final Duration SESSION_TIMEOUT = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** After so long what has not come out counts as lost. */
    private static final Duration LOST_AFTER = Duration.ofMinutes(3);

    private static final List<String> COUNTS = List.of(
            "depeche_enrich_records_in_total",
            "depeche_enrich_records_out_total",
            "depeche_enrich_records_unchanged_total",
            "depeche_enrich_records_replaced_total",
            "depeche_enrich_records_held",
            "depeche_enrich_records_dead_total",
            "depeche_sink_records_in_total",
            "depeche_sink_records_out_total",
            "depeche_sink_records_dead_total");

    private final Random random;
    private final Path folder;
    private final BrokerCluster brokers;
    private final RegistryProcess registry;
    private final Worker ingest;
    private final List<Worker> enrichers = new ArrayList<>();
    private final List<Worker> sinks = new ArrayList<>();
    private final NumberedLoad load;
    private final OutputReader output;

    private Scene(Path folder, BrokerCluster brokers, RegistryProcess registry, long seed) throws IOException {
        this.folder = folder;
        this.brokers = brokers;
        this.registry = registry;
        this.random = new Random(seed);
        Path wire = Files.createDirectories(folder.resolve("wire"));
        this.ingest = worker(
                "ingest",
                "ingest-1",
                "ingest.instance.id=ingest-1",
                "ingest.poll.interval.ms=100",
                "ingest.sources=wire",
                "ingest.source.wire.type=folder",
                "ingest.source.wire.path=" + wire,
                "ingest.source.wire.after=move");
        for (int i = 1; i <= 2; i++) {
            enrichers.add(enrich(i));
            String sink = "sink-" + i;
            sinks.add(worker(
                    "sink",
                    sink,
                    "kafka.group.instance.id=" + sink,
                    "sink.instance.id=" + sink,
                    "sink.commit.interval.ms=500"));
        }
        this.load = new NumberedLoad(wire, seed);
        for (Worker worker : workers()) {
            worker.start();
        }
        awaitTopics();
        this.output = new OutputReader(
                new ConnectionConfig(Map.of(
                        "kafka.bootstrap.servers", brokers.bootstrapServers(), "schema.registry.url", registry.url())),
                load,
                PARTITIONS);
        workers().forEach(Worker::awaitReady);
        load.start();
    }

    /**
     * Starts all of it, and returns once statements flow.
     *
     * @param folder for its files, kept
     * @param data folders of the three brokers
     */
    static Scene start(Path folder, List<Path> data, long seed) throws IOException, InterruptedException {
        BrokerCluster brokers = BrokerCluster.start(folder, data);
        RegistryProcess registry = RegistryProcess.start(folder);
        Scene scene = new Scene(folder, brokers, registry, seed);
        scene.settle();
        return scene;
    }

    private void awaitTopics() {
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> brokers.admin()
                        .listTopics()
                        .names()
                        .get()
                        .containsAll(Stream.of(
                                        Topic.STATEMENTS_ENRICHED,
                                        Topic.STATEMENTS_FIGURES,
                                        Topic.STATEMENTS_DEAD_LETTER)
                                .map(Topic::baseName)
                                .toList()));
    }

    private Worker enrich(int number) throws IOException {
        String name = "enrich-" + number;
        return worker(
                "enrich",
                name,
                "kafka.group.instance.id=" + name,
                "enrich.commit.interval.ms=500",
                "enrich.state.dir=" + folder.resolve(name).resolve("state"));
    }

    private Worker worker(String role, String name, String... own) throws IOException {
        List<String> settings = new ArrayList<>(List.of(
                "kafka.bootstrap.servers=" + brokers.bootstrapServers(),
                "schema.registry.url=" + registry.url(),
                "topic.partitions=" + PARTITIONS));
        settings.addAll(List.of(own));
        return new Worker(role, name, folder, FreePorts.of(1).get(0), settings);
    }

    Random random() {
        return random;
    }

    BrokerCluster brokers() {
        return brokers;
    }

    RegistryProcess registry() {
        return registry;
    }

    Worker ingest() {
        return ingest;
    }

    List<Worker> enrichers() {
        return enrichers;
    }

    List<Worker> sinks() {
        return sinks;
    }

    Worker any(List<Worker> workers) {
        return workers.get(random.nextInt(workers.size()));
    }

    List<Worker> workers() {
        return Stream.of(List.of(ingest), enrichers, sinks)
                .flatMap(List::stream)
                .toList();
    }

    /** Another enrich than the two, while the work goes on. */
    Worker thirdEnrich() throws IOException {
        return enrich(3);
    }

    /** Waits until all that has been written up to now has come out; says how many have not. */
    long settle() throws InterruptedException {
        return output.settle(LOST_AFTER);
    }

    /** Lets statements flow for so long. */
    void flow(Duration time) throws InterruptedException {
        // The load comes by the clock, and there is nothing else to wait for.
        Thread.sleep(time.toMillis());
    }

    void mark() {
        output.mark();
    }

    Account account() {
        return output.account();
    }

    /** Waits until everybody is there and ready; who has ended by itself is started again. */
    void mend() throws IOException {
        for (Worker worker : workers()) {
            worker.reviveIfDead();
            worker.awaitReady();
        }
    }

    /**
     * Has the load wait, lets all of it come out, figures and all, and holds the roles' own counts against it; says how
     * many statements have not come out.
     */
    long balance() throws InterruptedException {
        load.pause();
        long lost = settle();
        output.settleFigures(LOST_AFTER);
        if (lost == 0) {
            Awaitility.await("the metrics balance")
                    .atMost(PATIENCE)
                    .ignoreExceptionsInstanceOf(IOException.class)
                    .untilAsserted(this::checkCounts);
        }
        load.start();
        return lost;
    }

    /** in = out + unchanged + replaced + held + dead, of which all but out are 0 here, and so on to the output. */
    private void checkCounts() throws IOException, InterruptedException {
        Map<String, Long> counts = new TreeMap<>();
        for (Worker worker : workers()) {
            Page metrics = worker.metrics();
            COUNTS.forEach(name -> counts.merge(name, metrics.sum(name), Long::sum));
        }
        long records = load.records();
        assertThat(counts)
                .isEqualTo(COUNTS.stream()
                        .collect(Collectors.toMap(
                                name -> name,
                                name -> name.endsWith("_in_total") || name.endsWith("_out_total") ? records : 0L)));
    }

    @Override
    public void close() throws InterruptedException {
        load.close();
        workers().forEach(Worker::close);
        output.close();
        registry.close();
        brokers.close();
    }
}
