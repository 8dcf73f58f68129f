// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.enrich.event.StatementMapper;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.HeldStatement;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.Topics;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.serialization.Deserializer;
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

    /** Names of the state stores, each of which has a changelog topic. */
    public static final List<String> STORES = List.of(HoldEmbargoed.STORE, RevisionStore.NAME, Counts.STORE);

    private final Topics topics;
    private final GuardedAnalysis analysis;
    private final StatementMapper mapper;
    private final Deserializer<RawStatement> rawDeserializer;
    private final Serializer<EnrichedStatement> enrichedSerializer;
    private final Serde<HeldStatement> heldSerde;
    private final Serde<RevisionState> revisionSerde;
    private final Duration revisionRetention;
    private final CommittedCounts counts;
    private final FailedRecords failed;

    /**
     * @param topics names of the topics
     * @param analysis shared by all stream threads
     * @param mapper makes the events
     * @param rawDeserializer reads statements.raw
     * @param enrichedSerializer writes statements.annotated
     * @param heldSerde reads and writes what is held
     * @param revisionSerde reads and writes what is remembered of a statement's last revision
     * @param revisionRetention how long that is
     * @param counts shows what becomes of the records
     * @param failed what becomes of records that fail; shared with the {@link DeadLetterHandler}
     */
    public EnrichTopology(
            Topics topics,
            GuardedAnalysis analysis,
            StatementMapper mapper,
            Deserializer<RawStatement> rawDeserializer,
            Serializer<EnrichedStatement> enrichedSerializer,
            Serde<HeldStatement> heldSerde,
            Serde<RevisionState> revisionSerde,
            Duration revisionRetention,
            CommittedCounts counts,
            FailedRecords failed) {
        this.topics = topics;
        this.analysis = analysis;
        this.mapper = mapper;
        this.rawDeserializer = rawDeserializer;
        this.enrichedSerializer = enrichedSerializer;
        this.heldSerde = heldSerde;
        this.revisionSerde = revisionSerde;
        this.revisionRetention = revisionRetention;
        this.counts = counts;
        this.failed = failed;
    }

    /** The same on every instance: nodes and stores have names of their own, so that they stay when the order changes. */
    public Topology build() {
        StreamsBuilder builder = new StreamsBuilder();
        builder.addStateStore(HoldEmbargoed.store(heldSerde));
        builder.addStateStore(RevisionStore.builder(revisionSerde, revisionRetention));
        builder.addStateStore(Counts.store());
        String raw = topics.name(Topic.STATEMENTS_RAW);
        String annotated = topics.name(Topic.STATEMENTS_ANNOTATED);
        builder.stream(
                        raw,
                        Consumed.with(Serdes.String(), Serdes.ByteArray())
                                .withTimestampExtractor(new ReadTime())
                                .withName("statements-raw"))
                .process(() -> new Read(raw, rawDeserializer, counts, failed), Named.as("read"), Counts.STORE)
                .process(
                        () -> new HoldEmbargoed(rawDeserializer, counts, failed),
                        Named.as("hold-embargoed"),
                        HoldEmbargoed.STORE,
                        Counts.STORE)
                .process(
                        () -> new DropUnchanged(revisionRetention, counts, failed),
                        Named.as("drop-unchanged"),
                        RevisionStore.NAME,
                        Counts.STORE)
                .processValues(() -> new Annotate(analysis, mapper), Named.as("annotate"))
                .processValues(
                        () -> new Encode(enrichedSerializer, annotated, Topic.STATEMENTS_ANNOTATED.maxMessageBytes()),
                        Named.as("encode"))
                .processValues(
                        () -> new Remember(revisionRetention, counts, failed),
                        Named.as("remember"),
                        RevisionStore.NAME,
                        Counts.STORE)
                .to(
                        annotated,
                        Produced.with(Serdes.String(), Serdes.ByteArray()).withName("statements-annotated"));
        return builder.build();
    }
}
