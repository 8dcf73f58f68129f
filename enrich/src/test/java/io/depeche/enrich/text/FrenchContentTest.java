// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what in French: where what was said begins and ends. */
final class FrenchContentTest {

    private static List<String> said(String text) {
        return Reading.of("fr", null, text).said();
    }

    @Test
    void whenItWasSaidStandsBeforeTheContent() {
        assertThat(said("Le ministre a annoncé, lundi, la réouverture du pont."))
                .containsExactly("Le ministre | a annoncé | la réouverture du pont");
        assertThat(said("Le ministre a annoncé, le 5 mars, la réouverture du pont."))
                .containsExactly("Le ministre | a annoncé | la réouverture du pont");
        assertThat(said("Le ministre a annoncé mardi 5 mars 2019 la réouverture du pont."))
                .containsExactly("Le ministre | a annoncé | la réouverture du pont");
        assertThat(said("Le ministre a fait état, dans une note, d’une hausse des prix."))
                .containsExactly("Le ministre | a fait état | une hausse des prix");
    }

    @Test
    void whoIsToldStandsBeforeTheContent() {
        assertThat(said("Le gardien a réclamé auprès du maire un pont plus large."))
                .containsExactly("Le gardien | a réclamé | un pont plus large");
        assertThat(said("Le gardien a annoncé dans un message de la ville deux jours de fermeture."))
                .containsExactly("Le gardien | a annoncé | deux jours de fermeture");
    }

    @Test
    void whereAndWhenItWasSaidEndsTheContent() {
        assertThat(said("Le gardien a annoncé la fermeture du pont lundi dans un communiqué."))
                .containsExactly("Le gardien | a annoncé | la fermeture du pont");
        assertThat(said("Le gardien a annoncé la fermeture du pont devant les députés."))
                .containsExactly("Le gardien | a annoncé | la fermeture du pont");
        assertThat(said("Le gardien a indiqué que le pont fermerait dans un communiqué de la ville."))
                .containsExactly("Le gardien | a indiqué | le pont fermerait");
        assertThat(said("Le gardien a dénoncé les propos tenus dans un entretien."))
                .containsExactly("Le gardien | a dénoncé | les propos tenus dans un entretien");
        assertThat(said("Le gardien a dénoncé l’attaque de lundi."))
                .containsExactly("Le gardien | a dénoncé | l’attaque de lundi");
    }

    @Test
    void questionsBehindQuestionsAreAsked() {
        assertThat(said("Elle a demandé si le pont était fermé, et si la route était libre."))
                .containsExactly("Elle | a demandé | si le pont était fermé, et si la route était libre");
        assertThat(said("Elle a expliqué pourquoi elle partait et comment elle reviendrait."))
                .containsExactly("Elle | a expliqué | pourquoi elle partait et comment elle reviendrait");
        assertThat(said("Le maire a recommandé de s’éloigner du pont, après avoir vu les fissures."))
                .containsExactly("Le maire | a recommandé | s’éloigner du pont");
    }

    @Test
    void conditionsStandBeforeTheCueAndTheRestBehindIt() {
        assertThat(said("S’il est élu, a promis Paul Durand, il baissera les impôts."))
                .containsExactly("Paul Durand | a promis | S’il est élu, a promis Paul Durand, il baissera les impôts");
        assertThat(said("Quand la pluie cessera, a dit le gardien, les travaux reprendront."))
                .containsExactly(
                        "le gardien | a dit | Quand la pluie cessera, a dit le gardien, les travaux reprendront");
    }

    @Test
    void whatIsToldInAnotherTenseIsNotSaid() {
        assertThat(said("Le témoin a dit qu’il dormait, alors que la police a trouvé ses chaussures."))
                .containsExactly("Le témoin | a dit | il dormait");
        assertThat(said("Le maire a dit que le pont ouvrirait, mais l’opposition n’y croit pas."))
                .containsExactly("Le maire | a dit | le pont ouvrirait");
        assertThat(said("Le témoin a dit qu’il dormait, avant de quitter la salle."))
                .containsExactly("Le témoin | a dit | il dormait");
    }

    @Test
    void aSourceStandsInWhatItSays() {
        assertThat(said("Et, selon la police, le pont est fermé."))
                .containsExactly("la police | selon | le pont est fermé");
        assertThat(said("Le voleur a, selon la police, pris la fuite."))
                .containsExactly("la police | selon | Le voleur a, selon la police, pris la fuite");
    }

    @Test
    void aRelativeClauseEndsBeforeTheVerbOfItsSentence() {
        assertThat(said("Paul Durand, qui affirme que le pont est fermé, a quitté la salle."))
                .containsExactly("Paul Durand | affirme | le pont est fermé");
        assertThat(
                        said(
                                "Le maire a dit que les travaux avançaient, que le pont ouvrirait et que la route était libre."))
                .containsExactly(
                        "Le maire | a dit | les travaux avançaient, que le pont ouvrirait et que la route était libre");
    }

    @Test
    void whereItWasSaidIsNoObject() {
        assertThat(said("Le gardien a plaidé lundi devant le conseil, en faveur d’un nouveau pont."))
                .containsExactly("Le gardien | a plaidé | un nouveau pont");
        assertThat(said("La banque a fait état dans un rapport d’une baisse des prix."))
                .containsExactly("La banque | a fait état | une baisse des prix");
        assertThat(said("Le gardien a appelé les visiteurs au jardin à faire attention."))
                .containsExactly("Le gardien | a appelé | faire attention");
    }

    @Test
    void whatIsSaidGoesOnBehindTheAdjunctsOfItsCue() {
        assertThat(said("La route, a indiqué le maire à la presse, reste fermée."))
                .containsExactly("le maire | a indiqué | La route, a indiqué le maire à la presse, reste fermée");
        assertThat(said("Elles dénoncent la perte de cent emplois, soit un tiers du total."))
                .containsExactly("Elles | dénoncent | la perte de cent emplois, soit un tiers du total");
    }

    @Test
    void whatOthersSaidIsToldByTheLastSpeaker() {
        assertThat(said("Le maire dit soutenir le projet et espère un vote rapide, a indiqué son cabinet."))
                .containsExactlyInAnyOrder(
                        "son cabinet | a indiqué | Le maire dit soutenir le projet et espère un vote rapide",
                        "Le maire | dit | soutenir le projet",
                        "Le maire | espère | un vote rapide");
        assertThat(said("Le maire appelle les habitants à rester calmes, indique une déclaration de la ville."))
                .containsExactlyInAnyOrder(
                        "une déclaration de la ville | indique | Le maire appelle les habitants à rester calmes",
                        "Le maire | appelle | rester calmes");
        assertThat(said("D’après Paul Durand, l’agent du joueur, qui s’est fâché lundi, le contrat est signé."))
                .containsExactly("Paul Durand | D’après | le contrat est signé");
    }

    @Test
    void whatOthersAnswerIsNotSaid() {
        assertThat(said("Le maire a dit qu’il dormait à minuit, ce que la police a aussitôt démenti."))
                .contains("Le maire | a dit | il dormait à minuit");
        assertThat(said("Le maire a dit qu’il dormait à minuit, ce que dément la police."))
                .contains("Le maire | a dit | il dormait à minuit");
        assertThat(said("Le maire affirme que le pont est sûr, une version que conteste la police."))
                .contains("Le maire | affirme | le pont est sûr");
        assertThat(said("Le maire affirme que le pont est sûr, tandis que l’opposition dénonce un mensonge."))
                .containsExactlyInAnyOrder(
                        "Le maire | affirme | le pont est sûr", "l’opposition | dénonce | un mensonge");
    }

    @Test
    void whatHasNoVerbYetGoesOnBehindTheCue() {
        assertThat(said("La ville, a-t-il dit, a toujours insisté sur la sécurité du pont."))
                .contains("il | a-t-il dit | La ville, a-t-il dit, a toujours insisté sur la sécurité du pont");
        assertThat(said("Le pont est fermé, car, selon le maire, les câbles sont usés."))
                .containsExactly("le maire | selon | les câbles sont usés");
    }

    @Test
    void infinitivesBeginInQuotationMarks() {
        assertThat(said("Le maire s’est engagé à « respecter la loi » et à réparer le pont."))
                .containsExactly("Le maire | s’est engagé | « respecter la loi » et à réparer le pont");
    }

    @Test
    void whatFollowsAVerbIsSaidThoughAQuotationStandsBeforeItsSubject() {
        assertThat(
                        said(
                                "Pour devenir « le jardin de tous les jours », la ville a annoncé mardi vouloir planter des arbres."))
                .containsExactly("la ville | a annoncé | vouloir planter des arbres");
        assertThat(said("C’est au nord du pont, a précisé le gardien, que les travaux commencent."))
                .containsExactly(
                        "le gardien | a précisé | C’est au nord du pont, a précisé le gardien, que les travaux commencent");
    }

    @Test
    void verbsInTheTenseOfWhatWasSaidGoOnWithIt() {
        assertThat(said("Le gardien a précisé que les deux portes étaient fermées et avaient résisté."))
                .containsExactly("Le gardien | a précisé | les deux portes étaient fermées et avaient résisté");
    }

    @Test
    void whatTellsWhoASourceIsEndsTheSentence() {
        assertThat(said("Le lac était plein lundi, selon Rivière Bleue, un organisme privé dépendant du ministère."))
                .containsExactly("Rivière Bleue | selon | Le lac était plein lundi");
    }

    @Test
    void sourcesBehindAQuotationThatStandsApartHaveOnlyThat() {
        assertThat(said("Le gardien montre sa maison, où « la porte est fermée à clé » selon lui."))
                .containsExactly("lui | selon | la porte est fermée à clé");
        assertThat(said("La route est, disent-ils, la seule du pays."))
                .containsExactly("ils | disent-ils | La route est, disent-ils, la seule du pays");
    }

    @Test
    void whatHasNoVerbEndsBeforeTheNextVerbOfTheSpeaker() {
        assertThat(said("Les gardiens accusent le maire d’avoir fermé le pont et veulent le rouvrir."))
                .contains("Les gardiens | accusent | le maire d’avoir fermé le pont");
        assertThat(said("Elle a rappelé aux gardiens leurs devoirs et promis que le pont serait ouvert."))
                .containsExactlyInAnyOrder("Elle | a rappelé | leurs devoirs", "Elle | promis | le pont serait ouvert");
    }

    @Test
    void clausesAboutNounsAreNotSaid() {
        assertThat(said("Le médecin a conclu à un accident, une thèse que conteste la famille du gardien."))
                .noneMatch(attribution -> attribution.contains("| a conclu |"));
        assertThat(said("Le gardien a démenti sur son compte Instagram la fermeture du pont."))
                .containsExactly("Le gardien | a démenti | la fermeture du pont");
    }

    @Test
    void commentsOnWhatWasSaidAreNotSaid() {
        assertThat(said("Le maire promet de rouvrir le pont, une mesure jugée inutile par les pêcheurs."))
                .containsExactly("Le maire | promet | rouvrir le pont");
        assertThat(said("Le maire a annoncé la fin des travaux, ce qui a surpris les gardiens."))
                .containsExactly("Le maire | a annoncé | la fin des travaux");
        assertThat(said("Le maire a promis de rouvrir le pont au printemps, dans un message publié par la ville."))
                .containsExactly("Le maire | a promis | rouvrir le pont au printemps");
        assertThat(said("Le maire salue « le courage » des gardiens, alors que les pêcheurs sont partis."))
                .containsExactly("Le maire | salue | « le courage » des gardiens");
    }

    @Test
    void aPartBehindAColonStandsForItself() {
        assertThat(said("Le pont a des fissures : elles sont trop larges, souligne le gardien."))
                .containsExactly("le gardien | souligne | elles sont trop larges");
    }

    @Test
    void whatIsToldByThatSentenceIsInTheOneBefore() {
        assertThat(said("Le site fermera lundi. C’est ce que le maire a indiqué à la presse."))
                .containsExactly("le maire | a indiqué | Le site fermera lundi");
        assertThat(said("« Le site fermera lundi. » C’est du moins ce qu’a promis Anne Martin."))
                .containsExactly("Anne Martin | a promis | Le site fermera lundi");
        assertThat(said("C’est ce que demande le syndicat.")).isEmpty();
    }

    @Test
    void aGerundBehindEnEndsIt() {
        assertThat(said("Le ministre déclare que la loi est bonne en accusant la presse de mentir."))
                .containsExactlyInAnyOrder(
                        "Le ministre | déclare | la loi est bonne", "Le ministre | accusant | la presse de mentir");
    }

    @Test
    void whatSomethingIsHeldToBe() {
        assertThat(said("La Chine considère les déserteurs comme des migrants."))
                .containsExactly("La Chine | considère | les déserteurs comme des migrants");
        assertThat(said("Il est considéré par beaucoup comme un défenseur du parlement."))
                .containsExactly("beaucoup | est considéré | un défenseur du parlement");
        assertThat(said("La Chine considère le dossier clos."))
                .containsExactly("La Chine | considère | le dossier clos");
    }

    @Test
    void aWordBetweenCommasBehindASourceBelongsToIt() {
        assertThat(said("Selon l’armée, désormais, la route est libre."))
                .containsExactly("l’armée | Selon | désormais, la route est libre");
    }

    @Test
    void aQuotationBeginsWithItsPreposition() {
        assertThat(said("Le ministre a fait part « de sa vive inquiétude »."))
                .containsExactly("Le ministre | a fait part | de sa vive inquiétude");
    }

    @Test
    void aClauseBetweenCommasEndsIt() {
        assertThat(said("L’accusé, qui nie les faits, encourt dix ans de prison."))
                .containsExactly("L’accusé | nie | les faits");
    }

    @Test
    void whomItIsAskedOfStandsBehindAVerbBehindEt() {
        assertThat(said("Le pays maintient sa position et demande aux autorités de préciser la leur."))
                .containsExactly("Le pays | demande | préciser la leur");
    }

    @Test
    void figuresOfSeveralSourcesArePartedBetweenThem() {
        assertThat(said("Ils étaient 3 000 selon la police, 10 000 selon les syndicats."))
                .containsExactly("la police | selon | Ils étaient 3 000", "les syndicats | selon | 10 000");
        assertThat(said("Ils étaient 3 000 selon la police et 10 000 selon les syndicats."))
                .containsExactly("la police | selon | Ils étaient 3 000", "les syndicats | selon | 10 000");
        assertThat(said("D’après la police, 3 000 personnes ont défilé, 10 000 selon les syndicats."))
                .containsExactly("la police | D’après | 3 000 personnes ont défilé", "les syndicats | selon | 10 000");
        assertThat(said("La loi, votée lundi, est bonne selon le maire."))
                .containsExactly("le maire | selon | La loi, votée lundi, est bonne");
    }

    @Test
    void anotherSentenceBehindACommaEndsIt() {
        assertThat(said("Le maire assure que le projet est prêt, il précise que les travaux commenceront lundi."))
                .containsExactly(
                        "Le maire | assure | le projet est prêt", "il | précise | les travaux commenceront lundi");
        assertThat(said("Le maire promet que s’il est élu, il dira que la loi est bonne."))
                .contains("Le maire | promet | s’il est élu, il dira que la loi est bonne");
    }

    @Test
    void whoSomethingIsSoForStandsBehindAConjunction() {
        assertThat(said("La ville est confiante, mais pour les syndicats, la route est longue."))
                .containsExactly("les syndicats | pour | la route est longue");
        assertThat(said("Pour la ville, les travaux coûtent cher.")).isEmpty();
    }

    @Test
    void aChargeGoesOnBehindEt() {
        assertThat(said("Ils ont rompu avec le pays accusé de tuer et, plus précisément, de financer des milices."))
                .containsExactly("null | accusé | tuer et, plus précisément, de financer des milices");
    }

    @Test
    void aClauseThatIsQuotedTooGoesOnWithIt() {
        assertThat(said("Le maire propose d’adopter une « règle », même si ce serait « peut-être dommage »."))
                .containsExactly("Le maire | propose | adopter une « règle », même si ce serait « peut-être dommage »");
        assertThat(said("Le maire a indiqué qu’« il n’y a plus qu’un candidat » à la reprise du port."))
                .containsExactly("Le maire | a indiqué | « il n’y a plus qu’un candidat » à la reprise du port");
    }

    @Test
    void aConjunctionOfTwoWordsBeginsNoContent() {
        assertThat(said("Les autorités craignent de nouvelles explosions alors que le feu brûle toujours."))
                .containsExactly("Les autorités | craignent | de nouvelles explosions");
    }

    @Test
    void whoBeginsASentenceHasNotSaidTheQuotationBeforeIt() {
        assertThat(said("« L’homme était connu pour des violences ». Le pays a relevé son niveau d’alerte."))
                .isEmpty();
    }

    @Test
    void quotationsInARowAreSaidTogether() {
        assertThat(said("Le maire dénonce « un scandale », « une honte » et « un mensonge »."))
                .containsExactly("Le maire | dénonce | « un scandale », « une honte » et « un mensonge »");
    }

    @Test
    void aClauseBehindAnObjectIsOfTheVerbBefore() {
        assertThat(said("Le prêtre a ajouté : « Mon frère est rentré hier, disant que la route était coupée. »"))
                .containsExactly(
                        "Le prêtre | a ajouté | Mon frère est rentré hier, disant que la route était coupée",
                        "Mon frère | disant | la route était coupée");
        assertThat(said("Le juge a précisé que le voleur avait reconnu les faits et qu’il serait libéré."))
                .containsExactlyInAnyOrder(
                        "Le juge | a précisé | le voleur avait reconnu les faits et qu’il serait libéré",
                        "le voleur | avait reconnu | les faits");
    }

    @Test
    void whatASourceSaysEndsBeforeAnotherClauseOfTheStatement() {
        assertThat(
                        said(
                                "L’annonce a surpris les marins, selon le port, alors que la mairie assure les avoir prévenus."))
                .contains("le port | selon | L’annonce a surpris les marins");
        assertThat(said("Le pont est sûr, selon le maire, mais les travaux ont cessé."))
                .containsExactly("le maire | selon | Le pont est sûr");
        assertThat(said("Le feu, qui a pris vers 3 heures selon les secours, a détruit deux granges."))
                .containsExactly("les secours | selon | qui a pris vers 3 heures");
        assertThat(said("Selon le syndicat, le pont est fragile, mais le maire affirme qu’il tiendra."))
                .containsExactly("le syndicat | Selon | le pont est fragile", "le maire | affirme | il tiendra");
        assertThat(said("Selon le syndicat, le pont est fragile, une thèse que le maire conteste."))
                .contains("le syndicat | Selon | le pont est fragile");
    }

    @Test
    void aCueInsideAClauseToldOnlyThatClause() {
        assertThat(said("Le vote est reporté, car le texte, selon le ministre, a deux défauts."))
                .containsExactly("le ministre | selon | le texte, selon le ministre, a deux défauts");
        assertThat(said("La police cherche deux hommes, dont l’un, selon un témoin, serait armé."))
                .containsExactly("un témoin | selon | l’un, selon un témoin, serait armé");
        assertThat(said("Il a rappelé des principes qui selon lui sont bafoués."))
                .contains("lui | selon | sont bafoués");
    }

    @Test
    void theAppositionBehindANameEndsWhatWasSaidBefore() {
        assertThat(said("Le voleur reste en prison, a indiqué son avocate, Me Diallo, qui va partir."))
                .containsExactly("son avocate | a indiqué | Le voleur reste en prison");
    }

    @Test
    void aNegatedInfinitiveBeginsWithItsNegation() {
        assertThat(said("Il a dit ne pas se souvenir du pont."))
                .containsExactly("Il | a dit | ne pas se souvenir du pont");
    }

    @Test
    void aNounEndsBeforeAnotherDeedOfWhoSpeaks() {
        assertThat(said("Oslo a exprimé son « regret » et convoqué la banque."))
                .containsExactly("Oslo | a exprimé | son « regret »");
        assertThat(said("Oslo a dénoncé une décision prise et appliquée trop tard."))
                .containsExactly("Oslo | a dénoncé | une décision prise et appliquée trop tard");
        assertThat(said("Le voleur, qui nie les faits, risque la prison."))
                .containsExactly("Le voleur | nie | les faits");
    }

    @Test
    void whatTellsOfASourceWhenItAppearedIsNotWhatItSays() {
        assertThat(said("Selon le rapport, publié mardi par la mairie, la dette augmente."))
                .containsExactly("le rapport | Selon | la dette augmente");
    }

    void aSourceBehindAVerbIsFollowedByTheRest() {
        assertThat(said("Le port constitue selon plusieurs experts (dont le maire) une menace."))
                .containsExactly(
                        "plusieurs experts | selon | Le port constitue selon plusieurs experts (dont le maire) une menace");
        assertThat(said("La mairie soutient un projet qui offrira, selon ses partisans, un grand parc."))
                .contains("ses partisans | selon | offrira, selon ses partisans, un grand parc");
    }

    @Test
    void aSourceMayHaveMoreWordsBeforeItsComma() {
        assertThat(said("Dans le détail, selon les informations que le procureur a reçues, deux bateaux ont coulé."))
                .contains("les informations | selon | deux bateaux ont coulé");
        assertThat(said("Le quai est fermé, mais selon un message anonyme sur internet, le port rouvrira."))
                .contains("un message anonyme | selon | le port rouvrira");
    }

    @Test
    void whatIsMeasuredIsNoSource() {
        assertThat(said("Le maire dénonce une discrimination des marins selon leur mode de paiement."))
                .containsExactly("Le maire | dénonce | une discrimination des marins selon leur mode de paiement");
    }

    @Test
    void anInfinitiveIsNobodyWhoIsTold() {
        assertThat(said("Le parti a menacé de voter contre le budget."))
                .containsExactly("Le parti | a menacé | voter contre le budget");
        assertThat(said("La police souhaite tout particulièrement entendre les témoins."))
                .containsExactly("La police | souhaite | entendre les témoins");
    }

    @Test
    void noOtherNameExplainsAName() {
        assertThat(said("Selon Reuters, Paul Durand, ancien directeur du port, sera son successeur."))
                .containsExactly("Reuters | Selon | Paul Durand, ancien directeur du port, sera son successeur");
    }

    @Test
    void whatSomebodyDidNotSayMoreOfEndsTheContent() {
        assertThat(said("Le maire a soutenu qu’il avait payé, sans toutefois citer de montant."))
                .containsExactly("Le maire | a soutenu | il avait payé");
        assertThat(said("Le maire a annoncé un recours, tout comme le gardien."))
                .containsExactly("Le maire | a annoncé | un recours");
    }

    @Test
    void aSentenceBehindACommaEndsAnObject() {
        assertThat(said("Le maire a exprimé ses condoléances au port, il parle d’un drame."))
                .contains("Le maire | a exprimé | ses condoléances au port");
        assertThat(said("Les policiers lui demandent de sortir, ce qu’il fera avant de fuir."))
                .containsExactly("Les policiers | demandent | sortir");
    }

    @Test
    void aVerbOfSeveralIsNotThatOfOneWhoSpeaks() {
        assertThat(said("Le journal précise que les draps ne se trouvaient plus sur les lits et ont été lavés."))
                .containsExactly(
                        "Le journal | précise | les draps ne se trouvaient plus sur les lits et ont été lavés");
    }

    @Test
    void aPurposeBehindAQuotationBelongsToIt() {
        assertThat(said("Le maire a exhorté le gardien à « conclure un accord » pour aider à sortir de la crise."))
                .containsExactly("Le maire | a exhorté | « conclure un accord » pour aider à sortir de la crise");
    }

    @Test
    void sentencesInQuotationMarksStandBeforeTheirSource() {
        assertThat(said("« C’est une affaire grave. Ces traces nous inquiètent », selon les enquêteurs."))
                .containsExactly("les enquêteurs | selon | C’est une affaire grave. Ces traces nous inquiètent");
    }

    @Test
    void theNameOfASourceBehindItsOfficeEndsTheSentence() {
        assertThat(said("Le pont est fermé, selon le maire de Nantes, Paul Durand."))
                .containsExactly("le maire de Nantes | selon | Le pont est fermé");
        assertThat(said("Le feu est éteint, selon le directeur du port, Paul Durand, cité par la radio."))
                .containsExactly("le directeur du port | selon | Le feu est éteint");
    }

    @Test
    void whatASourceSaysBeginsBehindItWhereOnlyAnAdjunctStandsBefore() {
        assertThat(said("D’autre part, selon plusieurs témoins, les barrières étaient fermées."))
                .containsExactly("plusieurs témoins | selon | les barrières étaient fermées");
        assertThat(said("À l’inverse, pour la journaliste Anne Martin, « tout a été dit »."))
                .containsExactly("la journaliste Anne Martin | pour | tout a été dit");
        assertThat(said("Selon une source proche du port, le bateau était très chargé, « sans doute trop »."))
                .contains("une source proche du port | Selon | le bateau était très chargé, « sans doute trop »");
    }

    @Test
    void bracketsAndClausesAboutAllOfItEndWhatWasSaid() {
        assertThat(said("Sa peine (le parquet avait requis deux ans et le tribunal a suivi) est lourde."))
                .containsExactly("le parquet | avait requis | deux ans");
        assertThat(said("Ils sont accusés d’avoir menti, ce qui a surpris la ville."))
                .containsExactly("null | sont accusés | avoir menti");
        assertThat(said("Il a refusé de partir, ce qui a surpris la ville.")).containsExactly("Il | a refusé | partir");
    }

    @Test
    void aComparisonInsideAQuotationIsOfWhatIsQuoted() {
        assertThat(
                        said(
                                "« Le pont a cédé. L’État aidera la ville, comme toutes les autres », a fait savoir Anne Martin."))
                .containsExactly(
                        "Anne Martin | a fait savoir | Le pont a cédé. L’État aidera la ville, comme toutes les autres");
    }

    @Test
    void aPhraseEndsBeforeAnotherClauseWithoutAComma() {
        assertThat(said("La mairie demande une enquête et les habitants réclament des excuses."))
                .containsExactly("La mairie | demande | une enquête", "les habitants | réclament | des excuses");
        assertThat(said("Il a refusé d’obéir et le maire l’avait alors renvoyé."))
                .containsExactly("Il | a refusé | obéir");
        assertThat(said("Il a demandé l’ouverture d’une enquête et le départ du maire."))
                .containsExactly("Il | a demandé | l’ouverture d’une enquête et le départ du maire");
    }

    @Test
    void whatIsSaidEndsBeforeAnotherVerbThatTellsOfTheSameSpeaker() {
        assertThat(said("Il estimait que le projet était sûr tout en ajoutant qu’il coûtait cher."))
                .containsExactlyInAnyOrder("Il | estimait | le projet était sûr", "Il | ajoutant | il coûtait cher");
    }

    void aQuestionBehindAParticipleHasAVerb() {
        assertThat(said("Les réactions étaient partagées, certains se demandant s’il ne s’agissait pas d’une farce."))
                .containsExactly("certains | se demandant | s’il ne s’agissait pas d’une farce");
    }

    @Test
    void anInfinitiveBehindAPronounGoesBeforeAQuotationInIt() {
        assertThat(said("Il a salué son public, affirmant en avoir fini avec « les stades et les foules »."))
                .contains("Il | affirmant | en avoir fini avec « les stades et les foules »");
        assertThat(said("Il disait en octobre 2012 : « Le pont ne sera jamais fini »."))
                .containsExactly("Il | disait | Le pont ne sera jamais fini");
    }

    @Test
    void aMonthIsNoInfinitive() {
        assertThat(said("Il a annoncé en octobre la fermeture du pont."))
                .containsExactly("Il | a annoncé | la fermeture du pont");
    }

    @Test
    void whatStandsBehindOneWordTellsWhenItWasSaid() {
        assertThat(said("Le médecin s’est déclaré candidat lors de la visite d’un port."))
                .containsExactly("Le médecin | s’est déclaré | candidat");
    }

    @Test
    void whatIsEndsWhatSomebodyWants() {
        assertThat(said("Le maire souhaite que la route soit rouverte, mais le pont est dangereux."))
                .contains("Le maire | souhaite | la route soit rouverte");
        assertThat(said("Le maire souhaite que la route soit rouverte, mais que le pont soit fermé."))
                .contains("Le maire | souhaite | la route soit rouverte, mais que le pont soit fermé");
    }

    @Test
    void anInfinitiveBehindANounIsAboutWhatWasSaid() {
        assertThat(said("Le maire avait affirmé qu’ils étaient mille, une information impossible à vérifier."))
                .containsExactly("Le maire | avait affirmé | ils étaient mille");
    }

    @Test
    void aJoinedParticipleSaysMoreOfTheSame() {
        assertThat(
                        said(
                                "Le journal publie un rapport rappelant le danger dans la ville et invitant le gardien à partir."))
                .containsExactlyInAnyOrder(
                        "Le journal | rappelant | le danger dans la ville", "Le journal | invitant | partir");
    }

    @Test
    void whatOthersSayBehindAConjunctionEndsTheContent() {
        assertThat(said("Le maire a critiqué la loi et les autres jugent le texte bon."))
                .contains("Le maire | a critiqué | la loi");
        assertThat(said("Le maire a dit que la route serait ouverte et les habitants jugent qu’il ment."))
                .containsExactlyInAnyOrder(
                        "Le maire | a dit | la route serait ouverte", "les habitants | jugent | il ment");
    }

    @Test
    void whenSomethingWasDoneBelongsToIt() {
        assertThat(said("Le maire reconnaît avoir menti, bien que le juge soit venu."))
                .containsExactly("Le maire | reconnaît | avoir menti, bien que le juge soit venu");
    }

    @Test
    void whatCameOfSpeechIsNoPartOfIt() {
        assertThat(said("Le maire a dénoncé une loi injuste, provoquant la colère du gardien."))
                .containsExactly("Le maire | a dénoncé | une loi injuste");
    }

    @Test
    void oneTakesSidesInFavourOfSomething() {
        assertThat(said("Le maire s’est engagé en faveur d’un port neuf."))
                .containsExactly("Le maire | s’est engagé en faveur d’ | un port neuf");
    }

    void aQuotationWithAVerbAndItsPronounBehindItIsOneOfItsOwn() {
        assertThat(said("« La route est libre », a-t-il confié. « Le pont est ouvert depuis hier », résume-t-il."))
                .containsExactly(
                        "il | a-t-il confié | La route est libre", "il | résume-t-il | Le pont est ouvert depuis hier");
    }

    @Test
    void aQuotationThatIsAPartOfItsSentenceGoesOnInNoOtherOne() {
        assertThat(said("Le pont reste « entre deux eaux ». « La route est libre », a déclaré le maire."))
                .containsExactly("le maire | a déclaré | La route est libre");
    }

    @Test
    void theLastWordsOfATextEndWhatWasSaid() {
        assertThat(said("Le maire a dit que la route est fermée aux voitures et aux bus."))
                .containsExactly("Le maire | a dit | la route est fermée aux voitures et aux bus");
        assertThat(said("Tout va bien », selon le maire.")).hasSize(1);
        assertThat(said("« Nous irons tous très loin », a dit Paul Dupont, maire de Lyon, «"))
                .containsExactly("Paul Dupont | a dit | Nous irons tous très loin");
        assertThat(said("Il est décrit comme")).isEmpty();
        assertThat(said("Le maire : « ..... »")).isEmpty();
        assertThat(said("Selon la police, et 10 selon les syndicats.")).isNotEmpty();
    }

    @Test
    void whereItWasSaidCanGoOnWithDe() {
        assertThat(said("Le ministre a annoncé devant les députés de la majorité que la loi serait votée."))
                .containsExactly("Le ministre | a annoncé | la loi serait votée");
    }

    @Test
    void aClauseBeforeTheMainOneEndsWithIt() {
        assertThat(said("Même si le maire a annoncé que le pont rouvrirait, les habitants restent inquiets."))
                .containsExactly("le maire | a annoncé | le pont rouvrirait");
        assertThat(
                        said(
                                "Et pour finir, lorsque le maire a annoncé que le pont rouvrirait, les habitants ont applaudi."))
                .containsExactly("le maire | a annoncé | le pont rouvrirait");
        assertThat(said("Depuis les rumeurs selon lesquelles le club va déménager, les supporters sont inquiets."))
                .containsExactly("null | rumeurs | le club va déménager");
    }

    @Test
    void figuresInCommasAreAllThatTheirSourcesSay() {
        assertThat(
                        said(
                                "Les manifestants, 3 000 personnes selon la police, 10 000 selon les organisateurs, sont partis à midi."))
                .containsExactly("la police | selon | 3 000 personnes", "les organisateurs | selon | 10 000");
    }

    @Test
    void whatSomebodySaysGoesOnBehindAPronounForHim() {
        assertThat(said("Le retard est dû selon lui à la neige."))
                .containsExactly("lui | selon | Le retard est dû selon lui à la neige");
    }

    @Test
    void whatASourceDoesOrIsCalledIsNotWhatItSays() {
        assertThat(said("Trois maisons ont été emportées, selon la mairie, chargée des secours dans la vallée."))
                .containsExactly("la mairie | selon | Trois maisons ont été emportées");
        assertThat(said("Le directeur va partir, selon son entreprise, Noria."))
                .containsExactly("son entreprise | selon | Le directeur va partir");
        assertThat(said("La panne a touché la ville (8 000 habitants) selon un rapport de Lumina, un fournisseur."))
                .containsExactly("un rapport de Lumina | selon | La panne a touché la ville (8 000 habitants)");
    }

    @Test
    void whatSomebodyDoesWhileHeSpeaksIsNotSaid() {
        assertThat(said("Le maire a annoncé sa démission en lisant une lettre."))
                .containsExactly("Le maire | a annoncé | sa démission");
        assertThat(said("Le maire a annoncé sa démission, faisant pleurer ses amis."))
                .containsExactly("Le maire | a annoncé | sa démission");
        assertThat(said("Le maire a annoncé une loi visant à baisser les prix."))
                .containsExactly("Le maire | a annoncé | une loi visant à baisser les prix");
        assertThat(said("Le maire a promis d'aider les familles en baissant les prix."))
                .containsExactly("Le maire | a promis | aider les familles en baissant les prix");
        assertThat(said("Selon le maire, « le toit a brûlé puis est tombé » faisant deux blessés."))
                .containsExactly("le maire | Selon | le toit a brûlé puis est tombé");
        assertThat(said("Le maire ajoute que « tout ira bien » en montrant le plan."))
                .containsExactly("Le maire | ajoute | tout ira bien");
    }

    @Test
    void whatIsOpposedToAQuotedClauseIsNotSaid() {
        assertThat(said("Selon le maire, « la salle sera pleine demain », tandis que les billets sont chers."))
                .containsExactly("le maire | Selon | la salle sera pleine demain");
        assertThat(said("Les experts craignent de nouvelles pluies alors que le pont est fermé."))
                .containsExactly("Les experts | craignent | de nouvelles pluies");
    }

    @Test
    void anAdjectiveBeforeAPluralTakesDe() {
        assertThat(said("Le ministre a promis d'importants travaux."))
                .containsExactly("Le ministre | a promis | d'importants travaux");
        assertThat(said("L'usine a annoncé de possibles départs à l'étranger."))
                .containsExactly("L'usine | a annoncé | de possibles départs à l'étranger");
    }

    @Test
    void whenAndWhereItWasAnnouncedStandsBeforeIt() {
        assertThat(said("Le président a annoncé en mars 2016 un plan de relance, ce qui a été critiqué."))
                .containsExactly("Le président | a annoncé | un plan de relance");
        assertThat(said("Le ministre a dénoncé dans un communiqué publié mardi soir une attaque lâche."))
                .containsExactly("Le ministre | a dénoncé | une attaque lâche");
    }

    @Test
    void someOfSeveralSourcesAreNotWhatTheySay() {
        assertThat(said("Selon plusieurs élus, dont Paul Martin, maire de Lyon, la ville est sale."))
                .containsExactly("plusieurs élus | Selon | la ville est sale");
    }

    @Test
    void whatSomebodyIsChargedWithIsNotDemanded() {
        assertThat(said("Les manifestants réclament le départ du président, accusé de corruption."))
                .containsExactlyInAnyOrder(
                        "Les manifestants | réclament | le départ du président", "null | accusé | corruption");
    }

    @Test
    void whatIsToldOfAMeasureIsNotAnnounced() {
        assertThat(
                        said(
                                "Le comité a recommandé l'interdiction de ces produits, une mesure déjà adoptée par la Californie."))
                .containsExactly("Le comité | a recommandé | l'interdiction de ces produits");
    }

    @Test
    void anothersClauseBehindACommaIsNotWhatWasAnnounced() {
        assertThat(said("Les organisateurs ont revendiqué 50 000 participants, la police en a compté 12 000."))
                .containsExactly("Les organisateurs | ont revendiqué | 50 000 participants");
        assertThat(said("D’après lui, « rien n’est joué », même si les sondages lui sont défavorables."))
                .containsExactly("lui | D’après | rien n’est joué");
    }

    @Test
    void aConditionGoesOnBehindTheCue() {
        assertThat(said("Si le projet est adopté, a-t-il prévenu, des emplois disparaîtront."))
                .containsExactly(
                        "il | a-t-il prévenu | Si le projet est adopté, a-t-il prévenu, des emplois disparaîtront");
    }

    @Test
    void aConjunctionIsNotWhatSomebodyDeclaresThemselves() {
        assertThat(said("Le feu s'est déclaré alors que la famille dormait.")).isEmpty();
        assertThat(said("Le maire se déclare très inquiet.")).containsExactly("Le maire | se déclare | très inquiet");
    }

    @Test
    void aClauseOfItsOwnBehindACommaIsTheStatements() {
        assertThat(said("Anne Martin pense que le pont est cher, mais nous verrons bien."))
                .containsExactly("Anne Martin | pense | le pont est cher");
        assertThat(said("La loi dit que les demandes sont lues, et cette règle est violée."))
                .containsExactly("La loi | dit | les demandes sont lues");
        assertThat(said("Anne Martin pense que le pont est cher, mais qu’il est beau."))
                .containsExactly("Anne Martin | pense | le pont est cher, mais qu’il est beau");
    }

    @Test
    void whatIsSaidStandsBehindWhoWasToldAndWhere() {
        assertThat(said("Le maire a appelé à la BBC au calme.")).containsExactly("Le maire | a appelé | calme");
        assertThat(said("Le maire s’est réjoui dans une lettre ouverte publiée jeudi de cette décision."))
                .containsExactly("Le maire | s’est réjoui | cette décision");
        assertThat(said("Le maire continue d’affirmer, mardi, que le pont est sûr."))
                .containsExactly("Le maire | continue d’affirmer | le pont est sûr");
    }

    @Test
    void whomSomethingWasSaidToStandsBeforeTheClause() {
        assertThat(said("Anne Martin s'est plainte auprès de la direction que le bruit était trop fort."))
                .containsExactly("Anne Martin | s'est plainte | le bruit était trop fort");
        assertThat(said("Anne Martin s'est plainte à la police d'avoir été frappée."))
                .containsExactly("Anne Martin | s'est plainte | avoir été frappée");
        assertThat(said("Anne Martin s'est excusée dans une lettre adressée aux familles."))
                .isEmpty();
    }

    @Test
    void whenAndHowSomebodyWasWarnedIsNotTheWarning() {
        assertThat(said("Un voisin a alerté les pompiers vers 4 heures.")).isEmpty();
        assertThat(said("Un voisin a alerté les secours en entendant des cris."))
                .isEmpty();
        assertThat(said("Un voisin a alerté les parents sur les dangers du jeu."))
                .containsExactly("Un voisin | a alerté | les dangers du jeu");
    }

    @Test
    void askingGoesOnAndPeopleReportWhatTheyHeard() {
        assertThat(said("Il n'arrêtait pas de demander si la route était libre."))
                .containsExactly("Il | arrêtait pas de demander | si la route était libre");
        assertThat(said("Des témoins ont rapporté avoir entendu un bruit."))
                .containsExactly("Des témoins | ont rapporté | avoir entendu un bruit");
    }

    @Test
    void whatIsToldInsideOfASubjectEndsBeforeItsVerb() {
        assertThat(said("Un homme qui affirme que le pont est fermé demande une enquête."))
                .containsExactlyInAnyOrder(
                        "Un homme | affirme | le pont est fermé", "Un homme | demande | une enquête");
        assertThat(said("Un mot disant que le pont était fermé a été trouvé."))
                .containsExactly("Un mot | disant | le pont était fermé");
    }

    @Test
    void aCourtThatSentencesSomebodyDoesNotBlameThem() {
        assertThat(said("Le juge a condamné Paul Martin à une amende.")).isEmpty();
        assertThat(said("Le maire a condamné l'attaque.")).containsExactly("Le maire | a condamné | l'attaque");
        assertThat(said("Une pétition réclamant sa libération a été signée."))
                .containsExactly("Une pétition | réclamant | sa libération");
    }

    @Test
    void whomElseItWasToldMayStandBetweenAVerbAndItsSpeaker() {
        assertThat(said("Le rapport dit que le pont est fermé, a déclaré à la presse le capitaine Paul Martin."))
                .containsExactlyInAnyOrder(
                        "Le rapport | dit | le pont est fermé",
                        "le capitaine Paul Martin | a déclaré | Le rapport dit que le pont est fermé");
        assertThat(said("Anne Martin n'a parlé que pour confirmer son nom.")).isEmpty();
    }

    @Test
    void nounsThatEndAsInfinitivesDoAreNotWhatIsDone() {
        assertThat(said("Le groupe n'a pas répondu à une demande de commentaire."))
                .isEmpty();
        assertThat(said("Le maire a écrit aux parents pour les informer que le pont est fermé."))
                .containsExactly("Le maire | informer | le pont est fermé");
    }

    @Test
    void theAgeOfASourceAndWhomItCitesStandBeforeWhatItSays() {
        assertThat(said("Selon Anne Martin, 22 ans, qui était là, le pont est fermé."))
                .containsExactly("Anne Martin | Selon | le pont est fermé");
        assertThat(said("Selon la police, Paul Martin, 34 ans, est parti."))
                .containsExactly("la police | Selon | Paul Martin, 34 ans, est parti");
        assertThat(said("Selon la police, citant un témoin, le pont est fermé."))
                .containsExactly("la police | Selon | le pont est fermé");
    }

    @Test
    void anObjectStandsBeforeTheInfinitiveOfWhatWasDone() {
        assertThat(said("Le maire jure l'avoir vu.")).containsExactly("Le maire | jure | l'avoir vu");
        assertThat(said("Le maire a répété tout au long de la semaine que le pont est fermé."))
                .containsExactly("Le maire | a répété | le pont est fermé");
    }

    @Test
    void whatOthersSayOfItIsNoPartOfWhatSomebodyWants() {
        assertThat(said("Le maire exige que le pont ferme, une démarche que le préfet a qualifiée de « folie »."))
                .containsExactlyInAnyOrder("Le maire | exige | le pont ferme", "le préfet | a qualifiée | folie");
        assertThat(said("Anne Martin a dit qu’elle avait vu une femme, une voisine que la police connaissait."))
                .containsExactly(
                        "Anne Martin | a dit | elle avait vu une femme, une voisine que la police connaissait");
    }

    @Test
    void whatASourceDidIsNoPartOfWhatItSaysBeforeANumber() {
        assertThat(said("Selon le ministère, dirigé par Anne Martin, au moins 28 personnes sont mortes."))
                .containsExactly("le ministère | Selon | au moins 28 personnes sont mortes");
    }

    @Test
    void whoSomebodyThanksIsNotWhatForIt() {
        assertThat(said("Le maire a remercié les forces de l’ordre.")).isEmpty();
        assertThat(said("Le maire a remercié les élus de leur soutien."))
                .containsExactly("Le maire | a remercié | leur soutien");
        assertThat(said("Anne Martin ne regrette rien.")).isEmpty();
    }

    @Test
    void aQuestionInAClauseBetweenCommasEndsBeforeTheVerbOrTheClauseAroundIt() {
        assertThat(said("Le témoin, à qui l’avocat a demandé s’il mentait, a éclaté de rire."))
                .containsExactly("l’avocat | a demandé | s’il mentait");
        assertThat(said("Interrogé par Anne Martin, qui voulait savoir si le pont tient, le maire a ri."))
                .containsExactly("Anne Martin | voulait savoir | si le pont tient");
    }

    @Test
    void aClauseThatEndsBeforeACueIsToldFromItsBeginning() {
        assertThat(said("Il est peu probable que la Chambre suive, estiment les élus, d’autant que le temps presse."))
                .allMatch(found -> found.startsWith("les élus | estiment | Il est peu probable"));
    }

    @Test
    void whatASourceSaysInARelativeClauseEndsWithIt() {
        assertThat(said("Le budget, qui selon le maire favorise les riches, a été adopté."))
                .containsExactly("le maire | selon | favorise les riches");
        assertThat(said("Il a promis à la télévision belge de reprendre la ville."))
                .containsExactly("Il | a promis | reprendre la ville");
    }

    @Test
    void whatIsSaidGoesOnBehindItsNegatedVerb() {
        assertThat(said("Ce n’est pas, soutient-elle, une question de couleur."))
                .containsExactly("elle | soutient-elle | Ce n’est pas, soutient-elle, une question de couleur");
        assertThat(said("On a demandé au maire s’il mentait, ce à quoi il a répondu que non."))
                .contains("null | a demandé | s’il mentait");
    }

    @Test
    void aChargeEndsBeforeTheNextVerbOfWhoIsCharged() {
        assertThat(said("Anne Martin a été inculpée de trahison et risque la prison."))
                .containsExactly("null | a été inculpée | trahison");
        assertThat(said("Le maire est accusé d’avoir menti et a été suspendu."))
                .containsExactly("null | est accusé | avoir menti");
        assertThat(said("Le maire a promis une enquête et une réforme."))
                .containsExactly("Le maire | a promis | une enquête et une réforme");
    }

    @Test
    void howLongSomethingHasBeenSaidIsNoContent() {
        assertThat(said("Le maire promet depuis dix ans de fermer le pont."))
                .containsExactly("Le maire | promet | fermer le pont");
        assertThat(said("La ville refuse depuis 2019 de publier les comptes."))
                .containsExactly("La ville | refuse | publier les comptes");
    }

    @Test
    void whereSomebodyIsFromIsNotWhatTheyAreThankedFor() {
        assertThat(said("Anne Martin a remercié le personnel de l’hôpital.")).isEmpty();
        assertThat(said("Anne Martin a félicité son rival de sa victoire."))
                .containsExactly("Anne Martin | a félicité | sa victoire");
    }

    @Test
    void whenSomebodySpokeIsNotWhatTheySaid() {
        assertThat(said("Anne Martin s’est plainte après que le pont a été fermé."))
                .isEmpty();
        assertThat(said("Anne Martin s’est excusée dès que la vidéo est sortie."))
                .isEmpty();
        assertThat(said("Anne Martin a menacé son voisin avec une arme à feu.")).isEmpty();
    }

    @Test
    void whatWasNotDoneIsToldToSomebody() {
        assertThat(said("Anne Martin a affirmé à la police ne rien savoir."))
                .containsExactly("Anne Martin | a affirmé | ne rien savoir");
        assertThat(said("Anne Martin a avoué à son mari ne plus l’aimer."))
                .containsExactly("Anne Martin | a avoué | ne plus l’aimer");
    }

    @Test
    void whatOthersSayEndsBeforeTheVerbThatIsTheirs() {
        assertThat(said("Ceux qui disent que le pont est vieux ont tort."))
                .containsExactly("Ceux | disent | le pont est vieux");
        assertThat(said("Les élus qui estiment que le maire a menti se trompent."))
                .containsExactly("Les élus | estiment | le maire a menti");
        assertThat(said("On nous avait promis des emplois, on a eu des parkings."))
                .containsExactly("null | avait promis | des emplois");
    }

    @Test
    void whatSomethingIsCalledEndsWithItsMarks() {
        assertThat(said("Ce que le maire appelle « la famille » est une entreprise."))
                .containsExactly("le maire | appelle | « la famille »");
    }

    @Test
    void whoAnswersBehindAColonSaysSomethingElse() {
        assertThat(said("On me dit que le pont est vieux : je réponds que la ville est vieille."))
                .containsExactlyInAnyOrder("null | dit | le pont est vieux", "je | réponds | la ville est vieille");
    }

    @Test
    void whatIsRumouredEndsBeforeTheMainClause() {
        assertThat(said("Suite à des rumeurs selon lesquelles le pont serait fermé, le maire a publié une photo."))
                .containsExactly("null | rumeurs | le pont serait fermé");
    }

    @Test
    void whatIsNamedTooBelongsToWhatWasSaid() {
        assertThat(said("Anne Martin a critiqué le maire, mais aussi la presse."))
                .containsExactly("Anne Martin | a critiqué | le maire, mais aussi la presse");
        assertThat(said("Anne Martin a annoncé une fête, mais les élus qui la refusent sont inquiets."))
                .containsExactly("Anne Martin | a annoncé | une fête");
    }

    @Test
    void whatIsSetAgainstItOrDoneNextIsNotWanted() {
        assertThat(said("Anne Martin espère gagner, mais la pluie menace."))
                .containsExactly("Anne Martin | espère | gagner");
        assertThat(said("Anne Martin a critiqué la presse avant de quitter la salle."))
                .containsExactly("Anne Martin | a critiqué | la presse");
        assertThat(said("Anne Martin promet la paix, mais pas la liberté."))
                .containsExactly("Anne Martin | promet | la paix, mais pas la liberté");
    }

    @Test
    void byWhomAMessageWasSentStandsBeforeWhatItSays() {
        assertThat(said("Anne Martin a déclaré dans un communiqué publié par son agent que le pont fermait."))
                .containsExactly("Anne Martin | a déclaré | le pont fermait");
        assertThat(said("Anne Martin a annoncé dans un message posté lundi sur Instagram que le pont fermait."))
                .containsExactly("Anne Martin | a annoncé | le pont fermait");
    }

    @Test
    void whatIsSaidInTheMainClauseGoesOnBehindItsCommas() {
        assertThat(said("Quand le maire est venu, il a dit que la route, le pont et la place fermeraient."))
                .containsExactly("il | a dit | la route, le pont et la place fermeraient");
        assertThat(said("Alors que le film finissait, Anne Martin a annoncé que, faute d’argent, la salle fermait."))
                .containsExactly("Anne Martin | a annoncé | faute d’argent, la salle fermait");
        assertThat(said("Lorsque le maire, Paul Martin, a dit que oui, la police est venue."))
                .containsExactly("le maire | a dit | oui");
    }

    @Test
    void whatTellsMoreOfASubjectDoesNotEndIt() {
        assertThat(said("Quand on lui demande si le pont, très attendu, sera prêt, il part."))
                .containsExactly("null | demande | si le pont, très attendu, sera prêt");
        assertThat(said("Anne Martin dit l’avoir vu.")).containsExactly("Anne Martin | dit | l’avoir vu");
    }

    @Test
    void whatAFactIsAboutEndsBeforeTheVerbAroundIt() {
        assertThat(said("Le fait que le maire demande une enquête est rassurant."))
                .containsExactly("le maire | demande | une enquête");
    }

    @Test
    void whatASourceTellsOfHasItsOwnRelativeClause() {
        assertThat(said("Selon les experts, la taxe, qui entrera en vigueur en mai, ne changera rien."))
                .containsExactly("les experts | Selon | la taxe, qui entrera en vigueur en mai, ne changera rien");
        assertThat(said("D’après le juge, la banque, dont le siège est à Oslo, avait menti."))
                .containsExactly("le juge | D’après | la banque, dont le siège est à Oslo, avait menti");
    }

    @Test
    void whatIsToldBehindTheSpeakerOfAllOfItIsNotSaid() {
        assertThat(said("Le contrat serait signé lundi, rapporte Le Figaro, ce que le ministère n’a pas confirmé."))
                .containsExactly("Le Figaro | rapporte | Le contrat serait signé lundi");
        assertThat(said("L’usine fermera ses portes, a annoncé le maire, une décision qui a surpris les salariés."))
                .containsExactly("le maire | a annoncé | L’usine fermera ses portes");
        assertThat(said("Les discussions se poursuivent, a affirmé le maire, sans fournir de détails."))
                .containsExactly("le maire | a affirmé | Les discussions se poursuivent");
    }

    @Test
    void theTopicOfAHeadlineIsNotSaid() {
        assertThat(said("Inflation : « le pire est passé », selon la banque centrale"))
                .containsExactly("la banque centrale | selon | le pire est passé");
        assertThat(said("Brexit : Londres prêt à céder, selon le Times"))
                .containsExactly("le Times | selon | Londres prêt à céder");
    }

    @Test
    void theWordsOfSomebodyAreNamedBeforeThem() {
        assertThat(said("« Une honte », selon les mots du maire."))
                .containsExactly("maire | selon les mots du | Une honte");
        assertThat(said("De l’aveu d’un élu, le projet est mort."))
                .containsExactly("un élu | De l’aveu d’ | le projet est mort");
    }

    @Test
    void aConditionInsideOfWhatWasSaidEndsBeforeTheRest() {
        assertThat(said("Elle a ajouté que, si le conseil rejetait l’accord, il n’y en aurait pas d’autre."))
                .containsExactly(
                        "Elle | a ajouté | si le conseil rejetait l’accord, il n’y en aurait pas d’autre",
                        "le conseil | rejetait | l’accord");
        assertThat(said("L’entreprise est accusée d’avoir menti, ce que la direction conteste."))
                .containsExactly("null | est accusée | avoir menti");
    }

    @Test
    void byWhoseVoiceItWasSaidEndsTheContent() {
        assertThat(said("Le conseil demande « des comptes » par la voix de sa présidente."))
                .containsExactly("Le conseil | demande | « des comptes »");
    }

    @Test
    void whatACommentInQuotationMarksFollowedIsNotSaid() {
        assertThat(said("Le député dénonce un « scandale » après la mort de trois ouvriers."))
                .containsExactly("Le député | dénonce | un « scandale »");
        assertThat(said("Le maire évoque une « catastrophe » après le passage de l’ouragan."))
                .containsExactly("Le maire | évoque | une « catastrophe »");
        assertThat(said("L’opposition appelle à la « retenue » avant le vote."))
                .containsExactly("L’opposition | appelle | la « retenue » avant le vote");
    }

    @Test
    void whatIsSaidBeginsBehindARelativePronounAndItsPreposition() {
        assertThat(said("Une date après laquelle, a-t-il prévenu, « il sera trop tard »."))
                .containsExactly("il | a-t-il prévenu | « il sera trop tard »");
        assertThat(said("Un accord grâce auquel, selon le maire, la ville vivra."))
                .containsExactly("le maire | selon | la ville vivra");
    }

    @Test
    void whatANounTellsEndsBeforeTheVerbOfTheNoun() {
        assertThat(said("L’avis du conseil, selon lequel la loi est juste, n’est que consultatif."))
                .containsExactly("conseil | avis | la loi est juste");
        assertThat(said("L’avis du conseil selon lequel la loi est juste n’est que consultatif."))
                .containsExactly("conseil | avis | la loi est juste");
    }

    @Test
    void anothersDemandBehindACommaIsNotOfTheFirst() {
        assertThat(said("Les uns réclament la paix, les autres exigent des armes."))
                .containsExactly("Les uns | réclament | la paix", "les autres | exigent | des armes");
        assertThat(said("L’un demande la démission du maire."))
                .containsExactly("L’un | demande | la démission du maire");
        assertThat(said("Tout est prêt, a indiqué le groupe, dont les ventes ont chuté."))
                .containsExactly("le groupe | a indiqué | Tout est prêt");
    }

    @Test
    void sinceWhenSomethingIsSaidStandsBeforeIt() {
        assertThat(said("Le syndicat réclame depuis plusieurs mois une hausse des salaires."))
                .containsExactly("Le syndicat | réclame | une hausse des salaires");
    }
}
