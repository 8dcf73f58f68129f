// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * A subscriber of all that comes out, under read_committed, which keeps account of it. It has no group: what it has read
 * must not hang on what is broken here. Thread-safe.
 */
final class OutputReader implements AutoCloseable {

    private static final long CHECK_MS = 100;

    private final NumberedLoad load;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<EnrichedStatement> statements;
    private final Deserializer<FigureRecord> figures;
    private final String enrichedTopic;
    private final String figuresTopic;
    private final Thread thread = new Thread(this::run, "output-reader");

    private final Map<String, Integer> lastRevisions = new HashMap<>();
    /** How many figures are still to come, or came too early, by statement id and revision. */
    private final Map<String, Integer> openFigures = new HashMap<>();

    private final List<String> faults = new ArrayList<>();
    private long records;
    private long doubled;
    private long disordered;
    private long misnumbered;
    private long deadLetters;
    /** When something came out last, or the mark was set, by partition. */
    private final long[] lastOutput;

    private long gapNanos;
    private long delayNanos;
    private volatile boolean closing;
    private Throwable death;

    /** @param partitions of each topic */
    OutputReader(ConnectionConfig connection, NumberedLoad load, int partitions) {
        this.load = load;
        this.lastOutput = new long[partitions];
        Map<String, Object> settings = connection.kafka();
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "none");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        this.consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.statements = connection.valueDeserializer(EnrichedStatement.class);
        this.figures = connection.valueDeserializer(FigureRecord.class);
        this.enrichedTopic = connection.topics().name(Topic.STATEMENTS_ENRICHED);
        this.figuresTopic = connection.topics().name(Topic.STATEMENTS_FIGURES);
        String deadLetterTopic = connection.topics().name(Topic.STATEMENTS_DEAD_LETTER);
        List<TopicPartition> all = Stream.of(enrichedTopic, figuresTopic, deadLetterTopic)
                .flatMap(topic -> Stream.iterate(0, i -> i + 1)
                        .limit(partitions)
                        .map(partition -> new TopicPartition(topic, partition)))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (consumer) {
            while (!closing) {
                take(consumer.poll(Duration.ofMillis(100)));
            }
        } catch (RuntimeException e) {
            synchronized (this) {
                death = e;
                notifyAll();
            }
        }
    }

    private synchronized void take(ConsumerRecords<byte[], byte[]> polled) {
        for (ConsumerRecord<byte[], byte[]> message : polled) {
            if (message.topic().equals(enrichedTopic)) {
                came(message.partition());
                take(statements.deserialize(enrichedTopic, message.value()));
            } else if (message.topic().equals(figuresTopic)) {
                FigureRecord figure = figures.deserialize(figuresTopic, message.value());
                openFigures.merge(figure.getStatementId() + " " + figure.getRevision(), -1, OutputReader::sum);
            } else {
                deadLetters++;
                note("dead letter: " + message.headers());
            }
        }
        notifyAll();
    }

    private void came(int partition) {
        long now = System.nanoTime();
        gapNanos = Math.max(gapNanos, now - lastOutput[partition]);
        lastOutput[partition] = now;
    }

    private void take(EnrichedStatement event) {
        String id = event.getSourceItemId();
        int revision = NumberedLoad.revision(event.getText());
        OptionalLong written = load.arrived(id, revision);
        if (written.isEmpty()) {
            doubled++;
            note(id + " revision " + revision + " came twice, or was never written");
            return;
        }
        delayNanos = Math.max(delayNanos, System.nanoTime() - written.getAsLong());
        records++;
        int last = lastRevisions.getOrDefault(id, 0);
        if (revision != last + 1) {
            disordered++;
            note(id + " revision " + revision + " came behind " + last);
        }
        lastRevisions.put(id, Math.max(last, revision));
        if (event.getRevision() != revision) {
            misnumbered++;
            note(id + " revision " + revision + " is numbered " + event.getRevision());
        }
        openFigures.merge(
                event.getId() + " " + event.getRevision(), event.getFigures().size(), OutputReader::sum);
    }

    /** Nothing where nothing is left open. */
    private static Integer sum(int one, int other) {
        return one + other == 0 ? null : one + other;
    }

    private void note(String fault) {
        if (faults.size() < 100) {
            faults.add(fault);
        }
    }

    /** Forgets the longest times so far. */
    synchronized void mark() {
        Arrays.fill(lastOutput, System.nanoTime());
        gapNanos = 0;
        delayNanos = 0;
    }

    /** Waits until all that is written by now has come out, or must be taken for lost; says how many are. */
    synchronized long settle(Duration lostAfter) throws InterruptedException {
        long now = System.nanoTime();
        while (load.outstanding(now) > 0 && System.nanoTime() - now < lostAfter.toNanos()) {
            if (death != null) {
                throw new IllegalStateException("the output can't be read any more", death);
            }
            wait(CHECK_MS);
        }
        return load.outstanding(now);
    }

    /** Waits until each statement has the figures that it should have, which come on other partitions. */
    synchronized void settleFigures(Duration lostAfter) throws InterruptedException {
        long now = System.nanoTime();
        while (!openFigures.isEmpty() && System.nanoTime() - now < lostAfter.toNanos()) {
            wait(CHECK_MS);
        }
    }

    /** What came so far; the figures of the latest statements may be open. */
    synchronized Account account() {
        return new Account(
                records,
                doubled,
                disordered,
                misnumbered,
                deadLetters,
                openFigures.size(),
                Duration.ofNanos(gapNanos),
                Duration.ofNanos(delayNanos),
                List.copyOf(faults));
    }

    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join();
    }
}
