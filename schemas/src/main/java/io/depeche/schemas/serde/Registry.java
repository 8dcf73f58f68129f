// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import com.fasterxml.jackson.core.JacksonException;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.avro.AvroSchemaProvider;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaMetadata;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClient;
import io.confluent.kafka.schemaregistry.client.SchemaRegistryClientConfig;
import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.depeche.schemas.Backoff;
import java.io.Closeable;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.generic.GenericData;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A schema registry as the serdes use it: ids of schemas, schemas of ids.
 *
 * <p>While the registry can't be reached every call waits, with back-off, and says so in the log: a registry that is
 * down is no reason to take a good record for a bad one. Waiting ends with an answer, with {@link #close()}, or by
 * interrupting the thread. What waiting does not mend, missing credentials for one, fails at once. Thread-safe.
 *
 * <p>Schemas are registered without the properties that only Java reads ({@code avro.java.string}), so that a schema
 * file and the class made from it are the same schema to the registry.
 */
public final class Registry implements Closeable {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    /** A flood of records with a wrong id must not become a flood of requests; Confluent's client keeps 10,000 such ids. */
    private static final Duration UNKNOWN_ID_STAYS = Duration.ofSeconds(10);

    private static final String JAVA_STRING = ",\"" + GenericData.STRING_PROP + "\":\"String\"";
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    /** What Confluent's client makes of a refusal that is not in the registry's JSON. */
    private static final int NOT_JSON = 50005;

    private static final int LONGEST_QUOTE = 200;

    private final SchemaRegistryClient client;
    private final boolean register;
    private final boolean useLatest;
    private final String urls;
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final CountDownLatch closed = new CountDownLatch(1);

    private record SubjectSchema(String subject, Schema schema) {}

    /** Which troubles are waited out: a name that does not resolve is a mistake at start, an outage later. */
    private enum Moment {
        STARTING,
        RUNNING
    }

    private Registry(SchemaRegistryClient client, RegistryConfig config) {
        this.client = client;
        this.register = config.getBoolean(RegistryConfig.AUTO_REGISTER_SCHEMAS);
        this.useLatest = config.getBoolean(RegistryConfig.USE_LATEST_VERSION);
        this.urls = config.urlsWithoutUserInfo();
    }

    /** A registry over Confluent's client, with its settings. */
    public static Registry of(Map<String, ?> settings) {
        RegistryConfig config = new RegistryConfig(settings);
        Map<String, Object> clientSettings = new HashMap<>(settings);
        clientSettings.putIfAbsent(
                SchemaRegistryClientConfig.MISSING_ID_CACHE_TTL_CONFIG, UNKNOWN_ID_STAYS.toSeconds());
        return new Registry(
                new CachedSchemaRegistryClient(
                        config.urls(),
                        config.getInt(RegistryConfig.MAX_SCHEMAS),
                        List.of(new AvroSchemaProvider()),
                        clientSettings),
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
        return idOf(subject, schema, Moment.RUNNING);
    }

    private int idOf(String subject, Schema schema, Moment moment) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        int id = ask("an id for the schema of subject " + subject, moment, () -> findId(subject, schema));
        ids.put(key, id);
        return id;
    }

    /**
     * The schema that an id stands for. An id that the registry does not have is not asked for again for ten seconds.
     *
     * @throws SerializationException where the registry has no such id
     */
    public Schema schemaOf(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Schema schema = ask("the schema of id " + id, Moment.RUNNING, () -> findSchema(id));
        schemas.put(id, schema);
        return schema;
    }

    /**
     * Sees to it that a subject has a schema, before the first record needs it, and that later versions are held to
     * FULL_TRANSITIVE where the subject is new. A host name that does not resolve and a TLS connection that can't be
     * made are errors here, for at start they are mistakes in the settings; a registry that is not up yet is waited for.
     *
     * @throws IncompatibleSchemaException as {@link #idOf}
     * @throws SerializationException where the registry can't be used as it is set up
     */
    public void prepare(String subject, Schema schema) {
        boolean isNew =
                register && ask("the versions of subject " + subject, Moment.STARTING, () -> isUnknown(subject));
        idOf(subject, schema, Moment.STARTING);
        if (isNew) {
            ask("the compatibility level of subject " + subject, Moment.STARTING, () -> holdToFullTransitive(subject));
        }
    }

    /**
     * Asks for the versions of a subject, once, to see whether it answers; a refusal is an answer.
     *
     * @throws IOException where it can't be reached, is in trouble, or is no registry
     */
    public void probe(String subject) throws IOException {
        try {
            client.getAllVersions(subject);
        } catch (RestClientException e) {
            if (isPassing(e)) {
                throw new IOException("HTTP " + e.getStatus() + ": " + e.getMessage(), e);
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        client.close();
    }

    private int findId(String subject, Schema schema) throws IOException, RestClientException {
        AvroSchema avro = withoutJavaProperties(schema);
        if (!register) {
            return useLatest ? latestId(subject, avro) : registeredId(subject, avro);
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

    private int registeredId(String subject, AvroSchema schema) throws IOException, RestClientException {
        try {
            return client.getId(subject, schema);
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND && e.getErrorCode() != NOT_JSON) {
                throw new SerializationException(
                        "the schema registry at " + urls + " does not have the schema " + schema.name()
                                + " under subject " + subject + " (" + e.getMessage() + "), and auto.register.schemas"
                                + " is false: register it there, or set auto.register.schemas=true",
                        e);
            }
            throw e;
        }
    }

    private int latestId(String subject, AvroSchema schema) throws IOException, RestClientException {
        SchemaMetadata latest = client.getLatestSchemaMetadata(subject);
        Schema latestSchema = new AvroSchema(latest.getSchema()).rawSchema();
        if (!withoutJavaProperties(latestSchema).rawSchema().equals(schema.rawSchema())) {
            throw new SerializationException("the latest version of subject " + subject + " (version "
                    + latest.getVersion() + ", id " + latest.getId() + ") is not the schema that this version of"
                    + " Depeche writes; set use.latest.version=false to look that one up");
        }
        return latest.getId();
    }

    private Schema findSchema(int id) throws IOException, RestClientException {
        try {
            if (client.getSchemaById(id) instanceof AvroSchema avro) {
                return avro.rawSchema();
            }
        } catch (IOException e) {
            // The client has no exception of its own for an answer that it can't make a schema of, and waiting for
            // a better one would stop the partition for good.
            if (!String.valueOf(e.getMessage()).startsWith("Invalid schema ")) {
                throw e;
            }
        }
        throw new SerializationException("schema id " + id + " is not an Avro schema");
    }

    /** In Schema.toString() the property can't be taken for a part of a text: quotes are escaped there. */
    private static AvroSchema withoutJavaProperties(Schema schema) {
        return new AvroSchema(schema.toString().replace(JAVA_STRING, ""));
    }

    private boolean isUnknown(String subject) throws IOException, RestClientException {
        try {
            return client.getAllVersions(subject).isEmpty();
        } catch (RestClientException e) {
            if (e.getStatus() == NOT_FOUND && e.getErrorCode() != NOT_JSON) {
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

    private <T> T ask(String what, Moment moment, Call<T> call) {
        Backoff backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE);
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
                    throw refusal(what, e);
                }
                reason = e;
            } catch (JacksonException e) {
                throw notARegistry(e.getOriginalMessage(), e);
            } catch (UnknownHostException | SSLException e) {
                if (moment == Moment.STARTING) {
                    throw new SerializationException(
                            "no schema registry can be reached at " + urls + " (schema.registry.url): " + e
                                    + "; check host and port, and for TLS schema.registry.ssl.…",
                            e);
                }
                reason = e;
            } catch (IOException e) {
                reason = e;
            }
            Duration pause = backoff.next();
            LOG.warn(
                    "waiting for the schema registry at {}, asked for {}: {}; trying again in {} ms",
                    urls,
                    what,
                    reason.toString(),
                    pause.toMillis());
            await(pause, what);
            waited = true;
        }
    }

    /** Whether a refusal is the registry's trouble, to wait for, and not ours. */
    private static boolean isPassing(RestClientException e) {
        return e.getStatus() >= 500 || e.getStatus() == 429 || e.getStatus() == 408;
    }

    private SerializationException refusal(String what, RestClientException e) {
        if (e.getStatus() == UNAUTHORIZED || e.getStatus() == FORBIDDEN) {
            return new SerializationException(
                    "the schema registry at " + urls + ", asked for " + what + ", refuses the credentials (HTTP "
                            + e.getStatus() + "): " + e.getMessage() + "; check basic.auth.… or bearer.auth.…",
                    e);
        }
        if (e.getErrorCode() == NOT_JSON) {
            return notARegistry("HTTP " + e.getStatus() + ", " + e.getMessage(), e);
        }
        return new SerializationException(
                "the schema registry at " + urls + ", asked for " + what + ", answered " + e.getMessage(), e);
    }

    private SerializationException notARegistry(String answer, Exception cause) {
        String beginning = answer.substring(0, Math.min(answer.length(), LONGEST_QUOTE));
        return new SerializationException(
                "what answers at " + urls + " (schema.registry.url) is not a schema registry: " + beginning, cause);
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
