// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what in French: quotations, and who they are by where that is told in another sentence. */
final class FrenchQuotedSpeechTest {

    private static List<String> said(String text) {
        return Reading.of("fr", null, text).said();
    }

    @Test
    void whatIsAskedOrCalledOutNeedsNoCommaBeforeItsCue() {
        assertThat(said("« Qui va payer ? s’interroge le maire. Nous n’avons plus un sou. »"))
                .containsExactly(
                        "le maire | s’interroge | Qui va payer ? s’interroge le maire. Nous n’avons plus un sou");
        assertThat(said("« Ça suffit ! a lancé Paul Martin. Nous partons. »"))
                .containsExactly("Paul Martin | a lancé | Ça suffit ! a lancé Paul Martin. Nous partons");
        assertThat(said("Où est le pont ? a-t-il demandé.")).containsExactly("il | a-t-il demandé | Où est le pont");
    }

    @Test
    void whatIsSaidInsideAQuotationSaysNothingOfWhoItIsBy() {
        assertThat(said("Anne Martin, la maire, connaît le quartier. « Je l’aime. Je pense que le pont est beau. »"))
                .containsExactly(
                        "Anne Martin | null | Je l’aime. Je pense que le pont est beau",
                        "Je | pense | le pont est beau");
    }

    @Test
    void relativeClausesAreOfWhoStandsBehindAPrepositionOrBeforeAnApposition() {
        assertThat(said("La décision a été prise par le syndicat, qui juge que les postes manquent."))
                .containsExactly("le syndicat | juge | les postes manquent");
        assertThat(said("La hausse est de 3 % pour les syndicats de la poste, qui réclament une prime."))
                .contains("les syndicats de la poste | réclament | une prime");
        assertThat(said("Paul Durand, élu à Lyon et neveu de l’ancien maire, qui souhaite des excuses, est parti."))
                .containsExactly("Paul Durand | souhaite | des excuses");
        assertThat(said("Le projet est suivi par 60 % des habitants, déçus, qui estiment que le pont est laid."))
                .containsExactly("des habitants | estiment | le pont est laid");
    }

    @Test
    void relativeClausesThatAConjunctionJoinsAreOfTheSame() {
        assertThat(said("Le syndicat, qui a vu le pont et qui dénonce un recul, est parti."))
                .containsExactly("Le syndicat | dénonce | un recul");
        assertThat(said("Le directeur, arrivé en 2015, et qui avait promis des embauches, est parti."))
                .containsExactly("Le directeur | avait promis | des embauches");
    }

    @Test
    void verbsThatAreOnlyListedWithAnObjectStandBehindQuotationsToo() {
        assertThat(said("« Ils ont tort de partir », désapprouve de son côté une habitante."))
                .containsExactly("une habitante | désapprouve | Ils ont tort de partir");
        assertThat(said("« C’est bien », dit Anne Martin. « Ils ont tort de partir », désapprouve une habitante."))
                .containsExactly(
                        "Anne Martin | dit | C’est bien", "une habitante | désapprouve | Ils ont tort de partir");
        assertThat(said("Le gouvernement « profite de la crise pour être opaque », a accusé jeudi Anne Martin."))
                .containsExactly("Anne Martin | a accusé | Le gouvernement « profite de la crise pour être opaque »");
    }

    @Test
    void twoCanSayTheSameBehindWordsThatTellHow() {
        assertThat(said("« Nous irons jusqu’au bout », ont promis, d’une même voix, la maire et son adjoint."))
                .containsExactly("la maire | ont promis | Nous irons jusqu’au bout");
    }

    @Test
    void namesInQuotationMarksSpeak() {
        assertThat(said("« Quotidien » a affirmé que le pont est vide."))
                .containsExactly("Quotidien | a affirmé | le pont est vide");
        assertThat(said("Le collectif « Sauvons nos gares » dénonce un abandon."))
                .containsExactly("Le collectif « Sauvons nos gares » | dénonce | un abandon");
        assertThat(said("Le journal \"Le Matin\" écrit que le pont est vide."))
                .containsExactly("Le journal \"Le Matin\" | écrit | le pont est vide");
    }

    @Test
    void whoBeginsTheSentenceIsTheSubjectBehindARelativeClause() {
        assertThat(
                        said(
                                "Anne Martin, chercheuse à Lyon, qui n’a pas vu le texte, a jugé ses conclusions « sérieuses »."))
                .containsExactly("Anne Martin | a jugé | ses conclusions « sérieuses »");
        assertThat(said("La commission qui réunit les partis, a annoncé les noms retenus."))
                .containsExactly("La commission | a annoncé | les noms retenus");
    }

    @Test
    void whatIsToldOfANameNeedsNoSecondComma() {
        assertThat(said("Paul Durand, premier vice-président du Togo a réagi : « C’est un geste fort. »"))
                .containsExactly("Paul Durand | a réagi | C’est un geste fort");
    }

    @Test
    void sourcesCanBeNamedInQuotationMarksAndBeBehindAQuotationOverSentences() {
        assertThat(said("Selon « Le Matin », le pont est vide."))
                .containsExactly("Le Matin | Selon | le pont est vide");
        assertThat(said("« Le pont est vide. Il faut le fermer », d’après le maire de Lyon."))
                .containsExactly("le maire de Lyon | d’après | Le pont est vide. Il faut le fermer");
    }

    @Test
    void quotationsInARowAreOfWhoseCueIsBehindThem() {
        assertThat(
                        said(
                                "Paul Durand n’a pas ri. « La route est vide maintenant. » « Le pont est laid », a-t-il confié."))
                .containsExactly("il | a-t-il confié | La route est vide maintenant. » « Le pont est laid");
    }

    @Test
    void aColonBehindACueLeadsToAQuotationThatGoesOnWithWhatStandsBefore() {
        assertThat(said("La route est vide, rappelle le maire : « Le pont est fermé. »"))
                .containsExactly("le maire | rappelle | La route est vide, rappelle le maire : « Le pont est fermé");
    }

    @Test
    void anObjectCanStandBetweenACueAndItsQuotation() {
        assertThat(said("Le maire a félicité le club : « Bravo à tous. »"))
                .containsExactly("Le maire | a félicité | Bravo à tous");
        assertThat(said("Le maire, du parti vert, a félicité le club : « Bravo à tous. »"))
                .containsExactly("Le maire | a félicité | Bravo à tous");
        assertThat(said("Le maire a insisté sur les fautes du club : « Le pont est fermé. »"))
                .containsExactly("Le maire | a insisté | Le pont est fermé");
    }

    @Test
    void byWhomSomethingWasDoneExplainsIt() {
        assertThat(said("Un pont très aimé par le maire : « Il est vraiment très beau. »"))
                .containsExactly("le maire | null | Il est vraiment très beau");
    }

    @Test
    void whoPublishesADocumentSaysWhatIsToldOfIt() {
        assertThat(said("Le journal publie un rapport affirmant que le pont est vide."))
                .containsExactly("Le journal | affirmant | le pont est vide");
        assertThat(said("Il tombe sur un message disant que le pont est vide."))
                .containsExactly("un message | disant | le pont est vide");
    }

    @Test
    void aGerundIsOfTheMainClauseBehindOneThatTellsWhen() {
        assertThat(said("Quand Paul Durand a demandé si le pont était vide, le médecin a ri, précisant que non."))
                .contains("le médecin | précisant | non");
    }

    @Test
    void aPronounBeforeAQuotationIsWhoItIsBy() {
        assertThat(said("Ce jour-là, elle tenait le bar. « On a vu passer des gens, c’était impressionnant. »"))
                .containsExactly("elle | null | On a vu passer des gens, c’était impressionnant");
    }

    @Test
    void aQuotationGoesOnBehindWhatIsToldOfWhoSpeaks() {
        assertThat(
                        said(
                                "« Nous n’avons rien vu », déplore Anne Martin, dont le frère est mort, « et personne ne vient »."))
                .containsExactly(
                        "Anne Martin | déplore | Nous n’avons rien vu », déplore Anne Martin, dont le frère est mort, « et personne ne vient");
        assertThat(said("« C’est grave », a dit Paul Durand, le maire, qualifiant le projet de « folie »."))
                .contains("Paul Durand | a dit | C’est grave");
    }

    void quotationsInARowAreOneWhoeverThinksInTheLast() {
        assertThat(
                        said(
                                "Le gardien a confirmé la nouvelle. « Le pont est vide. » « Je crois qu’il est fermé », a dit le maire."))
                .contains("le maire | a dit | Le pont est vide. » « Je crois qu’il est fermé");
    }

    @Test
    void whatIsElidedStandsBeforeStraightMarks() {
        assertThat(said("Il a dit qu'\"il viendrait demain\".")).containsExactly("Il | a dit | il viendrait demain");
        assertThat(said("Il a dit qu'\"en ce moment\", il n'y a aucun risque.")).hasSize(1);
    }

    @Test
    void aQuotationInAnInfinitiveIsAPartOfWhatWasSaid() {
        assertThat(said("Le policier a affirmé aux enquêteurs avoir tiré « par accident »."))
                .containsExactly("Le policier | a affirmé | avoir tiré « par accident »");
    }

    @Test
    void aPronounForASourceInAClauseDoesNotEndIt() {
        assertThat(said("Le maire a répété que cela nuit selon lui aux commerces."))
                .containsExactlyInAnyOrder(
                        "Le maire | a répété | cela nuit selon lui aux commerces",
                        "lui | selon | cela nuit selon lui aux commerces");
    }

    @Test
    void whoeverStandsOnALineOfTheirOwnBehindADashSignsAQuotation() {
        assertThat(said("« Le feu est éteint depuis hier. »\n\n— Préfecture du Nord\n\nLa route est ouverte."))
                .containsExactly("Préfecture du Nord | null | Le feu est éteint depuis hier");
        assertThat(said("« Le feu est éteint depuis hier. »\n\n— Porte-parole des pompiers, lundi"))
                .containsExactly("Porte-parole des pompiers | null | Le feu est éteint depuis hier");
    }

    @Test
    void aShortSentenceGoesOnWithWhatWasSaid() {
        assertThat(said("« C’est une catastrophe », a dit le ministre à la foule. « On verra bien. »"))
                .containsExactly(
                        "le ministre | a dit | C’est une catastrophe », a dit le ministre à la foule. « On verra bien");
    }

    @Test
    void whoSpeaksIsASourceInTheirOwnWords() {
        assertThat(said("« Le pont est trop cher, selon moi », a dit le ministre."))
                .contains("moi | selon | Le pont est trop cher");
    }

    @Test
    void whereItWasSaidIsNoPartOfAQuotationThatEndsWithIt() {
        assertThat(said("« Je crois que la paix est possible, a-t-elle ajouté devant les députés. »"))
                .containsExactlyInAnyOrder(
                        "elle | a-t-elle ajouté | Je crois que la paix est possible",
                        "Je | crois | la paix est possible");
        assertThat(said("« Nous disons que la paix est là, a-t-il dit lors du sommet. Elle tiendra. »"))
                .contains("Nous | disons | la paix est là");
    }

    @Test
    void aQuotationWithACueOfItsOwnIsNotAnnouncedTwice() {
        assertThat(said("Anne Martin est formelle : « Nous y arriverons », a-t-elle lancé."))
                .containsExactly("elle | a-t-elle lancé | Nous y arriverons");
        assertThat(said("Paul Martin a répondu : « Nous y arriverons », a raconté son frère."))
                .hasSize(2);
    }

    @Test
    void aQuotationGoesOnBehindWhomItWasSaidTo() {
        assertThat(said("« Il ment », a déclaré Anne Martin à la presse, « mais je comprends sa peur. »"))
                .containsExactly("Anne Martin | a déclaré | Il ment », a déclaré Anne Martin à la presse, « mais je"
                        + " comprends sa peur");
    }

    @Test
    void aQuotationGoesOnBeforeASentenceInWhichOthersSpeak() {
        assertThat(
                        said(
                                "« Le pont est vieux », dit Anne Martin, « et il est laid. » Le maire dit que la ville est belle."))
                .containsExactlyInAnyOrder(
                        "Anne Martin | dit | Le pont est vieux », dit Anne Martin, « et il est laid",
                        "Le maire | dit | la ville est belle");
    }

    @Test
    void theNameOfAWorkIsNotSaid() {
        assertThat(said("Anne Martin a chanté « Avril », un vieux tube.")).isEmpty();
        assertThat(said("Critique : « Avril », un film raté")).isEmpty();
    }

    @Test
    void whoIsAskedSomethingSaysWhatStandsBehindTheColon() {
        assertThat(said("Quand on lui demande son âge, elle rit : « Devinez. »"))
                .containsExactlyInAnyOrder("null | demande | son âge", "elle | null | Devinez");
        assertThat(said("Les uns réclament une enquête, d’autres demandent le silence."))
                .containsExactlyInAnyOrder("Les uns | réclament | une enquête", "d’autres | demandent | le silence");
    }

    @Test
    void whereItWasSaidIsNotOfAClauseInsideOfIt() {
        assertThat(said("« Je pense que nous y arriverons, dit-elle avec un sourire. Il faut y croire. »"))
                .containsExactly(
                        "elle | dit-elle | Je pense que nous y arriverons, dit-elle avec un sourire. Il faut y croire",
                        "Je | pense | nous y arriverons");
    }
}
