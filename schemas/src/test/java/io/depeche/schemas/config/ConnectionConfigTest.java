// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.event.RawStatement;
import io.depeche.schemas.serde.AvroDeserializer;
import io.depeche.schemas.serde.AvroSerializer;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionConfigTest {

    @TempDir
    private Path directory;

    @Test
    void whatIsNotSaidHasDefaults() {
        ConnectionConfig config = new ConnectionConfig(settings(Map.of()));

        assertThat(config.topics().name(Topic.STATEMENTS_RAW)).isEqualTo("statements.raw");
        assertThat(config.topics().partitions(Topic.STATEMENTS_RAW)).isEqualTo(6);
        assertThat(config.topics().replicationFactor()).isEqualTo((short) -1);
    }

    @Test
    void topicsAreNamedAndSizedAsSaid() {
        ConnectionConfig config = new ConnectionConfig(
                settings(Map.of("topic.prefix", "agence.", "topic.partitions", "12", "topic.replication.factor", "3")));

        assertThat(config.topics().name(Topic.STATEMENTS_RAW)).isEqualTo("agence.statements.raw");
        assertThat(config.topics().valueSubject(Topic.STATEMENTS_RAW)).isEqualTo("agence.statements.raw-value");
        assertThat(config.topics().partitions(Topic.STATEMENTS_RAW)).isEqualTo(12);
        assertThat(config.topics().partitions(Topic.GAZETTEER)).isEqualTo(1);
        assertThat(config.topics().replicationFactor()).isEqualTo((short) 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kafka.bootstrap.servers", "schema.registry.url"})
    void aMissingKeyIsNamed(String key) {
        Map<String, String> settings = settings(Map.of());
        settings.remove(key);

        assertThatThrownBy(() -> new ConnectionConfig(settings))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key);
    }

    @ParameterizedTest
    @CsvSource({
        "topic.partitions, six",
        "topic.partitions, 0",
        "topic.partitions, -1",
        "topic.replication.factor, 70000",
        "auto.register.schemas, perhaps",
        "value.serializer, no.such.Serializer",
        "schema.registry.url, registry:8081"
    })
    void aValueOfAnotherTypeIsNamedWithItsKey(String key, String value) {
        assertThatThrownBy(() -> new ConnectionConfig(settings(Map.of(key, value))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(key)
                .hasMessageContaining(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"topic.partition", "bootstrap.servers", "topics", "config.providers"})
    void anUnknownKeyIsNamedWithThoseThatAreKnown(String key) {
        assertThatThrownBy(() -> new ConnectionConfig(settings(Map.of(key, "1"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("unknown configuration key " + key + ";")
                .hasMessageContaining("topic.partitions")
                .hasMessageContaining("kafka.…");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "schema.registry.ssl.truststore.location",
                "basic.auth.user.info",
                "bearer.auth.token",
                "http.read.timeout.ms",
                "ingest.sources",
                "enrich.languages",
                "sink.commit.interval.ms"
            })
    void aKeyOfTheRegistryClientOrOfAnotherRoleIsLeftToIt(String key) {
        ConnectionConfig config = new ConnectionConfig(settings(Map.of(key, "1")));

        assertThat(config.originals()).containsEntry(key, "1");
    }

    @Test
    void aRoleKnowsItsOwnKeysAndTheNamesThatUsersGive() {
        Map<String, String> good = settings(Map.of("feed.poll.ms", "5", "feed.source.afp.url", "x"));
        Map<String, String> wrong = settings(Map.of("feed.pole.ms", "5"));

        assertThat(new FeedConfig(good).getInt("feed.poll.ms")).isEqualTo(5);
        assertThatThrownBy(() -> new FeedConfig(wrong))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("feed.pole.ms");
    }

    @Test
    void whatIsKafkasGoesToKafkaAsItStands() {
        ConnectionConfig config = new ConnectionConfig(settings(Map.of(
                "kafka.security.protocol", "SASL_SSL",
                "kafka.linger.ms", "not a number",
                "kafka.nobody.knows.this", "a=b,c")));

        assertThat(config.kafka())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "bootstrap.servers", "broker:9092",
                        "security.protocol", "SASL_SSL",
                        "linger.ms", "not a number",
                        "nobody.knows.this", "a=b,c"));
    }

    @Test
    void kafkasMapIsTheCallersToAddTo() {
        ConnectionConfig config = new ConnectionConfig(settings(Map.of()));

        config.kafka().put("client.id", "one");

        assertThat(config.kafka()).doesNotContainKey("client.id");
    }

    @Test
    void environmentVariablesAreResolved() {
        ConnectionConfig config = new ConnectionConfig(settings(Map.of("kafka.client.id", "id ${env:PATH}")));

        assertThat(config.kafka()).containsEntry("client.id", "id " + System.getenv("PATH"));
    }

    @Test
    void filesAreResolved() throws IOException {
        Path secrets = Files.writeString(directory.resolve("secrets.properties"), "password=geheim=1\n");
        Path token = Files.writeString(directory.resolve("token"), "t0ken");

        ConnectionConfig config = new ConnectionConfig(settings(Map.of(
                "kafka.sasl.password", "${file:" + secrets + ":password}",
                "bearer.auth.token", "${directory:" + directory + ":" + token.getFileName() + "}")));

        assertThat(config.kafka()).containsEntry("sasl.password", "geheim=1");
        assertThat(config.originals()).containsEntry("bearer.auth.token", "t0ken");
    }

    @Test
    void aReferenceToNothingIsAnError() throws IOException {
        Path secrets = Files.writeString(directory.resolve("secrets.properties"), "password=geheim\n");
        String wrongKey = "${file:" + secrets + ":passwort}";

        assertThatThrownBy(() -> new ConnectionConfig(settings(Map.of("kafka.sasl.password", wrongKey))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("kafka.sasl.password")
                .hasMessageContaining(wrongKey);
        assertThatThrownBy(() -> new ConnectionConfig(settings(Map.of("topic.prefix", "${env:NO_SUCH_VARIABLE_4711}"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("topic.prefix")
                .hasMessageContaining("${env:NO_SUCH_VARIABLE_4711}");
        assertThatThrownBy(() -> new ConnectionConfig(settings(
                        Map.of("kafka.sasl.password", "${file:" + directory.resolve("missing") + ":password}"))))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void secretsAreNotShown() throws IOException {
        Path secrets = Files.writeString(directory.resolve("secrets.properties"), "password=geheim\n");
        String reference = "${file:" + secrets + ":password}";

        ConnectionConfig config = new ConnectionConfig(settings(Map.of("kafka.sasl.password", reference)));

        assertThat(config.toString()).doesNotContain("geheim");
        assertThatThrownBy(() -> new ConnectionConfig(
                        settings(Map.of("kafka.sasl.password", reference, "basic.auth", reference))))
                .hasMessageContaining("basic.auth")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void valuesAreWrittenAndReadByTheClassesThatAreNamed() {
        ConnectionConfig ours = new ConnectionConfig(settings(Map.of()));
        ConnectionConfig others = new ConnectionConfig(settings(Map.of(
                "value.serializer", "org.apache.kafka.common.serialization.StringSerializer",
                "value.deserializer", "org.apache.kafka.common.serialization.StringDeserializer")));

        try (Serializer<RawStatement> serializer = ours.valueSerializer();
                Deserializer<RawStatement> deserializer = ours.valueDeserializer(RawStatement.class)) {
            assertThat(serializer).isInstanceOf(AvroSerializer.class);
            assertThat(deserializer).isInstanceOf(AvroDeserializer.class);
        }
        try (Serializer<RawStatement> serializer = others.valueSerializer();
                Deserializer<RawStatement> deserializer = others.valueDeserializer(RawStatement.class)) {
            assertThat(serializer.getClass().getSimpleName()).isEqualTo("StringSerializer");
            assertThat(deserializer.getClass().getSimpleName()).isEqualTo("StringDeserializer");
        }
    }

    @Test
    void everyKeyIsDocumented() {
        assertThat(ConnectionConfig.definition().configKeys().values())
                .allSatisfy(key -> assertThat(key.documentation).as(key.name).isNotBlank());
    }

    private static Map<String, String> settings(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>();
        settings.put("kafka.bootstrap.servers", "broker:9092");
        settings.put("schema.registry.url", "http://registry:8081");
        settings.putAll(more);
        return settings;
    }

    private static final class FeedConfig extends ConnectionConfig {

        FeedConfig(Map<String, ?> originals) {
            super(
                    definition().define("feed.poll.ms", ConfigDef.Type.INT, 1, Importance.LOW, "Pause."),
                    originals,
                    "feed.");
        }

        @Override
        protected boolean isDynamic(String key) {
            return key.startsWith("feed.source.");
        }
    }
}
