// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code depeche up} as a user runs it. */
class UpIT {

    private static final String[] FREE_PORTS = {"--broker-port", "0", "--registry-port", "0"};

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void printsOneJsonLineForEachSampleAndEndsWithZero() throws Exception {
        try (DepecheProcess up = up("--until-done")) {
            assertThat(up.await()).as(up.err()).isZero();

            List<JsonNode> events = events(up);
            assertThat(events).hasSize(8);
            JsonNode seed = events.stream()
                    .filter(event -> event.path("issued").asText().equals("2023-01"))
                    .findFirst()
                    .orElseThrow();
            assertThat(seed.at("/figures").findValuesAsText("value")).contains("980", "850", "120", "90");
            assertThat(seed.at("/figures").findValuesAsText("qualifier")).contains("ABOUT", "MORE_THAN", "NEARLY");
            assertThat(seed.at("/entities").findValuesAsText("link")).contains("country:AZ", "country:AM");
        }
    }

    @Test
    void tenThousandStatementsComeOutOnceEach() throws Exception {
        Path wire = folder.resolve("wire.jsonl");
        String text =
                "Le ministère a recensé %d véhicules, dont plus de 850 au Comité international, le 12 décembre 2022. "
                        .repeat(20);
        Files.write(
                wire,
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "{\"id\":\"n%d\",\"language\":\"fr\",\"text\":\"%s\"}"
                                .formatted(i, text.replace("%d", Integer.toString(i + 1000))))
                        .collect(Collectors.toList()));

        try (DepecheProcess up = up("--until-done", wire.toString())) {
            assertThat(up.await()).as(up.err()).isZero();

            // One at a time: all of them together are more than a test needs to hold.
            List<String> ids = up.mapLines(line -> parse(line).path("id").asText());
            assertThat(ids).hasSize(10_000).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatWasRefusedIsSaidAndMakesTheExitCodeOne() throws Exception {
        Path wire = folder.resolve("wire.jsonl");
        Files.writeString(wire, "{\"id\":\"a\",\"text\":\"On compte 13 morts.\"}\nnot json\n");

        try (DepecheProcess up = up("--until-done", wire.toString())) {
            assertThat(up.await()).isEqualTo(1);

            assertThat(events(up)).hasSize(1);
            assertThat(up.err()).contains("wire.jsonl:2");
        }
    }

    @Test
    void standardInputIsASource() throws Exception {
        try (DepecheProcess up = up("--until-done", "-")) {
            up.feed("{\"id\":\"a\",\"text\":\"On compte 13 morts.\"}\n");

            assertThat(up.await()).as(up.err()).isZero();
            assertThat(events(up))
                    .singleElement()
                    .satisfies(
                            event -> assertThat(event.path("source").asText()).isEqualTo("stdin"));
        }
    }

    @Test
    void aPortInUseIsAClearErrorThatNamesIt() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            String port = Integer.toString(taken.getLocalPort());
            try (DepecheProcess up =
                    DepecheProcess.start(folder, "up", "--registry-port", "0", "--broker-port", port)) {
                assertThat(up.await(Duration.ofSeconds(60))).isEqualTo(1);
                assertThat(up.err()).contains(port).contains("--broker-port");
                assertThat(up.lines()).isEmpty();
            }
        }
    }

    @Test
    void aSourceThatIsNotThereIsAClearError() throws Exception {
        try (DepecheProcess up = up("--until-done", folder.resolve("nowhere").toString())) {
            assertThat(up.await()).isEqualTo(1);
            assertThat(up.err()).contains("nowhere");
        }
    }

    @Test
    void wrongUsageEndsWithTwo() throws Exception {
        try (DepecheProcess up = DepecheProcess.start(folder, "up", "--no-such-option")) {
            assertThat(up.await()).isEqualTo(2);
        }
    }

    @Test
    void dataIsKeptAndTheSameStatementsComeOutOnceOverRestarts() throws Exception {
        String data = folder.resolve("data").toString();
        Path wire = folder.resolve("wire.jsonl");
        Files.writeString(wire, "{\"id\":\"a\",\"text\":\"On compte 13 morts.\",\"language\":\"fr\"}\n");
        List<JsonNode> first;
        try (DepecheProcess up = up("--until-done", "--data-dir", data, wire.toString())) {
            assertThat(up.await()).as(up.err()).isZero();
            first = events(up);
        }
        Files.writeString(
                wire,
                "{\"id\":\"a\",\"text\":\"On compte 13 morts.\",\"language\":\"fr\"}\n"
                        + "{\"id\":\"b\",\"text\":\"On compte 20 blessés.\",\"language\":\"fr\"}\n");

        try (DepecheProcess up = up("--until-done", "--data-dir", data, wire.toString())) {
            assertThat(up.await()).as(up.err()).isZero();

            // The unchanged one is the very event of the first run, not a second one.
            assertThat(events(up)).hasSize(2).containsAll(first);
        }
    }

    @Test
    void staysUpUntilCtrlCAndEndsCleanly() throws Exception {
        try (DepecheProcess up = up()) {
            await().atMost(DepecheProcess.PATIENCE).until(() -> up.err().contains("Ctrl-C"));
            assertThat(up.isAlive()).isTrue();

            up.interrupt();

            // Five seconds is what is promised; the rest is for a machine that does other things too.
            assertThat(up.await(Duration.ofSeconds(20))).isEqualTo(130);
            assertThat(up.err()).doesNotContain("Exception");
        }
    }

    private DepecheProcess up(String... arguments) throws Exception {
        List<String> all = new java.util.ArrayList<>(List.of("up"));
        all.addAll(List.of(FREE_PORTS));
        all.addAll(List.of(arguments));
        return DepecheProcess.start(folder, all.toArray(String[]::new));
    }

    private List<JsonNode> events(DepecheProcess up) {
        return up.lines().stream().map(this::parse).toList();
    }

    private JsonNode parse(String line) {
        try {
            return json.readTree(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("not a JSON line: " + line, e);
        }
    }
}
