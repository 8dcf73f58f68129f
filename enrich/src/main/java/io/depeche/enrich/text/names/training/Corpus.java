// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import io.depeche.enrich.text.names.tagger.Labels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Text with names, document by document. The file is CoNLL: token, TAB, BIO tag, an empty line behind each sentence.
 * {@code -DOCSTART-} starts a document; where a file has none, each sentence is one.
 *
 * @param documents rows of sentences
 */
public record Corpus(List<List<Sentence>> documents) {

    private static final String DOCUMENT = "-DOCSTART-";

    /**
     * Reads a file.
     *
     * @throws IOException if it can't be read or a line of it is no token with a tag
     */
    public static Corpus read(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        boolean whole = lines.stream().anyMatch(line -> line.startsWith(DOCUMENT));
        List<List<Sentence>> documents = new ArrayList<>();
        List<Sentence> document = new ArrayList<>();
        List<String> tokens = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i) : "";
            boolean start = line.startsWith(DOCUMENT);
            if (line.isBlank() || start) {
                if (!tokens.isEmpty()) {
                    document.add(new Sentence(List.copyOf(tokens), labels(tags)));
                    tokens.clear();
                    tags.clear();
                }
                if ((start || !whole || i == lines.size()) && !document.isEmpty()) {
                    documents.add(List.copyOf(document));
                    document.clear();
                }
                continue;
            }
            int tab = line.lastIndexOf('\t');
            String tag = line.substring(tab + 1).strip();
            if (tab <= 0 || !isTag(tag)) {
                throw new IOException(
                        file + ", line " + (i + 1) + ": no token, TAB and tag (B-PER, I-PER, O): " + line);
            }
            tokens.add(line.substring(0, line.indexOf('\t')));
            tags.add(tag);
        }
        return new Corpus(List.copyOf(documents));
    }

    private static boolean isTag(String tag) {
        return tag.equals("O") || ((tag.startsWith("B-") || tag.startsWith("I-")) && tag.length() > 2);
    }

    /** What is none of the types is MISC: corpora have more of them. */
    private static byte[] labels(List<String> tags) {
        byte[] labels = new byte[tags.size()];
        for (int i = 0; i < labels.length; i++) {
            String tag = tags.get(i);
            if (tag.equals("O")) {
                continue;
            }
            String type = tag.substring(2);
            boolean first = tag.charAt(0) == 'B' || i == 0 || !goesOn(tags.get(i - 1), type);
            boolean last = i + 1 == labels.length || tags.get(i + 1).charAt(0) != 'I' || !goesOn(tags.get(i + 1), type);
            int index = Labels.TYPES.indexOf(type);
            labels[i] = Labels.of(index < 0 ? Labels.TYPES.indexOf("MISC") : index, first, last);
        }
        return labels;
    }

    private static boolean goesOn(String tag, String type) {
        return tag.length() > 2 && tag.substring(2).equals(type);
    }

    /** How many sentences there are. */
    public int sentences() {
        return documents.stream().mapToInt(List::size).sum();
    }

    /** How many tokens there are. */
    public int tokens() {
        return documents.stream().flatMap(List::stream).mapToInt(Sentence::size).sum();
    }
}
