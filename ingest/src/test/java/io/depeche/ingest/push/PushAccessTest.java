// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.event.RawStatement;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who gets in, and how. */
class PushAccessTest {

    private static final String WIRE = "wire-token-0123456789";
    private static final String WIRE_NEXT = "wire-token-9876543210==";
    private static final String DESK = "desk-token-0123456789";
    private static final String TOKENS = "wire=" + WIRE + ", wire=" + WIRE_NEXT + ", desk=" + DESK;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"Bearer " + WIRE + ", wire", "bearer " + WIRE_NEXT + ", wire", "Bearer " + DESK + ", desk"})
    void aTokenFeedsItsSource(String authorization, String source) throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.TOKENS, TOKENS)) {
            HttpResponse<String> answer =
                    endpoint.post("text/plain", BodyPublishers.ofString("One."), "Authorization", authorization);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(endpoint.published).extracting(RawStatement::getSource).containsExactly(source);
            assertThat(endpoint.answered).containsExactly(source + " 200");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer wrong-token-0123456789",
                "Bearer wire-token-012345678",
                "Bearer WIRE-TOKEN-0123456789",
                "Basic " + WIRE,
                WIRE
            })
    void anythingElseIs401(String authorization) throws Exception {
        try (Endpoint endpoint = Endpoint.open(PushConfig.TOKENS, TOKENS)) {
            HttpResponse<String> answer = authorization.isEmpty()
                    ? endpoint.post("text/plain", "One.")
                    : endpoint.post("text/plain", BodyPublishers.ofString("One."), "Authorization", authorization);

            assertThat(answer.statusCode()).isEqualTo(401);
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .startsWith("Bearer realm=");
            assertThat(answer.body()).contains("wayOut").doesNotContain(WIRE, "wrong-token");
            assertThat(endpoint.published).isEmpty();
            assertThat(endpoint.answered).containsExactly("nobody 401");
        }
    }

    @Test
    void otherMethodsAndPathsAreProblemsToo() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> get =
                    endpoint.client.send(endpoint.request("/statements").build(), BodyHandlers.ofString());
            HttpResponse<String> elsewhere =
                    endpoint.client.send(endpoint.request("/").build(), BodyHandlers.ofString());

            assertThat(get.statusCode()).isEqualTo(405);
            assertThat(get.headers().firstValue("Allow")).hasValue("POST");
            assertThat(get.body()).contains("\"status\":405");
            assertThat(elsewhere.statusCode()).isEqualTo(404);
            assertThat(elsewhere.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /%%% HTTP/1.1\r\nHost: x\r\n\r\n",
                "NONSENSE\r\n\r\n",
                "POST /statements HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
                "POST /statements HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "POST /../statements HTTP/1.1\r\nHost: x\r\n\r\n"
            })
    void whatIsNoHttpIsTurnedAwayWithNothingOfTheServersInsides(String request) throws Exception {
        try (Endpoint endpoint = Endpoint.open();
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

            assertThat(client.received())
                    .matches("(?s)HTTP/1\\.1 4\\d\\d .*application/problem\\+json.*wayOut.*")
                    .doesNotContainIgnoringCase("jetty", "javalin", "Server:", "Exception");
        }
    }

    @Test
    void aLongHeaderIs431() throws Exception {
        try (Endpoint endpoint = Endpoint.open();
                RawClient client = new RawClient(endpoint.server.port())) {
            client.send("POST /statements HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(9000) + "\r\n\r\n");

            assertThat(client.received())
                    .startsWith("HTTP/1.1 431 ")
                    .contains("application/problem+json")
                    .doesNotContainIgnoringCase("jetty");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PKCS12", "JKS"})
    void speaksTlsWithAKeyStore(String type) throws Exception {
        Path keyStore = keyStore(type);
        try (Endpoint endpoint =
                Endpoint.open(PushConfig.KEY_STORE, keyStore.toString(), PushConfig.KEY_STORE_PASSWORD, "changeit")) {
            HttpClient client =
                    HttpClient.newBuilder().sslContext(trusting(keyStore)).build();
            HttpRequest post = HttpRequest.newBuilder(
                            URI.create("https://localhost:" + endpoint.server.port() + "/statements"))
                    .POST(BodyPublishers.ofString("One."))
                    .build();

            assertThat(client.send(post, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
            assertThatThrownBy(() -> endpoint.post("text/plain", "One.")).isInstanceOf(IOException.class);
        }
    }

    @Test
    void saysWhatIsWrongWithAKeyStore() throws Exception {
        Path keyStore = keyStore("PKCS12");
        Path text = Files.writeString(folder.resolve("text"), "no key store");

        for (List<String> wrong : List.of(
                List.of(keyStore.toString(), "other password"),
                List.of(text.toString(), "changeit"),
                List.of(folder.resolve("none").toString(), "changeit"))) {
            assertThatThrownBy(() -> Endpoint.open(
                            PushConfig.KEY_STORE, wrong.get(0), PushConfig.KEY_STORE_PASSWORD, wrong.get(1)))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining(PushConfig.KEY_STORE)
                    .hasMessageContaining(wrong.get(0));
        }
    }

    @Test
    void saysThatThePortIsTaken() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            String port = String.valueOf(endpoint.server.port());

            assertThatThrownBy(() -> Endpoint.open(PushConfig.PORT, port))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(PushConfig.PORT + " is " + port)
                    .hasMessageContaining("choose another port");
        }
    }

    @Test
    void letsGoOfThePortWhenItIsClosed() throws Exception {
        int port;
        try (Endpoint endpoint = Endpoint.open()) {
            port = endpoint.server.port();
        }

        try (ServerSocket again = new ServerSocket(port)) {
            assertThat(again.isBound()).isTrue();
        }
    }

    @Test
    void isNotOpenToOtherMachinesWithoutTokens() {
        assertThatThrownBy(() -> Endpoint.settings(Map.of(PushConfig.HOST, "0.0.0.0")))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(PushConfig.HOST + " is 0.0.0.0")
                .hasMessageContaining(PushConfig.TOKENS);
        assertThat(Endpoint.settings(Map.of(PushConfig.HOST, "0.0.0.0", PushConfig.TOKENS, TOKENS))
                        .tokens())
                .hasSize(3);
        assertThat(Endpoint.settings(Map.of()).host()).isEqualTo("localhost");
    }

    @ParameterizedTest
    @CsvSource({
        "ingest.push.tokens, secret-0123456789abc, without the source",
        "ingest.push.tokens, a=short, too short",
        "ingest.push.tokens, a=with space 0123456789, no bearer token",
        "ingest.push.tokens, 'a=secret-0123456789abc,b=secret-0123456789abc', same token",
        "ingest.push.host, no.such.host.invalid, no name or address",
        "ingest.push.tls.keystore.path, x.p12, ingest.push.tls.keystore.password is missing",
        "ingest.push.port, 65536, ingest.push.port",
        "ingest.push.max.request.bytes, 0, ingest.push.max.request.bytes"
    })
    void refusesSettingsThatAreWrong(String key, String value, String reason) {
        assertThatThrownBy(() -> Endpoint.settings(Map.of(key, value)))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(reason)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret-", "short,", "with space"));
    }

    @Test
    void tokensAreNotPrinted() {
        PushSettings settings = Endpoint.settings(Map.of(
                PushConfig.TOKENS, TOKENS, PushConfig.KEY_STORE, "x.p12", PushConfig.KEY_STORE_PASSWORD, "changeit"));

        assertThat(settings.toString()).doesNotContain(WIRE, DESK, "changeit");
    }

    private Path keyStore(String type) throws IOException, InterruptedException {
        Path keyStore = folder.resolve("key." + type);
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "push",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-storetype",
                        type,
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        "changeit",
                        "-keypass",
                        "changeit")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor()).isZero();
        return keyStore;
    }

    private static SSLContext trusting(Path keyStore) throws Exception {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        KeyStore key = KeyStore.getInstance(keyStore.toFile(), "changeit".toCharArray());
        KeyStore certificate = KeyStore.getInstance("PKCS12");
        certificate.load(null, null);
        certificate.setCertificateEntry("push", key.getCertificate("push"));
        trust.init(certificate);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
