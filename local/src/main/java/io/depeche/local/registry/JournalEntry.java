// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import java.util.List;
import java.util.Objects;

/** One change of the registry; a line of JSON in the journal, {@code type} saying which change. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(name = "schema", value = JournalEntry.SchemaRegistered.class),
    @JsonSubTypes.Type(name = "subject-level", value = JournalEntry.SubjectLevelSet.class),
    @JsonSubTypes.Type(name = "global-level", value = JournalEntry.GlobalLevelSet.class),
})
sealed interface JournalEntry {
    /**
     * A schema became the newest version of a subject.
     *
     * @param schema the canonical text of the Avro schema
     */
    record SchemaRegistered(String subject, int version, int id, String schema, List<SchemaReference> references)
            implements JournalEntry {
        public SchemaRegistered {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(schema, "schema");
            references = List.copyOf(Objects.requireNonNull(references, "references"));
        }
    }

    /** A subject was given a compatibility level of its own. */
    record SubjectLevelSet(String subject, CompatibilityLevel level) implements JournalEntry {
        public SubjectLevelSet {
            Objects.requireNonNull(subject, "subject");
            Objects.requireNonNull(level, "level");
        }
    }

    /** The level of subjects that have none of their own changed. */
    record GlobalLevelSet(CompatibilityLevel level) implements JournalEntry {
        public GlobalLevelSet {
            Objects.requireNonNull(level, "level");
        }
    }
}
