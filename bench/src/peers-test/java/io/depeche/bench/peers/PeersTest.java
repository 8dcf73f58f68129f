// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.depeche.enrich.text.names.tagger.Labels;
import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Scores;
import io.depeche.enrich.text.names.training.Sentence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PeersTest {

    private static final int PER = Labels.TYPES.indexOf("PER");
    private static final int LOC = Labels.TYPES.indexOf("LOC");
    private static final int ORG = Labels.TYPES.indexOf("ORG");

    @TempDir
    private Path folder;

    @Test
    void bareTypesGoOnAsLongAsTheyAreTheSame() {
        assertThat(CoreNlp.labels(List.of("PERSON", "PERSON", "LOCATION", "O", "ORGANIZATION")))
                .containsExactly(
                        Labels.of(PER, true, false),
                        Labels.of(PER, false, true),
                        Labels.of(LOC, true, true),
                        Labels.OUTSIDE,
                        Labels.of(ORG, true, true));
    }

    @Test
    void aSecondNameStartsWhereTheModelSaysSo() {
        assertThat(CoreNlp.labels(List.of("I-PER", "I-PER", "B-PER", "I-PER", "B-PER")))
                .containsExactly(
                        Labels.of(PER, true, false),
                        Labels.of(PER, false, true),
                        Labels.of(PER, true, false),
                        Labels.of(PER, false, true),
                        Labels.of(PER, true, true));
    }

    @Test
    void figuresAndDatesAreNoNames() {
        assertThat(CoreNlp.labels(List.of("DATE", "MONEY", "PERCENT"))).containsOnly(Labels.OUTSIDE);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "FRENCH, d’, d'",
                "FRENCH, «, \"",
                "FRENCH, –, -",
                "FRENCH, (, (",
                "ENGLISH, \", ''",
                "ENGLISH, ’s, ’s",
                "SPANISH, ”, \"",
                "GERMAN, „, „",
                "GERMAN, Köln, Köln"
            })
    void tokensAreWrittenAsTheModelsWereTrained(CoreNlpModel model, String token, String written) {
        assertThat(model.spell(token)).isEqualTo(written);
    }

    @Test
    void namesAreFoundInTokens() throws IOException {
        CoreNlpModel model = CoreNlpModel.of("es").orElseThrow();
        Sentence sentence = sentence("Pedro Sánchez llegó ayer a París .");

        assertThat(new CoreNlp(model, model.resource()).tag(List.of(sentence))).containsExactly(new byte[] {
            Labels.of(PER, true, false),
            Labels.of(PER, false, true),
            Labels.OUTSIDE,
            Labels.OUTSIDE,
            Labels.OUTSIDE,
            Labels.of(LOC, true, true),
            Labels.OUTSIDE
        });
    }

    @Test
    void aClassifierThatIsNotThereIsSaid() {
        assertThat(CoreNlpModel.of("ru")).isEmpty();
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> new CoreNlp(CoreNlpModel.FRENCH, "nowhere.ser.gz"));
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        List<List<Sentence>> documents =
                List.of(List.of(sentence("Jean Dupont Marie"), sentence("à Paris")), List.of(sentence("rien")));
        List<byte[]> labels = List.of(
                new byte[] {Labels.of(PER, true, false), Labels.of(PER, false, true), Labels.of(PER, true, true)},
                new byte[] {Labels.OUTSIDE, Labels.of(LOC, true, true)},
                new byte[] {Labels.OUTSIDE});
        Path file = folder.resolve("names.conll");

        ConllFile.write(file, documents, labels);

        Corpus read = Corpus.read(file);
        assertThat(read.documents()).extracting(List::size).containsExactly(2, 1);
        List<byte[]> again = new ArrayList<>();
        read.documents().forEach(document -> document.forEach(sentence -> again.add(sentence.labels())));
        assertThat(again).containsExactlyElementsOf(labels);
        Scores scores = new Scores();
        scores.add(again.get(0), labels.get(0), 0);
        assertThat(scores.micro().f1()).isEqualTo(100);
    }

    @Test
    void textHasASentenceALine() throws IOException {
        Path file = Files.writeString(folder.resolve("text.txt"), "Il vit à Paris .\n\n Elle  aussi .\n");

        Corpus text = TokenisedText.read(file);

        assertThat(text.documents())
                .extracting(document -> document.get(0).tokens())
                .containsExactly(List.of("Il", "vit", "à", "Paris", "."), List.of("Elle", "aussi", "."));
    }

    private static Sentence sentence(String text) {
        List<String> tokens = List.of(text.split(" ", -1));
        return new Sentence(tokens, new byte[tokens.size()]);
    }
}
