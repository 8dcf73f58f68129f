// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.schemas.config.DeadLetterLimit;
import io.depeche.schemas.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A delivery loop over a {@link MockCluster}, its topics prefixed with t., its values in Avro's single-object encoding. */
final class LoopFixture {

    static final String SOURCE = "t.statements.annotated";
    static final TopicPartition P0 = new TopicPartition(SOURCE, 0);
    static final TopicPartition P1 = new TopicPartition(SOURCE, 1);
    static final Duration INTERVAL = Duration.ofMillis(100);

    /** More than half of ten, or of four at first. */
    static final DeadLetterLimit LIMIT = new DeadLetterLimit(0.5, 10, 4, "sink.dead.letters.max.share");

    /** More than any sequence of faults in the tests takes to settle. */
    private static final int TURNS_TO_SETTLE = 12;

    final MockCluster cluster = new MockCluster();
    final TestClock clock = new TestClock();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final DeliveryLoop loop;
    /** The class of events whose schema the registry refuses. */
    Class<?> unwritable;

    boolean serdesClosed;
    private final Map<String, Runnable> whileReading = new HashMap<>();

    /** Has no limit of dead letters. */
    LoopFixture() {
        this(new DeadLetterLimit(1, 1, 1, "none"));
    }

    LoopFixture(DeadLetterLimit limit) {
        Topics topics = new Topics("t.", 6, (short) -1);
        Delivery delivery = new Delivery(new Reader(), new Writer(), topics, clock);
        loop = new DeliveryLoop(
                cluster.consumer,
                cluster::newProducer,
                delivery,
                topics,
                INTERVAL,
                limit,
                Duration.ZERO,
                clock,
                new Ledger(meters));
        // run() subscribes too; the tests that take single turns do not come by there.
        cluster.consumer.subscribe(List.of(SOURCE), loop);
    }

    void assigned(TopicPartition... partitions) {
        cluster.assign(partitions);
    }

    void append(TopicPartition to, String id) {
        cluster.append(to, id.getBytes(UTF_8), bytes(Statements.withTwoFigures(id)), 0, new RecordHeaders());
    }

    void appendPoison(TopicPartition to) {
        cluster.append(to, "poison".getBytes(UTF_8), new byte[] {1, 2, 3}, 0, new RecordHeaders());
    }

    void turn() {
        loop.turn();
    }

    /** Lets the commit interval pass. */
    void commitInterval() {
        clock.advance(INTERVAL);
        loop.turn();
    }

    /** Goes on until everything that is there has been delivered. */
    void settle() {
        for (int i = 0; i < TURNS_TO_SETTLE; i++) {
            commitInterval();
        }
    }

    void whileReading(String id, Runnable action) {
        whileReading.put(id, action);
    }

    /** Ids of the statements that readers of committed records see on the output topic. */
    List<String> delivered() {
        return cluster.committedTo("t.statements.enriched").stream()
                .map(record -> statement(record).getId())
                .toList();
    }

    List<ProducerRecord<byte[], byte[]>> deadLetters() {
        return cluster.committedTo("t.statements.dead-letter");
    }

    static String keyOf(ProducerRecord<byte[], byte[]> record) {
        return new String(record.key(), UTF_8);
    }

    static EnrichedStatement statement(ProducerRecord<byte[], byte[]> record) {
        return statement(record.value());
    }

    static FigureRecord figure(ProducerRecord<byte[], byte[]> record) {
        try {
            return FigureRecord.fromByteBuffer(ByteBuffer.wrap(record.value()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(EnrichedStatement statement) {
        return encoded(statement);
    }

    private static EnrichedStatement statement(byte[] value) {
        try {
            return EnrichedStatement.fromByteBuffer(ByteBuffer.wrap(value));
        } catch (IOException | AvroRuntimeException e) {
            throw new SerializationException("not a statement", e);
        }
    }

    private static byte[] encoded(SpecificRecord event) {
        try {
            ByteBuffer buffer = event instanceof FigureRecord figure
                    ? figure.toByteBuffer()
                    : ((EnrichedStatement) event).toByteBuffer();
            byte[] bytes = new byte[buffer.remaining()];
            buffer.get(bytes);
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private final class Reader implements Deserializer<EnrichedStatement> {

        @Override
        public EnrichedStatement deserialize(String topic, byte[] data) {
            if (data == null) {
                return null;
            }
            EnrichedStatement statement = statement(data);
            whileReading.getOrDefault(statement.getId(), () -> {}).run();
            return statement;
        }

        @Override
        public void close() {
            serdesClosed = true;
        }
    }

    private final class Writer implements Serializer<SpecificRecord> {

        @Override
        public byte[] serialize(String topic, SpecificRecord event) {
            if (event.getClass().equals(unwritable)) {
                throw new SerializationException("the registry refuses the schema");
            }
            return encoded(event);
        }
    }
}
