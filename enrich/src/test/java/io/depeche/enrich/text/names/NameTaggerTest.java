// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.names.tagger.Labels;
import io.depeche.enrich.text.names.tagger.ModelException;
import io.depeche.enrich.text.names.tagger.ModelFile;
import io.depeche.enrich.text.names.tagger.NameModel;
import io.depeche.enrich.text.names.tagger.NameTagger;
import io.depeche.enrich.text.names.tagger.Words;
import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.KnowledgeBuilder;
import io.depeche.enrich.text.names.training.Recipe;
import io.depeche.enrich.text.names.training.Scores;
import io.depeche.enrich.text.names.training.TrainingOptions;
import io.depeche.enrich.text.segment.Tokeniser;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tagger, its trainer and its files, on a corpus of a few sentences. */
final class NameTaggerTest {

    private static final List<String> PERSONS = List.of("Anna Maria Silva", "Jean Dupont", "Benigno", "Olga Petrova");
    private static final List<String> PLACES = List.of("Paris", "Lima", "New Delhi", "Oslo", "Port of Spain");
    private static final NameModel MODEL = model();
    private static final Tokeniser TOKENISER = new Tokeniser(Lexicons.standard());

    private static NameModel model() {
        try {
            Path file = Files.createTempFile("names", ".conll");
            try {
                Files.writeString(file, conll());
                return recipe(file).make(line -> {});
            } finally {
                Files.delete(file);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Recipe recipe(Path file) {
        return new Recipe(
                "fr",
                List.of(new Recipe.Weighted(file, 1)),
                List.of(),
                List.of(),
                Map.of(file.getFileName().toString(), "CC0"),
                4,
                TrainingOptions.standard().with(7, 8));
    }

    private static String conll() {
        StringBuilder text = new StringBuilder("-DOCSTART-\tO\n\n");
        for (String person : PERSONS) {
            for (String place : PLACES) {
                line(text, "Le", "président", "PER:" + person, "arrive", "à", "LOC:" + place, ".");
                line(text, "Pour", "PER:" + person, ",", "c'", "est", "fini", "à", "LOC:" + place);
                line(text, "Il", "pleut", "lundi", ".");
            }
            text.append("-DOCSTART-\tO\n\n");
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String... parts) {
        for (String part : parts) {
            int colon = part.indexOf(':');
            String type = colon < 0 ? "" : part.substring(0, colon);
            String[] words = part.substring(colon + 1).split(" ");
            for (int i = 0; i < words.length; i++) {
                String tag = type.isEmpty() ? "O" : (i == 0 ? "B-" : "I-") + type;
                text.append(words[i]).append('\t').append(tag).append('\n');
            }
        }
        text.append('\n');
    }

    private static byte[] file(NameModel model) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ModelFile.write(model, out);
        return out.toByteArray();
    }

    private static NameModel read(byte[] file) {
        return ModelFile.read(new ByteArrayInputStream(file), "fr.names");
    }

    private static byte[] labels(NameModel model, String text) {
        Words words = new Words();
        Tokens tokens = TOKENISER.tokenise(text);
        words.set(text, tokens, tokens.by(List.of()));
        return Arrays.copyOf(new NameTagger(model).tag(words), words.count());
    }

    @Test
    void namesOfAKindThatWasLearntAreFound() {
        assertThat(labels(MODEL, "Le président Jean Silva arrive à Quito."))
                .containsExactly(
                        Labels.OUTSIDE,
                        Labels.OUTSIDE,
                        Labels.of(0, true, false),
                        Labels.of(0, false, true),
                        Labels.OUTSIDE,
                        Labels.OUTSIDE,
                        Labels.of(1, true, true),
                        Labels.OUTSIDE);
    }

    @Test
    void aCorpusThatWasLearntIsKnown(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.conll"), conll());
        Scores scores = Scores.of(MODEL, Corpus.read(file));
        assertThat(scores.micro().f1()).isEqualTo(100);
        assertThat(scores.table()).contains("PER+LOC+ORG").contains("100.00");
    }

    @Test
    void theSameInputMakesTheSameFile(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.conll"), conll());
        byte[] once = file(recipe(file).make(line -> {}));
        byte[] again = file(recipe(file).make(line -> {}));
        assertThat(again).isEqualTo(once);
    }

    @Test
    void whatIsWrittenIsRead() throws IOException {
        byte[] file = file(MODEL);
        NameModel model = read(file);
        assertThat(file(model)).isEqualTo(file);
        assertThat(model.language()).isEqualTo("fr");
        assertThat(model.making().get("corpus.01"))
                .contains("sha256")
                .contains("licence CC0")
                .contains("60 sentences");
        assertThat(labels(model, "Pour Olga Dupont, c’est fini à Lima"))
                .isEqualTo(labels(MODEL, "Pour Olga Dupont, c’est fini à Lima"));
    }

    @Test
    void aFileOfAnotherVersionIsRefused() throws IOException {
        byte[] file = file(MODEL);
        file[7] = 99;
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("fr.names has version 99")
                .hasMessageContaining("depeche train");
    }

    @Test
    void aFileOfSomethingElseIsRefused() {
        assertThatThrownBy(() -> read("PK and so on".getBytes(UTF_8)))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("is no model");
    }

    @Property(tries = 200)
    void aDamagedFileIsRefused(@ForAll int place, @ForAll byte change) throws IOException {
        byte[] file = file(MODEL);
        int at = Math.floorMod(place, file.length);
        byte before = file[at];
        file[at] = change;
        if (change != before) {
            assertThatThrownBy(() -> read(file)).isInstanceOf(ModelException.class);
        }
    }

    @Property(tries = 100)
    void aFileCutShortIsRefused(@ForAll int place) throws IOException {
        byte[] file = file(MODEL);
        byte[] cut = Arrays.copyOf(file, Math.floorMod(place, file.length));
        assertThatThrownBy(() -> read(cut)).isInstanceOf(ModelException.class);
    }

    @Property
    void namesOfAnyTextAreWhole(@ForAll String text) {
        assertWhole(labels(MODEL, text));
    }

    @Property
    void namesOfAnyTokensAreWhole(@ForAll List<String> tokens) {
        Words words = new Words();
        int count = 0;
        for (String token : tokens) {
            if (!token.isEmpty()) {
                words.add(token);
                count++;
            }
        }
        words.endSentence();
        assertWhole(Arrays.copyOf(new NameTagger(MODEL).tag(words), count));
    }

    /** What begins also ends, with the type that it began with. */
    private static void assertWhole(byte[] labels) {
        int before = Labels.OUTSIDE;
        for (byte label : labels) {
            assertThat(Labels.follows(before, label)).isTrue();
            before = label;
        }
        assertThat(Labels.isEnd(before)).isTrue();
    }

    @Test
    void aTaggerIsUsedAgain() {
        NameTagger tagger = new NameTagger(MODEL);
        Words words = new Words();
        List<byte[]> found = new ArrayList<>();
        for (String text : List.of(
                "Le président Jean Silva arrive à Quito.", "Pluie", "Le président Jean Silva arrive à Quito.")) {
            Tokens tokens = TOKENISER.tokenise(text);
            words.set(text, tokens, tokens.by(List.of(new Span(0, text.length()))));
            found.add(Arrays.copyOf(tagger.tag(words), words.count()));
        }
        assertThat(found.get(2)).isEqualTo(found.get(0));
    }

    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    @ParameterizedTest
    @ValueSource(strings = {"a", "A", "Anna ", "« ", "\uD83D\uDE00", "\uD83D", "l'", "a-", "А."})
    void longTextsTakeLinearTime(String piece) {
        String text = piece.repeat((4 << 20) / piece.length());
        assertWhole(labels(MODEL, text));
    }

    @Test
    void linesThatAreNoTokensAreTold(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.conll"), "Paris\tB-LOC\nOslo B-LOC\n");
        assertThatThrownBy(() -> Corpus.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.conll, line 2");
    }

    @Test
    void listsAndOpenTextMakeKnowledge() {
        KnowledgeBuilder builder = new KnowledgeBuilder("fr", 300, 2);
        builder.territories();
        builder.name(KnowledgeBuilder.Kind.GIVEN_NAME, "Anne-Marie");
        builder.text(List.of("Il", "pleut", "."));
        assertThat(builder.build().words().size()).isGreaterThan(100);
    }
}
