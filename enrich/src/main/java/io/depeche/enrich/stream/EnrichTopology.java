// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.enrich.event.StatementMapper;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.schemas.RecentFailures;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.time.Duration;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/**
 * The stream of statements through enrich.
 *
 * <p>A record that can't be read, that breaks a step, or whose result is too large for its topic ends on the
 * dead-letter topic, with its original bytes, by the {@link DeadLetterHandler}: a step that gives a record up throws.
 */
public final class EnrichTopology {

    private final Topics topics;
    private final GuardedAnalysis analysis;
    private final StatementMapper mapper;
    private final Serde<RawStatement> rawSerde;
    private final Serializer<EnrichedStatement> enrichedSerializer;
    private final Serde<RevisionState> revisionSerde;
    private final Duration revisionRetention;
    private final RecentFailures failures;

    /**
     * @param topics names of the topics
     * @param analysis shared by all stream threads
     * @param mapper makes the events
     * @param rawSerde reads statements.raw, and keeps what is held
     * @param enrichedSerializer writes statements.annotated
     * @param revisionSerde reads and writes what is remembered of a statement's last revision
     * @param revisionRetention how long that is
     * @param failures counts what becomes of the records; shared with the {@link DeadLetterHandler}
     */
    public EnrichTopology(
            Topics topics,
            GuardedAnalysis analysis,
            StatementMapper mapper,
            Serde<RawStatement> rawSerde,
            Serializer<EnrichedStatement> enrichedSerializer,
            Serde<RevisionState> revisionSerde,
            Duration revisionRetention,
            RecentFailures failures) {
        this.topics = topics;
        this.analysis = analysis;
        this.mapper = mapper;
        this.rawSerde = rawSerde;
        this.enrichedSerializer = enrichedSerializer;
        this.revisionSerde = revisionSerde;
        this.revisionRetention = revisionRetention;
        this.failures = failures;
    }

    /** The same on every instance: nodes and stores have names of their own, so that they stay when the order changes. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(HoldEmbargoed.store(rawSerde));
        builder.addStateStore(RevisionStore.builder(revisionSerde, revisionRetention));
        String annotated = topics.name(Topic.STATEMENTS_ANNOTATED);
        builder.stream(
                        topics.name(Topic.STATEMENTS_RAW),
                        Consumed.with(Serdes.String(), rawSerde).withName("statements-raw"))
                .process(HoldEmbargoed::new, Named.as("hold-embargoed"), HoldEmbargoed.STORE)
                .process(
                        () -> new DropUnchanged(revisionRetention, failures),
                        Named.as("drop-unchanged"),
                        RevisionStore.NAME)
                .processValues(() -> new Annotate(analysis, mapper), Named.as("annotate"))
                .processValues(
                        () -> new Encode(enrichedSerializer, annotated, Topic.STATEMENTS_ANNOTATED.maxMessageBytes()),
                        Named.as("encode"))
                .processValues(
                        () -> new Remember(revisionRetention, failures), Named.as("remember"), RevisionStore.NAME)
                .to(
                        annotated,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("statements-annotated"));
        return builder.build();
    }
}
