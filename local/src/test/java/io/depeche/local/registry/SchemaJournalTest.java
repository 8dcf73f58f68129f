// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.depeche.local.registry.JournalEntry.GlobalLevelSet;
import io.depeche.local.registry.JournalEntry.SchemaRegistered;
import io.depeche.local.registry.JournalEntry.SubjectLevelSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaJournalTest {
    private static final JournalEntry WIRE = new SchemaRegistered("dépêches-value", 1, 1, "\"string\"", List.of());
    private static final JournalEntry LEVEL = new SubjectLevelSet("dépêches-value", CompatibilityLevel.FULL);

    @TempDir
    private Path directory;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = directory.resolve("schemas.jsonl");
    }

    private void write(JournalEntry... entries) throws IOException {
        try (SchemaJournal journal = SchemaJournal.open(file, entry -> {})) {
            for (JournalEntry entry : entries) {
                journal.append(entry);
            }
        }
    }

    private List<JournalEntry> read() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        SchemaJournal.open(file, entries::add).close();
        return entries;
    }

    @Test
    void entriesAreReplayedAsTheyWereWrittenInTheirOrder() throws Exception {
        // Given
        JournalEntry referring = new SchemaRegistered(
                "wires-value",
                1,
                2,
                "{\"type\":\"array\",\"items\":\"Wire\"}",
                List.of(new SchemaReference("Wire", "dépêches-value", 1)));
        JournalEntry global = new GlobalLevelSet(CompatibilityLevel.NONE);

        // When
        write(WIRE, LEVEL);
        write(referring, global);

        // Then
        assertThat(read()).containsExactly(WIRE, LEVEL, referring, global);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5, 1})
    void lastLineCutShortIsDroppedAndWrittenOver(double share) throws Exception {
        // Given
        write(WIRE);
        int wholeLine = (int) Files.size(file);
        // Longer than what is written over it.
        write(new SchemaRegistered("wires-value", 1, 2, "\"%s\"".formatted("x".repeat(200)), List.of()));
        byte[] bytes = Files.readAllBytes(file);
        int shortest = wholeLine + 1;
        int allButLineFeed = bytes.length - 1;
        Files.write(file, Arrays.copyOf(bytes, shortest + (int) (share * (allButLineFeed - shortest))));

        // When
        List<JournalEntry> entries = read();
        write(LEVEL);

        // Then
        assertThat(entries).containsExactly(WIRE);
        assertThat(read()).containsExactly(WIRE, LEVEL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\":\"schema\",\"subject\":\"a",
                "",
                "{\"type\":\"unheard-of\"}",
                "{\"type\":\"subject-level\",\"subject\":\"a\"}",
                "{\"type\":\"subject-level\",\"subject\":\"a\",\"level\":\"SIDEWAYS\"}",
                "{\"type\":\"global-level\",\"level\":\"FULL\"} {}",
            })
    void anyOtherBrokenLineIsNamed(String line) throws Exception {
        // Given
        write(WIRE);
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
        Files.writeString(file, "{\"type\":\"global-level\",\"level\":\"FULL\"}\n", StandardOpenOption.APPEND);

        // When / Then
        assertThatThrownBy(this::read)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining(file.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // A version left out, an id left out, an id given to another schema, no Avro schema.
                "{\"type\":\"schema\",\"subject\":\"dépêches-value\",\"version\":3,\"id\":2,\"schema\":\"\\\"int\\\"\",\"references\":[]}",
                "{\"type\":\"schema\",\"subject\":\"wires-value\",\"version\":1,\"id\":3,\"schema\":\"\\\"int\\\"\",\"references\":[]}",
                "{\"type\":\"schema\",\"subject\":\"wires-value\",\"version\":1,\"id\":1,\"schema\":\"\\\"int\\\"\",\"references\":[]}",
                "{\"type\":\"schema\",\"subject\":\"wires-value\",\"version\":1,\"id\":2,\"schema\":\"\\\"Nothing\\\"\",\"references\":[]}",
            })
    void lineThatContradictsTheOnesBeforeItIsNamed(String line) throws Exception {
        // Given
        write(WIRE);
        Files.writeString(file, line + "\n", StandardOpenOption.APPEND);

        // When / Then
        assertThatThrownBy(() -> SchemaStore.open(Optional.of(file)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Line 2")
                .hasMessageContaining(file.toString());
    }

    @Test
    void changeThatCannotBeKeptIsNotMade() throws Exception {
        // Given: a journal that can no longer be written to
        SchemaStore store = SchemaStore.open(Optional.of(file));
        store.close();

        // When / Then
        assertThatThrownBy(() -> store.setGlobalLevel(CompatibilityLevel.FULL))
                .isInstanceOfSatisfying(
                        RegistryException.class, e -> assertThat(e.errorCode()).isEqualTo(50001));
        assertThat(store.globalLevel()).isEqualTo(CompatibilityLevel.BACKWARD);
    }
}
