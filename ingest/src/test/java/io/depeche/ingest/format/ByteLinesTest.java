// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.ingest.format.ByteLines.Line;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ByteLinesTest {

    @Test
    void leavesOutLineEndsOfBothKinds() throws IOException {
        assertThat(lines("a\r\nb\n\n c", StandardCharsets.UTF_8, null)).containsExactly("a", "b", "", " c");
    }

    @Test
    void seesALineEndOnlyInAWholeCodeUnit() throws IOException {
        assertThat(lines("a\u0A00Ċ\r\nb\n", StandardCharsets.UTF_16LE, ByteOrderMark.UTF_16LE))
                .containsExactly("a\u0A00Ċ", "b");
        assertThat(lines("\u0A00Ċ\nb", StandardCharsets.UTF_16BE, ByteOrderMark.UTF_16BE))
                .containsExactly("\u0A00Ċ", "b");
        assertThat(lines("\u0A00\r\nb", Charset.forName("UTF-32LE"), ByteOrderMark.UTF_32LE))
                .containsExactly("\u0A00", "b");
    }

    /** Lines longer and shorter than its buffer, in whatever pieces they come. */
    @Property(tries = 200)
    void splitsWhateverPiecesItComesIn(
            @ForAll @Size(max = 30) List<@IntRange(max = 40_000) Integer> lengths,
            @ForAll @IntRange(min = 1, max = 50_000) int piece)
            throws IOException {
        List<String> expected = new ArrayList<>();
        for (int length : lengths) {
            expected.add(String.valueOf((char) ('a' + expected.size() % 26)).repeat(length));
        }
        byte[] bytes = expected.stream()
                .map(line -> line + "\n")
                .collect(Collectors.joining())
                .getBytes(StandardCharsets.UTF_8);
        InputStream pieces = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(piece, length));
            }
        };
        assertThat(lines(new ByteLines(pieces, null, 100_000), StandardCharsets.UTF_8))
                .isEqualTo(expected);
        assertThat(lines(new ByteLines(bytes, 0, null, 100_000), StandardCharsets.UTF_8))
                .isEqualTo(expected);
    }

    /** Line feeds side by side, and bytes that look like them by a bit. */
    @Property(tries = 2000)
    void findsLineFeedsAmongWhateverBytes(@ForAll("bytes") byte[] bytes) throws IOException {
        List<String> expected = Arrays.asList(new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1));
        List<String> all =
                expected.get(expected.size() - 1).isEmpty() ? expected.subList(0, expected.size() - 1) : expected;

        assertThat(lines(new ByteLines(bytes, 0, null, 100_000), StandardCharsets.ISO_8859_1))
                .isEqualTo(all);
    }

    @Provide
    Arbitrary<byte[]> bytes() {
        return Arbitraries.of((byte) '\n', (byte) 0x0B, (byte) 0x8A, (byte) 0x09, (byte) 0x00, (byte) 0xFF, (byte) 'a')
                .array(byte[].class)
                .ofMaxSize(60);
    }

    @Test
    void keepsNoMoreThanTheLongestLineAllowed() throws IOException {
        ByteLines lines = new ByteLines(in("a".repeat(100_000) + "\r\n1234567890\n", StandardCharsets.UTF_8), null, 10);

        Line tooLong = lines.next().orElseThrow();
        Line longest = lines.next().orElseThrow();

        assertThat(tooLong.isTooLong()).isTrue();
        assertThat(tooLong.length()).isEqualTo(100_000);
        assertThat(tooLong.bytes()).hasSize(10);
        assertThat(longest.isTooLong()).isFalse();
        assertThat(longest.number()).isEqualTo(2);
        assertThat(lines.next()).isEmpty();
    }

    private static List<String> lines(String text, Charset charset, ByteOrderMark mark) throws IOException {
        byte[] whole = mark == null ? text.getBytes(charset) : mark.before(text.getBytes(charset));
        int from = mark == null ? 0 : mark.length();
        List<String> inMemory = lines(new ByteLines(whole, from, mark, 1000), charset);
        assertThat(inMemory).isEqualTo(lines(new ByteLines(in(text, charset), mark, 1000), charset));
        return inMemory;
    }

    private static List<String> lines(ByteLines lines, Charset charset) throws IOException {
        List<String> read = new ArrayList<>();
        for (Optional<Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            read.add(new String(line.get().bytes(), charset));
        }
        return read;
    }

    private static ByteArrayInputStream in(String text, Charset charset) {
        return new ByteArrayInputStream(text.getBytes(charset));
    }
}
