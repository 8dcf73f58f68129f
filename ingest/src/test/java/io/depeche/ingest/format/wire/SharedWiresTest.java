// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.RecordingIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** IPTC's own examples, where they lie beside the checkout; what came of each is printed. */
class SharedWiresTest {

    private static final Path DATA = Path.of(System.getProperty("depeche.home", ".."))
            .resolve(Path.of("..", "shared", "data"))
            .toAbsolutePath()
            .normalize();

    @Test
    void readsIptcsNewsMl() throws IOException {
        print(DATA.resolve("newsml-g2").resolve("iptc"), ".xml");
    }

    @Test
    void readsIptcsNinjs() throws IOException {
        print(DATA.resolve("ninjs").resolve("examples"), ".json");
    }

    private static void print(Path folder, String ending) throws IOException {
        assumeTrue(Files.isDirectory(folder), () -> "skipped: there is no " + folder);
        for (Path file : files(folder, ending)) {
            byte[] content = Files.readAllBytes(file);
            Optional<Format> format = WireReading.ALL.stream()
                    .filter(f -> f.recognises(Beginning.of(content)))
                    .findFirst();
            System.out.println("FILE " + folder.relativize(file) + " "
                    + format.map(Format::name).orElse("-"));
            if (format.isPresent()) {
                RecordingIntake intake = WireReading.read(format.get(), content);
                for (RawStatement s : intake.statements) {
                    System.out.println("  TAKEN " + s.getSourceItemId() + " | " + s.getUrl() + " | " + s.getTitle()
                            + " | " + s.getLanguage() + " | " + s.getIssued() + " | " + s.getStatus() + " | v"
                            + s.getVersion() + " | " + s.getRights() + " | " + s.getCategories());
                    System.out.println("  TEXT [" + s.getText() + "]");
                }
                intake.refusals.forEach(r -> System.out.println("  REFUSED " + r));
                intake.notices.forEach(n -> System.out.println("  NOTE " + n.message()));
            }
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
        }
    }
}
