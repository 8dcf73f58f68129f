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

    @Test
    void whatIsReadOrLearntIsSaidByWhatItStandsIn() {
        assertThat(said("Dans un communiqué de la mairie, on apprend que la piscine fermera."))
                .containsExactly("un communiqué de la mairie | apprend | la piscine fermera");
        assertThat(said("On apprend ce lundi que la piscine fermera."))
                .containsExactly("null | apprend | la piscine fermera");
        assertThat(said("Il apprend que la piscine fermera.")).isEmpty();
        assertThat(said("« Nous ne partirons pas », pouvait-on lire sur les banderoles."))
                .containsExactly("les banderoles | pouvait-on lire | Nous ne partirons pas");
        assertThat(said("Sur la page du club, on pouvait lire : « Merci à tous »."))
                .containsExactly("la page du club | pouvait lire | Merci à tous");
    }

    @Test
    void aNameInQuotationMarksIsPartOfItsGroup() {
        assertThat(said("L’association « Sauvons le lac » demande au préfet de suspendre le chantier."))
                .containsExactly("L’association « Sauvons le lac » | demande | suspendre le chantier");
        assertThat(said("Le groupe autoproclamé « Lune rouge », qui se cache, a revendiqué les attaques."))
                .containsExactly("Le groupe autoproclamé « Lune rouge » | a revendiqué | les attaques");
    }

    @Test
    void aNegationWithQueMeansOnly() {
        assertThat(said("Ces hausses ne rapportent que trois millions d’euros."))
                .isEmpty();
        assertThat(said("Ces plaintes ne relèvent que du civil.")).isEmpty();
        assertThat(said("Le gouvernement ne prévoit qu’une hausse de 2 %."))
                .containsExactly("Le gouvernement | prévoit | une hausse de 2 %");
    }

    @Test
    void aVerbInQuotationMarksHasItsSubjectBeforeThem() {
        assertThat(said("La direction « regrette » cette décision."))
                .containsExactly("La direction | regrette | cette décision");
        assertThat(said("La ville a diffusé un texte qui « condamne les faits » et demande une enquête."))
                .contains("un texte | condamne | les faits", "un texte | demande | une enquête");
    }

    @Test
    void aVerbBeforeAnObjectAndAColonIsTheCue() {
        assertThat(said("Le préfet a commenté ainsi ce vote : « C’est une bonne nouvelle pour tous. »"))
                .containsExactly("Le préfet | a commenté | C’est une bonne nouvelle pour tous");
    }

    @Test
    void whatSomethingIsDescribedAsIsBySomebody() {
        assertThat(said("Il est décrit comme « un homme calme, discret » par un ami."))
                .containsExactly("un ami | est décrit comme | un homme calme, discret");
        assertThat(said("Le prévenu, qualifié par ses voisins d’« homme calme », est libre."))
                .containsExactly("ses voisins | qualifié | homme calme");
        assertThat(said("Ce bois est considéré comme précieux.")).isEmpty();
    }

    @Test
    void quantitiesCanBeAskedFor() {
        assertThat(said("Le maire réclame plus de moyens.")).containsExactly("Le maire | réclame | plus de moyens");
        assertThat(said("Le ravisseur n’a pas demandé de rançon."))
                .containsExactly("Le ravisseur | a pas demandé | de rançon");
        assertThat(said("Le maire raconte comment la porte est tombée."))
                .containsExactly("Le maire | raconte | comment la porte est tombée");
    }

    @Test
    void whatAllThatWasToldShowsIsNotSaid() {
        assertThat(said("La porte est ouverte, ce qui laisse penser que le chat est parti."))
                .isEmpty();
        assertThat(said("Le maire n’a pas souhaité s’exprimer.")).isEmpty();
    }

    @Test
    void aRelativeClauseCanBeAboutAPhraseBehindAPreposition() {
        assertThat(said("Il s’agit d’un homme de 26 ans qui aurait déclaré agir seul."))
                .containsExactly("un homme de 26 ans | aurait déclaré | agir seul");
        assertThat(said("Selon « Le Phare », le pont est fermé."))
                .containsExactly("Le Phare | Selon | le pont est fermé");
    }

    @Test
    void reflexivesAndAuxiliariesCanStandApart() {
        assertThat(said("Nous ne nous attendions pas à ce que la porte s’ouvre."))
                .containsExactly("Nous | nous attendions | la porte s’ouvre");
        assertThat(said("Il a d’ailleurs, à ce sujet, proposé la création d’un fonds."))
                .containsExactly("Il | a d’ailleurs, à ce sujet, proposé | la création d’un fonds");
    }

    @Test
    void whatSomethingIsJudgedToBeStandsInQuotationMarks() {
        assertThat(said("Une décision jugée « incompréhensible » par les syndicats."))
                .containsExactly("les syndicats | jugée | incompréhensible");
        assertThat(said("L’accord prévoit la création d’un fonds.")).isEmpty();
        assertThat(said("Pour cela, une porte devra être ouverte.")).isEmpty();
    }

    @Test
    void idiomsOfVerbsThatAnnounceSpeechCanSayNothing() {
        assertThat(said("La police a lancé un appel à témoins.")).isEmpty();
        assertThat(said("Le groupe accuse une perte de deux millions d’euros.")).isEmpty();
        assertThat(said("Des responsables ayant requis l’anonymat ont indiqué que le plan était prêt."))
                .containsExactly("Des responsables ayant requis l’anonymat | ont indiqué | le plan était prêt");
    }

    @Test
    void whoSaysSomethingIsNotWhoCitesThem() {
        assertThat(said("Cité par l’agence Paul Durand, le ministre a promis de partir."))
                .containsExactly("le ministre | a promis | partir");
        assertThat(said("Pour paraphraser Paul Durand, la porte est ouverte.")).isEmpty();
        assertThat(said("Le syndicat se demande qui va payer."))
                .containsExactly("Le syndicat | se demande | qui va payer");
    }

    @Test
    void theVerbBeforeParAndAnInfinitiveIsOfTheCue() {
        assertThat(said("Le maire a fini par admettre jeudi que le pont était fermé."))
                .containsExactly("Le maire | a fini par admettre | le pont était fermé");
    }

    @Test
    void whoMakesAChargeCanStandBeforeIt() {
        assertThat(said("Le maire est accusé par deux élus de fraude fiscale."))
                .containsExactly("deux élus | est accusé | fraude fiscale");
        assertThat(said("Il est accusé par le maire de Lyon de fraude fiscale."))
                .containsExactly("le maire de Lyon | est accusé | fraude fiscale");
    }

    @Test
    void aNegationBeforeAnAdjectiveBelongsToIt() {
        assertThat(said("Le prévenu a plaidé non coupable.")).containsExactly("Le prévenu | a plaidé | non coupable");
        assertThat(said("C’est avec une petite note d’humour que le pont a rouvert."))
                .isEmpty();
        assertThat(said("« Nous avons froid », commence Anne Martin."))
                .containsExactly("Anne Martin | commence | Nous avons froid");
    }

    @Test
    void aSourceCanBeAClause() {
        assertThat(said("Le voleur est en prison, selon ce qu’a confié une source judiciaire à la presse."))
                .containsExactly("une source judiciaire | a confié | Le voleur est en prison");
        assertThat(said("Selon ce qu’a dit à la presse Paul Durand, « la digue a cédé »."))
                .containsExactly("Paul Durand | a dit | la digue a cédé");
    }

    @Test
    void twoAdverbsStandInsideAVerb() {
        assertThat(said("Il a très clairement dit que la loi est bonne."))
                .containsExactly("Il | a très clairement dit | la loi est bonne");
    }

    @Test
    void whoIsSuspectedIsCharged() {
        assertThat(said("Trois voisins soupçonnés d’avoir volé une barque ont été arrêtés."))
                .containsExactly("null | soupçonnés | avoir volé une barque");
        assertThat(
                        said(
                                "Deux élus, accusés d’être, à des degrés divers, responsables de la faillite, ont démissionné."))
                .containsExactly("null | accusés | être, à des degrés divers, responsables de la faillite");
        assertThat(said("Anne Martin dit que le pont est beau. Il est décrit comme"))
                .containsExactly("Anne Martin | dit | le pont est beau");
    }

    @Test
    void anInfinitiveThatBlamesIsACueWithAnyVerbBeforeIt() {
        assertThat(said("Les bouchers veulent dénoncer la hausse des loyers."))
                .containsExactly("Les bouchers | veulent dénoncer | la hausse des loyers");
        assertThat(said("Le député n’a cessé de promettre une alliance avec les pêcheurs."))
                .containsExactly("Le député | a cessé de promettre | une alliance avec les pêcheurs");
    }

    @Test
    void othersSpeakBeforeACourt() {
        assertThat(said("Le tribunal a appris que la caisse était vide."))
                .containsExactly("null | a appris | la caisse était vide");
        assertThat(said("« Nous avons gagné », lit-on dans le message."))
                .containsExactly("le message | lit-on | Nous avons gagné");
    }

    @Test
    void anInfinitiveCanStandBehindWhoWasTold() {
        assertThat(said("Le gardien a déclaré à la presse vouloir partir."))
                .containsExactly("Le gardien | a déclaré | vouloir partir");
        assertThat(said("Elle a indiqué aux enquêteurs connaître le voleur."))
                .containsExactly("Elle | a indiqué | connaître le voleur");
    }

    @Test
    void whatWasNotSpecifiedIsLeftOpen() {
        assertThat(said("La police n’a pas précisé le nombre de blessés."))
                .containsExactly("La police | a pas précisé | le nombre de blessés");
        assertThat(said("Le maire n’a pas annoncé la fermeture du port.")).isEmpty();
    }

    @Test
    void aNounCanBeConsideredOrDoubted() {
        assertThat(said("Les élus considèrent le texte inacceptable."))
                .containsExactly("Les élus | considèrent | le texte inacceptable");
        assertThat(said("Les témoins ont douté de la version du garde."))
                .containsExactly("Les témoins | ont douté | la version du garde");
        assertThat(said("Les syndicats réclament d’importantes hausses de salaires."))
                .containsExactly("Les syndicats | réclament | d’importantes hausses de salaires");
    }

    @Test
    void whoGoesAsFarAsSayingSomethingSaysIt() {
        assertThat(said("Anne Martin est allée jusqu’à affirmer que le pont était faux."))
                .containsExactly("Anne Martin | est allée jusqu’à affirmer | le pont était faux");
        assertThat(said("Le maire est parti du principe que personne ne viendrait."))
                .containsExactly("Le maire | est parti du principe | personne ne viendrait");
        assertThat(said("Mon père avait coutume de dire que rien ne presse."))
                .containsExactly("Mon père | avait coutume de dire | rien ne presse");
        assertThat(said("Anne Martin songe à la retraite.")).isEmpty();
    }

    @Test
    void whatSomebodyFindsItToBeIsThought() {
        assertThat(said("Anne Martin la trouve admirable.")).containsExactly("Anne Martin | trouve | admirable");
        assertThat(said("Les élus ne les trouvent pas.")).isEmpty();
        assertThat(said("Anne Martin trouve ça très utile.")).containsExactly("Anne Martin | trouve | ça très utile");
        assertThat(said("Le club n’a pas répondu à une demande de commentaire."))
                .isEmpty();
    }

    @Test
    void whatSomebodySaysTheyAreHasNoCueOfItsOwn() {
        assertThat(said("Le maire s’est dit confiant que le pont tiendrait."))
                .containsExactly("Le maire | s’est dit | confiant que le pont tiendrait");
        assertThat(said("La mairie n’a pas répondu à une demande de commentaire."))
                .isEmpty();
        assertThat(said("« Le client a raison », avait coutume de dire le patron."))
                .containsExactly("le patron | avait coutume de dire | Le client a raison");
    }
}
