// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.rest.entities.Config;
import io.confluent.kafka.schemaregistry.client.rest.entities.Mode;
import io.confluent.kafka.schemaregistry.client.rest.entities.SchemaString;
import io.confluent.kafka.schemaregistry.client.rest.entities.SubjectVersion;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.CompatibilityCheckResponse;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.ConfigUpdateRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaResponse;
import io.confluent.kafka.schemaregistry.utils.JacksonMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * The routes of Confluent's Schema Registry API, version 1, over a {@link SchemaStore}, with Confluent's own request
 * and response entities.
 */
final class RegistryApi {
    /** How Confluent's registry is asked for the subjects of all its contexts, of which there is one here. */
    private static final String ALL_CONTEXTS = ":*:";

    private final SchemaStore store;

    RegistryApi(SchemaStore store) {
        this.store = store;
    }

    List<Route> routes() {
        return List.of(
                Route.of("GET", "/", request -> "{}"),
                Route.of("GET", "/subjects", this::subjects),
                Route.of("POST", "/subjects/{}", this::lookUp),
                Route.of("DELETE", "/subjects/{}", RegistryApi::refuseToDelete),
                Route.of("GET", "/subjects/{}/versions", request -> json(store.versions(request.parameter(0)))),
                Route.of("POST", "/subjects/{}/versions", this::register),
                Route.of("GET", "/subjects/{}/versions/{}", this::version),
                Route.of("DELETE", "/subjects/{}/versions/{}", RegistryApi::refuseToDelete),
                Route.of("GET", "/subjects/{}/versions/{}/schema", this::versionText),
                Route.of("GET", "/schemas/types", request -> json(List.of(AvroSchema.TYPE))),
                Route.of("GET", "/schemas/ids/{}", this::schema),
                Route.of(
                        "GET",
                        "/schemas/ids/{}/schema",
                        request -> store.schema(id(request)).canonicalString()),
                Route.of("GET", "/schemas/ids/{}/subjects", this::subjectsOfSchema),
                Route.of("GET", "/schemas/ids/{}/versions", request -> json(store.uses(id(request)))),
                Route.of("POST", "/compatibility/subjects/{}/versions", this::testAllVersions),
                Route.of("POST", "/compatibility/subjects/{}/versions/{}", this::testOneVersion),
                Route.of("GET", "/config", request -> json(new Config(store.globalLevel().name))),
                Route.of("PUT", "/config", this::setGlobalLevel),
                Route.of("GET", "/config/{}", this::level),
                Route.of("PUT", "/config/{}", this::setLevel),
                Route.of("GET", "/mode", request -> json(new Mode("READWRITE"))));
    }

    private String subjects(Request request) throws IOException {
        String prefix = request.query().getOrDefault("subjectPrefix", "");
        return json(store.subjects(prefix.equals(ALL_CONTEXTS) ? "" : prefix));
    }

    private String lookUp(Request request) throws IOException {
        return json(store.lookUp(request.parameter(0), schemaIn(request), request.flag("normalize")));
    }

    private String register(Request request) throws IOException {
        int id = store.register(request.parameter(0), schemaIn(request), request.flag("normalize"));
        return json(new RegisterSchemaResponse(id));
    }

    private String version(Request request) throws IOException {
        return json(store.version(request.parameter(0), request.parameter(1)));
    }

    private String versionText(Request request) {
        return store.version(request.parameter(0), request.parameter(1)).getSchema();
    }

    private static String refuseToDelete(Request request) {
        throw new RegistryException(
                405,
                "'%s' cannot be deleted: records in topics name its schemas by id. To start afresh, stop Depeche and delete its data directory."
                        .formatted(String.join("' version '", request.parameters())));
    }

    private String schema(Request request) throws IOException {
        AvroSchema schema = store.schema(id(request));
        SchemaString answer = new SchemaString(schema.canonicalString());
        answer.setReferences(schema.references());
        if (request.flag("fetchMaxId")) {
            answer.setMaxId(store.highestId());
        }
        return json(answer);
    }

    private String subjectsOfSchema(Request request) throws IOException {
        return json(
                store.uses(id(request)).stream().map(SubjectVersion::getSubject).toList());
    }

    private String testAllVersions(Request request) throws IOException {
        return compatibility(
                store.differences(request.parameter(0), schemaIn(request), request.flag("normalize")), request);
    }

    private String testOneVersion(Request request) throws IOException {
        return compatibility(
                store.differences(
                        request.parameter(0), request.parameter(1), schemaIn(request), request.flag("normalize")),
                request);
    }

    private static String compatibility(List<String> differences, Request request) throws IOException {
        CompatibilityCheckResponse answer = new CompatibilityCheckResponse();
        answer.setIsCompatible(differences.isEmpty());
        if (request.flag("verbose")) {
            answer.setMessages(differences);
        }
        return json(answer);
    }

    private String level(Request request) throws IOException {
        String subject = request.parameter(0);
        CompatibilityLevel level = store.level(subject).orElseGet(() -> {
            if (request.flag("defaultToGlobal")) {
                return store.globalLevel();
            }
            throw new RegistryException(
                    40408, "Subject '%s' does not have subject-level compatibility configured".formatted(subject));
        });
        return json(new Config(level.name));
    }

    private String setGlobalLevel(Request request) throws IOException {
        CompatibilityLevel level = levelIn(request);
        store.setGlobalLevel(level);
        return json(new ConfigUpdateRequest(new Config(level.name)));
    }

    private String setLevel(Request request) throws IOException {
        CompatibilityLevel level = levelIn(request);
        store.setLevel(request.parameter(0), level);
        return json(new ConfigUpdateRequest(new Config(level.name)));
    }

    private static CompatibilityLevel levelIn(Request request) {
        ConfigUpdateRequest update = read(request, ConfigUpdateRequest.class);
        CompatibilityLevel level = CompatibilityLevel.forName(update.getCompatibilityLevel());
        if (level == null) {
            throw new RegistryException(
                    42203,
                    "Invalid compatibility level '%s'. Valid values are %s."
                            .formatted(update.getCompatibilityLevel(), Arrays.toString(CompatibilityLevel.values())));
        }
        if (!update.equals(new ConfigUpdateRequest(new Config(level.name)))) {
            throw new RegistryException(422, "This registry keeps 'compatibility' only; leave the other settings out.");
        }
        return level;
    }

    private static RegisterSchemaRequest schemaIn(Request request) {
        return read(request, RegisterSchemaRequest.class);
    }

    private static int id(Request request) {
        String id = request.parameter(0);
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException e) {
            throw new RegistryException(404, "'%s' is not a schema id, which is a number from 1.".formatted(id), e);
        }
    }

    private static <T> T read(Request request, Class<T> type) {
        T value;
        try {
            value = JacksonMapper.INSTANCE.readValue(request.body(), type);
        } catch (JsonParseException e) {
            throw new RegistryException(400, "The body is not JSON: " + e.getOriginalMessage(), e);
        } catch (JsonProcessingException e) {
            throw new RegistryException(422, "The body does not fit: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new RegistryException(400, "The body is not JSON in UTF-8: " + e.getMessage(), e);
        }
        if (value == null) {
            throw new RegistryException(422, "The body is null where a JSON object is expected.");
        }
        return value;
    }

    /** The text of an entity, as all answers but the bare schemas are written. */
    static String json(Object entity) throws IOException {
        return JacksonMapper.INSTANCE.writeValueAsString(entity);
    }
}
