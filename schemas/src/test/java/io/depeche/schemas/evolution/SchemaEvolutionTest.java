// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.schemas.Events;
import io.depeche.schemas.evolution.SchemaHistory.Released;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

class SchemaEvolutionTest {

    private static final Schema RELEASED = SchemaBuilder.record("Note")
            .namespace("io.depeche.event")
            .fields()
            .requiredString("text")
            .optionalInt("priority")
            .endRecord();

    @Test
    void todaysSchemasReadAndAreReadByThoseOfEveryRelease() throws IOException {
        SchemaHistory history = SchemaHistory.read(SchemaHistory.DIRECTORY);

        assertThat(history.released())
                .extracting(release -> release.schema().getName())
                .containsAll(List.of("RawStatement", "EnrichedStatement", "FigureRecord", "SourceCursor"))
                .contains("GazetteerEntry", "RevisionState");
        assertThat(history.breaks(Events.schemas()))
                .as("changes that break FULL_TRANSITIVE; give new fields a default and leave old ones as they are")
                .isEmpty();
    }

    @Test
    void aNewFieldWithADefaultPasses() {
        assertThat(breaks(SchemaBuilder.record("Note")
                        .namespace("io.depeche.event")
                        .fields()
                        .requiredString("text")
                        .optionalInt("priority")
                        .optionalString("author")
                        .endRecord()))
                .isEmpty();
    }

    @Test
    void aNewFieldWithoutADefaultIsABreak() {
        assertThat(breaks(SchemaBuilder.record("Note")
                        .namespace("io.depeche.event")
                        .fields()
                        .requiredString("text")
                        .optionalInt("priority")
                        .requiredString("author")
                        .endRecord()))
                .containsExactly("Note: today's reader can't read 0.1.0's writer: READER_FIELD_MISSING_DEFAULT_VALUE at"
                        + " /fields/2: author");
    }

    @Test
    void aFieldThatIsGoneIsABreak() {
        assertThat(breaks(SchemaBuilder.record("Note")
                        .namespace("io.depeche.event")
                        .fields()
                        .optionalInt("priority")
                        .endRecord()))
                .containsExactly("Note: 0.1.0's reader can't read today's writer: READER_FIELD_MISSING_DEFAULT_VALUE at"
                        + " /fields/0: text");
    }

    @Test
    void aFieldOfAnotherTypeIsABreakBothWays() {
        assertThat(breaks(SchemaBuilder.record("Note")
                        .namespace("io.depeche.event")
                        .fields()
                        .requiredInt("text")
                        .optionalInt("priority")
                        .endRecord()))
                .hasSize(2)
                .allSatisfy(found -> assertThat(found).contains("Note", "0.1.0", "TYPE_MISMATCH at /fields/0/type"));
    }

    @Test
    void aSchemaThatIsGoneIsABreak() {
        assertThat(new SchemaHistory(List.of(new Released("0.1.0", RELEASED))).breaks(Map.of()))
                .containsExactly("Note of 0.1.0 is gone");
    }

    private static List<String> breaks(Schema today) {
        return new SchemaHistory(List.of(new Released("0.1.0", RELEASED))).breaks(Map.of("Note", today));
    }
}
