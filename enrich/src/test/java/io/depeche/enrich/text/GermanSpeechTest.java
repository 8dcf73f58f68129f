// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class GermanSpeechTest {

    /** "speaker | cue | content" */
    private static List<String> said(String text) {
        return Reading.of("de", null, text).said();
    }

    @Test
    void clauseWithoutConjunction() {
        assertThat(said("Der Minister sagte, die Verhandlungen seien gescheitert."))
                .containsExactly("Der Minister | sagte | die Verhandlungen seien gescheitert");
    }

    @Test
    void conjunctionBehindPlaceAndTime() {
        assertThat(said("Bundeskanzler Olaf Scholz erklärte am Montag in Berlin, dass die Hilfen verlängert werden."))
                .containsExactly("Bundeskanzler Olaf Scholz | erklärte | die Hilfen verlängert werden");
    }

    @Test
    void speakerBehindQuotation() {
        assertThat(said("„Wir werden nicht aufgeben“, sagte die Präsidentin."))
                .containsExactly("die Präsidentin | sagte | Wir werden nicht aufgeben");
    }

    @Test
    void particleAtTheEndOfTheClause() {
        assertThat(said("Die Polizei teilte am Freitag mit, dass zwei Menschen verletzt wurden."))
                .containsExactly("Die Polizei | teilte | zwei Menschen verletzt wurden");
    }

    @Test
    void objectBeforeTheParticle() {
        assertThat(said("Am Dienstag kündigte das Ministerium neue Sanktionen an."))
                .containsExactly("das Ministerium | kündigte | neue Sanktionen");
    }

    @Test
    void participleFarFromItsAuxiliary() {
        assertThat(said("Der Sprecher hat der Zeitung gesagt, dass die Brücke gesperrt bleibt."))
                .containsExactly("Der Sprecher | gesagt | die Brücke gesperrt bleibt");
    }

    @Test
    void objectBeforeTheParticiple() {
        assertThat(said("Die Firma hat die Vorwürfe zurückgewiesen."))
                .containsExactly("Die Firma | zurückgewiesen | die Vorwürfe");
    }

    @Test
    void cueClauseBefore() {
        assertThat(said("Wie die Behörde mitteilte, bleibt der Flughafen geschlossen."))
                .containsExactly("die Behörde | mitteilte | bleibt der Flughafen geschlossen");
    }

    @Test
    void cueClauseBehind() {
        assertThat(said("Der Flughafen bleibt geschlossen, wie die Behörde am Abend mitteilte."))
                .containsExactly("die Behörde | mitteilte | Der Flughafen bleibt geschlossen");
    }

    @Test
    void sourceBefore() {
        assertThat(said("Nach Angaben der Polizei wurden drei Personen festgenommen."))
                .containsExactly("der Polizei | Nach Angaben | wurden drei Personen festgenommen");
    }

    @Test
    void sourceBehind() {
        assertThat(said("Die Lage ist ernst, so der Minister."))
                .containsExactly("der Minister | so | Die Lage ist ernst");
    }

    @Test
    void postposition() {
        assertThat(said("Medienberichten zufolge wurde der Vertrag unterzeichnet."))
                .containsExactly("Medienberichten | zufolge | wurde der Vertrag unterzeichnet");
    }

    @Test
    void infinitive() {
        assertThat(said("Die Gewerkschaft forderte die Regierung auf, die Löhne zu erhöhen."))
                .containsExactly("Die Gewerkschaft | forderte | die Löhne zu erhöhen");
    }

    @Test
    void document() {
        assertThat(said("In dem Bericht heißt es, dass die Kosten steigen."))
                .containsExactly("dem Bericht | heißt es | die Kosten steigen");
    }

    @Test
    void negated() {
        assertThat(said("Angela Merkel sagte nicht, dass sie zurücktritt."))
                .containsExactly("Angela Merkel | sagte | sie zurücktritt");
    }
}
