// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {

    private final Sources sources = new Sources(1000, Duration.ofMillis(10), Clock.systemUTC());

    @Test
    void namesASourceAfterItsFileOrFolder(@TempDir Path folder) {
        assertThat(sources.of(folder, true).id()).isEqualTo(folder.getFileName().toString());
        assertThat(sources.of(folder.resolve("x/.."), true).id())
                .isEqualTo(folder.getFileName().toString());
        assertThat(sources.of(folder.resolve("a.txt"), true).id()).isEqualTo("a.txt");
        assertThat(sources.standardInput(InputStream.nullInputStream()).id()).isEqualTo("stdin");
    }

    @Test
    void watchesAFolderWhereItIsToldTo(@TempDir Path folder) {
        assertThat(sources.of(folder, true).isFinite()).isFalse();
        assertThat(sources.of(folder, false).isFinite()).isTrue();
        assertThat(sources.of(folder.resolve("a.txt"), true).isFinite()).isTrue();
    }

    @Test
    void tellsFilesOfTheSameNameApartByTheirPaths() {
        List<Source> made = sources.of(
                List.of(Path.of("a", "x.txt"), Path.of("b", "x.txt"), Path.of("a", "x.txt"), Path.of("y.txt")), false);

        assertThat(made).extracting(Source::id).containsExactly("a/x.txt", "b/x.txt", "y.txt");
    }
}
