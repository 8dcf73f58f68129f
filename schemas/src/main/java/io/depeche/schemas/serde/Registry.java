// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry as the serdes use it: ids of schemas, schemas of ids.
 *
 * <p>While the registry can't be reached every call waits, with back-off, and says so in the log: a registry that is
 * down is no reason to take a good record for a bad one. Waiting ends with an answer, with {@link #close()}, or by
 * interrupting the thread. Thread-safe.
 */
public final class Registry implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    private final SchemaRegistryClient client;
    private final boolean register;
    private final boolean useLatest;
    private final String urls;
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private record SubjectSchema(String subject, Schema schema) {}

    private Registry(SchemaRegistryClient client, RegistryConfig config) {
        this.client = client;
        this.register = config.getBoolean(RegistryConfig.AUTO_REGISTER_SCHEMAS);
        this.useLatest = config.getBoolean(RegistryConfig.USE_LATEST_VERSION);
        this.urls = String.join(", ", config.urls());
    }

    /** A registry over Confluent's client, with its settings. */
    public static Registry of(Map<String, ?> settings) {
        RegistryConfig config = new RegistryConfig(settings);
        return new Registry(
                new CachedSchemaRegistryClient(
                        config.urls(),
                        config.getInt(RegistryConfig.MAX_SCHEMAS),
                        List.of(new AvroSchemaProvider()),
                        settings),
                config);
    }

    static Registry of(SchemaRegistryClient client, Map<String, ?> settings) {
        return new Registry(client, new RegistryConfig(settings));
    }

    /**
     * The id under which a subject has a schema; registered first where {@code auto.register.schemas} says so.
     *
     * @throws IncompatibleSchemaException where the subject's earlier versions rule the schema out
     * @throws SerializationException where the registry answers with another refusal
     */
    public int idOf(String subject, Schema schema) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = ask("an id for the schema of subject " + subject, () -> findId(subject, schema));
        ids.put(key, id);
        return id;
    }

    /**
     * The schema that an id stands for.
     *
     * @throws SerializationException where the registry has no such id
     */
    public Schema schemaOf(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = ask("the schema of id " + id, () -> {
            if (client.getSchemaById(id) instanceof AvroSchema avro) {
                return avro.rawSchema();
            }
            throw new SerializationException("schema id " + id + " is not an Avro schema");
        });
        schemas.put(id, schema);
        return schema;
    }

    /**
     * Sees to it that a subject has a schema, before the first record needs it, and that later versions are held to
     * FULL_TRANSITIVE where the subject is new.
     *
     * @throws IncompatibleSchemaException as {@link #idOf}
     */
    public void prepare(String subject, Schema schema) {
        boolean isNew = register && ask("the versions of subject " + subject, () -> isUnknown(subject));
        idOf(subject, schema);
        if (isNew) {
            ask("the compatibility level of subject " + subject, () -> holdToFullTransitive(subject));
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        client.close();
    }

    private int findId(String subject, Schema schema) throws IOException, RestClientException {
        AvroSchema avro = new AvroSchema(schema);
        if (!register) {
            return useLatest ? latestId(subject, schema) : client.getId(subject, avro);
        }
        try {
            return client.register(subject, avro);
        } catch (RestClientException e) {
            if (e.getStatus() == CONFLICT) {
                throw new IncompatibleSchemaException(subject, difference(subject, schema, e.getMessage()), e);
            }
            throw e;
        }
    }

    private int latestId(String subject, Schema schema) throws IOException, RestClientException {
        SchemaMetadata latest = client.getLatestSchemaMetadata(subject);
        if (!new AvroSchema(latest.getSchema()).rawSchema().equals(schema)) {
            throw new SerializationException("the latest version of subject " + subject + " (version "
                    + latest.getVersion() + ", id " + latest.getId() + ") is not the schema that this version of"
                    + " Depeche writes; set use.latest.version=false to look that one up");
        }
        return latest.getId();
    }

    private boolean isUnknown(String subject) throws IOException, RestClientException {
        try {
            return client.getAllVersions(subject).isEmpty();
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND) {
                return true;
            }
            throw e;
        }
    }

    private String holdToFullTransitive(String subject) throws IOException {
        try {
            return client.updateCompatibility(subject, "FULL_TRANSITIVE");
        } catch (RestClientException e) {
            LOG.warn(
                    "the registry does not let the compatibility level of subject {} be set to FULL_TRANSITIVE ({});"
                            + " its own level holds",
                    subject,
                    e.getMessage());
            return "";
        }
    }

    /** What keeps two schemas from reading each other's records, in Avro's own words, with the version it is against. */
    private String difference(String subject, Schema schema, String refusal) throws IOException, RestClientException {
        Set<String> differences = new TreeSet<>();
        for (int version : client.getAllVersions(subject)) {
            String text = client.getSchemaMetadata(subject, version).getSchema();
            Schema earlier = new AvroSchema(text).rawSchema();
            for (Schema[] pair : new Schema[][] {{schema, earlier}, {earlier, schema}}) {
                SchemaCompatibility.checkReaderWriterCompatibility(pair[0], pair[1])
                        .getResult()
                        .getIncompatibilities()
                        .forEach(found -> differences.add("version %d, %s at %s: %s"
                                .formatted(version, found.getType(), found.getLocation(), found.getMessage())));
            }
        }
        return differences.isEmpty() ? refusal : String.join("; ", differences);
    }

    private interface Call<T> {
        T run() throws IOException, RestClientException;
    }

    private <T> T ask(String what, Call<T> call) {
        Duration pause = FIRST_PAUSE;
        boolean waited = false;
        while (true) {
            Exception reason;
            try {
                T answer = call.run();
                if (waited) {
                    LOG.info("the schema registry at {} answers again", urls);
                }
                return answer;
            } catch (RestClientException e) {
                if (!isPassing(e)) {
                    throw new SerializationException(
                            "the schema registry at " + urls + ", asked for " + what + ", answered " + e.getMessage(),
                            e);
                }
                reason = e;
            } catch (com.fasterxml.jackson.core.JacksonException e) {
                throw new SerializationException(
                        "what answers at " + urls + " (schema.registry.url) is not a schema registry: "
                                + e.getOriginalMessage(),
                        e);
            } catch (IOException e) {
                reason = e;
            }
            LOG.warn(
                    "waiting for the schema registry at {}, asked for {}: {}; trying again in {} ms",
                    urls,
                    what,
                    reason.toString(),
                    pause.toMillis());
            await(pause, what);
            waited = true;
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    /** Whether a refusal is the registry's trouble, to wait for, and not ours. */
    private static boolean isPassing(RestClientException e) {
        return e.getStatus() >= 500 || e.getStatus() == 429 || e.getStatus() == 408;
    }

    private void await(Duration pause, String what) {
        try {
            if (closed.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SerializationException(
                        "closed while waiting for the schema registry at " + urls + ", asked for " + what);
            }
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
