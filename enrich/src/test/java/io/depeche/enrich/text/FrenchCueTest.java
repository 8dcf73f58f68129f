// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what in French: what announces speech, and who speaks. */
final class FrenchCueTest {

    private static List<String> said(String text) {
        return Reading.of("fr", null, text).said();
    }

    @Test
    void adjectivesThatAreAdverbsElsewhereDoNotEndASpeaker() {
        assertThat(said("Selon le dernier relevé du barrage, le lac est plein."))
                .containsExactly("le dernier relevé du barrage | Selon | le lac est plein");
    }

    @Test
    void speakersHaveDeterminersOfAllKinds() {
        assertThat(said("Votre voisine affirme que le pont est fermé."))
                .containsExactly("Votre voisine | affirme | le pont est fermé");
        assertThat(said("Le pont est fermé, selon différents habitants."))
                .containsExactly("différents habitants | selon | Le pont est fermé");
    }

    @Test
    void anArticleBehindANounIsAnObject() {
        assertThat(said("Le conducteur est parti et la police l’accuse de vol."))
                .containsExactly("la police | accuse | vol");
        assertThat(said("Le maire rejette la demande de son voisin."))
                .containsExactly("Le maire | rejette | la demande de son voisin");
    }

    @Test
    void anyVerbBetweenAQuotationAndItsSubjectAnnouncesIt() {
        assertThat(said("« La porte est fermée », enrage le gardien du parc."))
                .containsExactly("le gardien du parc | enrage | La porte est fermée");
        assertThat(said("« La porte est fermée », se console le maire de Lyon."))
                .containsExactly("le maire de Lyon | se console | La porte est fermée");
        assertThat(said("« La porte est fermée », tente de minimiser Anne Martin."))
                .containsExactly("Anne Martin | tente de minimiser | La porte est fermée");
        assertThat(said("La porte, s’enhardit-il, est fermée."))
                .containsExactly("il | s’enhardit-il | La porte, s’enhardit-il, est fermée");
        assertThat(said("Le film, intitulé « Une vie », passionne le public.")).isEmpty();
        assertThat(said("« La porte est fermée », reste le problème des fenêtres."))
                .isEmpty();
    }

    @Test
    void whatTellsWhereItWasSaidStandsBeforeTheSubject() {
        assertThat(
                        said(
                                "« La porte est fermée », a déclaré samedi à la presse, lors d’une visite, le gardien du parc."))
                .containsExactly("le gardien du parc | a déclaré | La porte est fermée");
        assertThat(said("« La porte est fermée », a déclaré dans sa lettre le gardien du parc."))
                .containsExactly("le gardien du parc | a déclaré | La porte est fermée");
    }

    @Test
    void whatStandsBehindAnImperativeIsNoSubject() {
        assertThat(said("Appelez le conseiller pour l’aider.")).isEmpty();
    }

    @Test
    void infinitivesThatSpeechFollowsAreCuesWithTheVerbBeforeThem() {
        assertThat(said("Le gardien a pris soin de préciser que la porte était fermée."))
                .containsExactly("Le gardien | a pris soin de préciser | la porte était fermée");
        assertThat(said("Le gardien s’est borné à répéter que la porte était fermée."))
                .containsExactly("Le gardien | s’est borné à répéter | la porte était fermée");
        assertThat(said("Force est de constater que la porte est fermée.")).isEmpty();
        assertThat(said("Il faut préciser que la porte est fermée.")).isEmpty();
    }

    @Test
    void infinitivesTellWhatCameNext() {
        assertThat(said("Et le gardien d’ajouter : « La porte est fermée. »"))
                .containsExactly("le gardien | ajouter | La porte est fermée");
    }

    @Test
    void whatPointsToThingsToldBeforeSaysNothing() {
        assertThat(said("La ville est petite. Cette taille rappelle la modestie du pays."))
                .isEmpty();
        assertThat(said("Cette association rappelle l’interdiction de fumer."))
                .containsExactly("Cette association | rappelle | l’interdiction de fumer");
    }

    @Test
    void aVerbBehindAPronounThatIsAnArticleElsewhereIsNoNoun() {
        assertThat(said("Certains disent que la porte est fermée."))
                .containsExactly("Certains | disent | la porte est fermée");
    }

    @Test
    void wordsInQuotationMarksRightBehindAVerbAreSaid() {
        assertThat(said("Le gardien juge « absurde » la fermeture de la porte."))
                .containsExactly("Le gardien | juge | « absurde » la fermeture de la porte");
        assertThat(said("Le gardien se dit « surpris » de la fermeture."))
                .containsExactly("Le gardien | se dit | « surpris » de la fermeture");
        assertThat(said("Le gardien y voit une « idée saugrenue »."))
                .containsExactly("Le gardien | voit | une « idée saugrenue »");
    }

    @Test
    void whatStandsBeforeASubjectWithoutAVerbIsNotSaid() {
        assertThat(said("Sollicité par un journal, le club n’a pas répondu.")).isEmpty();
        assertThat(said("En France, le club a rapporté.")).isEmpty();
    }

    @Test
    void whatIsJudgedStandsBehindWhatItIsJudgedToBe() {
        assertThat(said("Les élus jugent peu sérieux et tardif que la route soit fermée."))
                .containsExactly("Les élus | jugent | peu sérieux et tardif que la route soit fermée");
    }

    @Test
    void whatIsLearntIsSaidBehindIt() {
        assertThat(said("La route restera fermée, apprend-on de source policière."))
                .containsExactly("null | apprend-on | La route restera fermée");
    }
}
