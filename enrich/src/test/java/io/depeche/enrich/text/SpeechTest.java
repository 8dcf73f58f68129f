// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what in French and English; other languages have classes of their own, and more is in docs/extraction.md. */
final class SpeechTest {

    private static List<String> french(String text) {
        return Reading.of("fr", null, text).said();
    }

    private static List<String> english(String text) {
        return Reading.of("en", null, text).said();
    }

    @Test
    void aClauseEndsBeforeTheNextOfTheSameSpeaker() {
        assertThat(french("Le ministre a déclaré que la route était libre, ajoutant que l’armée veillait."))
                .containsExactlyInAnyOrder(
                        "Le ministre | a déclaré | la route était libre", "Le ministre | ajoutant | l’armée veillait");
        assertThat(english("Mr. Smith said that the road was open and added that the army was watching."))
                .containsExactlyInAnyOrder(
                        "Mr. Smith | said | the road was open", "Mr. Smith | added | the army was watching");
    }

    @Test
    void aQuotationGoesOnBehindItsCueAndInTheNextSentence() {
        assertThat(french("« Nous partons », a annoncé Anne Martin. « Demain nous serons loin d’ici. »"))
                .containsExactly(
                        "Anne Martin | a annoncé | Nous partons », a annoncé Anne Martin. « Demain nous serons loin "
                                + "d’ici");
        assertThat(english("\"We are leaving,\" Anne Martin said, \"and we will not come back.\""))
                .containsExactly(
                        "Anne Martin | said | We are leaving,\" Anne Martin said, \"and we will not come back");
    }

    @Test
    void aQuotationRunsOverParagraphs() {
        assertThat(english("“We are leaving.\n\n“We will not come back to this place,” said Anne Martin."))
                .containsExactly("Anne Martin | said | We are leaving.\n\n“We will not come back to this place");
    }

    @Test
    void aPassiveHasNoSpeakerWhereItNamesNone() {
        assertThat(french("Il a été souligné que la route était libre."))
                .containsExactly("null | a été souligné | la route était libre");
        assertThat(french("On dit que la route est libre.")).containsExactly("null | dit | la route est libre");
    }

    @Test
    void whatWasNotSaidIsNegated() {
        Attribution attribution = Reading.of("fr", null, "Le ministre n’a pas dit que la route était libre.")
                .annotations()
                .get(Layers.ATTRIBUTIONS)
                .get(0);

        assertThat(attribution.negated()).isTrue();
        assertThat(attribution.act()).isEqualTo(SpeechAct.SAID);
    }

    @Test
    void actsAndFormsAreTold() {
        List<Attribution> attributions = Reading.of(
                        "fr",
                        null,
                        "Paul Durand a promis de payer. « Jamais ! », a démenti Anne Martin. Le ministre a dit que c’était "
                                + "« une honte » pour tous.")
                .annotations()
                .get(Layers.ATTRIBUTIONS);

        assertThat(attributions)
                .extracting(Attribution::act)
                .containsExactly(SpeechAct.PROMISED, SpeechAct.DENIED, SpeechAct.SAID);
        assertThat(attributions)
                .extracting(Attribution::form)
                .containsExactly(AttributionForm.INDIRECT, AttributionForm.DIRECT, AttributionForm.MIXED);
    }

    @Test
    void aPronounStandsForThePersonWhoSpokeLast() {
        Reading reading = Reading.of(
                "fr", null, "Anne Martin a dit que la route était libre. Elle a ajouté que tout allait bien.");

        assertThat(reading.annotations().get(Layers.ATTRIBUTIONS))
                .extracting(Attribution::speaker)
                .containsOnly(reading.entity("Anne Martin").id());
    }

    @Test
    void aPronounThatIsHungToItsVerbSpeaksAlone() {
        assertThat(french("« Nous partons demain », a-t-il dit. « Jamais de la vie », répondit-elle."))
                .extracting(said -> said.substring(0, said.indexOf(" | ")))
                .containsExactly("il", "elle");
    }

    @Test
    void adjectivesFromVerbsAndNounsAnnounceNothing() {
        assertThat(english("The recently announced plan met some criticism.")).isEmpty();
        assertThat(french("La demande de rapport est arrivée.")).isEmpty();
    }

    /** Every attribution stands in the ones before it: only the outer ones are told. */
    @Test
    void aTextOfCuesIsNotToldOverAndOver() {
        assertThat(french("Paul Durand a dit que ".repeat(200) + "oui.")).hasSizeLessThan(10);
    }

    @Test
    void whereAndWhenAStatementWasWrittenIsNoPartOfIt() {
        assertThat(french("PARIS, 5 mars (AFP) – La route est libre, a annoncé Anne Martin."))
                .containsExactly("Anne Martin | a annoncé | La route est libre");
    }

    @Test
    void adverbsOfSeveralWordsStandInsideVerbs() {
        assertThat(french("Anne Martin a pour sa part ajouté que la route était libre."))
                .containsExactly("Anne Martin | a pour sa part ajouté | la route était libre");
        assertThat(french("Anne Martin met également en cause la police."))
                .containsExactly("Anne Martin | met également en cause | la police");
        assertThat(french("Le gouvernement vient d’annoncer que la route est libre."))
                .containsExactly("Le gouvernement | vient d’annoncer | la route est libre");
    }

    @Test
    void aQuotationThatWasNotOpenedBeginsWithItsParagraph() {
        assertThat(french("Il y a eu du bruit.\n\nC’est une dure journée », a déclaré Anne Martin."))
                .containsExactly("Anne Martin | a déclaré | C’est une dure journée");
    }

    @Test
    void onlyDocumentsShow() {
        assertThat(french("L’étude montre que la route est libre."))
                .containsExactly("L’étude | montre | la route est libre");
        assertThat(french("Cela montre que la route est libre.")).isEmpty();
        assertThat(french("Rappelons que la route est libre.")).isEmpty();
    }

    @Test
    void aSentenceOfReportHasNoSpeaker() {
        assertThat(french("Il aurait voyagé avec son cousin."))
                .containsExactly("null | null | Il aurait voyagé avec son cousin");
        assertThat(french("Il aurait dû voyager avec son cousin.")).isEmpty();
    }

    @Test
    void aSourceInsideAClauseIsThatOfTheClause() {
        assertThat(french("Le ministre précise que la route est, selon lui, libre."))
                .contains("lui | selon | la route est, selon lui, libre");
    }

    @Test
    void aRelativeClauseStandsBetweenASubjectAndItsVerb() {
        assertThat(french("Les gens qui vivent ici ont déclaré que la route était libre."))
                .containsExactly("Les gens | ont déclaré | la route était libre");
        assertThat(french("Anne Martin, du cabinet Durand, qui a compilé les chiffres, a déclaré que tout va bien."))
                .containsExactly("Anne Martin | a déclaré | tout va bien");
    }
}
