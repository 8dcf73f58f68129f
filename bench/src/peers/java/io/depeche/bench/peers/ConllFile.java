// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import io.depeche.enrich.text.names.tagger.Labels;
import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Sentence;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** Writes names as {@link Corpus} reads them. */
final class ConllFile {

    private ConllFile() {}

    /**
     * Writes documents.
     *
     * @param labels of each sentence, in their order
     */
    static void write(Path file, List<List<Sentence>> documents, List<byte[]> labels) throws IOException {
        boolean marked = documents.stream().anyMatch(document -> document.size() > 1);
        Iterator<byte[]> next = labels.iterator();
        try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            for (List<Sentence> document : documents) {
                if (marked) {
                    out.write("-DOCSTART-\tO\n\n");
                }
                for (Sentence sentence : document) {
                    write(out, sentence, next.next());
                }
            }
        }
    }

    private static void write(Writer out, Sentence sentence, byte[] labels) throws IOException {
        for (int i = 0; i < labels.length; i++) {
            out.write(sentence.tokens().get(i));
            out.write('\t');
            out.write(tag(labels[i]));
            out.write('\n');
        }
        out.write('\n');
    }

    private static String tag(int label) {
        if (label == Labels.OUTSIDE) {
            return "O";
        }
        return (Labels.isFirst(label) ? "B-" : "I-") + Labels.TYPES.get(Labels.type(label));
    }
}
