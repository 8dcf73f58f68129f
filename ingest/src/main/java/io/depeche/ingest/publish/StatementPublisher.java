// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes statements to their topic, keyed by statement id, with the time of receipt as the record's timestamp.
 *
 * <p>Taking a statement waits while the producer's buffer is full, and with it the source. What the producer can retry
 * it retries, in order and without doubles. A statement that is too large is refused; any other failure is the end:
 * nothing is taken from then on, unless somebody waits for word of that statement. Thread-safe.
 */
public final class StatementPublisher implements Intake, AutoCloseable {

    private final Producer<String, RawStatement> producer;
    private final String topic;
    private final IngestListener listener;
    private final CompletableFuture<Throwable> failure = new CompletableFuture<>();
    private final AtomicBoolean closing = new AtomicBoolean();

    /**
     * @param producer idempotent, with acks=all; closed with this
     * @param topic full name of the topic
     */
    public StatementPublisher(Producer<String, RawStatement> producer, String topic, IngestListener listener) {
        this.producer = producer;
        this.topic = topic;
        this.listener = listener;
    }

    /**
     * A producer for it.
     *
     * @param kafka the user's settings of Kafka's clients
     * @param serializer writes the values; closed with the producer
     * @throws org.apache.kafka.common.config.ConfigException where a setting would lose or double statements
     */
    public static Producer<String, RawStatement> producer(
            Map<String, Object> kafka, Serializer<RawStatement> serializer) {
        return new KafkaProducer<>(ProducerSettings.patient(kafka), new StringSerializer(), serializer);
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
            producer.send(message(statement), (metadata, e) -> completed(statement, place, metadata, e));
        } catch (InterruptException e) {
            throw e;
        } catch (RuntimeException e) {
            fail(e);
            throw new KafkaException("a statement from " + place + " can't be published to " + topic, e);
        }
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
    public void publish(RawStatement statement, String place, BiConsumer<Optional<Refusal>, Throwable> word) {
        checkOpen(place);
        try {
            producer.send(message(statement), (metadata, e) -> {
                if (e == null || e instanceof RecordTooLargeException) {
                    word.accept(settled(statement, place, metadata, e), null);
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
     * @param topic full name of the one that it was for
     * @param reason who says so, or how large it is
     */
    public static Refusal tooLarge(RawStatement statement, String place, String topic, String reason) {
        return new Refusal(
                statement.getSource(),
                place,
                "the whole statement is too large for Kafka: " + reason,
                "shorten it, or raise kafka.max.request.size and the setting max.message.bytes of topic " + topic);
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
        producer.close(atMost);
    }

    private void checkOpen(String place) {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptException("interrupted before a statement from " + place + " was taken");
        }
        if (failure.isDone()) {
            throw new KafkaException("publishing has failed before", failure.join());
        }
    }

    private ProducerRecord<String, RawStatement> message(RawStatement statement) {
        long timestamp = statement.getReceivedAt().toEpochMilli();
        return new ProducerRecord<>(topic, null, timestamp, statement.getId(), statement);
    }

    private void completed(RawStatement statement, String place, RecordMetadata metadata, Exception e) {
        if (e == null || e instanceof RecordTooLargeException) {
            settled(statement, place, metadata, e);
        } else {
            failure.complete(e);
        }
    }

    private Optional<Refusal> settled(
            RawStatement statement, String place, RecordMetadata metadata, Exception tooLargeOrNull) {
        if (tooLargeOrNull == null) {
            listener.published(statement, metadata);
            return Optional.empty();
        }
        Refusal refusal = tooLarge(statement, place, topic, tooLargeOrNull.getMessage());
        listener.refused(refusal);
        return Optional.of(refusal);
    }

    /** The schema registry may be away, too, and that is a failure to write the value. */
    private void failUnlessPassing(Exception e) {
        if (!(e instanceof RetriableException || e instanceof SerializationException)) {
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
