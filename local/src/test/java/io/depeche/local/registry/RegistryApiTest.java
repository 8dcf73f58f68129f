// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bare requests and answers, against the shapes in Confluent's "Schema Registry API reference". */
class RegistryApiTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WIRE =
            "{\"type\":\"record\",\"name\":\"Wire\",\"fields\":[{\"name\":\"text\",\"type\":\"string\"}]}";
    private static final String OTHER_WIRE =
            "{\"type\":\"record\",\"name\":\"Wire\",\"fields\":[{\"name\":\"rights\",\"type\":\"string\"}]}";

    private final HttpClient http = HttpClient.newHttpClient();
    private RegistryServer registry;

    @BeforeEach
    void start() throws Exception {
        registry = RegistryServer.start(RegistryOptions.inMemory());
    }

    @AfterEach
    void stop() throws IOException {
        registry.close();
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(registry.url() + path))
                .method(method, body)
                .timeout(Duration.ofSeconds(30))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .build();
        return http.send(request, BodyHandlers.ofString());
    }

    private JsonNode answer(String method, String path, String body) throws Exception {
        HttpResponse<String> response = send(method, path, BodyPublishers.ofString(body));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
        return JSON.readTree(response.body());
    }

    private JsonNode get(String path) throws Exception {
        return answer("GET", path, "");
    }

    private void assertError(HttpResponse<String> response, int status, int code) throws IOException {
        JsonNode error = JSON.readTree(response.body());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(error.fieldNames()).toIterable().containsExactlyInAnyOrder("error_code", "message");
        assertThat(error.get("error_code").intValue()).as(response.body()).isEqualTo(code);
        assertThat(error.get("message").textValue()).isNotBlank();
        assertThat(response.headers().firstValue("Content-Type")).contains("application/vnd.schemaregistry.v1+json");
    }

    private static String request(String schema) {
        return JsonNodeFactory.instance.objectNode().put("schema", schema).toString();
    }

    private static JsonNode json(String text) throws IOException {
        return JSON.readTree(text.replace('\'', '"'));
    }

    @Test
    void subjectsAndSchemasHaveTheDocumentedShapes() throws Exception {
        // Given
        String schema = JsonNodeFactory.instance.textNode(WIRE).toString();

        // When
        JsonNode registered = answer("POST", "/subjects/wires-value/versions", request(WIRE));

        // Then
        assertThat(registered).isEqualTo(json("{'id':1}"));
        JsonNode version =
                JSON.readTree("{\"subject\":\"wires-value\",\"version\":1,\"id\":1,\"schema\":" + schema + "}");
        assertThat(answer("POST", "/subjects/wires-value", request(WIRE))).isEqualTo(version);
        assertThat(get("/subjects/wires-value/versions/1")).isEqualTo(version);
        assertThat(get("/subjects/wires-value/versions/latest")).isEqualTo(version);
        assertThat(get("/subjects/wires-value/versions/latest/schema")).isEqualTo(JSON.readTree(WIRE));
        assertThat(get("/subjects/wires-value/versions")).isEqualTo(json("[1]"));
        assertThat(get("/subjects")).isEqualTo(json("['wires-value']"));
        assertThat(get("/subjects?subjectPrefix=wires")).isEqualTo(json("['wires-value']"));
        assertThat(get("/subjects?subjectPrefix=other")).isEqualTo(json("[]"));
        assertThat(get("/schemas/ids/1")).isEqualTo(JSON.readTree("{\"schema\":" + schema + "}"));
        assertThat(get("/schemas/ids/1?subject=wires-value&fetchMaxId=true")
                        .get("maxId")
                        .intValue())
                .isEqualTo(1);
        assertThat(get("/schemas/ids/1/schema")).isEqualTo(JSON.readTree(WIRE));
        assertThat(get("/schemas/ids/1/subjects")).isEqualTo(json("['wires-value']"));
        assertThat(get("/schemas/ids/1/versions")).isEqualTo(json("[{'subject':'wires-value','version':1}]"));
        assertThat(get("/schemas/types")).isEqualTo(json("['AVRO']"));
        assertThat(get("/")).isEqualTo(json("{}"));
        assertThat(get("/mode")).isEqualTo(json("{'mode':'READWRITE'}"));
    }

    @Test
    void levelsHaveTheDocumentedShapes() throws Exception {
        // Given
        assertThat(get("/config")).isEqualTo(json("{'compatibilityLevel':'BACKWARD'}"));

        // When
        JsonNode global = answer("PUT", "/config", "{\"compatibility\":\"FULL\"}");
        JsonNode ofSubject = answer("PUT", "/config/wires-value", "{\"compatibility\":\"NONE\"}");

        // Then
        assertThat(global).isEqualTo(json("{'compatibility':'FULL'}"));
        assertThat(ofSubject).isEqualTo(json("{'compatibility':'NONE'}"));
        assertThat(get("/config")).isEqualTo(json("{'compatibilityLevel':'FULL'}"));
        assertThat(get("/config/wires-value")).isEqualTo(json("{'compatibilityLevel':'NONE'}"));
        assertThat(get("/config/other-value?defaultToGlobal=true")).isEqualTo(json("{'compatibilityLevel':'FULL'}"));
        assertError(send("GET", "/config/other-value", BodyPublishers.noBody()), 404, 40408);
    }

    @Test
    void compatibilityHasTheDocumentedShape() throws Exception {
        // Given
        answer("POST", "/subjects/wires-value/versions", request(WIRE));

        // When
        JsonNode same = answer("POST", "/compatibility/subjects/wires-value/versions/latest", request(WIRE));
        JsonNode other =
                answer("POST", "/compatibility/subjects/wires-value/versions/1?verbose=true", request(OTHER_WIRE));
        JsonNode all = answer("POST", "/compatibility/subjects/wires-value/versions?verbose=true", request(OTHER_WIRE));

        // Then
        assertThat(same).isEqualTo(json("{'is_compatible':true}"));
        assertThat(other.get("is_compatible").booleanValue()).isFalse();
        assertThat(other.get("messages").toString()).contains("rights");
        assertThat(all).isEqualTo(other);
        assertError(
                send("POST", "/compatibility/subjects/wires-value/versions/2", BodyPublishers.ofString(request(WIRE))),
                404,
                40402);
        assertError(
                send("POST", "/compatibility/subjects/other-value/versions/1", BodyPublishers.ofString(request(WIRE))),
                404,
                40401);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        no JSON at all                                        | 400 | 400
        {"schema": "\\"string\\""                             | 400 | 400
        [1]                                                   | 422 | 422
        null                                                  | 422 | 422
        {}                                                    | 422 | 42201
        {"schema": ""}                                        | 422 | 42201
        {"schema": "{\\"type\\": \\"nonsense\\"}"}            | 422 | 42201
        {"schema": "\\"string\\"", "schemaType": "PROTOBUF"}  | 422 | 42201
        {"schema": "\\"string\\"", "version": 9}              | 422 | 42201
        {"schema": "\\"string\\"", "id": 9}                   | 422 | 42205
        {"schema": "\\"string\\"", "metadata": {}}            | 422 | 42201
        {"schema": "\\"Wire\\"", "references": [{"name": "Wire", "subject": "nowhere", "version": 1}]} | 404 | 40401
        """)
    void brokenRegistrationIsAnsweredWithItsCode(String body, int status, int code) throws Exception {
        // When
        HttpResponse<String> response = send("POST", "/subjects/wires-value/versions", BodyPublishers.ofString(body));

        // Then
        assertError(response, status, code);
        assertThat(get("/subjects")).isEqualTo(json("[]"));
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, 404",
        "GET, /subjects//versions, 404, 404",
        "GET, /subjects/unknown-value/versions/latest, 404, 40401",
        "GET, /subjects/wires-value/versions/2, 404, 40402",
        "GET, /subjects/wires-value/versions/0, 422, 42202",
        "GET, /subjects/wires-value/versions/first, 422, 42202",
        "GET, /schemas/ids/2, 404, 40403",
        "GET, /schemas/ids/2/versions, 404, 40403",
        "GET, /schemas/ids/one, 404, 404",
        "PUT, /subjects, 405, 405",
        "DELETE, /subjects/wires-value, 405, 405",
        "DELETE, /subjects/wires-value/versions/1, 405, 405",
        "PUT, /mode, 405, 405",
    })
    void requestsThatCannotBeServedAreAnsweredInConfluentsShape(String method, String path, int status, int code)
            throws Exception {
        // Given
        answer("POST", "/subjects/wires-value/versions", request(WIRE));

        // When
        HttpResponse<String> response = send(method, path, BodyPublishers.noBody());

        // Then
        assertError(response, status, code);
        assertThat(get("/subjects/wires-value/versions")).isEqualTo(json("[1]"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
        {"compatibility": "SIDEWAYS"}                 | 42203
        {}                                            | 42203
        {"compatibility": "FULL", "normalize": true}  | 422
        """)
    void levelsThatAreNoneAreRefused(String body, int code) throws Exception {
        // When
        HttpResponse<String> response = send("PUT", "/config/wires-value", BodyPublishers.ofString(body));

        // Then
        assertError(response, 422, code);
        assertError(send("GET", "/config/wires-value", BodyPublishers.noBody()), 404, 40408);
    }

    @Test
    void bodyBeyondTheLimitIsRefused() throws Exception {
        // When
        HttpResponse<String> response = send(
                "POST",
                "/subjects/wires-value/versions",
                BodyPublishers.ofByteArray(new byte[4 * RegistryHandler.MAX_BODY_BYTES]));

        // Then
        assertError(response, 413, 413);
    }

    @Test
    void plusAndEscapesInPathsAreReadAsSubjects() throws Exception {
        // When
        answer("POST", "/subjects/a+b%2Fc%20%C3%A9/versions", request(WIRE));

        // Then
        assertThat(get("/subjects")).isEqualTo(json("['a+b/c é']"));
    }
}
