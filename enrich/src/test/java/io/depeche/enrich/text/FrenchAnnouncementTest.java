// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what in French: what announces speech beside verbs with their subjects before them, and what does not. */
final class FrenchAnnouncementTest {

    private static List<String> said(String text) {
        return Reading.of("fr", null, text).said();
    }

    @Test
    void aClauseBehindAnAdjectiveOrAConjunctionIsNotThatOfTheVerb() {
        assertThat(said("Le gardien a lancé hier que la porte était fermée."))
                .containsExactly("Le gardien | a lancé | la porte était fermée");
        assertThat(said("Le gardien se dit plus tranquille depuis que la porte ferme."))
                .noneMatch(line -> line.endsWith("| la porte ferme"));
    }

    @Test
    void aPronounIsAnObjectWhereTheVerbHasNotItsEnding() {
        assertThat(said("« La porte est fermée », nous confie une voisine."))
                .containsExactly("une voisine | confie | La porte est fermée");
        assertThat(said("Nous disons que la porte est fermée.")).containsExactly("Nous | disons | la porte est fermée");
    }

    @Test
    void aColonAtTheEndOfAParagraphLeadsToTheNextOne() {
        assertThat(said("Le gardien a ajouté :\n\n« La porte est fermée depuis lundi. »"))
                .containsExactly("Le gardien | a ajouté | La porte est fermée depuis lundi");
    }

    @Test
    void whoItIsReproachedToIsNotWhatIsSaid() {
        assertThat(said("Il est reproché à l’ancien gardien d’avoir fermé la porte."))
                .containsExactly("null | est reproché | avoir fermé la porte");
        assertThat(said("Mme Roy a demandé à M. Petit de « fermer la porte »."))
                .containsExactly("Mme Roy | a demandé | fermer la porte");
    }

    @Test
    void whatSomethingIsMeasuredByIsNoSource() {
        assertThat(said("Selon les cas, la porte ferme à six heures.")).isEmpty();
        assertThat(said("Le prix change selon la taille de la porte.")).isEmpty();
        assertThat(said("Selon la gardienne, la porte est fermée."))
                .containsExactly("la gardienne | Selon | la porte est fermée");
    }

    @Test
    void anAppositionWithARelativeClauseBehindASourceIsNotSaid() {
        assertThat(said("Selon Anne Martin, gardienne du parc, qui habite tout près, la porte est fermée."))
                .containsExactly("Anne Martin | Selon | la porte est fermée");
    }

    @Test
    void thePronounOfAPassiveBehindSpeechIsNobody() {
        assertThat(said("« La porte est fermée », est-il précisé dans la note."))
                .containsExactly("null | est-il précisé | La porte est fermée");
    }

    @Test
    void nounsCanStandApartFromTheClauseThatTellsWhatWasSaid() {
        assertThat(said("L’information du journal selon laquelle la porte serait fermée est fausse."))
                .containsExactly("journal | information | la porte serait fermée");
        assertThat(said("La rumeur selon laquelle la porte fermera est fausse."))
                .containsExactly("null | rumeur | la porte fermera");
    }

    @Test
    void aVerbBetweenCommasWithItsSubjectInterruptsWhatWasSaid() {
        assertThat(said("Le projet, assurent les élus, est mort."))
                .containsExactly("les élus | assurent | Le projet, assurent les élus, est mort");
        assertThat(said("La porte fermera lundi, croit savoir le quotidien."))
                .containsExactly("le quotidien | croit savoir | La porte fermera lundi");
    }

    @Test
    void quotationsAreSaidByWhoStandsInBracketsOrBeforeAColon() {
        assertThat(said("Retraites : « Nous ne céderons pas » (Anne Martin)"))
                .containsExactly("Anne Martin | null | Nous ne céderons pas");
        assertThat(said("À lire : « La Maison du lac » (Anne Martin)")).isEmpty();
        assertThat(said("Elle sourit un instant : « La porte reste fermée le lundi. »"))
                .containsExactly("Elle | sourit | La porte reste fermée le lundi");
    }

    @Test
    void aFewWordsRightBeforeTheVerbOfAPersonAreSaid() {
        assertThat(said("« Inacceptable » a réagi le maire de Lens."))
                .containsExactly("le maire de Lens | a réagi | Inacceptable");
        assertThat(said("« Titanic » a remporté onze prix.")).isEmpty();
    }

    @Test
    void questionsAndWhatWasNotWantedAreNotSaid() {
        assertThat(said("« Pourquoi ne l’ont-ils pas dit hier ? » demande une voisine."))
                .containsExactly("une voisine | demande | Pourquoi ne l’ont-ils pas dit hier ?");
        assertThat(said("Le club n’a pas souhaité commenter la fermeture.")).isEmpty();
    }

    @Test
    void whatIsNobodyAsksNothing() {
        assertThat(said("La situation exige que chacun ferme sa porte.")).isEmpty();
        assertThat(said("La population exige que chacun ferme sa porte."))
                .containsExactly("La population | exige | chacun ferme sa porte");
    }

    @Test
    void whoIsConvincedThinks() {
        assertThat(said("Persuadée que la porte est fermée, la gardienne dort."))
                .containsExactly("la gardienne | Persuadée | la porte est fermée");
        assertThat(said("Le gardien, convaincu que la porte est fermée, a dormi."))
                .containsExactly("Le gardien | convaincu | la porte est fermée");
    }

    @Test
    void aCueCanPointToTheSentenceBefore() {
        assertThat(said("La porte va fermer. C’est ce qu’a annoncé le maire mardi."))
                .containsExactly("le maire | a annoncé | La porte va fermer");
        assertThat(said("La porte va fermer. C’est ce qui est arrivé.")).isEmpty();
    }

    @Test
    void whatSomebodySaysTheyAreIsAPhraseToo() {
        assertThat(said("Le groupe s’est dit d’accord avec le projet."))
                .containsExactly("Le groupe | s’est dit | d’accord avec le projet");
        assertThat(said("La maire se dit en colère contre le préfet."))
                .containsExactly("La maire | se dit | en colère contre le préfet");
    }

    @Test
    void whatSomethingIsHeldToBeStandsBehindIt() {
        assertThat(said("Les syndicats jugent cette décision injuste et dangereuse."))
                .containsExactly("Les syndicats | jugent | cette décision injuste et dangereuse");
        assertThat(said("Le maire trouve le projet trop coûteux."))
                .containsExactly("Le maire | trouve | le projet trop coûteux");
        assertThat(said("Les élus ont trouvé une solution acceptable.")).isEmpty();
        assertThat(said("Le tribunal a jugé le conducteur en mars.")).isEmpty();
    }

    @Test
    void oneSaysYesOrNoToSomething() {
        assertThat(said("Les habitants disent non à la réforme des retraites."))
                .containsExactly("Les habitants | disent non | la réforme des retraites");
        assertThat(said("Les deux partis s’accusent mutuellement de mentir."))
                .containsExactly("Les deux partis | s’accusent | mentir");
    }

    @Test
    void whatSomebodySpeaksOfBeginsWithItsArticle() {
        assertThat(said("Le maire a parlé d’une attaque « lâche et barbare »."))
                .containsExactly("Le maire | a parlé d’ | une attaque « lâche et barbare »");
    }

    @Test
    void aSentenceOfACourtIsNoCriticism() {
        assertThat(said("Le tribunal a condamné le maire à deux ans de prison."))
                .isEmpty();
        assertThat(said("La Cour des comptes dénonce la hausse des dépenses."))
                .containsExactly("La Cour des comptes | dénonce | la hausse des dépenses");
    }
}
