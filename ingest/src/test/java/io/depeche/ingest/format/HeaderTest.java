// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "date 2023-01 Le Président|2023-01|Le Président",
                "Date: 2023-01-23 Le Président|2023-01-23|Le Président",
                "DATE:2023-01-23T10:00:00+01:00 Le Président|2023-01-23T10:00:00+01:00|Le Président",
                "date 2023: Le Président|2023|Le Président",
                "Date : 2023 Le Président|2023|Le Président",
                "date 2023-01 : Le Président|2023-01|Le Président",
                "date 2023-01\u00A0Le Président|2023-01|Le Président"
            })
    void readsALeadingDate(String text, String issued, String behind) {
        assertThat(Header.read(text))
                .extracting(Header::fields, Header::text)
                .containsExactly(Map.of(Field.ISSUED, issued), behind);
    }

    @Test
    void readsALeadingYearWithALineEndBehindIt() {
        assertThat(Header.read("date 2023\n\nLe Président").text()).isEqualTo("Le Président");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date 2023 was a good year",
                "dates 2023-01 and 2023-02",
                "date 2023-2024 of the season",
                "date palms grow",
                "Le 2023-01-23, date 2023-01",
                "date 2023-01",
                "Note: this is text\n\nmore",
                "title: one\nNote: two\n\nthree",
                "title: no empty line\nbehind it",
                "title: nothing behind it",
                "title:\n\nno value",
                "version 2\n\nof the text",
                "title fights in boxing\nrights of way\n\nThe fight",
                "language barriers\n\nfall",
                "Language fr\n\nCapital",
                "language fr\nand more\n\nbody",
                "url of the text\n\nbody"
            })
    void leavesOrdinaryTextAlone(String text) {
        assertThat(Header.read(text)).extracting(Header::fields, Header::text).containsExactly(Map.of(), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"date 2023-13 Le Président", "Date: 2023-02-30 Le Président", "date 2023-1-5 Le Président"})
    void leavesAnImpossibleDateInTheTextAndSaysSo(String text) {
        Header header = Header.read(text);

        assertThat(header.text()).isEqualTo(text);
        assertThat(header.fields()).isEmpty();
        assertThat(header.notes()).singleElement().asString().contains("2023-", "ISO 8601");
    }

    @Test
    void readsABlockOfKnownKeys() {
        Header header =
                Header.read("Date: 2023-01-23\nTitle:  Coup de fil \nLANGUAGE: FR\nurl: https://example.org/a:b\n"
                        + "rights: AZERTAC\nversion: 2\nstatus: correction\n \nLe Président\n\nNote: texte");

        assertThat(header.fields())
                .isEqualTo(Map.of(
                        Field.ISSUED, "2023-01-23",
                        Field.TITLE, "Coup de fil",
                        Field.LANGUAGE, "fr",
                        Field.URL, "https://example.org/a:b",
                        Field.RIGHTS, "AZERTAC",
                        Field.VERSION, "2",
                        Field.STATUS, "CORRECTION"));
        assertThat(header.text()).isEqualTo("Le Président\n\nNote: texte");
        assertThat(header.notes()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "date 2023-01-23\ntitle Coup de fil\nlanguage fr\nurl https://example.org/a\nrights AZERTAC\nversion 2\n"
                        + "status UPDATE\n\nLe Président",
                "date 2023-01-23\nTitle: Coup de fil\nlanguage fr\nURL: https://example.org/a\nrights AZERTAC\n"
                        + "version: 2\nstatus update\n\nLe Président"
            })
    void readsABlockWithoutColonsToo(String text) {
        Header header = Header.read(text);

        assertThat(header.fields())
                .isEqualTo(Map.of(
                        Field.ISSUED, "2023-01-23",
                        Field.TITLE, "Coup de fil",
                        Field.LANGUAGE, "fr",
                        Field.URL, "https://example.org/a",
                        Field.RIGHTS, "AZERTAC",
                        Field.VERSION, "2",
                        Field.STATUS, "UPDATE"));
        assertThat(header.text()).isEqualTo("Le Président");
    }

    @Test
    void leavesLinesOfABlockThatItDoesNotUnderstandInTheTextAndSaysSo() {
        Header header = Header.read("title: one\ndate: 2023-13\ntitle: two\nlanguage: fr_FR\nstatus: dead\n\nbody");

        assertThat(header.fields()).isEqualTo(Map.of(Field.TITLE, "one"));
        assertThat(header.text()).isEqualTo("date: 2023-13\ntitle: two\nlanguage: fr_FR\nstatus: dead\n\nbody");
        assertThat(header.notes()).hasSize(4);
    }
}
