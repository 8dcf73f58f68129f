// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.ingest.format.StatementId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class StreamSourceTest {

    private final Sources sources = new Sources(1000, Duration.ofMillis(10), Clock.systemUTC());
    private final RecordingDelivery intake = new RecordingDelivery();

    @Test
    void handsOnAStatementAsSoonAsItsLineIsThere() throws IOException {
        PipedOutputStream out = new PipedOutputStream();
        Source source = sources.standardInput(new PipedInputStream(out));
        CompletableFuture<Void> run = CompletableFuture.runAsync(() -> run(source));

        out.write("{\"text\":\"first\"}\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        await().until(() -> intake.texts().size() == 1);
        out.write("{\"text\":\"second\"}\n{\"text\":".getBytes(StandardCharsets.UTF_8));
        out.flush();
        await().until(() -> intake.texts().size() == 2);
        out.write("\"third\"}".getBytes(StandardCharsets.UTF_8));
        out.close();

        run.join();
        assertThat(intake.texts()).containsExactly("first", "second", "third");
        assertThat(intake.places).containsExactly("stdin:1", "stdin:2", "stdin:3");
    }

    @Test
    void takesAnythingElseForOnePlainTextThatItsTextIdentifies() {
        run(sources.standardInput(in("one\ntwo\n")));

        assertThat(intake.texts()).containsExactly("one\ntwo");
        assertThat(intake.places).containsExactly("stdin");
        assertThat(intake.statements.get(0).getId()).isEqualTo(StatementId.of("stdin", null, "one\ntwo"));
        assertThat(intake.statements.get(0).getSourceItemId()).isNull();
    }

    private void run(Source source) {
        try {
            source.run(intake);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
