// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Document;
import io.depeche.event.Coverage;
import io.depeche.event.DateType;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.EntityType;
import io.depeche.event.FigureChange;
import io.depeche.event.FigureKind;
import io.depeche.event.MentionKind;
import io.depeche.event.Origin;
import io.depeche.event.Qualifier;
import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import io.depeche.event.Timings;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

final class StatementMapperTest {

    private static final Instant RECEIVED = Instant.parse("2023-01-23T10:00:00Z");
    private static final Instant PUBLISHED = Instant.parse("2023-01-23T10:00:01Z");
    private static final Instant ENRICHED = Instant.parse("2023-01-23T10:00:02Z");
    private static final Annotator ANNOTATOR = Annotator.standard();

    private final StatementMapper mapper = new StatementMapper("1.2.3");

    private static RawStatement statement(StatementStatus status, String text) {
        return RawStatement.newBuilder()
                .setId("0123")
                .setSource("azertac")
                .setSourceItemId("item-1")
                .setUrl("https://example.com/1")
                .setTitle("Title")
                .setText(text)
                .setMediaType("text/html")
                .setLanguage("fr")
                .setIssued("2023-01")
                .setReceivedAt(RECEIVED)
                .setStatus(status)
                .setVersion("2")
                .setRights("free")
                .setCategories(List.of("medtop:11000000"))
                .setOrigin(Origin.newBuilder().setFormat("html").build())
                .build();
    }

    private static Annotations annotations(String text) {
        return ANNOTATOR.annotate(Document.of(text, "fr", "2023-01"));
    }

    private EnrichedStatement enriched(String text) {
        return mapper.enriched(
                statement(StatementStatus.UPDATE, text), annotations(text), PUBLISHED, ENRICHED, 3, List.of());
    }

    @Test
    void keepsAllThatTheStatementSays() {
        EnrichedStatement event = enriched("Le Président Ilham Aliyev est arrivé.");

        assertThat(event.getId()).isEqualTo("0123");
        assertThat(event.getSource()).isEqualTo("azertac");
        assertThat(event.getSourceItemId()).isEqualTo("item-1");
        assertThat(event.getUrl()).isEqualTo("https://example.com/1");
        assertThat(event.getTitle()).isEqualTo("Title");
        assertThat(event.getMediaType()).isEqualTo("text/html");
        assertThat(event.getLanguage()).isEqualTo("fr");
        assertThat(event.getLanguageConfidence()).isEqualTo(1f);
        assertThat(event.getIssued()).isEqualTo("2023-01");
        assertThat(event.getReceivedAt()).isEqualTo(RECEIVED);
        assertThat(event.getStatus()).isEqualTo(StatementStatus.UPDATE);
        assertThat(event.getVersion()).isEqualTo("2");
        assertThat(event.getRights()).isEqualTo("free");
        assertThat(event.getCategories()).containsExactly("medtop:11000000");
        assertThat(event.getOrigin().getFormat()).isEqualTo("html");
        assertThat(event.getRevision()).isEqualTo(3);
        assertThat(event.getTimings()).isEqualTo(new Timings(PUBLISHED, ENRICHED, null));
        assertThat(event.getAnalysis().getVersion()).isEqualTo("1.2.3");
        assertThat(event.getAnalysis().getAnalysers()).containsKeys("figures", "dates", "entities");
    }

    @Test
    void countsInCodePoints() {
        EnrichedStatement event = enriched("😀 Plus de 12 véhicules appartenant au Comité de la Paix le 23 janvier.");

        assertThat(event.getFigures()).singleElement().satisfies(figure -> {
            assertThat(figure.getStart()).isEqualTo(10);
            assertThat(figure.getEnd()).isEqualTo(12);
            assertThat(figure.getText()).isEqualTo("12");
            assertThat(figure.getCounted().getStart()).isEqualTo(13);
            assertThat(figure.getCounted().getText()).isEqualTo("véhicules");
            assertThat(figure.getOwner().getText()).isEqualTo("Comité de la Paix");
            assertThat(figure.getOwner().getEntity())
                    .isEqualTo(event.getEntities().get(0).getId());
        });
        assertThat(event.getDates()).singleElement().satisfies(date -> {
            assertThat(date.getText()).isEqualTo("23 janvier");
            assertThat(date.getValue()).isEqualTo("2023-01-23");
            assertThat(date.getAnchor()).isEqualTo("2023-01");
        });
    }

    @Test
    void declaresTheCoverageOfEveryAnalyser() {
        assertThat(enriched("Bonjour.").getCoverage())
                .containsOnlyKeys("language", "sentences", "entities", "figures", "dates", "attributions")
                .containsEntry("sentences", Coverage.RAN)
                .containsEntry("figures", Coverage.RAN)
                .containsEntry("attributions", Coverage.RAN);
    }

    @Test
    void aWithdrawnStatementHasNoAnnotations() {
        RawStatement statement = statement(StatementStatus.WITHDRAWN, "Il y a 12 morts.");
        List<FigureChange> changes =
                FigureDiff.between(StatementMapper.figureValues(annotations("Il y a 12 morts.")), List.of());

        EnrichedStatement event = mapper.withdrawn(statement, PUBLISHED, ENRICHED, 2, changes);

        assertThat(event.getStatus()).isEqualTo(StatementStatus.WITHDRAWN);
        assertThat(event.getSentences()).isEmpty();
        assertThat(event.getFigures()).isEmpty();
        assertThat(event.getCoverage()).isEmpty();
        assertThat(event.getChanges()).hasSize(1);
        assertThatThrownBy(() ->
                        mapper.enriched(statement, annotations("Il y a 12 morts."), PUBLISHED, ENRICHED, 2, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("withdrawn(…)");
    }

    @Test
    void refusesTheAnnotationsOfAnotherText() {
        assertThatThrownBy(() -> mapper.enriched(
                        statement(StatementStatus.NEW, "a"), annotations("b"), PUBLISHED, ENRICHED, 1, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("statement 0123");
    }

    @Test
    void theEnumsOfTextAndEventAreTheSame() {
        assertSame(io.depeche.enrich.text.Coverage.values(), Coverage.values());
        assertSame(io.depeche.enrich.text.FigureKind.values(), FigureKind.values());
        assertSame(io.depeche.enrich.text.Qualifier.values(), Qualifier.values());
        assertSame(io.depeche.enrich.text.DateType.values(), DateType.values());
        assertSame(io.depeche.enrich.text.EntityType.values(), EntityType.values());
        assertSame(io.depeche.enrich.text.MentionKind.values(), MentionKind.values());
    }

    private static void assertSame(Enum<?>[] text, Enum<?>[] event) {
        assertThat(Arrays.stream(text).map(Enum::name))
                .containsExactlyElementsOf(Arrays.stream(event).map(Enum::name).toList());
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "😀 ",
                        "\uD83D",
                        "\uDE00",
                        "Plus de 12 morts. ",
                        "Ilham Aliyev ",
                        "le 23 janvier ",
                        "l’Arménie. ",
                        "Le Président ",
                        "850 appartenant au Comité de Paris ",
                        "\u0000",
                        "\n\n")
                .list()
                .ofMaxSize(15)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 300)
    void theTextOfEveryAnnotationIsTheTextAtItsSpan(@ForAll("texts") String text) {
        EnrichedStatement event = enriched(text);

        event.getSentences().forEach(span -> assertAt(text, span.getStart(), span.getEnd(), span.getText()));
        event.getDates().forEach(date -> assertAt(text, date.getStart(), date.getEnd(), date.getText()));
        event.getFigures().forEach(figure -> {
            assertAt(text, figure.getStart(), figure.getEnd(), figure.getText());
            if (figure.getCounted() != null) {
                assertAt(
                        text,
                        figure.getCounted().getStart(),
                        figure.getCounted().getEnd(),
                        figure.getCounted().getText());
            }
            if (figure.getOwner() != null) {
                assertAt(
                        text,
                        figure.getOwner().getStart(),
                        figure.getOwner().getEnd(),
                        figure.getOwner().getText());
            }
        });
        event.getEntities().forEach(entity -> {
            entity.getRoles().forEach(role -> assertAt(text, role.getStart(), role.getEnd(), role.getText()));
            entity.getMentions()
                    .forEach(mention -> assertAt(text, mention.getStart(), mention.getEnd(), mention.getText()));
        });
    }

    private static void assertAt(String text, int start, int end, String expected) {
        int[] codePoints = text.codePoints().toArray();
        assertThat(new String(codePoints, start, end - start)).isEqualTo(expected);
    }

    @Test
    void aFigureIsClaimedByWhoSaysIt() {
        String text = "Anne Martin a dit que 12 soldats étaient partis. Il y a 30 blessés.";
        EnrichedStatement event = mapper.enriched(
                statement(StatementStatus.NEW, text),
                ANNOTATOR.annotate(Document.of(text, "fr", null)),
                PUBLISHED,
                ENRICHED,
                1,
                List.of());

        assertThat(event.getAttributions()).hasSize(1);
        assertThat(event.getAttributions().get(0).getContent().getText()).isEqualTo("12 soldats étaient partis");
        assertThat(event.getFigures())
                .extracting(figure -> figure.getAttribution())
                .containsExactly(0, null);
        assertThat(event.getCoverage().get("attributions")).isEqualTo(Coverage.RAN);
    }
}
