// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.StatementStatus;
import io.depeche.local.fault.FuzzLedger.Event;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/** What came out, on all three topics, as readers of committed records see it. For one thread. */
final class FuzzOutcome implements AutoCloseable {

    /**
     * A dead letter.
     *
     * @param exception class and message of the reason
     * @param crc of its key and value
     */
    record Letter(String exception, int crc) {

        /** Whether the statement was good, but too large with its annotations. */
        boolean isOfSize() {
            return exception.contains("OversizeStatementException");
        }
    }

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<EnrichedStatement> reader;
    private final String annotatedTopic;
    private final String enrichedTopic;
    private final String rawTopic;
    private final Map<String, List<Event>> annotated = new HashMap<>();
    private final Map<String, List<Event>> enriched = new HashMap<>();
    private final Map<Integer, Map<Long, Letter>> rawLetters = new HashMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<EnrichedStatement> undelivered = new ArrayList<>();
    private int annotatedCount;
    private int enrichedCount;
    private int letterCount;

    FuzzOutcome(ConnectionConfig config) {
        Map<String, Object> settings = config.kafka();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.reader = config.valueDeserializer(EnrichedStatement.class);
        this.annotatedTopic = config.topics().name(Topic.STATEMENTS_ANNOTATED);
        this.enrichedTopic = config.topics().name(Topic.STATEMENTS_ENRICHED);
        this.rawTopic = config.topics().name(Topic.STATEMENTS_RAW);
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic :
                List.of(Topic.STATEMENTS_ANNOTATED, Topic.STATEMENTS_ENRICHED, Topic.STATEMENTS_DEAD_LETTER)) {
            consumer.partitionsFor(config.topics().name(topic))
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Reads on; returns whether something came. */
    boolean read(Duration patience) {
        boolean any = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(patience)) {
            any = true;
            if (record.topic().equals(annotatedTopic)) {
                annotatedCount++;
                note(annotated, record);
            } else if (record.topic().equals(enrichedTopic)) {
                enrichedCount++;
                note(enriched, record);
            } else {
                letterCount++;
                bury(record);
            }
        }
        return any;
    }

    private void note(Map<String, List<Event>> events, ConsumerRecord<byte[], byte[]> record) {
        EnrichedStatement event = reader.deserialize(record.topic(), record.value());
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (!event.getId().equals(key)) {
            faults.add(record.topic() + ": key " + key + " of statement " + event.getId());
        }
        add(events, event);
    }

    private static void add(Map<String, List<Event>> events, EnrichedStatement event) {
        events.computeIfAbsent(event.getId(), id -> new ArrayList<>(1))
                .add(new Event(
                        event.getRevision(),
                        event.getStatus() == StatementStatus.WITHDRAWN,
                        event.getText().hashCode(),
                        event.getTitle() == null ? 0 : event.getTitle().hashCode()));
    }

    private void bury(ConsumerRecord<byte[], byte[]> record) {
        String exception = header(record, DeadLetterHeaders.EXCEPTION);
        reasons.merge(header(record, DeadLetterHeaders.TOPIC) + " " + exception, 1, Integer::sum);
        if (annotatedTopic.equals(header(record, DeadLetterHeaders.TOPIC)) && record.value() != null) {
            // The sink could not deliver it; it counts as having come as far as here.
            undelivered.add(reader.deserialize(annotatedTopic, record.value()));
            return;
        }
        if (!rawTopic.equals(header(record, DeadLetterHeaders.TOPIC))) {
            faults.add("a dead letter of topic " + header(record, DeadLetterHeaders.TOPIC) + ": " + exception + ": "
                    + header(record, DeadLetterHeaders.MESSAGE));
            return;
        }
        Letter letter = new Letter(
                exception + ": "
                        + header(record, DeadLetterHeaders.MESSAGE)
                                .lines()
                                .findFirst()
                                .orElse(""),
                FuzzLedger.crc(record.key(), record.value()));
        int partition = Integer.parseInt(header(record, DeadLetterHeaders.PARTITION));
        long offset = Long.parseLong(header(record, DeadLetterHeaders.OFFSET));
        if (rawLetters.computeIfAbsent(partition, any -> new HashMap<>()).put(offset, letter) != null) {
            faults.add("two dead letters of " + partition + "@" + offset);
        }
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }

    int annotated() {
        return annotatedCount;
    }

    int enriched() {
        return enrichedCount;
    }

    int letters() {
        return letterCount;
    }

    /** How many of the annotated ones the sink gave to the dead letters. */
    int undelivered() {
        return undelivered.size();
    }

    /** How often each reason of a dead letter came. */
    Map<String, Integer> reasons() {
        return reasons;
    }

    /** Holds it all against what was sent; what is not right is then in the ledger's faults and these. */
    List<String> judge(FuzzLedger ledger, long end) {
        ledger.judge(rawLetters, end);
        ledger.compare(annotatedTopic, annotated);
        for (EnrichedStatement event : undelivered) {
            add(enriched, event);
            enriched.get(event.getId()).sort(Comparator.comparingInt(Event::revision));
        }
        ledger.compare(enrichedTopic, enriched);
        List<String> all = new ArrayList<>(faults);
        all.addAll(ledger.faults());
        return all;
    }

    @Override
    public void close() {
        consumer.close();
        reader.close();
    }
}
