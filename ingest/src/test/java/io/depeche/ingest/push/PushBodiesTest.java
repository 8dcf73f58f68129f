// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Draft;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.StatementId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What bodies hold, and what is answered. */
class PushBodiesTest {

    private static final String JSONL = "application/x-ndjson";
    private static final String TWO = "{\"id\":\"a\",\"text\":\"One.\"}\n{\"id\":\"b\",\"text\":\"Two.\"}\n";

    @Test
    void answersOnlyWhenKafkaHasAllOfIt() throws Exception {
        MockProducer<byte[], byte[]> producer = Endpoint.producer(false);
        try (Endpoint endpoint = Endpoint.open(producer)) {
            CompletableFuture<HttpResponse<String>> answer = endpoint.postLater(JSONL, TWO);
            await().until(() -> producer.history().size() == 2);
            producer.completeNext();
            HttpResponse<String> other = endpoint.post("text/csv", "a,b");

            assertThat(other.statusCode()).isEqualTo(415);
            assertThat(answer).isNotDone();

            producer.completeNext();

            assertThat(answer.get().statusCode()).isEqualTo(200);
            assertThat(answer.get().headers().firstValue("Content-Type")).hasValue("application/json");
            assertThat(answer.get().body())
                    .isEqualTo("{\"statements\":[{\"id\":\"" + StatementId.of("push", "a", "") + "\",\"place\":"
                            + "\"/statements:1\"},{\"id\":\"" + StatementId.of("push", "b", "") + "\",\"place\":"
                            + "\"/statements:2\"}],\"refused\":[],\"notices\":[]}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-ndjson", "application/jsonl", "application/octet-stream", ""})
    void readsJsonLines(String type) throws Exception {
        assertThat(texts(type, TWO)).containsExactly("One.", "Two.");
    }

    @Test
    void readsOneJsonObjectOverSeveralLines() throws Exception {
        assertThat(texts("application/json", "{\n \"text\": \"One.\"\n}")).containsExactly("One.");
    }

    @Test
    void readsAnArrayOfJsonObjects() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer =
                    endpoint.post("application/json", "[{\"text\":\"One.\"},\n {\"text\":\"Two.\"}]");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"/statements:1:2\"", "\"/statements:2:2\"");
            assertThat(endpoint.published).extracting(RawStatement::getText).containsExactly("One.", "Two.");
            assertThat(endpoint.published)
                    .extracting(s -> s.getOrigin().getFormat())
                    .containsOnly("json");
        }
    }

    @Test
    void readsASequenceOfJsonTexts() throws Exception {
        assertThat(texts("application/json-seq", "\u001E{\"text\":\n\"One.\"}\n\u001E{\"text\":\"Two.\"}\n"))
                .containsExactly("One.", "Two.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "text/plain; charset=utf-8", ""})
    void readsPlainText(String type) throws Exception {
        assertThat(texts(type, "Le président a dit oui.")).containsExactly("Le président a dit oui.");
    }

    @Test
    void plainTextIsPlainTextWhateverItLooksLike() throws Exception {
        assertThat(texts("text/plain", "{\"text\":\"x\"}")).containsExactly("{\"text\":\"x\"}");
    }

    @ParameterizedTest
    @CsvSource({
        "text/plain; charset=windows-1252, windows-1252, Être à 5 €",
        "text/plain; charset=\"koi8-r\", koi8-r, Да",
        "text/plain; charset=UTF-16, UTF-16BE, Oui"
    })
    void respectsTheCharsetThatIsDeclared(String type, String charset, String text) throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            byte[] bytes = text.getBytes(Charset.forName(charset));

            assertThat(endpoint.post(type, BodyPublishers.ofByteArray(bytes)).statusCode())
                    .isEqualTo(200);

            assertThat(endpoint.published).extracting(RawStatement::getText).containsExactly(text);
            assertThat(endpoint.published)
                    .extracting(s -> s.getOrigin().getCharset())
                    .containsExactly(Charset.forName(charset).name());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "ISO-8859-1", "UTF-32LE"})
    void respectsTheCharsetOfJsonLinesAndOfJson(String charset) throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            byte[] bytes = "{\"text\":\"Ċ is in some, é in all\"}\n{\"text\":\"é\"}"
                    .replace("Ċ", charset.startsWith("UTF") ? "Ċ" : "C")
                    .getBytes(Charset.forName(charset));

            endpoint.post("application/jsonl; charset=" + charset, BodyPublishers.ofByteArray(bytes));
            endpoint.post(
                    "application/json; charset=" + charset,
                    BodyPublishers.ofByteArray("[{\"text\":\"è\"}]".getBytes(Charset.forName(charset))));

            assertThat(endpoint.published)
                    .extracting(RawStatement::getText)
                    .contains("é", "è")
                    .hasSize(3);
        }
    }

    @Test
    void someRefusedIs207AndSaysWhichAndWhy() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer =
                    endpoint.post(JSONL, "{\"text\":\"One.\"}\n{\"text\":7}\n{\"id\":\"c\"}\n{\"text\":\"Two.\"}");

            assertThat(answer.statusCode()).isEqualTo(207);
            assertThat(answer.body())
                    .contains("\"/statements:1\"", "\"/statements:4\"")
                    .contains("\"refused\":[{\"place\":\"/statements:2\",\"reason\":\"its field text should hold")
                    .contains("(column 9)")
                    .contains("\"place\":\"/statements:3\"");
            assertThat(endpoint.published).hasSize(2);
            assertThat(endpoint.refused).hasSize(2);
            assertThat(endpoint.answered).containsExactly("push 207");
        }
    }

    @Test
    void allRefusedIs422WithThePlaceOfTheFault() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer =
                    endpoint.post("application/json", "[\n  {\"text\":\"x\",\n   \"issued\": 5}\n]");

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.body())
                    .contains("\"title\":\"", "\"status\":422", "\"wayOut\":\"")
                    .contains("\"detail\":\"/statements:2:3: its field issued should hold a string and holds a number"
                            + " (line 3, column 14)\"");
            assertThat(endpoint.published).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'[{\"text\":\"One.\"},\n {\"text\" \"Two.\"}]', 'line 2, column 10'",
        "'{\"text\":\"One.\"} {}', 'line 1, column 17'",
        "'[{\"text\":\"One.\"}', 'line 1'",
        "'nothing', 'line 1'"
    })
    void badJsonIs422AndNothingOfItIsTaken(String body, String place) throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer = endpoint.post("application/json", body);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains(place, "wayOut");
            assertThat(endpoint.published).isEmpty();
        }
    }

    @Test
    void aBadFirstLineOfJsonLinesIsRefusedAndNotTakenForText() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer = endpoint.post(JSONL, "nonsense\n{\"text\":\"Two.\"}");

            assertThat(answer.statusCode()).isEqualTo(207);
            assertThat(endpoint.published).extracting(RawStatement::getText).containsExactly("Two.");
        }
    }

    @Test
    void aStatementTooLargeForKafkaIsRefused() throws Exception {
        MockProducer<byte[], byte[]> producer = Endpoint.producer(false);
        try (Endpoint endpoint = Endpoint.open(producer)) {
            CompletableFuture<HttpResponse<String>> answer = endpoint.postLater(JSONL, TWO);
            await().until(() -> producer.history().size() == 2);
            producer.errorNext(new RecordTooLargeException("3000000 bytes"));
            producer.completeNext();

            assertThat(answer.get().statusCode()).isEqualTo(207);
            assertThat(answer.get().body())
                    .contains("[{\"id\":\"" + StatementId.of("push", "b", ""), "3000000 bytes", "\"/statements:1\"");
        }
    }

    @Test
    void aRetryGetsTheSameIds() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            String body = "{\"text\":\"Without an id.\"}\n{\"id\":7,\"text\":\"With one.\"}";

            String first = endpoint.post(JSONL, body).body();
            String second = endpoint.post(JSONL, body).body();

            assertThat(second).isEqualTo(first).contains("\"id\":\"");
        }
    }

    @Test
    void noticesOfWhatWasMendedAreTold() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer = endpoint.post(JSONL, "{\"text\":\"x\",\"colour\":\"red\"}");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("\"notices\":[{\"place\":\"/statements:1\",\"message\":", "colour");
            assertThat(endpoint.mended).hasSize(1);
        }
    }

    @Test
    void gzipIsUnpacked() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer = endpoint.post(
                    JSONL,
                    BodyPublishers.ofByteArray(gzip(TWO.getBytes(StandardCharsets.UTF_8))),
                    "Content-Encoding",
                    "gzip");

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(endpoint.published).hasSize(2);
        }
    }

    @Test
    void aGzipBombIs413() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            HttpResponse<String> answer = endpoint.post(
                    JSONL, BodyPublishers.ofByteArray(gzip(new byte[21 * 1024 * 1024])), "Content-Encoding", "gzip");

            assertThat(answer.statusCode()).isEqualTo(413);
        }
    }

    @Test
    void badGzipIs400() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            byte[] cut = Arrays.copyOf(gzip(TWO.getBytes(StandardCharsets.UTF_8)), 20);

            assertThat(endpoint.post(JSONL, BodyPublishers.ofByteArray(cut), "Content-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(400);
            assertThat(endpoint.post(JSONL, BodyPublishers.ofString(TWO), "Content-Encoding", "gzip")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "text/csv, '', 'application/json, application/json-seq, application/jsonl,'",
        "text/csv, '', 'application/octet-stream, application/x-fake, application/x-jsonlines, application/x-ndjson,"
                + " application/xml, text/plain, text/xml'",
        "nonsense, '', application/x-ndjson",
        "text/plain; charset=klingon, '', klingon",
        "text/plain, br, gzip"
    })
    void whatNobodyReadsIs415AndSaysWhatIs(String type, String encoding, String named) throws Exception {
        try (Endpoint endpoint = Endpoint.over(Endpoint.producer(true), List.of(new Fake()), Map.of())) {
            HttpResponse<String> answer = encoding.isEmpty()
                    ? endpoint.post(type, "x")
                    : endpoint.post(type, BodyPublishers.ofString("x"), "Content-Encoding", encoding);

            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.body()).contains(named);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/x-fake", "application/octet-stream", "", "application/json"})
    void otherFormatsReadWhatIsTheirs(String type) throws Exception {
        try (Endpoint endpoint = Endpoint.over(Endpoint.producer(true), List.of(new Fake()), Map.of())) {
            assertThat(endpoint.post(type, "fake:One.").statusCode()).isEqualTo(200);

            assertThat(endpoint.published)
                    .extracting(s -> s.getOrigin().getFormat())
                    .containsExactly("fake");
        }
    }

    @Test
    void anErrorOfAFormatIs500WithoutItsInsides() throws Exception {
        try (Endpoint endpoint = Endpoint.over(Endpoint.producer(true), List.of(new Fake()), Map.of())) {
            HttpResponse<String> answer = endpoint.post("application/x-fake", "fake:broken");

            assertThat(answer.statusCode()).isEqualTo(500);
            assertThat(answer.body()).contains("wayOut").doesNotContain("Exception", "secret", "\tat ");
            assertThat(endpoint.post(JSONL, TWO).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void garbageIsNeverAnErrorOfOurs() throws Exception {
        Random random = new Random(42);
        List<String> types = List.of(
                "", "application/json", JSONL, "application/json-seq", "text/plain", "text/plain; charset=utf-16");
        try (Endpoint endpoint = Endpoint.open()) {
            for (int i = 0; i < 300; i++) {
                byte[] body = new byte[random.nextInt(400)];
                random.nextBytes(body);
                if (i % 2 == 0) {
                    byte[] json = TWO.getBytes(StandardCharsets.UTF_8);
                    json[random.nextInt(json.length)] = (byte) random.nextInt(256);
                    body = json;
                }
                HttpResponse<String> answer =
                        endpoint.post(types.get(i % types.size()), BodyPublishers.ofByteArray(body));

                assertThat(answer.statusCode()).isIn(200, 207, 422);
            }
        }
    }

    @Test
    void deepNestingIsRefused() throws Exception {
        try (Endpoint endpoint = Endpoint.open()) {
            String deep = "{\"x\":".repeat(100_000);

            assertThat(endpoint.post("application/json", deep).statusCode()).isEqualTo(422);
            assertThat(endpoint.post(JSONL, deep).statusCode()).isEqualTo(422);
        }
    }

    private static List<String> texts(String type, String body) throws IOException, InterruptedException {
        try (Endpoint endpoint = Endpoint.open()) {
            assertThat(endpoint.post(type, body).statusCode()).isEqualTo(200);
            return endpoint.published.stream().map(RawStatement::getText).toList();
        }
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    /** Documents that begin with {@code fake:}. */
    private static final class Fake implements Format {

        @Override
        public String name() {
            return "fake";
        }

        @Override
        public Set<String> mediaTypes() {
            return Set.of("application/x-fake", "application/json");
        }

        @Override
        public boolean recognises(Beginning beginning) {
            return beginning.text().startsWith("fake:");
        }

        @Override
        public void read(byte[] content, Document document, Intake intake) {
            String text = new String(content, StandardCharsets.UTF_8);
            if (text.endsWith("broken")) {
                throw new IllegalStateException("secret");
            }
            try {
                Draft draft = new Draft(Map.of(), List.of(), text);
                intake.take(
                        draft.statement(document, "fake", StandardCharsets.UTF_8, content, Endpoint.NOW),
                        document.place());
            } catch (Refused e) {
                intake.refuse(e.at(document.source(), document.place()));
            }
        }
    }
}
