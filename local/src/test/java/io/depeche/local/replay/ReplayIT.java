// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.local.Subscriber;
import io.depeche.local.pipeline.LocalPipeline;
import io.depeche.local.pipeline.PipelineOptions;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.Topic;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Dead letters of a real pipeline, and what is sent back of them. */
class ReplayIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+)");

    private LocalPipeline pipeline;
    private ConnectionConfig connection;

    @BeforeEach
    void start() throws IOException {
        pipeline = LocalPipeline.start(PipelineOptions.temporary(), new SimpleMeterRegistry());
        connection = pipeline.connection();
    }

    @AfterEach
    void close() {
        pipeline.close();
    }

    @Test
    void poisonThatIsMendedAndSentBackComesOutOnce() throws Exception {
        byte[] statement = value("1");
        int later = register("\"string\"") + 1;
        send("1", withSchemaId(statement, later));
        send("2", "rubbish".getBytes(StandardCharsets.UTF_8));
        DeadLetterTopic letters = new DeadLetterTopic(connection);
        await().atMost(PATIENCE).until(() -> letters.contents().letters().size() == 2);

        String schema =
                RawStatement.getClassSchema().toString().replaceFirst("\"doc\":\"[^\"]*\"", "\"doc\":\"later\"");
        assertThat(register(schema)).isEqualTo(later);
        try (Subscriber<EnrichedStatement> output =
                Subscriber.of(connection, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class)) {
            // enrich doesn't ask again for an id that is unknown before some seconds are over: until then it fails
            // anew.
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(3)).until(() -> {
                sendBack("1");
                return output.await(any -> true).size() == 1;
            });
            // Nothing is left of it that could be sent once more.
            assertThat(sendBack("1").sent()).isEmpty();
            send("3", value("3"));
            assertThat(output.awaitValues(2))
                    .extracting(EnrichedStatement::getId)
                    .containsExactlyInAnyOrder("1", "3");
        }
        assertThat(letters.contents().letters())
                .filteredOn(letter -> !letters.contents().replayed().contains(letter.position()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.message()).contains("wire format"));
    }

    @Test
    void whatIsSentBackIsTheRecordAsItCameWithWhereItWas() throws Exception {
        send("2", "rubbish".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE)
                .until(() ->
                        !new DeadLetterTopic(connection).contents().letters().isEmpty());

        Replay.Outcome outcome = sendBack("2");

        try (Subscriber<byte[]> raw = Subscriber.ofBytes(connection, Topic.STATEMENTS_RAW)) {
            List<ConsumerRecord<String, byte[]>> records = raw.await(all -> all.size() == 2);
            ConsumerRecord<String, byte[]> first = records.get(0);
            ConsumerRecord<String, byte[]> again = records.get(1);
            assertThat(again.value()).isEqualTo(first.value());
            assertThat(again.key()).isEqualTo(first.key());
            assertThat(again.partition()).isEqualTo(first.partition());
            assertThat(again.headers().lastHeader("own").value())
                    .isEqualTo(first.headers().lastHeader("own").value());
            assertThat(again.headers()).noneMatch(header -> header.key().equals(DeadLetterHeaders.EXCEPTION));
            assertThat(new String(
                            again.headers()
                                    .lastHeader(DeadLetterHeaders.REPLAYED)
                                    .value(),
                            StandardCharsets.UTF_8))
                    .isEqualTo(outcome.sent().iterator().next().toString());
        }
    }

    @Test
    void aReplayThatAnotherHasTakenOverFromSendsNothing() throws Exception {
        send("2", "rubbish".getBytes(StandardCharsets.UTF_8));
        await().atMost(PATIENCE)
                .until(() ->
                        !new DeadLetterTopic(connection).contents().letters().isEmpty());

        try (Replay one = new Replay(connection)) {
            boolean[] taken = {false};
            assertThatThrownBy(() -> one.send(letter -> {
                        if (!taken[0]) {
                            taken[0] = true;
                            assertThat(sendBack("2").sent()).hasSize(1);
                        }
                        return true;
                    }))
                    .isInstanceOf(KafkaException.class);
        }

        try (Subscriber<byte[]> raw = Subscriber.ofBytes(connection, Topic.STATEMENTS_RAW)) {
            raw.await(all -> all.size() >= 2);
            send("3", value("3"));
            assertThat(raw.await(
                            all -> all.stream().anyMatch(record -> record.key().equals("3"))))
                    .hasSize(3);
        }
    }

    /** Those of one key; none of the others. */
    private Replay.Outcome sendBack(String key) {
        List<Position> ofKey = new ArrayList<>();
        new DeadLetterTopic(connection).forEach(message -> {
            if (key.equals(new String(message.key(), StandardCharsets.UTF_8))) {
                ofKey.add(new Position(message.partition(), message.offset()));
            }
        });
        try (Replay replay = new Replay(connection)) {
            return replay.send(letter -> ofKey.contains(letter.position()));
        }
    }

    private void send(String key, byte[] value) throws Exception {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(connection.kafka(), new StringSerializer(), new ByteArraySerializer())) {
            ProducerRecord<String, byte[]> record =
                    new ProducerRecord<>(connection.topics().name(Topic.STATEMENTS_RAW), key, value);
            record.headers().add("own", new byte[] {1});
            producer.send(record).get();
        }
    }

    private byte[] value(String id) {
        try (Serializer<RawStatement> serializer = connection.valueSerializer()) {
            return serializer.serialize(
                    connection.topics().name(Topic.STATEMENTS_RAW),
                    RawStatement.newBuilder()
                            .setId(id)
                            .setSource("test")
                            .setText("On compte 12 morts.")
                            .setLanguage("fr")
                            .setReceivedAt(Instant.now())
                            .setCategories(List.of())
                            .setOrigin(new Origin("test", "text", "UTF-8", null))
                            .build());
        }
    }

    private static byte[] withSchemaId(byte[] value, int id) {
        ByteBuffer.wrap(value).putInt(1, id);
        return value;
    }

    /** Its id. */
    private int register(String schema) throws Exception {
        String body = new ObjectMapper().writeValueAsString(Map.of("schema", schema));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(pipeline.registryUrl() + "/subjects/s" + schema.length() + "/versions"))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher id = ID.matcher(answer);
        assertThat(id.find()).as(answer).isTrue();
        return Integer.parseInt(id.group(1));
    }
}
