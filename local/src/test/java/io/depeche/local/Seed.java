// SPDX-License-Identifier: Apache-2.0
package io.depeche.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.DateExpression;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Entity;
import io.depeche.event.EntityType;
import io.depeche.event.Figure;
import io.depeche.event.Qualifier;
import java.nio.file.Path;

/** The statement that the project began with, and what has to be read out of it. */
public final class Seed {

    private Seed() {}

    /** The samples folder of the checkout. */
    public static Path samples() {
        return Path.of(System.getProperty("depeche.home", ".."))
                .resolve("samples")
                .toAbsolutePath()
                .normalize();
    }

    /** The seed's file. */
    public static Path file() {
        return samples().resolve("2023-01-23-latchine.fr.txt");
    }

    /** Holds an event against what the seed says. */
    public static void check(EnrichedStatement event) {
        assertThat(event.getIssued()).isEqualTo("2023-01");
        assertThat(event.getText()).startsWith("Le Président de la République").endsWith("téléphonique.");
        assertThat(event.getLanguage()).isEqualTo("fr");
        entity(event, "Ilham Aliyev", EntityType.PERSON, null);
        entity(event, "Antony Blinken", EntityType.PERSON, null);
        assertThat(event.getEntities()).extracting(Entity::getLink).contains("country:AZ", "country:AM", "country:US");
        figure(event, "980", Qualifier.ABOUT, "véhicules");
        figure(event, "850", Qualifier.MORE_THAN, "véhicules");
        figure(event, "120", Qualifier.MORE_THAN, "véhicules");
        figure(event, "90", Qualifier.NEARLY, "personnes");
        assertThat(event.getDates()).extracting(DateExpression::getValue).contains("2023-01-23", "2022-12-12");
        spans(event);
    }

    /** Holds every span of an event against its text, in code points. */
    public static void spans(EnrichedStatement event) {
        int[] text = event.getText().codePoints().toArray();
        event.getSentences().forEach(span -> at(text, span.getStart(), span.getEnd(), span.getText()));
        event.getDates().forEach(date -> at(text, date.getStart(), date.getEnd(), date.getText()));
        event.getFigures().forEach(figure -> {
            at(text, figure.getStart(), figure.getEnd(), figure.getText());
            if (figure.getCounted() != null) {
                at(
                        text,
                        figure.getCounted().getStart(),
                        figure.getCounted().getEnd(),
                        figure.getCounted().getText());
            }
            if (figure.getOwner() != null) {
                at(
                        text,
                        figure.getOwner().getStart(),
                        figure.getOwner().getEnd(),
                        figure.getOwner().getText());
            }
        });
        event.getEntities().forEach(entity -> {
            entity.getMentions().forEach(mention -> at(text, mention.getStart(), mention.getEnd(), mention.getText()));
            entity.getRoles().forEach(role -> at(text, role.getStart(), role.getEnd(), role.getText()));
        });
    }

    private static void at(int[] text, int start, int end, String expected) {
        assertThat(new String(text, start, end - start)).isEqualTo(expected);
    }

    private static void entity(EnrichedStatement event, String name, EntityType type, String link) {
        assertThat(event.getEntities()).anySatisfy(entity -> {
            assertThat(entity.getName()).isEqualTo(name);
            assertThat(entity.getType()).isEqualTo(type);
            assertThat(entity.getLink()).isEqualTo(link);
            assertThat(entity.getMentions()).isNotEmpty();
        });
    }

    private static void figure(EnrichedStatement event, String value, Qualifier qualifier, String counted) {
        assertThat(event.getFigures())
                .filteredOn(figure -> value.equals(figure.getValue()))
                .singleElement()
                .satisfies((Figure figure) -> {
                    assertThat(figure.getQualifier()).isEqualTo(qualifier);
                    assertThat(figure.getCounted().getText()).startsWith(counted);
                });
    }
}
