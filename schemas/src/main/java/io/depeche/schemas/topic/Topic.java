// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.event.GazetteerEntry;
import io.depeche.event.RawStatement;
import io.depeche.event.SourceCursor;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.kafka.common.config.TopicConfig;

/**
 * The topic catalogue: every topic that Depeche makes, with its key, value, policy, writer and readers.
 *
 * <p>Names are without the configured prefix; {@link Topics} applies it. docs/topics.md shows the same table.
 */
@SuppressWarnings("ImmutableEnumChecker") // Avro's schemas and java.time's durations are not marked as immutable.
public enum Topic {
    STATEMENTS_RAW(
            "statements.raw",
            Partitions.SHARED,
            "statement id",
            RawStatement.getClassSchema(),
            Policy.delete(Duration.ofDays(7), Sizes.RAW),
            "ingest",
            "enrich"),
    STATEMENTS_ANNOTATED(
            "statements.annotated",
            Partitions.SHARED,
            "statement id",
            EnrichedStatement.getClassSchema(),
            Policy.delete(Duration.ofDays(1), Sizes.ENRICHED),
            "enrich",
            "sink"),
    STATEMENTS_ENRICHED(
            "statements.enriched",
            Partitions.SHARED,
            "statement id",
            EnrichedStatement.getClassSchema(),
            Policy.compactAndDelete(Duration.ofDays(30), Duration.ofDays(1), Sizes.ENRICHED),
            "sink",
            "subscribers"),
    STATEMENTS_FIGURES(
            "statements.figures",
            Partitions.SHARED,
            "statement id",
            FigureRecord.getClassSchema(),
            Policy.delete(Duration.ofDays(7), Sizes.DEFAULT),
            "sink",
            "subscribers"),
    STATEMENTS_DEAD_LETTER(
            "statements.dead-letter",
            Partitions.SHARED,
            "original key bytes",
            null,
            Policy.delete(Duration.ofDays(30), Sizes.DEAD_LETTER),
            "enrich, sink",
            "operators"),
    INGEST_CURSORS(
            "ingest.cursors",
            Partitions.SHARED,
            "source id, `#` and an item",
            SourceCursor.getClassSchema(),
            Policy.compact(Sizes.ENRICHED),
            "ingest",
            "ingest"),
    GAZETTEER(
            "gazetteer",
            Partitions.ONE,
            "alias id",
            GazetteerEntry.getClassSchema(),
            Policy.compact(Sizes.DEFAULT),
            "users",
            "enrich");

    /** How many partitions a topic has: the configured number, so that a key keeps its partition all the way, or one. */
    public enum Partitions {
        SHARED,
        ONE
    }

    private final String baseName;
    private final Partitions partitions;
    private final String key;
    private final Schema valueSchema;
    private final Policy policy;
    private final String writers;
    private final String readers;

    Topic(
            String baseName,
            Partitions partitions,
            String key,
            Schema valueSchema,
            Policy policy,
            String writers,
            String readers) {
        this.baseName = baseName;
        this.partitions = partitions;
        this.key = key;
        this.valueSchema = valueSchema;
        this.policy = policy;
        this.writers = writers;
        this.readers = readers;
    }

    /** The name without the configured prefix. */
    public String baseName() {
        return baseName;
    }

    /** How many partitions it has. */
    public Partitions partitions() {
        return partitions;
    }

    /** What the key is, in words; keys are UTF-8 strings where they are not original bytes. */
    public String key() {
        return key;
    }

    /** The Avro schema of the value; empty where values are original bytes of any kind. */
    public Optional<Schema> valueSchema() {
        return Optional.ofNullable(valueSchema);
    }

    /** The roles that write to it. */
    public String writers() {
        return writers;
    }

    /** Who reads it. */
    public String readers() {
        return readers;
    }

    /** The largest record batch that the topic takes, in bytes; also the largest record. */
    public int maxMessageBytes() {
        return policy.maxMessageBytes();
    }

    /** Kafka's topic settings, by their Kafka names. */
    public Map<String, String> settings() {
        return policy.settings();
    }

    private static final class Sizes {
        static final int DEFAULT = 1024 * 1024;
        static final int RAW = 2 * 1024 * 1024;
        static final int ENRICHED = 8 * 1024 * 1024;
        /** The largest value of any topic, and room for the headers that say why it is dead. */
        static final int DEAD_LETTER = ENRICHED + 256 * 1024;
    }

    private record Policy(String cleanup, Duration retention, Duration minCompactionLag, int maxMessageBytes) {

        static Policy delete(Duration retention, int maxMessageBytes) {
            return new Policy(TopicConfig.CLEANUP_POLICY_DELETE, retention, null, maxMessageBytes);
        }

        static Policy compact(int maxMessageBytes) {
            return new Policy(TopicConfig.CLEANUP_POLICY_COMPACT, null, null, maxMessageBytes);
        }

        /** Subscribers that keep up to the lag see every revision; later ones see the last of each statement. */
        static Policy compactAndDelete(Duration retention, Duration minCompactionLag, int maxMessageBytes) {
            String both =
                    String.join(",", List.of(TopicConfig.CLEANUP_POLICY_COMPACT, TopicConfig.CLEANUP_POLICY_DELETE));
            return new Policy(both, retention, minCompactionLag, maxMessageBytes);
        }

        Map<String, String> settings() {
            Map<String, String> settings = new LinkedHashMap<>();
            settings.put(TopicConfig.CLEANUP_POLICY_CONFIG, cleanup);
            if (retention != null) {
                settings.put(TopicConfig.RETENTION_MS_CONFIG, Long.toString(retention.toMillis()));
            }
            if (minCompactionLag != null) {
                settings.put(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, Long.toString(minCompactionLag.toMillis()));
            }
            settings.put(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(maxMessageBytes));
            return settings;
        }
    }
}
