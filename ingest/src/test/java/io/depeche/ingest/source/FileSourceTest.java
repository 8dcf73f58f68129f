// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourceTest {

    private final Sources sources = new Sources(1000, Duration.ofMillis(10), Clock.systemUTC());
    private final RecordingDelivery intake = new RecordingDelivery();

    @TempDir
    Path folder;

    @Test
    void givesAPlainTextTheNameOfItsFile() throws IOException, InterruptedException {
        Path file = Files.writeString(folder.resolve("a.txt"), "some text");

        sources.file("inbox", file).run(intake);

        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getId()).isEqualTo(StatementId.of("inbox", "a.txt", ""));
        assertThat(statement.getOrigin().getFetchedFrom()).isEqualTo(file.toString());
    }

    @Test
    void refusesAFileThatIsNotThere() throws IOException, InterruptedException {
        sources.file("inbox", folder.resolve("none.txt")).run(intake);

        assertThat(intake.refusals)
                .singleElement()
                .isEqualTo(new Refusal(
                        "inbox", folder.resolve("none.txt").toString(), "there is no such file", "check the path"));
    }

    @Test
    void refusesWhatCanNotBeRead() throws IOException, InterruptedException {
        sources.file("inbox", folder).run(intake);

        assertThat(intake.refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("can't be read");
    }
}
