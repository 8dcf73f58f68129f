// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Publishes statements to their topic, keyed by statement id, with the time of receipt as the record's timestamp.
 *
 * <p>Taking a statement waits while the producer's buffer is full, and with it the source. What the producer can retry
 * it retries, in order and without doubles. A statement that is too large is refused; any other failure is the end:
 * nothing is taken from then on, unless somebody waits for word of that statement. Thread-safe.
 */
public final class StatementPublisher implements Intake, AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final Serializer<RawStatement> serializer;
    private final String topic;
    private final IngestListener listener;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * @param producer idempotent, with acks=all; closed with this
     * @param serializer thread-safe; closed with this
     * @param topic full name of the topic
     */
    public StatementPublisher(
            Producer<byte[], byte[]> producer,
            Serializer<RawStatement> serializer,
            String topic,
            IngestListener listener) {
        this.producer = producer;
        this.serializer = serializer;
        this.topic = topic;
        this.listener = listener;
    }

    /**
     * A producer for it.
     *
     * @param kafka the user's settings of Kafka's clients
     * @throws org.apache.kafka.common.config.ConfigException where a setting would lose or double statements
     */
    public static Producer<byte[], byte[]> producer(Map<String, Object> kafka) {
        return new KafkaProducer<>(
                ProducerSettings.patient(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    }

    /**
     * {@inheritDoc}
     *
     * @throws InterruptException where the thread was interrupted; the statement was not taken
     * @throws KafkaException where publishing has failed for good; the cause is the failure
     */
    @Override
    public void take(RawStatement statement, String place) {
        checkOpen(place);
        try {
            StatementRecord of = record(statement, place);
            producer.send(of.message(), (metadata, e) -> completed(of, metadata, e));
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(e);
            throw new KafkaException("a statement from " + place + " can't be published to " + topic, e);
        }
    }

    /**
     * Has the serializer ask the registry for all that it needs, and waits for that: no {@link #record} does so later.
     *
     * @throws org.apache.kafka.common.errors.SerializationException where the registry has an objection
     */
    public void prepare() {
        RawStatement nothing = RawStatement.newBuilder()
                .setId("")
                .setSource("")
                .setText("")
                .setReceivedAt(Instant.EPOCH)
                .setOrigin(Origin.newBuilder().build())
                .build();
        serializer.serialize(topic, nothing);
    }

    /**
     * Makes the record of a statement. Waits only where the serializer has to ask the registry, see {@link #prepare}.
     *
     * @throws org.apache.kafka.common.errors.SerializationException where the statement can't be written
     */
    public StatementRecord record(RawStatement statement, String place) {
        return StatementRecord.of(statement, place, topic, serializer);
    }

    /**
     * Publishes a statement for somebody who waits for word of it, and who sends it again where that fails: a failure
     * that may pass is theirs and not the end of publishing. Waits like {@link #take}.
     *
     * @param word called once, with nothing when Kafka has the statement, with a refusal when it is too large, and else
     *     with nothing and what has failed; by the producer's thread as a rule, which must not be held up
     * @throws InterruptException where the thread was interrupted; the statement was not taken
     * @throws KafkaException where publishing has failed for good; the cause is the failure
     */
    public void publish(StatementRecord statement, BiConsumer<Optional<Refusal>, Throwable> word) {
        checkOpen(statement.place());
        try {
            producer.send(statement.message(), (metadata, e) -> {
                if (e == null || e instanceof RecordTooLargeException) {
                    word.accept(settled(statement, metadata, e), null);
                } else {
                    failUnlessPassing(e);
                    word.accept(Optional.empty(), e);
                }
            });
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            failUnlessPassing(e);
            word.accept(Optional.empty(), e);
        }
    }

    @Override
    public void refuse(Refusal refusal) {
        listener.refused(refusal);
    }

    @Override
    public void mend(Notice notice) {
        listener.mended(notice);
    }

    /**
     * The refusal of a statement that is too large as a record.
     *
     * @param reason who says so, or how large it is
     */
    public static Refusal tooLarge(StatementRecord of, String reason) {
        return new Refusal(
                of.statement().getSource(),
                of.place(),
                "the whole statement is too large for Kafka: " + reason,
                "shorten it, or raise kafka.max.request.size and the setting max.message.bytes of topic "
                        + of.message().topic());
    }

    /** Completes, if ever, with the failure that ended publishing. */
    public CompletionStage<Throwable> failed() {
        return failure.minimalCompletionStage();
    }

    /** Waits until all that was taken has been confirmed, refused or has failed. */
    public void flush() {
        producer.flush();
    }

    /** Closes at once; what is not confirmed is a failure. */
    @Override
    public void close() {
        close(Duration.ZERO);
    }

    /** Waits at most so long for what was taken to be confirmed; what is not is a failure. */
    public void close(Duration atMost) {
        closing.set(true);
        try {
            producer.close(atMost);
        } finally {
            serializer.close();
        }
    }

    private void checkOpen(String place) {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptException("interrupted before a statement from " + place + " was taken");
        }
        if (failure.isDone()) {
            throw new KafkaException("publishing has failed before", failure.join());
        }
    }

    private void completed(StatementRecord of, RecordMetadata metadata, Exception e) {
        if (e == null || e instanceof RecordTooLargeException) {
            settled(of, metadata, e);
        } else {
            failure.complete(e);
        }
    }

    private Optional<Refusal> settled(StatementRecord of, RecordMetadata metadata, Exception tooLargeOrNull) {
        if (tooLargeOrNull == null) {
            listener.published(of.statement(), metadata);
            return Optional.empty();
        }
        Refusal refusal = tooLarge(of, tooLargeOrNull.getMessage());
        listener.refused(refusal);
        return Optional.of(refusal);
    }

    private void failUnlessPassing(Exception e) {
        if (!(e instanceof RetriableException)) {
            fail(e);
        }
    }

    /** A closed producer refuses too, and that is no failure. */
    private void fail(Exception e) {
        if (!closing.get()) {
            failure.complete(e);
        }
    }
}
