// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchema;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SchemaProvider;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.SchemaVersionFetcher;
import io.confluent.kafka.schemaregistry.client.rest.entities.Schema;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaReference;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The schemas of a registry: which versions a subject has, under which ids, and what may become the next version.
 *
 * <p>Ids count from 1 and belong to the schema, so that the same schema has the same id under every subject; versions
 * count from 1 within a subject. Nothing is ever removed. Schemas are told apart by their canonical text and what they
 * refer to, and parsed and compared by Confluent's own {@link AvroSchemaProvider} and {@link AvroSchema}. Confluent's
 * {@code MockSchemaRegistryClient} is not used: it registers a schema without checking it against the earlier ones, and
 * it cannot be given back the ids of a journal.
 *
 * <p>Safe for use by several threads. Methods throw {@link RegistryException} for what a caller gets wrong.
 */
final class SchemaStore implements AutoCloseable {
    private static final int NOT_GIVEN = 0;

    private final SchemaProvider parser = new AvroSchemaProvider();
    private final Map<Integer, AvroSchema> schemas = new TreeMap<>();
    private final Map<Content, Integer> ids = new HashMap<>();
    /** The id of each version; version n is at n - 1. */
    private final Map<String, List<Integer>> subjects = new TreeMap<>();

    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.BACKWARD;
    private final Optional<SchemaJournal> journal;

    private SchemaStore(Optional<Path> journalFile) throws IOException {
        parser.configure(Map.of(SchemaProvider.SCHEMA_VERSION_FETCHER_CONFIG, new ReferencedSchemas()));
        journal = journalFile.isPresent()
                ? Optional.of(SchemaJournal.open(journalFile.get(), this::replay))
                : Optional.empty();
    }

    /**
     * Opens a store, with everything that the journal holds.
     *
     * @param journalFile where changes are kept; empty to keep them in memory
     * @throws IOException if the journal cannot be read
     */
    static SchemaStore open(Optional<Path> journalFile) throws IOException {
        return new SchemaStore(journalFile);
    }

    /**
     * Registers a schema as the newest version of a subject, unless it is one of its versions already.
     *
     * @return the schema's id
     */
    synchronized int register(String subject, RegisterSchemaRequest request, boolean normalise) {
        AvroSchema schema = parse(request, normalise);
        Integer known = ids.get(Content.of(schema));
        List<Integer> versions = subjects.getOrDefault(subject, List.of());
        if (known != null && versions.contains(known)) {
            return known;
        }
        int version = versions.size() + 1;
        refuseOtherNumbers(subject, request, version);
        CompatibilityLevel level = levelOf(subject);
        List<String> differences = differences(schema, level, allVersions(subject));
        if (!differences.isEmpty()) {
            throw new RegistryException(
                    409,
                    "The schema is not compatible with the %d version(s) of subject '%s' at level %s: %s"
                            .formatted(versions.size(), subject, level, String.join("; ", differences)));
        }
        int id = known == null ? schemas.size() + 1 : known;
        commit(new JournalEntry.SchemaRegistered(subject, version, id, schema.canonicalString(), schema.references()));
        return id;
    }

    /** Ids and versions are given by the registry; a caller may only ask for those that it would be given. */
    private static void refuseOtherNumbers(String subject, RegisterSchemaRequest request, int nextVersion) {
        if (Objects.requireNonNullElse(request.getId(), NOT_GIVEN) > NOT_GIVEN) {
            throw new RegistryException(
                    42205,
                    "Subject '%s' is not in import mode, so the request must not give an id (it gives %d)."
                            .formatted(subject, request.getId()));
        }
        int version = Objects.requireNonNullElse(request.getVersion(), NOT_GIVEN);
        if (version > NOT_GIVEN && version != nextVersion) {
            throw RegistryException.invalidSchema("the next version of subject '%s' is %d, and the request gives %d"
                    .formatted(subject, nextVersion, version));
        }
    }

    /** The version of a subject that a schema is registered as. */
    synchronized Schema lookUp(String subject, RegisterSchemaRequest request, boolean normalise) {
        List<Integer> versions = versionIds(subject);
        int index = versions.indexOf(ids.getOrDefault(Content.of(parse(request, normalise)), NOT_GIVEN));
        if (index < 0) {
            throw RegistryException.schemaNotFound();
        }
        return entity(subject, index + 1);
    }

    /** The subjects whose names start with {@code prefix}, in alphabetical order. */
    synchronized List<String> subjects(String prefix) {
        return subjects.keySet().stream()
                .filter(subject -> subject.startsWith(prefix))
                .toList();
    }

    /** The versions of a subject, oldest first. */
    synchronized List<Integer> versions(String subject) {
        List<Integer> versions = new ArrayList<>();
        for (int version = 1; version <= versionIds(subject).size(); version++) {
            versions.add(version);
        }
        return versions;
    }

    /**
     * One version of a subject.
     *
     * @param version a number from 1, or "latest"
     */
    synchronized Schema version(String subject, String version) {
        Optional<Integer> wanted = number(version);
        int newest = versionIds(subject).size();
        int found = wanted.orElse(newest);
        if (found > newest) {
            throw RegistryException.versionNotFound(found);
        }
        return entity(subject, found);
    }

    /** The schema with an id. */
    synchronized AvroSchema schema(int id) {
        AvroSchema schema = schemas.get(id);
        if (schema == null) {
            throw RegistryException.schemaNotFound(id);
        }
        return schema;
    }

    /** The highest id that was given, or 0. */
    synchronized int highestId() {
        return schemas.size();
    }

    /** Where the schema with an id is registered, by subject and version. */
    synchronized List<SubjectVersion> uses(int id) {
        schema(id);
        List<SubjectVersion> uses = new ArrayList<>();
        subjects.forEach((subject, versions) -> {
            int index = versions.indexOf(id);
            if (index >= 0) {
                uses.add(new SubjectVersion(subject, index + 1));
            }
        });
        return uses;
    }

    /**
     * What keeps a schema from being compatible with one version of a subject, at the subject's level.
     *
     * @param version a number from 1, or "latest", with which any schema is compatible if there is none
     */
    synchronized List<String> differences(
            String subject, String version, RegisterSchemaRequest request, boolean normalise) {
        AvroSchema schema = parse(request, normalise);
        if (number(version).isEmpty() && !subjects.containsKey(subject)) {
            return List.of();
        }
        Schema other = version(subject, version);
        return differences(schema, levelOf(subject), List.of(numbered(other)));
    }

    /** What keeps a schema from becoming the newest version of a subject, at the subject's level. */
    synchronized List<String> differences(String subject, RegisterSchemaRequest request, boolean normalise) {
        return differences(parse(request, normalise), levelOf(subject), allVersions(subject));
    }

    /** The level of subjects that have none of their own. */
    synchronized CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** A subject's own level. */
    synchronized Optional<CompatibilityLevel> level(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    /** Sets the level of subjects that have none of their own. */
    synchronized void setGlobalLevel(CompatibilityLevel level) {
        commit(new JournalEntry.GlobalLevelSet(level));
    }

    /** Sets a subject's own level; the subject need not exist yet. */
    synchronized void setLevel(String subject, CompatibilityLevel level) {
        commit(new JournalEntry.SubjectLevelSet(subject, level));
    }

    @Override
    public synchronized void close() throws IOException {
        if (journal.isPresent()) {
            journal.get().close();
        }
    }

    private void commit(JournalEntry entry) {
        try {
            if (journal.isPresent()) {
                journal.get().append(entry);
            }
        } catch (IOException e) {
            throw new RegistryException(50001, "The change cannot be written to the journal: " + e.getMessage(), e);
        }
        apply(entry);
    }

    private void apply(JournalEntry entry) {
        if (entry instanceof JournalEntry.SchemaRegistered registered) {
            AvroSchema schema = parse(new Schema(
                    registered.subject(),
                    registered.version(),
                    registered.id(),
                    AvroSchema.TYPE,
                    registered.references(),
                    registered.schema()));
            schemas.put(registered.id(), schema);
            ids.put(Content.of(schema), registered.id());
            subjects.computeIfAbsent(registered.subject(), subject -> new ArrayList<>())
                    .add(registered.id());
        } else if (entry instanceof JournalEntry.SubjectLevelSet set) {
            levels.put(set.subject(), set.level());
        } else if (entry instanceof JournalEntry.GlobalLevelSet set) {
            globalLevel = set.level();
        }
    }

    private void replay(JournalEntry entry) {
        if (entry instanceof JournalEntry.SchemaRegistered registered) {
            int version = subjects.getOrDefault(registered.subject(), List.of()).size() + 1;
            if (registered.version() != version) {
                throw new IllegalArgumentException("version %d of subject '%s' follows version %d"
                        .formatted(registered.version(), registered.subject(), version - 1));
            }
            Content content = new Content(registered.schema(), registered.references());
            int id = ids.getOrDefault(content, schemas.size() + 1);
            if (registered.id() != id) {
                throw new IllegalArgumentException(
                        "the schema has id %d where %d was expected".formatted(registered.id(), id));
            }
        }
        apply(entry);
    }

    private AvroSchema parse(RegisterSchemaRequest request, boolean normalise) {
        if (request.getSchema() == null || request.getSchema().isBlank()) {
            throw RegistryException.invalidSchema(
                    "the request has no 'schema', which holds the Avro schema as a string");
        }
        if (request.getSchemaType() != null && !request.getSchemaType().equals(AvroSchema.TYPE)) {
            throw RegistryException.invalidSchema(
                    "the type is %s, and this registry holds AVRO only".formatted(request.getSchemaType()));
        }
        if (request.getMetadata() != null || request.getRuleSet() != null) {
            throw RegistryException.invalidSchema(
                    "this registry keeps neither 'metadata' nor 'ruleSet'; leave them out");
        }
        List<SchemaReference> references = Objects.requireNonNullElse(request.getReferences(), List.of());
        AvroSchema schema = parse(new Schema(null, null, null, AvroSchema.TYPE, references, request.getSchema()));
        return normalise ? schema.normalize() : schema;
    }

    private AvroSchema parse(Schema schema) {
        try {
            return (AvroSchema) parser.parseSchemaOrElseThrow(schema, true, false);
        } catch (RegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            // The parser documents no type: Avro's own, Jackson's and plain ones come out of it.
            throw RegistryException.invalidSchema(e.getMessage());
        }
    }

    private static List<String> differences(
            AvroSchema schema, CompatibilityLevel level, List<ParsedSchemaHolder> earlier) {
        return schema.isCompatible(level, earlier);
    }

    private List<ParsedSchemaHolder> allVersions(String subject) {
        List<ParsedSchemaHolder> versions = new ArrayList<>();
        for (int version = 1;
                version <= subjects.getOrDefault(subject, List.of()).size();
                version++) {
            versions.add(numbered(entity(subject, version)));
        }
        return versions;
    }

    /** The schema with its version on it, which the list of differences then names. */
    private ParsedSchemaHolder numbered(Schema version) {
        ParsedSchema schema = schema(version.getId()).copy(version.getVersion());
        return new SimpleParsedSchemaHolder(schema);
    }

    private CompatibilityLevel levelOf(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    private List<Integer> versionIds(String subject) {
        List<Integer> versions = subjects.get(subject);
        if (versions == null) {
            throw RegistryException.subjectNotFound(subject);
        }
        return versions;
    }

    private Schema entity(String subject, int version) {
        int id = subjects.get(subject).get(version - 1);
        AvroSchema schema = schemas.get(id);
        return new Schema(subject, version, id, AvroSchema.TYPE, schema.references(), schema.canonicalString());
    }

    /** The number of a version; empty for the latest. */
    private static Optional<Integer> number(String version) {
        if (version.toLowerCase(Locale.ROOT).equals("latest") || version.equals("-1")) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(version);
            if (number > 0) {
                return Optional.of(number);
            }
        } catch (NumberFormatException e) {
            throw RegistryException.invalidVersion(version);
        }
        throw RegistryException.invalidVersion(version);
    }

    /** What tells schemas apart. */
    private record Content(String schema, List<SchemaReference> references) {
        static Content of(AvroSchema schema) {
            return new Content(schema.canonicalString(), List.copyOf(schema.references()));
        }
    }

    /** Finds the schemas that another one refers to, for the parser. */
    private final class ReferencedSchemas implements SchemaVersionFetcher {
        @Override
        public String tenant() {
            return "default";
        }

        @Override
        public Schema getByVersion(String subject, int version, boolean lookupDeletedSchema) {
            return SchemaStore.this.version(subject, Integer.toString(version));
        }
    }
}
