// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.training;

import com.ibm.icu.util.VersionInfo;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.names.tagger.NameModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * What a model is made of, with the language file where there is one. The model's file says all of it, so that it can be
 * made again.
 *
 * @param language subtag
 * @param corpora text with names
 * @param texts text without, one tokenised sentence a line
 * @param names lists of names, one a line
 * @param licences by the name of the file
 * @param fineClasses how many fine classes of words to make of the texts
 * @param options how to train
 */
public record Recipe(
        String language,
        List<Weighted> corpora,
        List<Path> texts,
        List<Names> names,
        Map<String, String> licences,
        int fineClasses,
        TrainingOptions options) {

    private static final int RAREST_WORD = 3;

    /**
     * A corpus and what a sentence of it counts.
     *
     * @param file in CoNLL
     * @param weight one is normal
     */
    public record Weighted(Path file, float weight) {}

    /**
     * A list of names.
     *
     * @param kind what they name
     * @param file one name a line
     */
    public record Names(KnowledgeBuilder.Kind kind, Path file) {}

    /**
     * Makes the model.
     *
     * @param progress takes lines for people
     * @throws IOException if a file can't be read
     */
    public NameModel make(Consumer<String> progress) throws IOException {
        Map<String, String> making = new TreeMap<>();
        making.put("options", options.toString());
        making.put("word-classes", Integer.toString(fineClasses));
        making.put("cldr", "ICU4J " + VersionInfo.ICU_VERSION + ", Unicode-3.0");
        KnowledgeBuilder builder = new KnowledgeBuilder(language, fineClasses, RAREST_WORD);
        builder.territories();
        Lexicons lexicons = Lexicons.standard();
        for (Lexicon lexicon : lexicons.all()) {
            if (lexicon.language().equals(language)) {
                builder.lexicon(lexicon);
                making.put("language-file", language + ".lang, " + lexicons.version());
            }
        }
        for (int i = 0; i < names.size(); i++) {
            Path file = names.get(i).file();
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (String line : lines) {
                builder.name(names.get(i).kind(), line);
            }
            making.put(
                    numbered("names", i),
                    described(file) + ", " + names.get(i).kind() + ", " + lines.size() + " names");
        }
        for (int i = 0; i < texts.size(); i++) {
            List<String> lines = Files.readAllLines(texts.get(i), StandardCharsets.UTF_8);
            lines.stream().filter(line -> !line.isBlank()).forEach(line -> builder.text(words(line)));
            making.put(numbered("text", i), described(texts.get(i)) + ", " + lines.size() + " sentences");
        }
        Corpus[] read = new Corpus[corpora.size()];
        for (int i = 0; i < read.length; i++) {
            Path file = corpora.get(i).file();
            read[i] = Corpus.read(file);
            read[i].documents().forEach(document -> document.forEach(sentence -> builder.text(sentence.tokens())));
            making.put(
                    numbered("corpus", i),
                    String.format(
                            Locale.ROOT,
                            "%s, %d sentences, %d tokens, weight %s",
                            described(file),
                            read[i].sentences(),
                            read[i].tokens(),
                            corpora.get(i).weight()));
        }
        progress.accept("learning classes of words");
        Trainer trainer = new Trainer(options, builder.build());
        for (int i = 0; i < read.length; i++) {
            trainer.add(read[i], corpora.get(i).weight());
        }
        return trainer.train(language, making, progress);
    }

    private static List<String> words(String line) {
        return List.of(line.strip().split("\\s+"));
    }

    private static String numbered(String what, int index) {
        return String.format(Locale.ROOT, "%s.%02d", what, index + 1);
    }

    private String described(Path file) throws IOException {
        String name = file.getFileName().toString();
        return name + ", sha256 " + HexFormat.of().formatHex(sha256(Files.readAllBytes(file))) + ", licence "
                + licences.getOrDefault(name, "not given");
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
