// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends dead letters back to the topics that they came from, each once, whoever does it and however often it is broken
 * off.
 *
 * <p>A letter's record and the mark that it was sent are written in one transaction. All replays of an installation
 * share a transactional id: one that begins ends the one before it, and looks at the marks only then. Not thread-safe.
 */
public final class Replay implements AutoCloseable {

    /** So much goes into one transaction: records that wait for their commit hold readers up. */
    private static final int MOST_RECORDS = 500;

    /** How long what a killed replay left open holds readers up. */
    private static final int TRANSACTION_TIMEOUT_MS = 10_000;

    private static final long MOST_BYTES = 8L * 1024 * 1024;

    /**
     * What has become of it.
     *
     * @param sent the letters that were sent back
     * @param before how many were chosen that had been sent back before
     * @param gone letters without a value, whose original is there no more: they can't be sent
     */
    public record Outcome(Set<Position> sent, long before, Set<Position> gone) {}

    private final DeadLetterTopic topic;
    private final String topicName;
    private final OriginalRecords originals;
    private final KafkaProducer<byte[], byte[]> producer;
    private final Set<Position> sent = new TreeSet<>();
    private final Set<Position> gone = new TreeSet<>();
    private final List<Position> open = new ArrayList<>();
    private long openBytes;

    /** The least that somebody must be allowed to do who sends letters back. */
    public static List<Right> rights(Topics topics) {
        String letters = topics.name(Topic.STATEMENTS_DEAD_LETTER);
        List<Right> rights = new ArrayList<>(List.of(
                Right.onTopic(AclOperation.READ, letters, "the dead letters"),
                Right.onTopic(AclOperation.WRITE, letters, "marking those that were sent back"),
                Right.ofTransactions(transactionalId(topics), "sending each once")));
        for (Topic source : List.of(Topic.STATEMENTS_RAW, Topic.STATEMENTS_ANNOTATED)) {
            String name = topics.name(source);
            rights.add(Right.onTopic(AclOperation.WRITE, name, "what is sent back"));
            rights.add(Right.onTopic(AclOperation.READ, name, "letters that were kept without their value"));
        }
        return List.copyOf(rights);
    }

    private static String transactionalId(Topics topics) {
        return topics.prefix() + "depeche-replay";
    }

    /** Takes over from another replay that may be running. */
    public Replay(ConnectionConfig config) {
        this.topic = new DeadLetterTopic(config);
        this.topicName = config.topics().name(Topic.STATEMENTS_DEAD_LETTER);
        Map<String, Object> settings = config.kafka();
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId(config.topics()));
        settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
        settings.putIfAbsent(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        settings.putIfAbsent(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topic.STATEMENTS_DEAD_LETTER.maxMessageBytes());
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.originals = new OriginalRecords(config);
    }

    /**
     * Sends back those that are chosen and have not been sent back yet.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka fails, or another replay has taken over; what is not
     *     committed then was not sent
     */
    public Outcome send(Predicate<DeadLetter> chosen) {
        producer.initTransactions();
        Set<Position> replayed = topic.contents().replayed();
        long[] before = {0};
        try {
            topic.forEach(message -> {
                Optional<DeadLetter> letter = DeadLetter.of(message).filter(chosen);
                if (letter.isPresent() && replayed.contains(letter.get().position())) {
                    before[0]++;
                } else if (letter.isPresent()) {
                    send(letter.get(), message);
                }
            });
            commit();
        } catch (RuntimeException e) {
            abort(e);
            throw e;
        }
        return new Outcome(sent, before[0], gone);
    }

    /** Readers of committed records would wait for the timeout of what is open. */
    private void abort(RuntimeException reason) {
        if (!open.isEmpty()) {
            try {
                producer.abortTransaction();
            } catch (KafkaException e) {
                reason.addSuppressed(e);
            }
        }
    }

    private void send(DeadLetter letter, ConsumerRecord<byte[], byte[]> message) {
        byte[] value = message.value();
        if (value == null) {
            // One that was too large with its reasons was kept without its value.
            Optional<ConsumerRecord<byte[], byte[]>> original = originals.of(letter);
            if (original.isEmpty()) {
                gone.add(letter.position());
                return;
            }
            value = original.get().value();
        }
        int size = value == null ? 0 : value.length;
        if (!open.isEmpty() && (open.size() >= MOST_RECORDS || openBytes + size > MOST_BYTES)) {
            commit();
        }
        if (open.isEmpty()) {
            producer.beginTransaction();
        }
        byte[] position = letter.position().toString().getBytes(StandardCharsets.UTF_8);
        // With the time of now: by that of then, the topic's retention might take it before anybody has read it.
        ProducerRecord<byte[], byte[]> again = new ProducerRecord<>(
                letter.topic(), letter.partition(), message.key(), value, original(message.headers()));
        again.headers().add(DeadLetterHeaders.REPLAYED, position);
        ProducerRecord<byte[], byte[]> mark =
                new ProducerRecord<>(topicName, letter.position().partition(), message.key(), null);
        mark.headers().add(DeadLetterHeaders.REPLAYED, position);
        producer.send(again);
        producer.send(mark);
        open.add(letter.position());
        openBytes += size;
    }

    private void commit() {
        if (!open.isEmpty()) {
            // Throws what a record of it has met with.
            producer.commitTransaction();
            sent.addAll(open);
            open.clear();
            openBytes = 0;
        }
    }

    /** Those that it came with, but for the mark of an earlier replay. */
    private static List<Header> original(Headers headers) {
        List<Header> original = new ArrayList<>();
        for (Header header : headers) {
            if (!DeadLetterHeaders.isOfFailure(header.key()) && !header.key().equals(DeadLetterHeaders.REPLAYED)) {
                original.add(header);
            }
        }
        return original;
    }

    @Override
    public void close() {
        producer.close();
        originals.close();
    }
}
