// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Sentence;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads text without names: a sentence a line, spaces between its tokens; each is a document. */
final class TokenisedText {

    private TokenisedText() {}

    static Corpus read(Path file) throws IOException {
        List<List<Sentence>> documents = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    List<String> tokens = List.of(line.strip().split("\\s+", -1));
                    documents.add(List.of(new Sentence(tokens, new byte[tokens.size()])));
                }
            }
        }
        return new Corpus(List.copyOf(documents));
    }
}
