// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.TextLimit;
import io.depeche.ingest.format.web.HtmlFormat;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZipFormatTest {

    private static final int MAX_TEXT = 1000;
    private static final int MAX_DOCUMENT = 1024 * 1024;

    private final ZipFormat zip = new ZipFormat(
            MAX_TEXT,
            new DocumentLimit(MAX_DOCUMENT),
            List.of(new HtmlFormat(new TextLimit(MAX_TEXT), Clock.systemUTC())),
            Clock.systemUTC());
    private final RecordingIntake intake = new RecordingIntake();

    @Test
    void readsEachFileByItsContent() {
        read(new ZipWriter()
                .file("a.dat", "text é")
                .folder("b/")
                .file("b/c.x", "<p>of a <b>page</b>")
                .stored("d", "{\"id\":\"1\",\"text\":\"line\"}\n{\"text\":\"other\"}\n")
                .file("__MACOSX/b", "x")
                .file("b/.DS_Store", "x"));

        assertThat(intake.texts()).containsExactly("text é", "of a page", "line", "other");
        assertThat(intake.places)
                .containsExactly("in/z.zip!/a.dat", "in/z.zip!/b/c.x", "in/z.zip!/d:1", "in/z.zip!/d:2");
        assertThat(intake.statements)
                .extracting(RawStatement::getSourceItemId)
                .containsExactly("z.zip!/a.dat", "z.zip!/b/c.x", "1", null);
        assertThat(intake.refusals).isEmpty();
    }

    @Test
    void namesFilesByTheirPathWhereTheArchiveHasNoName() {
        zip.read(new ZipWriter().file("a", "text").bytes(), new Document("inbox", "stdin", null), intake);

        assertThat(intake.statements.get(0).getSourceItemId()).isEqualTo("a");
    }

    @Test
    void knowsArchives() {
        assertThat(zip.recognises(Beginning.of(new ZipWriter().file("a", "b").bytes())))
                .isTrue();
        assertThat(zip.recognises(Beginning.of(new ZipWriter().bytes()))).isTrue();
        assertThat(zip.recognises(Beginning.of("PK is a text".getBytes(StandardCharsets.UTF_8))))
                .isFalse();
    }

    @Test
    void refusesABombByItsRatioAndGoesOn() {
        read(new ZipWriter().file("bomb", "0".repeat(MAX_DOCUMENT)).file("a", "text"));

        assertThat(intake.texts()).containsExactly("text");
        refused("in/z.zip!/bomb", "zip bomb");
    }

    @Test
    void refusesWhatIsTooMuchWhenUnpacked() {
        ZipWriter archive = new ZipWriter();
        for (int i = 0; i < 6; i++) {
            archive.file("f" + i, noise(MAX_DOCUMENT));
        }
        read(archive);

        refused("in/z.zip", "bytes when unpacked, of at most 5242880");
        assertThat(intake.refusals.get(0).wayOut()).contains("ingest.max.document.bytes");
    }

    @Test
    void refusesAFileThatIsTooLongAndGoesOn() {
        // That it is damaged isn't known: it is not unpacked.
        read(new ZipWriter()
                .file("long", noise(MAX_DOCUMENT + 1))
                .sayingChecksum(5)
                .file("a", "text"));

        assertThat(intake.texts()).containsExactly("text");
        refused("in/z.zip!/long", "at least 1048577 bytes");
    }

    @Test
    void unpacksNoMoreThanTheDirectorySays() {
        read(new ZipWriter().file("liar", noise(100_000)).sayingSize(10).file("a", "text"));

        assertThat(intake.texts()).containsExactly("text");
        refused("in/z.zip!/liar", "longer than it says");
    }

    @Test
    void refusesLessThanTheDirectorySaysAndAWrongChecksum() {
        read(new ZipWriter()
                .file("short", "ab")
                .sayingSize(10)
                .file("wrong", "abc")
                .sayingChecksum(5));

        assertThat(intake.refusals)
                .extracting(Refusal::reason)
                .satisfiesExactly(
                        reason -> assertThat(reason).contains("shorter"),
                        reason -> assertThat(reason).contains("checksum"));
    }

    @Test
    void refusesAStoredFileOfTwoSizes() {
        read(new ZipWriter().stored("a", "abc").sayingSize(10));

        refused("in/z.zip!/a", "two sizes");
    }

    /** As in the zip bomb of David Fifield (2019): one kernel, and a directory that names it many times. */
    @Test
    void refusesFilesThatShareTheirData() {
        ZipWriter archive = new ZipWriter().file("0", "some text");
        for (int i = 1; i < 1000; i++) {
            archive.again(Integer.toString(i));
        }
        read(archive);

        assertThat(intake.statements).isEmpty();
        refused("in/z.zip", "share their data");
    }

    @Test
    void refusesFilesOneOfWhichIsInsideTheOther() {
        byte[] inner = new ZipWriter().file("in", "inner text").bytes();
        read(new ZipWriter().stored("out", inner).at("in", 30 + 3, inner));

        refused("in/z.zip", "share their data");
    }

    @Test
    void refusesAnArchiveInAnArchive() {
        byte[] inner = new ZipWriter().file("a", "text").bytes();

        read(new ZipWriter().stored("inner.zip", inner).file("b", "other"));

        assertThat(intake.texts()).containsExactly("other");
        refused("in/z.zip!/inner.zip", "archive in an archive");
    }

    @Test
    void refusesMoreFilesThanItReads() {
        ZipWriter archive = new ZipWriter();
        for (int i = 0; i <= ZipFormat.MOST_FILES; i++) {
            archive.stored("f" + i, "x");
        }
        read(archive);

        refused("in/z.zip", "10001 files");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "../a",
                "a/../../b",
                "/etc/passwd",
                "..\\a",
                "C:/a",
                "C:a",
                "a\nb",
                "a/./b",
                "x/..",
                "\\\\host\\a",
                "a\0b"
            })
    void refusesNamesThatLeadOut(String name) {
        read(new ZipWriter().file(name, "evil").file("a", "text"));

        assertThat(intake.texts()).containsExactly("text");
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).contains("no path inside the archive");
            assertThat(refusal.place()).startsWith("in/z.zip!/").doesNotContain("\n", "\0");
        });
    }

    @Test
    void refusesTheSecondFileOfAName() {
        read(new ZipWriter().file("a", "one").file("a", "two"));

        assertThat(intake.texts()).containsExactly("one");
        refused("in/z.zip!/a", "second file of that name");
    }

    @Test
    void refusesWhatIsEncrypted() {
        read(new ZipWriter().file("a", "x").sayingFlags(1).file("b", "text"));

        assertThat(intake.texts()).containsExactly("text");
        refused("in/z.zip!/a", "encrypted");
    }

    @Test
    void refusesOtherCompression() {
        read(new ZipWriter().file("a", "x").sayingMethod(12));

        refused("in/z.zip!/a", "method 12");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[Content_Types].xml", "mimetype"})
    void refusesOfficeDocuments(String marker) {
        read(new ZipWriter().file("word/document.xml", "<a/>").file(marker, "<Types/>"));

        refused("in/z.zip", "office document");
        assertThat(intake.refusals.get(0).wayOut()).contains("save the document as text");
    }

    @Test
    void refusesAnEmptyArchive() {
        read(new ZipWriter());

        refused("in/z.zip", "empty ZIP archive");
    }

    @Test
    void refusesWhatIsCutOff() {
        byte[] archive = new ZipWriter().file("a", "text").bytes();
        for (int length = 0; length < archive.length; length++) {
            zip.read(Arrays.copyOf(archive, length), new Document("inbox", "in/z.zip", "z.zip"), intake);
        }

        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals)
                .hasSize(archive.length)
                .allSatisfy(refusal -> assertThat(refusal.reason()).contains("damaged"));
    }

    @Property
    void survivesAnyChangedByte(@ForAll @IntRange(min = 0, max = 400) int at, @ForAll byte value) {
        byte[] archive = new ZipWriter()
                .file("a", "some text")
                .stored("b", "<p>other text")
                .file("c", "{\"text\":\"x\"}")
                .bytes();
        archive[at % archive.length] = value;
        RecordingIntake changed = new RecordingIntake();

        zip.read(archive, new Document("inbox", "in/z.zip", "z.zip"), changed);

        assertThat(changed.statements.size() + changed.refusals.size()).isBetween(1, 3);
    }

    private void read(ZipWriter archive) {
        zip.read(archive.bytes(), new Document("inbox", "in/z.zip", "z.zip"), intake);
    }

    private void refused(String place, String reason) {
        assertThat(intake.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.place()).isEqualTo(place);
            assertThat(refusal.reason()).contains(reason);
            assertThat(refusal.wayOut()).isNotBlank();
        });
    }

    private static String noise(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
