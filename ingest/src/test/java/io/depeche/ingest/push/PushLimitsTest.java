// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.ingest.format.StatementId;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.publish.StatementPublisher;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bounds on what is held and on how long anybody waits. */
class PushLimitsTest {

    private static final String JSONL = "application/x-ndjson";
    private static final String ONE = "{\"text\":\"One.\"}";

    private final MockProducer<byte[], byte[]> unconfirming = Endpoint.producer(false);

    @Test
    void anAnnouncedLengthBeyondTheBoundIs413BeforeTheBodyComes() throws Exception {
        try (Endpoint endpoint = Endpoint.open();
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20971521\r\n\r\n");

            assertThat(client.received())
                    .startsWith("HTTP/1.1 413 ")
                    .contains("20971521 bytes", PushConfig.MAX_REQUEST_BYTES, "application/problem+json");
            assertThat(endpoint.answered).containsExactly("push 413");
        }
    }

    @Test
    void anEndlessBodyIs413() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_REQUEST_BYTES, "100000");
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n");
            String chunk = "2710\r\n" + "x".repeat(10_000) + "\r\n";
            for (int i = 0; i < 11; i++) {
                client.send(chunk);
            }

            assertThat(client.received()).startsWith("HTTP/1.1 413 ");
        }
    }

    @Test
    void aBodyOfExactlyTheBoundIsTaken() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_REQUEST_BYTES, "2000")) {
            assertThat(endpoint.post("text/plain", "x".repeat(2000)).statusCode())
                    .isEqualTo(200);
            assertThat(endpoint.post("text/plain", "x".repeat(2001)).statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void tooManyStatementsAre413AndNoneIsTaken() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_REQUEST_STATEMENTS, "3")) {
            String four = (ONE + "\n").repeat(4);

            assertThat(endpoint.post(JSONL, four).statusCode()).isEqualTo(413);
            assertThat(endpoint.post(JSONL, "x\n".repeat(4)).statusCode()).isEqualTo(413);
            assertThat(endpoint.post("application/json", "[" + ONE + ",1,2," + ONE + "]")
                            .body())
                    .contains(PushConfig.MAX_REQUEST_STATEMENTS);
            assertThat(endpoint.published).isEmpty();
            assertThat(endpoint.post(JSONL, (ONE + "\n").repeat(3)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void unconfirmedBytesBeyondTheBoundAre429UntilKafkaHasThem() throws Exception {
        try (Endpoint endpoint = Endpoint.open(unconfirming, PushConfig.MAX_UNCONFIRMED_BYTES, "3000")) {
            CompletableFuture<HttpResponse<String>> first = endpoint.postLater("text/plain", "x".repeat(1500));
            await().until(() -> unconfirming.history().size() == 1);

            HttpResponse<String> second = endpoint.post("text/plain", "y".repeat(1500));

            assertThat(second.statusCode()).isEqualTo(429);
            assertThat(second.headers().firstValue("Retry-After")).hasValue("1");
            assertThat(second.body()).contains("Kafka is behind", "wayOut");
            assertThat(unconfirming.history()).hasSize(1);

            unconfirming.completeNext();
            assertThat(first.get().statusCode()).isEqualTo(200);
            CompletableFuture<HttpResponse<String>> third = endpoint.postLater("text/plain", "y".repeat(1500));
            await().until(unconfirming::completeNext);
            assertThat(third.get().statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"id", "title", "url", "version", "rights", "categories", "mediaType"})
    void whatStandsBesideTheTextCounts(String field) throws Exception {
        String value = (field.equals("mediaType") ? "\"text/html;" : "\"https://a.org/") + "x".repeat(1500) + "\"";
        String long1500 = "{\"text\":\"One.\",\"" + field + "\":"
                + (field.equals("categories") ? "[" + value + "]" : value) + "}";
        try (Endpoint endpoint = Endpoint.open(unconfirming, PushConfig.MAX_UNCONFIRMED_BYTES, "4000")) {
            endpoint.postLater(JSONL, long1500);
            await().until(() -> unconfirming.history().size() == 1);

            assertThat(endpoint.post(JSONL, long1500).statusCode()).isEqualTo(429);
            unconfirming.completeNext();
        }
    }

    @Test
    void manyShortCategoriesCountWithWhatIsAroundThem() throws Exception {
        String categories = "{\"text\":\"One.\",\"categories\":[" + "\"c\",".repeat(99) + "\"c\"]}";
        try (Endpoint endpoint = Endpoint.open(unconfirming, PushConfig.MAX_UNCONFIRMED_BYTES, "8000")) {
            endpoint.postLater(JSONL, categories);
            await().until(() -> unconfirming.history().size() == 1);

            assertThat(endpoint.post(JSONL, categories).statusCode()).isEqualTo(429);
            unconfirming.completeNext();
        }
    }

    @Test
    void theBoundOfARequestCountsWhatUnpacksBesideTheText() {
        StatementPublisher publisher = new StatementPublisher(
                unconfirming, (topic, data) -> new byte[0], "statements.raw", new LoggingListener());
        RequestIntake intake = new RequestIntake(
                Endpoint.settings(Map.of(PushConfig.MAX_REQUEST_BYTES, "2000")), new Budget(1).share(), publisher);
        RawStatement statement = RawStatement.newBuilder()
                .setId("1")
                .setSource("push")
                .setTitle("x".repeat(1500))
                .setText("One.")
                .setReceivedAt(Endpoint.NOW)
                .setOrigin(Origin.newBuilder().setFetchedFrom("/statements").build())
                .build();
        intake.take(statement, "first");

        assertThatThrownBy(() -> intake.take(statement, "second"))
                .isInstanceOf(RequestIntake.TooMuch.class)
                .hasMessageContaining("more than 2000 characters");
    }

    @Test
    void manySmallStatementsCountWithWhatIsAroundThem() throws Exception {
        try (Endpoint endpoint = Endpoint.open(unconfirming, PushConfig.MAX_UNCONFIRMED_BYTES, "30000")) {
            endpoint.postLater(JSONL, (ONE + "\n").repeat(20));
            await().until(() -> unconfirming.history().size() == 20);

            assertThat(endpoint.post(JSONL, (ONE + "\n").repeat(20)).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void aRequestLargerThanTheBoundIsTakenWhenItIsAlone() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_UNCONFIRMED_BYTES, "1024")) {
            assertThat(endpoint.post("text/plain", "x".repeat(100_000)).statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void tooManyRequestsAtATimeAre429() throws Exception {
        try (Endpoint endpoint = Endpoint.open(unconfirming, PushConfig.MAX_REQUESTS, "2")) {
            CompletableFuture<HttpResponse<String>> first = endpoint.postLater(JSONL, ONE);
            CompletableFuture<HttpResponse<String>> second = endpoint.postLater(JSONL, ONE);
            await().until(() -> unconfirming.history().size() == 2);

            HttpResponse<String> third = endpoint.post(JSONL, ONE);

            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).isPresent();
            unconfirming.completeNext();
            unconfirming.completeNext();
            assertThat(first.get().statusCode()).isEqualTo(200);
            assertThat(second.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void moreConnectionsThanCanBeOfUseWaitUntilOthersEnd() throws Exception {
        List<RawClient> idle = new ArrayList<>();
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_REQUESTS, "1")) {
            for (int i = 0; i < 16; i++) {
                idle.add(new RawClient(endpoint.server.port()));
            }
            CompletableFuture<HttpResponse<String>> late = endpoint.postLater(JSONL, ONE);

            assertThatThrownBy(() -> late.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);

            for (RawClient client : idle) {
                client.close();
            }
            assertThat(late.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whatKafkaDoesNotConfirmInTimeIs503AndSoIsEverythingUntilItDoes() throws Exception {
        try (Endpoint endpoint = Endpoint.open(unconfirming, PushConfig.CONFIRM_TIMEOUT_MS, "1000")) {
            HttpResponse<String> first = endpoint.post(JSONL, ONE);

            assertThat(first.statusCode()).isEqualTo(503);
            assertThat(first.headers().firstValue("Retry-After")).hasValue("10");
            assertThat(first.body()).contains("within 1000 ms", "keep their ids");
            assertThat(endpoint.server.isReady()).isFalse();

            HttpResponse<String> second = endpoint.post(JSONL, ONE);

            assertThat(second.statusCode()).isEqualTo(503);
            assertThat(second.body()).contains("nothing of it was taken");
            assertThat(unconfirming.history()).hasSize(1);

            unconfirming.completeNext();
            assertThat(endpoint.server.isReady()).isTrue();
            CompletableFuture<HttpResponse<String>> third = endpoint.postLater(JSONL, ONE);
            await().until(unconfirming::completeNext);
            assertThat(third.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aSendThatFailsForNowIs503AndTheNextIsTriedAgain() throws Exception {
        try (Endpoint endpoint = Endpoint.open(unconfirming)) {
            CompletableFuture<HttpResponse<String>> first = endpoint.postLater(JSONL, ONE);
            await().until(() -> unconfirming.errorNext(new TimeoutException("broker-7 is gone")));
            assertThat(first.get().statusCode()).isEqualTo(503);
            assertThat(first.get().body()).doesNotContain("broker-7");

            CompletableFuture<HttpResponse<String>> second = endpoint.postLater(JSONL, ONE);
            await().until(unconfirming::completeNext);
            assertThat(second.get().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aStatementThatCanNotBeWrittenIs503AndNothingOfTheBodyIsTaken() throws Exception {
        Serializer<RawStatement> serializer = (topic, statement) -> {
            if (statement.getText().equals("Two.")) {
                throw new SerializationException("the registry at registry-7 refuses");
            }
            return new byte[0];
        };
        try (Endpoint endpoint = Endpoint.open(Endpoint.producer(true), serializer)) {
            HttpResponse<String> answer = endpoint.post(JSONL, ONE + "\n{\"text\":\"Two.\"}\n" + ONE);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("nothing of it was taken").doesNotContain("registry-7");
            assertThat(endpoint.published).isEmpty();
            assertThat(endpoint.post(JSONL, ONE).statusCode()).isEqualTo(200);
            assertThat(endpoint.publisher.failed().toCompletableFuture()).isNotDone();
        }
    }

    @Test
    void theRecordCountsBesideTheStatement() throws Exception {
        Serializer<RawStatement> serializer = (topic, statement) -> new byte[2000];
        try (Endpoint endpoint = Endpoint.open(unconfirming, serializer, PushConfig.MAX_UNCONFIRMED_BYTES, "5000")) {
            endpoint.postLater(JSONL, ONE);
            await().until(() -> unconfirming.history().size() == 1);

            assertThat(endpoint.post(JSONL, ONE).statusCode()).isEqualTo(429);
            unconfirming.completeNext();
        }
    }

    @Test
    void asksTheRegistryBeforeThereIsAClient() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Serializer<RawStatement> serializer = (topic, statement) -> {
            asked.incrementAndGet();
            return new byte[0];
        };
        try (Endpoint endpoint = Endpoint.open(Endpoint.producer(true), serializer)) {
            assertThat(endpoint.published).isEmpty();
            assertThat(asked).hasValue(1);
        }
    }

    @Test
    void aFailureForGoodIs503AndTheEndOfPublishing() throws Exception {
        try (Endpoint endpoint = Endpoint.open(unconfirming)) {
            CompletableFuture<HttpResponse<String>> first = endpoint.postLater(JSONL, ONE);
            await().until(() -> unconfirming.errorNext(new TopicAuthorizationException("no")));

            assertThat(first.get().statusCode()).isEqualTo(503);
            assertThat(endpoint.publisher.failed().toCompletableFuture()).isDone();
            assertThat(endpoint.post(JSONL, ONE).statusCode()).isEqualTo(503);
        }
    }

    /** As Kafka's own does while it knows no broker, or its buffer is full. */
    private static final class BlockedProducer extends MockProducer<byte[], byte[]> {

        private final CountDownLatch open = new CountDownLatch(1);

        private BlockedProducer() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message, Callback callback) {
            try {
                open.await();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
            return super.send(message, callback);
        }
    }

    @Test
    void aProducerThatBlocksHoldsNobodyUpAndWhatNobodyWaitsForIsNotSent() throws Exception {
        BlockedProducer blocked = new BlockedProducer();
        try (Endpoint endpoint = Endpoint.over(
                blocked, List.of(), Map.of(PushConfig.CONFIRM_TIMEOUT_MS, "200", PushConfig.MAX_REQUESTS, "2"))) {
            CompletableFuture<HttpResponse<String>> first = endpoint.postLater(JSONL, ONE + "\n" + ONE);
            CompletableFuture<HttpResponse<String>> second = endpoint.postLater(JSONL, ONE);

            assertThat(first.get().statusCode()).isEqualTo(503);
            assertThat(second.get().statusCode()).isEqualTo(503);
            assertThat(endpoint.post(JSONL, ONE).statusCode()).isEqualTo(503);

            blocked.open.countDown();
            await().until(endpoint.server::isReady);
            assertThat(blocked.history()).hasSize(1);
            assertThat(endpoint.post(JSONL, ONE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void manyClientsAtATimeGetAllOfTheirsPublishedOnce() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_REQUESTS, "100")) {
            List<CompletableFuture<HttpResponse<String>>> answers = new ArrayList<>();
            Set<String> ids = new HashSet<>();
            for (int i = 0; i < 60; i++) {
                StringBuilder body = new StringBuilder();
                for (int j = 0; j < 20; j++) {
                    String id = i + "-" + j;
                    ids.add(StatementId.of("push", id, ""));
                    body.append("{\"id\":\"" + id + "\",\"text\":\"T\"}\n");
                }
                answers.add(endpoint.postLater(JSONL, body.toString()));
            }
            for (CompletableFuture<HttpResponse<String>> answer : answers) {
                assertThat(answer.get().statusCode()).isEqualTo(200);
            }

            assertThat(endpoint.published).extracting(RawStatement::getId).containsExactlyInAnyOrderElementsOf(ids);
        }
    }

    @Test
    void aHeaderThatDripsInIsCutOff() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.REQUEST_TIMEOUT_MS, "300");
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");

            await().until(() -> client.isHungUpOnWhenSending("x"));

            assertThat(endpoint.post(JSONL, ONE).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void aHeaderThatDripsInBehindARequestIsCutOff() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.REQUEST_TIMEOUT_MS, "300");
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n\r\nOne.");
            await().until(() -> endpoint.answered.size() == 1);

            await().until(() -> client.isHungUpOnWhenSending("x"));
        }
    }

    @Test
    void aBodyThatDripsInIs408() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.REQUEST_TIMEOUT_MS, "300");
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n\r\n");

            await().until(() -> {
                client.send("x");
                return endpoint.answered.contains("push 408");
            });
        }
    }

    @Test
    void aBodyThatDoesNotComeIs408() throws Exception {
        try (Endpoint endpoint =
                        Endpoint.open(PushConfig.REQUEST_TIMEOUT_MS, "200", PushConfig.CONFIRM_TIMEOUT_MS, "200");
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n\r\n");

            assertThat(client.received()).startsWith("HTTP/1.1 408 ").contains(PushConfig.REQUEST_TIMEOUT_MS);
        }
    }

    @Test
    void aConnectionIsKeptForTheNextRequest() throws Exception {
        try (Endpoint endpoint = Endpoint.open();
                RawClient client = new RawClient(endpoint.server.port())) {
            String post = "POST /statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 4\r\n";
            client.send(post + "\r\nOne." + post + "Connection: close\r\n\r\nTwo.");

            assertThat(client.received().split("HTTP/1.1 200 OK", -1)).hasSize(3);
        }
    }

    @Test
    void aClientThatGoesAwayInTheMiddleLeavesNothingBehind() throws Exception {
        try (Endpoint endpoint =
                Endpoint.open(PushConfig.MAX_UNCONFIRMED_BYTES, "20000", PushConfig.MAX_REQUESTS, "1")) {
            try (RawClient client = new RawClient(endpoint.server.port())) {
                client.send("POST /statements HTTP/1.1\r\nHost: localhost\r\nContent-Length: 15000\r\n\r\nx");
            }

            await().until(() -> endpoint.post("text/plain", "x".repeat(15_000)).statusCode() == 200);
        }
    }

    @Test
    void aBodyOf20MegabytesIsReadInItsOwnTime() throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.MAX_REQUEST_STATEMENTS, "1000000")) {
            byte[] line = "[[[[{\"a\":1},".getBytes(StandardCharsets.US_ASCII);
            InputStream endless = new InputStream() {
                private int left = 20 * 1024 * 1024;
                private int at;

                @Override
                public int read() {
                    return left-- > 0 ? line[at++ % line.length] : -1;
                }
            };

            HttpResponse<String> answer =
                    endpoint.post("application/json", BodyPublishers.ofInputStream(() -> endless));

            assertThat(answer.statusCode()).isEqualTo(422);
        }
    }
}
