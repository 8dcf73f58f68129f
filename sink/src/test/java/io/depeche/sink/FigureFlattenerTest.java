// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.FigureRecord;
import io.depeche.event.Qualifier;
import io.depeche.event.Span;
import io.depeche.event.SpeechAct;
import io.depeche.event.StatementStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FigureFlattenerTest {

    private final FigureFlattener flattener = new FigureFlattener();

    @Test
    void resolvesWhoseTheFigureIsAndWhoClaimsIt() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");

        // When
        FigureRecord record = flattener.flatten(statement).get(0);

        // Then
        assertThat(record.getOwner()).isEqualTo("Contingent russe de maintien de la paix");
        assertThat(record.getSpeaker()).isEqualTo("Azerbaïdjan");
        assertThat(record.getSpeakerLink()).isEqualTo("country:AZ");
        assertThat(record.getAct()).isEqualTo(SpeechAct.DENIED);
        assertThat(record.getNegated()).isFalse();
        assertThat(record.getCounted()).isEqualTo("véhicules");
        assertThat(record.getSentence())
                .isEqualTo("Bakou a démenti que 12 véhicules du contingent russe soient passés.");
    }

    @Test
    void carriesTheStatementsOwnFieldsAndTheFiguresPlace() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getFigures().get(1).setQualifier(Qualifier.ABOUT);
        statement.getFigures().get(1).setUpper("4");
        statement.getFigures().get(1).setUnit("km");

        // When
        FigureRecord record = flattener.flatten(statement).get(1);

        // Then
        assertThat(record)
                .isEqualTo(FigureRecord.newBuilder()
                        .setStatementId("a1")
                        .setRevision(2)
                        .setIndex(1)
                        .setSource("mfa-am")
                        .setUrl("https://example.org/a1")
                        .setTitle("Blocus")
                        .setLanguage("fr")
                        .setIssued("2022-12-14")
                        .setReceivedAt(Statements.RECEIVED)
                        .setStart(Statements.span("3 camions").getStart())
                        .setEnd(Statements.span("3 camions").getStart() + 1)
                        .setText("3")
                        .setKind(statement.getFigures().get(1).getKind())
                        .setValue("3")
                        .setUpper("4")
                        .setUnit("km")
                        .setQualifier(Qualifier.ABOUT)
                        .setCounted("camions")
                        .setSentence("Et 3 camions.")
                        .build());
    }

    @Test
    void takesTheWordsWhereOwnerAndSpeakerAreNoEntities() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getFigures().get(0).getOwner().setEntity(null);
        statement.getAttributions().get(0).setSpeaker(null);
        statement.getAttributions().get(0).setNegated(true);

        // When
        FigureRecord record = flattener.flatten(statement).get(0);

        // Then
        assertThat(record.getOwner()).isEqualTo("contingent russe");
        assertThat(record.getSpeaker()).isEqualTo("Bakou");
        assertThat(record.getSpeakerLink()).isNull();
        assertThat(record.getNegated()).isTrue();
    }

    @Test
    void namesNoSpeakerWhereNobodyIsNamed() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getAttributions().get(0).setSpeaker(null);
        statement.getAttributions().get(0).setSpeakerText(null);

        // When
        FigureRecord record = flattener.flatten(statement).get(0);

        // Then
        assertThat(record.getSpeaker()).isNull();
        assertThat(record.getAct()).isEqualTo(SpeechAct.DENIED);
    }

    @Test
    void aWithdrawnStatementHasNoFigures() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.setStatus(StatementStatus.WITHDRAWN);

        // When
        List<FigureRecord> records = flattener.flatten(statement);

        // Then
        assertThat(records).isEmpty();
    }

    @Test
    void aFigureThatCrossesTheEndOfASentenceHasNone() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getFigures().get(0).setEnd(Statements.span("Et 3").getStart() + 1);

        // When
        FigureRecord record = flattener.flatten(statement).get(0);

        // Then
        assertThat(record.getSentence()).isNull();
    }

    @Test
    void aSentenceWithoutEndIsNotRepeatedForEachOfItsFigures() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getSentences().get(2).setEnd(statement.getSentences().get(2).getStart() + 10_001);

        // When
        List<FigureRecord> records = flattener.flatten(statement);

        // Then
        assertThat(records).extracting(FigureRecord::getSentence).doesNotContain("Et 3 camions.");
    }

    @Test
    void refusesAnEntityThatIsNotThere() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getFigures().get(0).getOwner().setEntity(7);

        // Then
        assertThatThrownBy(() -> flattener.flatten(statement))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statement a1")
                .hasMessageContaining("entity 7");
    }

    @Test
    void refusesAnAttributionThatIsNotThere() {
        // Given
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.getFigures().get(0).setAttribution(1);

        // Then
        assertThatThrownBy(() -> flattener.flatten(statement))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statement a1")
                .hasMessageContaining("attribution 1");
    }

    @Property
    void findsTheSameSentenceAsALookAtEachOfThem(
            @ForAll @Size(max = 12) List<@IntRange(min = 1, max = 4) Integer> widths,
            @ForAll @IntRange(max = 40) int start,
            @ForAll @IntRange(min = 1, max = 3) int length) {
        // Given sentences in order, every other width being a gap between two
        List<Span> sentences = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < widths.size(); i++) {
            if (i % 2 == 0) {
                sentences.add(new Span(at, at + widths.get(i), "sentence at " + at));
            }
            at += widths.get(i);
        }
        EnrichedStatement statement = Statements.withTwoFigures("a1");
        statement.setSentences(sentences);
        statement.getFigures().get(1).setStart(start);
        statement.getFigures().get(1).setEnd(start + length);

        // When
        String found = flattener.flatten(statement).get(1).getSentence();

        // Then
        Optional<String> expected = sentences.stream()
                .filter(sentence -> sentence.getStart() <= start && start + length <= sentence.getEnd())
                .map(Span::getText)
                .findFirst();
        assertThat(Optional.ofNullable(found)).isEqualTo(expected);
    }
}
