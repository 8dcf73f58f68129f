// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.depeche.event.RevisionState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class RegistryTest {

    private static final String SUBJECT = "t-value";
    private static final String REGISTER = "POST /subjects/t-value/versions";
    private static final String LOOK_UP = "POST /subjects/t-value";
    private static final String VERSIONS = "GET /subjects/t-value/versions";
    private static final String SCHEMA_7 = "GET /schemas/ids/7";
    private static final Schema SCHEMA = RevisionState.getClassSchema();
    private static final String UNAVAILABLE = "{\"error_code\":50003,\"message\":\"forwarding failed\"}";
    private static final String UNKNOWN_SUBJECT = "{\"error_code\":40401,\"message\":\"Subject 't-value' not found.\"}";

    private ScriptedRegistry server;

    @BeforeEach
    void startServer() throws IOException {
        server = ScriptedRegistry.start();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aRegistryThatIsUnavailableIsAskedAgainUntilItAnswers() throws Exception {
        // Given a registry that needs a moment, behind a proxy that speaks HTML
        server.answer(REGISTER, 503, UNAVAILABLE)
                .answer(REGISTER, 502, "<html>Bad Gateway</html>")
                .answer(REGISTER, 200, "{\"id\":7}");

        // When a schema's id is asked for
        try (Registry registry = registry(Map.of())) {
            assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(7);

            // Then it is known from then on
            assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(7);
        }
        assertThat(server.requests()).hasSize(3);
    }

    @Test
    void aRegistryThatIsNotThereYetIsWaitedFor() throws Exception {
        int port = ScriptedRegistry.freePort();
        try (Registry registry = registry(Map.of("schema.registry.url", "http://localhost:" + port))) {
            Waiting<Integer> waiting = Waiting.in(() -> registry.idOf(SUBJECT, SCHEMA));

            try (ScriptedRegistry late = ScriptedRegistry.startAt(port).answer(REGISTER, 200, "{\"id\":7}")) {
                assertThat(waiting.result()).isEqualTo(7);
                assertThat(late.requests()).isNotEmpty();
            }
        }
    }

    @Test
    void anIdThatTheRegistryDoesNotHaveIsNotAskedForWithEveryRecord() throws Exception {
        server.answer("GET /schemas/ids/404", 404, "{\"error_code\":40403,\"message\":\"Schema 404 not found\"}")
                .answer("GET /schemas/ids/405", 404, "{\"error_code\":40403,\"message\":\"Schema 405 not found\"}");

        try (Registry registry = registry(Map.of("schema.registry.url", server.url()))) {
            for (int id : new int[] {404, 404, 405, 404}) {
                assertThatThrownBy(() -> registry.schemaOf(id))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining("not found");
            }
        }

        assertThat(server.requests())
                .extracting(ScriptedRegistry.Request::line)
                .containsExactly("GET /schemas/ids/404", "GET /schemas/ids/405");
    }

    @Test
    void aRegistryThatIsNotThereYetIsWaitedForAtStartToo() throws Exception {
        int port = ScriptedRegistry.freePort();
        try (Registry registry = registry(Map.of("schema.registry.url", "http://localhost:" + port))) {
            Waiting<Void> waiting = Waiting.in(() -> {
                registry.prepare(SUBJECT, SCHEMA);
                return null;
            });

            try (ScriptedRegistry late = ScriptedRegistry.startAt(port)
                    .answer(VERSIONS, 404, UNKNOWN_SUBJECT)
                    .answer(REGISTER, 200, "{\"id\":7}")
                    .answer("PUT /config/t-value", 200, "{\"compatibility\":\"FULL_TRANSITIVE\"}")) {
                waiting.result();
                assertThat(late.requests())
                        .extracting(ScriptedRegistry.Request::line)
                        .containsExactly(VERSIONS, REGISTER, "PUT /config/t-value");
            }
        }
    }

    @Test
    void aRegistryThatDoesNotAnswerInTimeIsWaitedFor() throws Exception {
        // Given something that takes connections and says nothing
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                Registry registry = registry(Map.of(
                        "schema.registry.url",
                        "http://localhost:" + silent.getLocalPort(),
                        "http.read.timeout.ms",
                        "100"))) {
            Waiting<Integer> waiting = Waiting.in(() -> registry.idOf(SUBJECT, SCHEMA));

            // When it is closed while it waits, then it ends
            registry.close();
            assertThatThrownBy(waiting::result).hasMessageContaining("closed while waiting");
        }
    }

    @Test
    void oneOfSeveralRegistriesIsEnough() throws Exception {
        server.answer(REGISTER, 200, "{\"id\":7}");
        String gone = "http://localhost:" + ScriptedRegistry.freePort();

        try (Registry registry = registry(Map.of("schema.registry.url", gone + "," + server.url()))) {
            assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(7);
        }
    }

    @Test
    void closingEndsTheWaiting() throws Exception {
        server.answer(REGISTER, 503, UNAVAILABLE);
        Registry registry = registry(Map.of());
        Waiting<Integer> waiting = Waiting.in(() -> registry.idOf(SUBJECT, SCHEMA));

        registry.close();

        assertThatThrownBy(waiting::result)
                .isInstanceOf(SerializationException.class)
                .hasMessageContaining("closed while waiting")
                .hasMessageContaining(server.url());
    }

    @Test
    void interruptingEndsTheWaiting() throws Exception {
        server.answer(REGISTER, 503, UNAVAILABLE);
        try (Registry registry = registry(Map.of())) {
            Waiting<Integer> waiting = Waiting.in(() -> registry.idOf(SUBJECT, SCHEMA));

            waiting.thread().interrupt();

            assertThatThrownBy(waiting::result).isInstanceOf(InterruptException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 301, 404, 405})
    void anAnswerThatIsNotJsonIsNotARegistrys(int status) throws Exception {
        server.answer(REGISTER, status, "<html>" + "Welcome to nginx! ".repeat(100) + "</html>");

        try (Registry registry = registry(Map.of())) {
            assertThatThrownBy(() -> registry.idOf(SUBJECT, SCHEMA))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining(server.url())
                    .hasMessageContaining("schema.registry.url")
                    .hasMessageContaining("is not a schema registry")
                    .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(400));
        }
    }

    @Test
    void aWebServerWithoutThePathIsNotTakenForARegistryWithoutTheSubject() throws Exception {
        server.answer(VERSIONS, 404, "<html>Not Found</html>");

        try (Registry registry = registry(Map.of())) {
            assertThatThrownBy(() -> registry.prepare(SUBJECT, SCHEMA))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("is not a schema registry");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403})
    void refusedCredentialsAreAnErrorAtOnce(int status) throws Exception {
        server.answer(REGISTER, status, "{\"error_code\":" + status + ",\"message\":\"who are you?\"}");

        try (Registry registry = registry(Map.of())) {
            assertThatThrownBy(() -> registry.idOf(SUBJECT, SCHEMA))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("HTTP " + status)
                    .hasMessageContaining("who are you?")
                    .hasMessageContaining("basic.auth");
        }
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void userAndPasswordAreSent() throws Exception {
        server.answer(REGISTER, 200, "{\"id\":7}");

        try (Registry registry = registry(
                Map.of("basic.auth.credentials.source", "USER_INFO", "basic.auth.user.info", "depeche:secret"))) {
            registry.idOf(SUBJECT, SCHEMA);
        }

        assertThat(server.requests())
                .extracting(ScriptedRegistry.Request::authorization)
                .containsExactly("Basic ZGVwZWNoZTpzZWNyZXQ=");
    }

    @Test
    void aBearerTokenIsSent() throws Exception {
        server.answer(REGISTER, 200, "{\"id\":7}");

        try (Registry registry =
                registry(Map.of("bearer.auth.credentials.source", "STATIC_TOKEN", "bearer.auth.token", "t0ken"))) {
            registry.idOf(SUBJECT, SCHEMA);
        }

        assertThat(server.requests())
                .extracting(ScriptedRegistry.Request::authorization)
                .containsExactly("Bearer t0ken");
    }

    @Test
    void aPasswordInTheUrlIsSentAndNotShown() throws Exception {
        server.answer(REGISTER, 401, "{\"error_code\":401,\"message\":\"who are you?\"}");
        String url = server.url().replace("//", "//depeche:s3cret@");

        try (Registry registry = registry(Map.of("schema.registry.url", url, "basic.auth.credentials.source", "URL"))) {
            assertThatThrownBy(() -> registry.idOf(SUBJECT, SCHEMA))
                    .hasMessageContaining(server.url())
                    .hasMessageNotContaining("s3cret");
        }
        assertThat(server.requests().get(0).authorization()).isEqualTo("Basic ZGVwZWNoZTpzM2NyZXQ=");
    }

    @Test
    void anIncompatibleSchemaIsAnErrorWithSubjectVersionAndDifference() throws Exception {
        // Given a subject whose first version has a number where today's schema has a text
        String earlier = SchemaBuilder.record("RevisionState")
                .namespace("io.depeche.event")
                .fields()
                .requiredInt("revision")
                .requiredLong("fingerprint")
                .endRecord()
                .toString()
                .replace("\"", "\\\"");
        server.answer(REGISTER, 409, "{\"error_code\":409,\"message\":\"Schema being registered is incompatible\"}")
                .answer(VERSIONS, 200, "[1]")
                .answer(
                        VERSIONS + "/1",
                        200,
                        "{\"subject\":\"t-value\",\"version\":1,\"id\":3,\"schema\":\"" + earlier + "\"}");

        try (Registry registry = registry(Map.of())) {
            assertThatThrownBy(() -> registry.idOf(SUBJECT, SCHEMA))
                    .isInstanceOfSatisfying(
                            IncompatibleSchemaException.class,
                            e -> assertThat(e.subject()).isEqualTo(SUBJECT))
                    .hasMessageContaining(SUBJECT)
                    .hasMessageContaining("version 1")
                    .hasMessageContaining("TYPE_MISMATCH at /fields/1/type")
                    .hasMessageContaining("reader type: STRING not compatible with writer type: LONG")
                    .hasMessageContaining("topic.prefix");
        }
    }

    @Test
    void anotherRefusalIsPassedOn() throws Exception {
        server.answer(REGISTER, 422, "{\"error_code\":42205,\"message\":\"Subject t-value is in read-only mode\"}");

        try (Registry registry = registry(Map.of())) {
            assertThatThrownBy(() -> registry.idOf(SUBJECT, SCHEMA))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("subject t-value")
                    .hasMessageContaining("read-only mode");
        }
    }

    @Test
    void aSchemaThatOnlyHasToBeThereIsNotRegistered() throws Exception {
        server.answer(LOOK_UP, 404, UNKNOWN_SUBJECT);

        try (Registry registry = registry(Map.of("auto.register.schemas", "false"))) {
            assertThatThrownBy(() -> registry.prepare(SUBJECT, SCHEMA))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("Subject 't-value' not found")
                    .hasMessageContaining("io.depeche.event.RevisionState")
                    .hasMessageContaining("auto.register.schemas=true");
        }
        assertThat(server.requests()).extracting(ScriptedRegistry.Request::line).containsExactly(LOOK_UP);
    }

    @Test
    void aRegistryThatDoesNotTakeCompatibilityLevelsServes() throws Exception {
        server.answer(VERSIONS, 200, "[]")
                .answer(REGISTER, 200, "{\"id\":7}")
                .answer("PUT /config/t-value", 405, "{\"error_code\":405,\"message\":\"not here\"}");

        try (Registry registry = registry(Map.of())) {
            registry.prepare(SUBJECT, SCHEMA);

            assertThat(registry.idOf(SUBJECT, SCHEMA)).isEqualTo(7);
        }
    }

    @Test
    void schemasAreFoundByTheirIds() throws Exception {
        server.answer(SCHEMA_7, 503, UNAVAILABLE).answer(SCHEMA_7, 200, "{\"schema\":\"\\\"string\\\"\"}");

        try (Registry registry = registry(Map.of())) {
            assertThat(registry.schemaOf(7)).isEqualTo(Schema.create(Schema.Type.STRING));
            assertThat(registry.schemaOf(7)).isEqualTo(Schema.create(Schema.Type.STRING));
        }
        assertThat(server.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"schemaType\":\"PROTOBUF\",\"schema\":\"syntax = \\\"proto3\\\";\"}",
                "{\"schemaType\":\"JSON\",\"schema\":\"{}\"}",
                "{\"schema\":\"not Avro\"}"
            })
    void aSchemaThatIsNotAvroIsAnErrorAndNotWaitedFor(String answer) throws Exception {
        server.answer(SCHEMA_7, 200, answer);

        try (Registry registry = registry(Map.of())) {
            assertThatThrownBy(() -> registry.schemaOf(7))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("schema id 7 is not an Avro schema");
        }
    }

    @Test
    void anUnknownHostIsAnErrorAtStart() throws Exception {
        try (Registry registry = registry(Map.of("schema.registry.url", "http://registry.invalid:8081"))) {
            assertThatThrownBy(() -> registry.prepare(SUBJECT, SCHEMA))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("http://registry.invalid:8081 (schema.registry.url)")
                    .hasMessageContaining("UnknownHostException");
        }
    }

    @Test
    void anUnknownHostIsWaitedForLater() throws Exception {
        // Given a name that does not resolve, as in an outage of the name service
        try (Registry registry = registry(Map.of("schema.registry.url", "http://registry.invalid:8081"))) {
            Waiting<Schema> waiting = Waiting.in(() -> registry.schemaOf(7));

            // When a record is read, then it is not taken for a bad one
            registry.close();
            assertThatThrownBy(waiting::result).hasMessageContaining("closed while waiting");
        }
    }

    @Test
    void aRegistryWithoutTlsIsAnErrorAtStartWhereTlsIsAskedFor() throws Exception {
        // Given something that answers a TLS greeting in plain HTTP
        try (ServerSocket plain = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            String url = "https://localhost:" + plain.getLocalPort();
            Thread server = new Thread(() -> refuseInPlainHttp(plain), "plain");
            server.start();

            // When a role starts, then it is told
            try (Registry registry = registry(Map.of("schema.registry.url", url))) {
                assertThatThrownBy(() -> registry.prepare(SUBJECT, SCHEMA))
                        .isInstanceOf(SerializationException.class)
                        .hasMessageContaining(url)
                        .hasMessageContaining("schema.registry.ssl.");
            }
            server.join();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:8081",
                "registry",
                "ftp://registry:8081",
                "http://",
                "http://reg istry:8081",
                "http://registry:8081,mailto:me@example.org"
            })
    void whatIsNotAUrlIsAnErrorInTheSettings(String url) {
        assertThatThrownBy(() -> registry(Map.of("schema.registry.url", url)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url")
                .hasMessageContaining("http://HOST:PORT/PATH");
    }

    @Test
    void aPasswordInAUrlThatIsNotOneIsNotShown() {
        assertThatThrownBy(() -> registry(Map.of("schema.registry.url", "htp://depeche:s3cret@registry")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("htp://registry")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aMissingUrlIsAnErrorInTheSettings() {
        assertThatThrownBy(() -> registry(Map.of("schema.registry.url", "")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
        assertThatThrownBy(() -> Registry.of(Map.of()))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("schema.registry.url");
    }

    private Registry registry(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("schema.registry.url", server.url()));
        all.putAll(settings);
        return Registry.of(all);
    }

    private static void refuseInPlainHttp(ServerSocket socket) {
        try (Socket connection = socket.accept()) {
            connection.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(UTF_8));
            connection.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A call in a thread of its own that has come to the pause between two attempts. */
    private record Waiting<T>(Thread thread, FutureTask<T> task) {

        static <T> Waiting<T> in(Callable<T> call) {
            FutureTask<T> task = new FutureTask<>(call);
            Thread thread = new Thread(task, "waiting");
            thread.setDaemon(true);
            thread.start();
            await().until(() -> isPausing(thread));
            return new Waiting<>(thread, task);
        }

        private static boolean isPausing(Thread thread) {
            if (thread.getState() == Thread.State.TERMINATED) {
                throw new AssertionError("the call did not wait");
            }
            return thread.getState() == Thread.State.TIMED_WAITING;
        }

        T result() throws Exception {
            try {
                return task.get(20, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof Exception cause ? cause : e;
            }
        }
    }
}
