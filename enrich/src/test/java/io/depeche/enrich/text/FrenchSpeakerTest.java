// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who speaks in French, and which quotations are whose. */
final class FrenchSpeakerTest {

    private static List<String> said(String text) {
        return Reading.of("fr", null, text).said();
    }

    @Test
    void pronounsBeforeTheVerbAreWhoIsToldBehindAQuotation() {
        assertThat(said("« La route est libre », nous a confié le maire."))
                .containsExactly("le maire | a confié | La route est libre");
        assertThat(said("« La route est libre », lui a répondu une voisine."))
                .containsExactly("une voisine | a répondu | La route est libre");
        assertThat(said("Paul Durand s’est levé et lui a assuré que la route était libre."))
                .containsExactly("Paul Durand | a assuré | la route était libre");
        assertThat(said("Nous disons que la route est libre.")).containsExactly("Nous | disons | la route est libre");
    }

    @Test
    void pronounsThatStressASubjectAreNone() {
        assertThat(said("Le gérant croit lui aussi que la route est libre."))
                .containsExactly("Le gérant | croit | la route est libre");
        assertThat(said("Lui aussi estime que la route est libre."))
                .containsExactly("Lui | estime | la route est libre");
        assertThat(said("Anne Martin parle, elle, de « trahison »."))
                .containsExactly("Anne Martin | parle, elle, de | trahison");
    }

    @Test
    void severalSpeakTogether() {
        assertThat(said("Le ministre de la ville et son homologue ont déclaré que la route était libre."))
                .containsExactly("Le ministre de la ville et son homologue | ont déclaré | la route était libre");
        assertThat(said("Le patron et les syndicats n’ont pas précisé si l’usine fermerait."))
                .containsExactly("Le patron et les syndicats | ont pas précisé | si l’usine fermerait");
        assertThat(said("Le prix monte et la présidente a dit que la route était libre."))
                .containsExactly("la présidente | a dit | la route était libre");
    }

    @Test
    void subjectsStandBeforeRelativeClausesAndInsertions() {
        assertThat(said("Le rapport, que le journal a publié lundi, critique la gestion du port."))
                .containsExactly("Le rapport | critique | la gestion du port");
        assertThat(said("Sans donner de noms, Paul Durand le directeur du port, a affirmé que la route était libre."))
                .containsExactly("Paul Durand | a affirmé | la route était libre");
        assertThat(
                        said(
                                "Paul Durand, qui a rencontré Anne Martin, vedette du port, âgée de 31 ans, a avoué que tout était vide."))
                .containsExactly("Paul Durand | a avoué | tout était vide");
    }

    @Test
    void subjectsStandBehindAdjunctsToo() {
        assertThat(said("La route est libre, a expliqué à l’agence Paul Durand, président du port."))
                .containsExactly("Paul Durand | a expliqué | La route est libre");
        assertThat(said("« La route est libre », martèle depuis le début de l’affaire Me Paul Durand."))
                .containsExactly("Me Paul Durand | martèle | La route est libre");
        assertThat(said("Le maire a expliqué, à l’issue du conseil de la ville, que la route était libre."))
                .containsExactly("Le maire | a expliqué | la route était libre");
    }

    @Test
    void verbsWithoutASubjectHaveThatOfTheVerbBefore() {
        assertThat(said("Il a retracé les faits et confirmé que la route était libre."))
                .containsExactly("Il | confirmé | la route était libre");
        assertThat(said("Il fut exclu de son groupe et déclara alors : « La route est libre maintenant. »"))
                .containsExactly("Il | déclara | La route est libre maintenant");
        assertThat(said("« La route est libre », a dit la maire. Et de poursuivre : « Le pont est vide. »"))
                .containsExactly("la maire | a dit | La route est libre", "la maire | poursuivre | Le pont est vide");
        assertThat(said("Le maire s’est voulu rassurant : « La route est libre depuis ce matin. »"))
                .containsExactly("Le maire | rassurant | La route est libre depuis ce matin");
    }

    @Test
    void relativeClausesCanBeBySomebody() {
        assertThat(said("Les syndicats, pour qui la réforme est injuste, appellent à la grève."))
                .containsExactlyInAnyOrder(
                        "Les syndicats | pour | la réforme est injuste", "Les syndicats | appellent | la grève");
        assertThat(said("« Le pont est vide », prédit Anne Martin, selon laquelle la route est libre."))
                .containsExactly("Anne Martin | prédit | Le pont est vide", "Anne Martin | selon | la route est libre");
        assertThat(said("Selon les premiers chiffres, que la ville a publiés lundi, la route est libre."))
                .containsExactly("les premiers chiffres | Selon | la route est libre");
    }

    @Test
    void quotationsAreOfWhoTheSentencesBeforeAreAbout() {
        assertThat(said("À l’annonce du verdict, la mère de la victime a pleuré. « Justice est enfin faite ici. »"))
                .containsExactly("la mère de la victime | null | Justice est enfin faite ici");
        assertThat(
                        said(
                                "Interrogée sur ce point, la ministre a livré une réponse : « La route est libre maintenant. »"))
                .containsExactly("la ministre | null | La route est libre maintenant");
        assertThat(
                        said(
                                "« Le pont est vide », prévient Paul Durand. Le port a perdu de l’argent. « Je ne compte pas la route. »"))
                .containsExactly(
                        "Paul Durand | prévient | Le pont est vide", "Paul Durand | null | Je ne compte pas la route");
        assertThat(
                        said(
                                "« Le pont est vide », raconte la jeune championne. Elle se souvient des débuts : « La route était libre. »"))
                .containsExactly(
                        "la jeune championne | raconte | Le pont est vide",
                        "Elle | se souvient | La route était libre");
    }

    @Test
    void partsOfASentenceInQuotationMarksAreOfWhoSpokeBefore() {
        assertThat(said("Paul Durand a déclaré que le pont était vide. Il se trouvait « dans un lieu très sombre »."))
                .containsExactly(
                        "Paul Durand | a déclaré | le pont était vide", "Il | null | dans un lieu très sombre");
        assertThat(said("Paul Durand a déclaré que le pont était vide. Il a ouvert une « maison du petit peuple »."))
                .containsExactly("Paul Durand | a déclaré | le pont était vide");
    }

    @Test
    void quotationsGoOnWithTheLastOneThatAColonStandsBefore() {
        assertThat(
                        said(
                                "« C’est non », tranche la maire, avant d’ajouter : « Le pont est vide. » « Il n’y aura pas de prime. »"))
                .containsExactly(
                        "la maire | tranche | C’est non",
                        "la maire | ajouter | Le pont est vide. » « Il n’y aura pas de prime");
        assertThat(
                        said(
                                "« Je suis venu et je repars », a plaisanté le maire, « et je reviendrai un jour », a-t-il promis."))
                .containsExactly(
                        "le maire | a plaisanté | Je suis venu et je repars",
                        "il | a-t-il promis | et je reviendrai un jour");
    }

    @Test
    void aSourceSpeaksInTheClauseBehindIt() {
        assertThat(said("Trois personnes sont mortes, selon la police, qui précise que l’enquête continue."))
                .containsExactly(
                        "la police | selon | Trois personnes sont mortes", "la police | précise | l’enquête continue");
    }

    @Test
    void whoSignsAQuotationBehindADashHasSaidIt() {
        assertThat(
                        said(
                                "« Nous avons perdu le contact avec deux navires » a dit un élu.\n\n« Nous partons demain matin, c’est sûr »\n— Anne Martin, ministre"))
                .containsExactly(
                        "un élu | a dit | Nous avons perdu le contact avec deux navires",
                        "Anne Martin | null | Nous partons demain matin, c’est sûr");
    }

    @Test
    void aClauseWithCommeAnnouncesTheQuotationBehindIt() {
        assertThat(
                        said(
                                "La plante peut servir, comme l’explique Anne Martin, chercheuse à Lyon : « Elle pousse vite. »"))
                .containsExactly("Anne Martin | explique | Elle pousse vite");
    }

    @Test
    void whoIsAllThatStandsBeforeAVerbIsItsSubject() {
        assertThat(said("Paul Durand, coordinateur du port, a défendu le directeur."))
                .isEmpty();
        assertThat(
                        said(
                                "Paul Durand, coordinateur du port, a défendu le directeur, affirmant à la radio : « C’est faux. »"))
                .containsExactly("Paul Durand | affirmant | C’est faux");
    }

    void anArticleBehindACommaTellsNothingOfTheNameBefore() {
        assertThat(said("Selon la présidente du port, Anne Martin, l’autorité a fait part de « risques réels »."))
                .contains("l’autorité | a fait part | risques réels");
    }

    @Test
    void aSubjectWithAnAppositionHasItsOwnVerbBeforeWhoSaysSo() {
        assertThat(said("La gérante, Anne Martin, est arrivée hier, a annoncé la présidence dans un message."))
                .containsExactly("la présidence | a annoncé | La gérante, Anne Martin, est arrivée hier");
        assertThat(said("Le maire, Paul Durand, dont la liste est divisée, annonce la fermeture du pont."))
                .containsExactly("Paul Durand | annonce | la fermeture du pont");
    }

    @Test
    void aNameInQuotationMarksBehindAVerbSpeaks() {
        assertThat(said("Le pont est fermé, rapporte « La Gazette »."))
                .containsExactly("La Gazette | rapporte | Le pont est fermé");
        assertThat(said("« Le pont est fermé », écrit « La Gazette » dans son éditorial."))
                .containsExactly("La Gazette | écrit | Le pont est fermé");
        assertThat(said("Le groupe, hier soir, a annoncé « Horizon 2030 »."))
                .containsExactly("Le groupe | a annoncé | Horizon 2030");
    }

    @Test
    void aNounThatLooksLikeAGerundSpeaksBehindItsArticle() {
        assertThat(said("« La route est libre », poursuit l’enseignant."))
                .containsExactly("l’enseignant | poursuit | La route est libre");
    }

    @Test
    void whoIsToldStandsBeforeTheVerbBehindWhatIsToldOfItsSubject() {
        assertThat(said("Anne Martin, la présidente du port, lui assure que la route est libre."))
                .containsExactly("Anne Martin | assure | la route est libre");
        assertThat(said("Le maire, qui connaît bien le port, lui assure que la route est libre."))
                .containsExactly("Le maire | assure | la route est libre");
    }

    @Test
    void whatARelativeClauseTellsOfItsObjectIsSaidByItsSubject() {
        assertThat(said("Le gérant, que la procureure, Anne Martin, a décrit comme « rusé », est en fuite."))
                .contains("la procureure | a décrit comme | rusé");
    }

    @Test
    void aClauseBehindANounAndWhoseItIsIsReadOnce() {
        assertThat(said("Elle réagit aux allégations de l’équipe de Paul Durand selon lesquelles le pont est fermé."))
                .filteredOn(line -> line.endsWith("le pont est fermé"))
                .containsExactly("l’équipe de Paul Durand | allégations | le pont est fermé");
    }

    @Test
    void whoSpeaksBetweenASubjectAndItsVerbHasSaidAllOfIt() {
        assertThat(said("Le maire, affirment les élus, dénonce la lenteur des travaux."))
                .contains("les élus | affirment | Le maire, affirment les élus, dénonce la lenteur des travaux");
    }

    @Test
    void someOfManyAndWhoIsToldMoreOfAreSourcesBehindPour() {
        assertThat(said("Pour certains, le pont est beau ; pour d’autres, il est laid."))
                .containsExactly("certains | Pour | le pont est beau", "d’autres | pour | il est laid");
        assertThat(said("Selon le maire, le pont est beau ; selon les habitants, il est laid."))
                .containsExactly("le maire | Selon | le pont est beau", "les habitants | selon | il est laid");
        assertThat(said("En effet, pour Anne Martin du syndicat des pompiers, le pont est laid."))
                .containsExactly("Anne Martin | pour | le pont est laid");
    }

    @Test
    void gerundsAreOfWhoDidWhatTheSentenceTellsAndOfNothingBeforeThat() {
        assertThat(said("Face à la crue, le maire a fermé le pont, estimant que la route était sûre."))
                .containsExactly("le maire | estimant | la route était sûre");
        assertThat(said("Le pont étant fermé, la maire a réuni les habitants, promettant de l’ouvrir."))
                .containsExactly("la maire | promettant | l’ouvrir");
        assertThat(said("Une alerte a été donnée par un voisin, affirmant que le pont brûlait."))
                .containsExactly("un voisin | affirmant | le pont brûlait");
        assertThat(said("Paul Durand a donc renoncé lundi en reconnaissant que le pont était laid."))
                .containsExactly("Paul Durand | reconnaissant | le pont était laid");
    }

    @Test
    void subjectsAreListsAndNamesWithWhatTheyAreToldToBe() {
        assertThat(said("Les ministres français, belge et danois, venus en train, ont reconnu leur erreur."))
                .containsExactly("Les ministres français, belge et danois | ont reconnu | leur erreur");
        assertThat(said("La maire (PS) et le préfet ont reconnu leur erreur."))
                .containsExactly("La maire (PS) et le préfet | ont reconnu | leur erreur");
        assertThat(said("L’avocat Paul Martin spécialiste du droit de la mer considère que le pont est laid."))
                .containsExactly("L’avocat Paul Martin spécialiste du droit de la mer | considère | le pont est laid");
        assertThat(said("La ministre de la Culture et des Sports, a demandé une enquête."))
                .containsExactly("La ministre de la Culture et des Sports | a demandé | une enquête");
        assertThat(said("Plus d’une centaine d’habitants demandent que le pont soit fermé."))
                .containsExactly("Plus d’une centaine d’habitants | demandent | le pont soit fermé");
    }

    @Test
    void whoSaysWhatIsToldInsideOfWhatWasSaidIsItsSubject() {
        assertThat(said("La chaîne affirme que les élus du parti refusent l’accord et demandent une hausse."))
                .contains("les élus du parti | demandent | une hausse");
        assertThat(said("Anne Martin raconte qu’un homme a levé le bras avant de crier « Au feu »."))
                .contains("un homme | crier | Au feu");
        assertThat(said("Selon la mère, l’homme est venu en leur disant « Au feu »."))
                .contains("l’homme | disant | Au feu");
        assertThat(said("Le maire a annoncé que le préfet viendrait avant d’ajouter que le pont est fermé."))
                .contains("Le maire | ajouter | le pont est fermé");
    }

    @Test
    void whoBeginsASentenceSpeaksBehindRelativeClausesThatAreJoined() {
        assertThat(said("Le ministre, qui veut une loi et qu’il trouve utile, argue que le pont est laid."))
                .contains("Le ministre | argue | le pont est laid");
        assertThat(said("« Le pont est très beau », a écrit quelqu’un."))
                .containsExactly("quelqu’un | a écrit | Le pont est très beau");
        assertThat(said("« Le pont est beau », a déclaré à la presse, à l’issue du conseil, le maire Paul Martin."))
                .containsExactly("le maire Paul Martin | a déclaré | Le pont est beau");
        assertThat(
                        said(
                                "Paul Martin a écarté les rumeurs selon lesquelles il partirait : « C’est faux, rien n’a changé. »"))
                .contains("Paul Martin | null | C’est faux, rien n’a changé");
    }

    @Test
    void whatCanStandBeforeANounIsASubjectAlone() {
        assertThat(said("Certains redoutent que le pont soit fermé."))
                .containsExactly("Certains | redoutent | le pont soit fermé");
        assertThat(said("Aucun ne redoute que le pont soit fermé."))
                .containsExactly("Aucun | redoute | le pont soit fermé");
        assertThat(said("Tous deux ont nié les faits.")).containsExactly("Tous deux | ont nié | les faits");
        assertThat(said("« On verra bien », a prévenu chacun des deux camps."))
                .containsExactly("chacun des deux camps | a prévenu | On verra bien");
        assertThat(said("« On verra bien », disent ceux qui étaient présents."))
                .containsExactly("ceux | disent | On verra bien");
        assertThat(said("« On verra bien », ont affirmé plus de 200 élus."))
                .containsExactly("plus de 200 élus | ont affirmé | On verra bien");
    }

    @Test
    void whoSpeaksStandsBehindWhereItWasSaidHoweverThatIsDescribed() {
        assertThat(said("« On verra bien », a reconnu dans une déclaration écrite Anne Martin."))
                .containsExactly("Anne Martin | a reconnu | On verra bien");
        assertThat(said("« C’est grave » ont dit les élus.")).containsExactly("les élus | ont dit | C’est grave");
    }

    @Test
    void anotherPersonsNameIsObjectBehindASubjectThatLooksLikeAVerb() {
        assertThat(said("Le juge fédéral les accuse de corruption."))
                .containsExactly("Le juge fédéral | accuse | corruption");
        assertThat(said("L’attaquant anglais a dit que le match était beau."))
                .containsExactly("L’attaquant anglais | a dit | le match était beau");
    }

    @Test
    void whoIsChargedWithAThingIsTheSubjectOfTheVerbBehindTheCharge() {
        assertThat(said("Une infirmière soupçonnée d'avoir empoisonné des patients nie toute responsabilité."))
                .containsExactlyInAnyOrder(
                        "Une infirmière | nie | toute responsabilité",
                        "null | soupçonnée | avoir empoisonné des patients");
        assertThat(said("Un homme accusé d'avoir tué un chien qui dormait dans leur lit a dit que c'était faux."))
                .containsExactlyInAnyOrder(
                        "Un homme | a dit | c'était faux",
                        "null | accusé | avoir tué un chien qui dormait dans leur lit");
        assertThat(said("La police a arrêté un homme accusé de vol et a dit que l'affaire était close."))
                .contains("La police | a dit | l'affaire était close");
    }

    @Test
    void anAgeAndAClauseWithDontStandBetweenASubjectAndItsVerb() {
        assertThat(said("Karim Martin, 60 ans, qui vit ici, a dit que la route était libre."))
                .containsExactly("Karim Martin | a dit | la route était libre");
        assertThat(said("Anne Martin, âgée de 37 ans, dont le fils est malade, demande une enquête."))
                .containsExactly("Anne Martin | demande | une enquête");
        assertThat(said("Des familles dont les enfants sont malades réclament une enquête."))
                .containsExactly("Des familles | réclament | une enquête");
    }

    @Test
    void aGerundWithWhomItIsSaidToIsOfTheSubject() {
        assertThat(said("Paul Martin a abordé la fillette, lui disant que la route était libre."))
                .containsExactly("Paul Martin | disant | la route était libre");
        assertThat(said("Anne Martin a salué les pompiers tout en précisant que la route était libre."))
                .contains("Anne Martin | précisant | la route était libre");
    }

    @Test
    void theObjectOfAVerbBehindARelativeClauseIsNoArticle() {
        assertThat(said("Le maire, qui le déteste, l'accuse d'avoir menti."))
                .containsExactly("Le maire | accuse | avoir menti");
        assertThat(said("Sa sœur, qui vit ici, le décrit comme « un ami »."))
                .containsExactly("Sa sœur | décrit comme | un ami");
    }

    @Test
    void theArticleOfAQuotationIsNobody() {
        assertThat(said("Le parti, qui a perdu des sièges, dénonce un « coup d’État »."))
                .containsExactly("Le parti | dénonce | un « coup d’État »");
    }

    @Test
    void aTimeBeforeACommaIsNobody() {
        assertThat(said("Quelques heures plus tard, le ministre a réagi en disant que tout allait bien."))
                .containsExactly("le ministre | disant | tout allait bien");
        assertThat(said("Cinq mois après le vote, la maire a démissionné, affirmant que le parti ment."))
                .containsExactly("la maire | affirmant | le parti ment");
    }

    @Test
    void whomAGerundIsSaidToIsNotWhoSaysIt() {
        assertThat(said("Le juge a interrompu le témoin, lui rappelant que la loi interdit tout mensonge."))
                .containsExactly("Le juge | rappelant | la loi interdit tout mensonge");
        assertThat(said("L’homme, dont le nom est connu, aurait crié « Au feu » avant de fuir."))
                .allMatch(found -> found.startsWith("L’homme | aurait crié"));
    }

    @Test
    void aRelativeClauseStandsBetweenDashesToo() {
        assertThat(said("Anne Martin – qui a dit que le texte était mort – est partie."))
                .containsExactly("Anne Martin | a dit | le texte était mort");
    }

    @Test
    void whoDoesSomethingBeforeSaysWhatIsJoinedToIt() {
        assertThat(said("Si mon père revient et me demande de partir, je partirai."))
                .containsExactly("mon père | demande | partir");
        assertThat(said("La nuit tombe, des fans attendent en chantant « On est là »."))
                .containsExactly("des fans | chantant | On est là");
        assertThat(said("Quand Anne Martin annonce que c’est fini, les élèves applaudissent et réclament une fête."))
                .containsExactlyInAnyOrder("Anne Martin | annonce | c’est fini", "les élèves | réclament | une fête");
    }

    @Test
    void whoIsAskedAnswersBehindTheQuestion() {
        assertThat(said("Prié de dire s’il regrettait son geste, Paul Martin a ri : « Non, je le referais. »"))
                .containsExactlyInAnyOrder("il | regrettait | son geste", "Paul Martin | null | Non, je le referais");
        assertThat(said("Anne Martin a confié au journal avoir songé à tout arrêter."))
                .containsExactlyInAnyOrder(
                        "Anne Martin | a confié | avoir songé à tout arrêter",
                        "Anne Martin | avoir songé | tout arrêter");
    }

    @Test
    void someOfSeveralSpeak() {
        assertThat(said("Certains d’entre nous pensent que tout est fini."))
                .containsExactly("Certains d’entre nous | pensent | tout est fini");
        assertThat(said("Les réactions ont été vives, l’une d’elles affirmant que le pont est laid."))
                .containsExactly("l’une d’elles | affirmant | le pont est laid");
    }

    @Test
    void aClauseWithAVerbOfItsOwnIsNobodyWhoSpeaks() {
        assertThat(said("La banque examine cette offre, a indiqué M. Durand, sans s’engager."))
                .containsExactly("M. Durand | a indiqué | La banque examine cette offre");
    }

    @Test
    void aShareOfThoseWhoWereAskedSpeaks() {
        assertThat(said("Quatre sur dix disent avoir peur, et 18 % disent avoir faim."))
                .containsExactly("Quatre sur dix | disent | avoir peur", "18 % | disent | avoir faim");
        assertThat(said("Selon l’étude, seuls 12 % des habitants pensent que la loi est juste."))
                .containsExactly(
                        "l’étude | Selon | seuls 12 % des habitants pensent que la loi est juste",
                        "seuls 12 % des habitants | pensent | la loi est juste");
    }

    @Test
    void whoSaysItHasDoneIt() {
        assertThat(said("Elle a déclaré jeudi à la commission avoir demandé à son chef de fermer le puits."))
                .containsExactly(
                        "Elle | a déclaré | avoir demandé à son chef de fermer le puits",
                        "Elle | avoir demandé | fermer le puits");
    }

    @Test
    void aRelativePronounStandsForAllOfThePhrase() {
        assertThat(said("Le plan a été présenté par le ministre des Finances, qui affirme que la loi passera."))
                .containsExactly("le ministre des Finances | affirme | la loi passera");
        assertThat(said("Il a rencontré le maire du village, qui affirme que tout est faux."))
                .containsExactly("le maire du village | affirme | tout est faux");
    }

    @Test
    void oneOfThoseWhoAreMeantIsNotAllOfThem() {
        assertThat(said("Certains, comme Paul Martin, agriculteur à Lyon, disent avoir peur."))
                .containsExactly("Certains | disent | avoir peur");
    }
}
