// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTest {

    private final RecordingDelivery intake = new RecordingDelivery();

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
        FolderLooks source = watched().looks(intake);
        write("b.txt", "b");
        Files.createSymbolicLink(folder().resolve("a.txt"), folder().resolve("nowhere"));

        source.look();
        source.look();
        source.look();

        assertThat(intake.texts()).containsExactly("b");
        assertThat(intake.refusals)
                .singleElement()
                .extracting(Refusal::place)
                .isEqualTo(folder().resolve("a.txt").toString());
    }

    @Test
    void readsAWatchedFileWhenItWasTheSameInTwoLooks() throws IOException, InterruptedException {
        FolderLooks source = watched().looks(intake);
        write("a.txt", "half");

        source.look();
        assertThat(intake.statements).isEmpty();

        write("a.txt", "half and half");
        source.look();
        assertThat(intake.statements).isEmpty();

        source.look();
        source.look();
        assertThat(intake.texts()).containsExactly("half and half");
    }

    @Test
    void filesThatAreKnownAndStayCostNoCommitsOfTheirOwn() throws IOException, InterruptedException {
        FolderLooks source = watched().looks(intake);
        for (int i = 0; i < 200; i++) {
            write("a" + i + ".txt", "known " + i);
        }
        source.look();
        source.look();
        write("b.txt", "new");
        write("c.txt", "new, too");
        source.look();
        int before = intake.commits;

        source.look();

        assertThat(intake.texts()).endsWith("new", "new, too");
        assertThat(intake.commits - before).isEqualTo(1);
    }

    @Test
    void readsAChangedFileAgainAsTheSameStatement() throws IOException, InterruptedException {
        FolderLooks source = watched().looks(intake);
        write("a.txt", "old");
        source.look();
        source.look();

        Path file = write("a.txt", "new");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000_000));
        source.look();
        source.look();
        source.look();

        assertThat(intake.texts()).containsExactly("old", "new");
        assertThat(intake.statements.get(0).getId())
                .isEqualTo(intake.statements.get(1).getId());
    }

    @Test
    void saysOnceThatTheFolderIsGoneAndOnceThatItIsBackAndReadsNothingTwice() throws IOException, InterruptedException {
        FolderLooks source = watched().looks(intake);
        source.look();
        source.look();
        assertThat(intake.refusals).singleElement().extracting(Refusal::reason).isEqualTo("there is no such folder");

        write("a.txt", "a");
        source.look();
        source.look();
        Path elsewhere = Files.move(folder(), parent.resolve("elsewhere"));
        source.look();
        source.look();
        Files.move(elsewhere, folder());
        source.look();
        source.look();

        assertThat(intake.refusals).hasSize(2);
        assertThat(intake.notices)
                .extracting(Notice::message)
                .containsOnly("the folder is back and read again")
                .hasSize(2);
        assertThat(intake.texts()).containsExactly("a");
    }

    @Test
    void readsNothingTwiceAfterANewStart() throws IOException, InterruptedException {
        write("a.txt", "a");
        once().run(intake);
        write("b.txt", "b");

        once().run(intake);

        assertThat(intake.texts()).containsExactly("a", "b");
    }

    @Test
    void movesWhatIsReadAndSaysWhyWhereSomethingWasRefused() throws IOException, InterruptedException {
        write("good.txt", "good");
        write("sub/bad.jsonl", "{\"text\":\"fine\"}\n{\"text\":7}\n");

        moving().run(intake);

        assertThat(folder().resolve("good.txt")).doesNotExist();
        assertThat(folder().resolve("done/good.txt")).hasContent("good");
        assertThat(folder().resolve("failed/sub/bad.jsonl")).exists();
        assertThat(folder().resolve("failed/sub/bad.jsonl.reason.txt"))
                .content()
                .contains("bad.jsonl:2: ")
                .contains("(source inbox)");
        assertThat(intake.texts()).containsExactly("good", "fine");
    }

    @Test
    void doesNotReadWhatItHasMovedAndKeepsBothOfOneName() throws IOException, InterruptedException {
        write("a.txt", "old");
        moving().run(intake);
        write("a.txt", "new");
        moving().run(intake);
        moving().run(intake);

        assertThat(intake.texts()).containsExactly("old", "new");
        assertThat(folder().resolve("done/a.txt")).hasContent("old");
        assertThat(folder().resolve("done/a.txt.1")).hasContent("new");
    }

    @Test
    void movesWhatWasReadByARunThatWasKilledBeforeItCouldMove() throws IOException, InterruptedException {
        write("a.txt", "a");
        once().run(intake);

        moving().run(intake);

        assertThat(intake.texts()).containsExactly("a");
        assertThat(folder().resolve("done/a.txt")).exists();
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
        return FolderSource.once("inbox", folder(), AfterReading.LEAVE, reader());
    }

    private FolderSource moving() {
        return FolderSource.once("inbox", folder(), AfterReading.MOVE, reader());
    }

    private FolderSource watched() {
        return FolderSource.watched("inbox", folder(), Duration.ofMillis(10), AfterReading.LEAVE, reader());
    }

    private static StatementReader reader() {
        return new StatementReader(1000, 100_000, List.of(), Clock.systemUTC());
    }
}
