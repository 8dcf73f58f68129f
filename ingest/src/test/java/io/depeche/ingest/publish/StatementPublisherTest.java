// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class StatementPublisherTest {

    private static final String BAD = "bad";

    private final MockProducer<byte[], byte[]> producer =
            new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    private final RecordingListener listener = new RecordingListener();
    private final StatementPublisher publisher =
            new StatementPublisher(producer, StatementPublisherTest::written, "p.statements.raw", listener);
    private final CompletableFuture<Throwable> failed = publisher.failed().toCompletableFuture();

    @Test
    void publishesUnderTheIdAndTheTimeOfReceiptAndSaysSoWhenItIsConfirmed() {
        RawStatement statement = statement("a");

        publisher.take(statement, "a.txt");

        assertThat(producer.history()).singleElement().satisfies(message -> {
            assertThat(message.topic()).isEqualTo("p.statements.raw");
            assertThat(message.timestamp()).isEqualTo(1234L);
            assertThat(message.key()).asString(UTF_8).isEqualTo("id-a");
            assertThat(message.value()).asString(UTF_8).isEqualTo("p.statements.raw a");
        });
        assertThat(listener.published).isEmpty();

        producer.completeNext();

        assertThat(listener.published).containsExactly(statement);
    }

    @Test
    void refusesAStatementThatIsTooLargeAndGoesOn() {
        publisher.take(statement("a"), "a.jsonl:7");
        producer.errorNext(new RecordTooLargeException("The message is 3000000 bytes"));
        publisher.take(statement("b"), "a.jsonl:8");
        producer.completeNext();

        assertThat(listener.refused).singleElement().satisfies(refusal -> {
            assertThat(refusal.source()).isEqualTo("inbox");
            assertThat(refusal.place()).isEqualTo("a.jsonl:7");
            assertThat(refusal.reason()).contains("3000000 bytes");
            assertThat(refusal.wayOut()).contains("kafka.max.request.size", "p.statements.raw");
        });
        assertThat(listener.published).hasSize(1);
        assertThat(failed).isNotDone();
    }

    @Test
    void takesNothingMoreAfterAnyOtherFailure() {
        TopicAuthorizationException denied = new TopicAuthorizationException("no");
        publisher.take(statement("a"), "a.txt");
        producer.errorNext(denied);

        assertThat(failed).isCompletedWithValue(denied);
        assertThatThrownBy(() -> publisher.take(statement("b"), "b.txt"))
                .isInstanceOf(KafkaException.class)
                .hasCause(denied);
        assertThat(producer.history()).hasSize(1);
        assertThat(listener.published).isEmpty();
    }

    @Test
    void failsWhereAStatementCanNotBeWritten() {
        assertThatThrownBy(() -> publisher.take(statement(BAD), "a.txt"))
                .isInstanceOf(KafkaException.class)
                .hasMessageContaining("a.txt");
        assertThat(failed).isCompletedWithValueMatching(SerializationException.class::isInstance);
    }

    @Test
    void takesNothingInAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> publisher.take(statement("a"), "a.txt")).isInstanceOf(InterruptException.class);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(producer.history()).isEmpty();
        assertThat(failed).isNotDone();
    }

    @Test
    void isNoFailureWhereItIsUsedAfterItsEnd() {
        publisher.close(Duration.ZERO);

        assertThatThrownBy(() -> publisher.take(statement("a"), "a.txt")).isInstanceOf(KafkaException.class);

        assertThat(failed).isNotDone();
    }

    @Test
    void asksTheSerializerBeforeThereIsAStatement() {
        List<String> asked = new ArrayList<>();
        StatementPublisher preparing = new StatementPublisher(
                producer,
                (topic, statement) -> {
                    asked.add(topic);
                    return new byte[0];
                },
                "p.statements.raw",
                listener);

        preparing.prepare();

        assertThat(asked).containsExactly("p.statements.raw");
        assertThat(producer.history()).isEmpty();
    }

    private static byte[] written(String topic, RawStatement statement) {
        if (statement.getText().equals(BAD)) {
            throw new SerializationException("schema");
        }
        return (topic + ' ' + statement.getText()).getBytes(UTF_8);
    }

    private static RawStatement statement(String name) {
        return RawStatement.newBuilder()
                .setId("id-" + name)
                .setSource("inbox")
                .setText(name)
                .setReceivedAt(Instant.ofEpochMilli(1234))
                .setOrigin(Origin.newBuilder().build())
                .build();
    }
}
