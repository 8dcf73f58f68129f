// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    private final RecordingIntake intake = new RecordingIntake();

    @TempDir
    Path parent;

    @Test
    void readsAllFilesByName() throws IOException, InterruptedException {
        write("b.txt", "b");
        write("a/z.txt", "az");
        write("a/b/c.txt", "abc");
        write("c.jsonl", "{\"id\":\"x\",\"text\":\"c\"}");

        once().run(intake);

        assertThat(intake.texts()).containsExactly("abc", "az", "b", "c");
        assertThat(intake.statements)
                .extracting(RawStatement::getSourceItemId)
                .containsExactly("a/b/c.txt", "a/z.txt", "b.txt", "x");
        assertThat(intake.statements.get(0).getOrigin().getFetchedFrom())
                .isEqualTo(folder().resolve("a/b/c.txt").toString());
    }

    @Test
    void leavesOutWhatIsHiddenOrStillBeingWritten() throws IOException, InterruptedException {
        for (String name : new String[] {".hidden", ".git/config", "a.tmp", "a.part", "a.txt~"}) {
            write(name, "no");
        }
        write("a.txt", "yes");

        once().run(intake);

        assertThat(intake.texts()).containsExactly("yes");
        assertThat(intake.refusals).isEmpty();
    }

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void followsLinksButNotInCircles() throws IOException, InterruptedException {
        write("a/a.txt", "a");
        Files.createSymbolicLink(folder().resolve("a/up"), folder());
        Files.createSymbolicLink(folder().resolve("b"), folder().resolve("a"));
        Files.createSymbolicLink(folder().resolve("c.txt"), folder().resolve("a/a.txt"));

        once().run(intake);

        assertThat(intake.texts()).containsExactly("a", "a");
    }

    @Test
    void refusesALinkThatLeadsNowhereOnceAndGoesOn() throws IOException, InterruptedException {
        FolderSource source = watched();
        write("b.txt", "b");
        Files.createSymbolicLink(folder().resolve("a.txt"), folder().resolve("nowhere"));

        source.look(intake);
        source.look(intake);
        source.look(intake);

        assertThat(intake.texts()).containsExactly("b");
        assertThat(intake.refusals)
                .singleElement()
                .extracting(Refusal::place)
                .isEqualTo(folder().resolve("a.txt").toString());
    }

    @Test
    void readsAWatchedFileWhenItWasTheSameInTwoLooks() throws IOException, InterruptedException {
        FolderSource source = watched();
        write("a.txt", "half");

        source.look(intake);
        assertThat(intake.statements).isEmpty();

        write("a.txt", "half and half");
        source.look(intake);
        assertThat(intake.statements).isEmpty();

        source.look(intake);
        source.look(intake);
        assertThat(intake.texts()).containsExactly("half and half");
    }

    @Test
    void readsAChangedFileAgainAsTheSameStatement() throws IOException, InterruptedException {
        FolderSource source = watched();
        write("a.txt", "old");
        source.look(intake);
        source.look(intake);

        Path file = write("a.txt", "new");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        source.look(intake);
        source.look(intake);
        source.look(intake);

        assertThat(intake.texts()).containsExactly("old", "new");
        assertThat(intake.statements.get(0).getId())
                .isEqualTo(intake.statements.get(1).getId());
    }

    @Test
    void saysOnceThatTheFolderIsGoneAndOnceThatItIsBackAndReadsNothingTwice() throws IOException, InterruptedException {
        FolderSource source = watched();
        source.look(intake);
        source.look(intake);
        assertThat(intake.refusals).singleElement().extracting(Refusal::reason).isEqualTo("there is no such folder");

        write("a.txt", "a");
        source.look(intake);
        source.look(intake);
        Path elsewhere = Files.move(folder(), parent.resolve("elsewhere"));
        source.look(intake);
        source.look(intake);
        Files.move(elsewhere, folder());
        source.look(intake);
        source.look(intake);

        assertThat(intake.refusals).hasSize(2);
        assertThat(intake.notices)
                .extracting(Notice::message)
                .containsOnly("the folder is back and read again")
                .hasSize(2);
        assertThat(intake.texts()).containsExactly("a");
    }

    @Test
    void forgetsAFileThatIsGone() throws IOException, InterruptedException {
        FolderSource source = watched();
        Path file = write("a.txt", "a");
        FileTime time = Files.getLastModifiedTime(file);
        source.look(intake);
        source.look(intake);
        Files.delete(file);
        source.look(intake);

        Files.setLastModifiedTime(write("a.txt", "a"), time);
        source.look(intake);
        source.look(intake);

        assertThat(intake.texts()).containsExactly("a", "a");
    }

    @Test
    void watchesUntilItIsInterrupted() throws IOException, InterruptedException {
        Thread thread = new Thread(() -> {
            try {
                watched().run(intake);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        thread.start();
        write("a.txt", "a");
        await().until(() -> intake.texts().size() == 1);
        write("b.txt", "b");
        await().until(() -> intake.texts().size() == 2);

        thread.interrupt();
        thread.join();

        assertThat(intake.texts()).containsExactly("a", "b");
    }

    private Path folder() {
        return parent.resolve("in");
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder().resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private FolderSource once() {
        return FolderSource.once("inbox", folder(), reader());
    }

    private FolderSource watched() {
        return FolderSource.watched("inbox", folder(), Duration.ofMillis(10), reader());
    }

    private static StatementReader reader() {
        return new StatementReader(1000, Clock.systemUTC());
    }
}
