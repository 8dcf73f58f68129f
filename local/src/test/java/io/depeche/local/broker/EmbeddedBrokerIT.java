// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerIT {
    private static final String TOPIC = "statements.raw";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private EmbeddedBroker start() throws IOException {
        return EmbeddedBroker.start(BrokerOptions.in(directory));
    }

    private static void createTopic(String bootstrapServers, Map<String, String> settings) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, 1, (short) 1).configs(settings)))
                    .all()
                    .get();
        }
    }

    private static Producer<String, String> producer(String bootstrapServers, Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        return new KafkaProducer<>(all, new StringSerializer(), new StringSerializer());
    }

    private static void send(String bootstrapServers, String... values) throws Exception {
        try (Producer<String, String> producer = producer(bootstrapServers, Map.of())) {
            for (String value : values) {
                producer.send(new ProducerRecord<>(TOPIC, "key", value)).get();
            }
        }
    }

    /** Reads, in a group that commits, until {@code count} values have come. */
    private static List<String> readCommitted(String bootstrapServers, String group, int count) {
        Map<String, Object> settings = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ConsumerConfig.GROUP_ID_CONFIG,
                group,
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                "earliest",
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed");
        List<String> values = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(TOPIC));
            await().atMost(PATIENCE).until(() -> {
                for (ConsumerRecord<String, String> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(record.value());
                }
                return values.size() >= count;
            });
            consumer.commitSync();
        }
        return values;
    }

    @Test
    void topicsRecordsAndCommittedOffsetsSurviveRestart() throws Exception {
        // Given
        try (EmbeddedBroker broker = start()) {
            createTopic(broker.bootstrapServers(), Map.of());
            send(broker.bootstrapServers(), "one", "two");
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 2)).containsExactly("one", "two");
        }

        // When
        try (EmbeddedBroker broker = start()) {
            send(broker.bootstrapServers(), "three");

            // Then
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 1)).containsExactly("three");
            assertThat(readCommitted(broker.bootstrapServers(), "others", 3)).containsExactly("one", "two", "three");
        }
    }

    @Test
    void recordsSurviveTheKillingOfTheProcess() throws Exception {
        // Given
        try (BrokerProcess process = BrokerProcess.start(directory)) {
            createTopic(process.bootstrapServers(), Map.of());
            send(process.bootstrapServers(), "one", "two");
        }

        // When
        try (EmbeddedBroker broker = start()) {

            // Then
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 2)).containsExactly("one", "two");
        }
    }

    @Test
    void directoryWhoseFormattingWasCutShortIsFormattedAgain() throws Exception {
        // Given
        Files.writeString(directory.resolve("bootstrap.checkpoint"), "cut short");

        // When
        try (EmbeddedBroker broker = start()) {
            createTopic(broker.bootstrapServers(), Map.of());
            send(broker.bootstrapServers(), "one");

            // Then
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 1)).containsExactly("one");
        }
    }

    @Test
    void readersOfCommittedRecordsSeeNoAbortedOnes() throws Exception {
        try (EmbeddedBroker broker = start()) {
            // Given
            createTopic(broker.bootstrapServers(), Map.of());
            Map<String, Object> transactional = Map.of(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "depeche");

            // When
            try (Producer<String, String> producer = producer(broker.bootstrapServers(), transactional)) {
                producer.initTransactions();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "aborted"));
                producer.flush();
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>(TOPIC, "committed"));
                producer.commitTransaction();
            }

            // Then
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 1)).containsExactly("committed");
        }
    }

    @Test
    void topicsDecideHowLargeTheirRecordsMayBe() throws Exception {
        try (EmbeddedBroker broker = start()) {
            // Given
            int largest = 16 * 1024 * 1024;
            String limit = Integer.toString(largest + 1024);
            createTopic(broker.bootstrapServers(), Map.of("max.message.bytes", limit));
            String value = "x".repeat(largest);

            // When
            try (Producer<String, String> producer =
                    producer(broker.bootstrapServers(), Map.of(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, limit))) {
                producer.send(new ProducerRecord<>(TOPIC, value)).get();
            }

            // Then
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 1)).containsExactly(value);
        }
    }

    @Test
    void topicsAreNotMadeByLookingForThem() throws Exception {
        try (EmbeddedBroker broker = start();
                Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
                KafkaConsumer<String, String> consumer = new KafkaConsumer<>(
                        Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, broker.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            // When
            consumer.assign(List.of(new TopicPartition("unknown", 0)));
            consumer.partitionsFor("unknown");

            // Then
            assertThatThrownBy(() -> admin.describeTopics(List.of("unknown"))
                            .allTopicNames()
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(UnknownTopicOrPartitionException.class);
        }
    }

    @Test
    void portInUseIsNamedWithTheOptionThatChoosesAnother() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            BrokerOptions options = BrokerOptions.in(directory).withPort(other.getLocalPort());

            assertThatThrownBy(() -> EmbeddedBroker.start(options))
                    .isInstanceOfSatisfying(
                            PortInUseException.class, e -> assertThat(e.port()).isEqualTo(other.getLocalPort()))
                    .hasMessageContaining(Integer.toString(other.getLocalPort()))
                    .hasMessageContaining("the broker")
                    .hasMessageContaining("--broker-port");
        }
    }

    @Test
    void directoryOfAnotherBrokerIsRefusedAndThatBrokerGoesOn() throws Exception {
        // Given
        try (EmbeddedBroker broker = start()) {
            createTopic(broker.bootstrapServers(), Map.of());

            // When / Then
            assertThatThrownBy(this::start)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another broker");
            send(broker.bootstrapServers(), "one");
            assertThat(readCommitted(broker.bootstrapServers(), "readers", 1)).containsExactly("one");
        }
    }

    @Test
    void directoryOfAnotherProcessIsRefused() throws Exception {
        try (BrokerProcess other = BrokerProcess.start(directory)) {
            assertThatThrownBy(this::start)
                    .hasMessageContaining(directory.toString())
                    .hasMessageContaining("in use by another broker");
            createTopic(other.bootstrapServers(), Map.of());
        }
    }

    @Test
    void failedStartLeavesNeitherThreadsNorTheDirectoryTaken() throws Exception {
        // Given: a listener whose port is found to be taken only when the broker's threads are running
        Set<Thread> before = liveUserThreads();
        int controllerPort;
        try (ServerSocket free = new ServerSocket(0)) {
            controllerPort = free.getLocalPort();
        }
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            BrokerOptions options = BrokerOptions.in(directory)
                    .withProperties(Map.of(
                            "listeners",
                            "CLIENTS://localhost:%d,CONTROLLER://localhost:%d"
                                    .formatted(taken.getLocalPort(), controllerPort),
                            "controller.quorum.voters",
                            "1@localhost:" + controllerPort));

            // When / Then
            assertThatThrownBy(() -> EmbeddedBroker.start(options)).isInstanceOf(PortInUseException.class);
        }
        assertNoOthersLive(before);
        start().close();
    }

    @Test
    void settingsThatKafkaRefusesAreNamed() {
        BrokerOptions options = BrokerOptions.in(directory).withProperties(Map.of("num.io.threads", "many"));

        assertThatThrownBy(() -> EmbeddedBroker.start(options))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("num.io.threads");
    }

    @Test
    void closingLeavesNoThreadsThatKeepTheProcessAlive() throws Exception {
        // Given
        Set<Thread> before = liveUserThreads();
        EmbeddedBroker broker = start();

        // When
        broker.close();
        broker.close();

        // Then
        assertNoOthersLive(before);
    }

    private static void assertNoOthersLive(Set<Thread> before) {
        await().pollInSameThread()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(liveUserThreads()).isSubsetOf(before));
    }

    private static Set<Thread> liveUserThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon())
                .collect(Collectors.toSet());
    }
}
