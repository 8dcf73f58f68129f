// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Who said what in French: where clauses end, what verbs take, who speaks. */
final class FrenchSpeechTest {

    private static List<String> said(String text) {
        return Reading.of("fr", null, text).said();
    }

    @Test
    void whatIsAnnouncedEndsBeforeTheClauseAroundIt() {
        assertThat(said("Le pays dit que le nom est le sien et a opposé son veto."))
                .containsExactly("Le pays | dit | le nom est le sien");
        assertThat(said("La police accuse le groupe ; quatre hommes sont en fuite."))
                .containsExactly("La police | accuse | le groupe");
        assertThat(said("L’ambassadeur, dont le pays a démenti vouloir la bombe, est parti."))
                .containsExactly("le pays | a démenti | vouloir la bombe");
        assertThat(said("Des personnes affirmant connaître la femme se sont présentées."))
                .containsExactly("Des personnes | affirmant | connaître la femme");
        assertThat(said("Je prévoyais plus, mais c’est ainsi que nous devons partir."))
                .isEmpty();
        assertThat(said("Le maire a dénoncé la grève, puisqu’elle gêne la circulation."))
                .containsExactly("Le maire | a dénoncé | la grève");
        assertThat(said("Anne Martin a refusé de commenter cette histoire, bien qu’une source en ait parlé."))
                .containsExactly("Anne Martin | a refusé | commenter cette histoire");
        assertThat(said("Le ministre a dénoncé une erreur, avant de préciser que la loi serait revue."))
                .containsExactlyInAnyOrder(
                        "Le ministre | a dénoncé | une erreur", "Le ministre | préciser | la loi serait revue");
    }

    @Test
    void whatIsSaidGoesOnBehindItsSpeakerOnlyWithAVerb() {
        assertThat(said("La route est libre, a révélé Anne Martin, la maire, citée par un journal."))
                .containsExactly("Anne Martin | a révélé | La route est libre");
        assertThat(said("Anne Martin a dénoncé un « Incident grave ! La séance est suspendue. »"))
                .containsExactly("Anne Martin | a dénoncé | un « Incident grave ! La séance est suspendue");
    }

    @Test
    void appositionsOfASourceAreNotSaid() {
        assertThat(said("Selon Anne Martin, sociologue et professeur à Lyon, une personne sur dix est seule."))
                .containsExactly("Anne Martin | Selon | une personne sur dix est seule");
        assertThat(said("Pour le collectif de défense, il s’agit d’une erreur."))
                .containsExactly("le collectif de défense | Pour | il s’agit d’une erreur");
    }

    @Test
    void whoIsToldStandsBeforeTheContent() {
        assertThat(said("La police exhorte les habitants qui auraient vu la scène à livrer leur témoignage."))
                .containsExactly("La police | exhorte | livrer leur témoignage");
        assertThat(said("Paul Durand a avoué à la police être coupable."))
                .containsExactly("Paul Durand | a avoué | être coupable");
        assertThat(said("Il est conseillé aux automobilistes d’éviter la zone."))
                .containsExactly("null | est conseillé | éviter la zone");
        assertThat(said("Anne Martin a demandé au président de la commission (PS) une suspension."))
                .containsExactly("Anne Martin | a demandé | une suspension");
        assertThat(said("L’entraîneuse a dit de cette équipe qu’elle manquait de vitesse."))
                .containsExactly("L’entraîneuse | a dit | elle manquait de vitesse");
        assertThat(said("Le pompier a dit à la radio locale que le feu était éteint."))
                .containsExactly("Le pompier | a dit | le feu était éteint");
        assertThat(said("Anne Martin appelle au rejet du projet en raison du danger."))
                .containsExactly("Anne Martin | appelle | rejet du projet en raison du danger");
        assertThat(said("Damas demande aux « forces étrangères » de se retirer."))
                .containsExactly("Damas | demande | se retirer");
        assertThat(said("Le club a confirmé sur Twitter l’arrivée du joueur."))
                .containsExactly("Le club | a confirmé | l’arrivée du joueur");
        assertThat(said("Il a décrit au jury comment il était venu."))
                .containsExactly("Il | a décrit | comment il était venu");
        assertThat(said("L’institut demande de l’aide pour les victimes."))
                .containsExactly("L’institut | demande | de l’aide pour les victimes");
    }

    @Test
    void whatIsCalledSomethingIsSaid() {
        assertThat(said("Le ministre a qualifié de « honteuse » la mesure."))
                .containsExactly("Le ministre | a qualifié | « honteuse » la mesure");
        assertThat(said("Le ministre juge la mesure « tout à fait inutile »."))
                .containsExactly("Le ministre | juge | la mesure « tout à fait inutile »");
        assertThat(said("Le maire juge le projet de M. Roy « absurde » et a quitté la salle."))
                .containsExactly("Le maire | juge | le projet de M. Roy « absurde »");
    }

    @Test
    void infinitivesAnnounceSpeechBehindPour() {
        assertThat(said("Ils ont défilé pour exiger que la loi soit revue."))
                .containsExactly("Ils | exiger | la loi soit revue");
        assertThat(said("Ils ont appelé la police pour signaler le crime.")).isEmpty();
        assertThat(said("Les riverains se sont réunis afin de dénoncer le bruit et réclamer un mur."))
                .containsExactlyInAnyOrder("Les riverains | dénoncer | le bruit", "Les riverains | réclamer | un mur");
    }

    @Test
    void whatSomebodyIsChargedWithIsSaid() {
        assertThat(said("Un homme accusé de meurtre a été arrêté.")).containsExactly("null | accusé | meurtre");
        assertThat(said("Paul Durand, accusé d’avoir volé une voiture, est parti."))
                .containsExactly("null | accusé | avoir volé une voiture");
        assertThat(said("La maire est accusée de fraude par son opposition."))
                .containsExactly("son opposition | est accusée | fraude");
        assertThat(said("Le trésorier a été inculpé de vol, de faux et de fuite alors que son parti gagnait."))
                .containsExactly("null | a été inculpé | vol, de faux et de fuite");
        assertThat(said("La femme qui l’accuse de mentir est venue.")).containsExactly("La femme | accuse | mentir");
        assertThat(said("Selon Anne Martin, le voleur a été arrêté à Lyon et accusé de fraude."))
                .contains("Anne Martin | Selon | le voleur a été arrêté à Lyon et accusé de fraude");
    }

    @Test
    void verbsAreOfMoreWordsWhereThatLeadsToTheContent() {
        assertThat(said("Le ministre a annoncé son intention de partir."))
                .containsExactly("Le ministre | a annoncé son intention | partir");
        assertThat(said("Le ministre a annoncé son intention."))
                .containsExactly("Le ministre | a annoncé | son intention");
        assertThat(said("Anne Martin en appelle à la raison.")).containsExactly("Anne Martin | appelle | la raison");
        assertThat(said("Le maire s’en prend à la région.")).containsExactly("Le maire | s’en prend | la région");
        assertThat(said("Le maire se prend à la mode.")).isEmpty();
        assertThat(said("Le syndicat s’élève contre cette loi."))
                .containsExactly("Le syndicat | s’élève contre | cette loi");
        assertThat(said("Elle continue de penser que le club peut gagner."))
                .containsExactly("Elle | continue de penser | le club peut gagner");
        assertThat(said("Le film fait penser que tout est possible.")).isEmpty();
        assertThat(said("Le ministre juge nécessaire de partir."))
                .containsExactly("Le ministre | juge nécessaire | partir");
    }

    @Test
    void clausesBeginBehindTheFactThat() {
        assertThat(said("Le syndicat insiste sur le fait que la loi est bonne."))
                .containsExactly("Le syndicat | insiste | la loi est bonne");
        assertThat(said("Le parti s’oppose à ce que la loi passe."))
                .containsExactly("Le parti | s’oppose | la loi passe");
        assertThat(said("Le ministre se réjouit de l’accord.")).containsExactly("Le ministre | se réjouit | l’accord");
    }

    @Test
    void whatIsNotSaidIsNoAttribution() {
        assertThat(said("Anne Martin n’a pas évoqué la question.")).isEmpty();
        assertThat(said("Il est prévu que le plan soit voté.")).isEmpty();
        assertThat(said("Le train aurait dû partir.")).isEmpty();
        assertThat(said("Toute la salle riait avec les musiciens du village, ils criaient."))
                .isEmpty();
        assertThat(said("Les images montrent des immeubles, ainsi qu’une mosquée."))
                .isEmpty();
    }

    @Test
    void verbsAreReadWithWhatStandsInside() {
        assertThat(said("Le ministère russe a, pour sa part, assuré que les frappes avaient cessé."))
                .containsExactly("Le ministère russe | a, pour sa part, assuré | les frappes avaient cessé");
        assertThat(said("Anne Martin a dit ne pas savoir si la loi passera."))
                .containsExactly("Anne Martin | a dit | ne pas savoir si la loi passera");
        assertThat(said("Le juge a ordonné la libération du suspect."))
                .containsExactly("Le juge | a ordonné | la libération du suspect");
        assertThat(said("La route est libre comme le précise le ministre."))
                .containsExactly("le ministre | précise | La route est libre");
        assertThat(said("Anne Martin a déclaré qu’« il ne pourra plus y avoir de doute »."))
                .containsExactly("Anne Martin | a déclaré | il ne pourra plus y avoir de doute");
    }

    @Test
    void speakersAreReadWithWhatBelongsToThem() {
        assertThat(said("Certains d’entre eux disent que la loi passera."))
                .containsExactly("Certains d’entre eux | disent | la loi passera");
        assertThat(said("Plus de 300 scientifiques appellent à agir."))
                .containsExactly("Plus de 300 scientifiques | appellent | agir");
        assertThat(said("D’autres, dont Honda, BMW et Jaguar, ont dit que la loi passera."))
                .containsExactly("D’autres | ont dit | la loi passera");
        assertThat(said("La police de Paris et de sa région dit que la loi passera."))
                .containsExactly("La police de Paris et de sa région | dit | la loi passera");
        assertThat(said("Le chef du syndicat, a confirmé l’accord."))
                .containsExactly("Le chef du syndicat | a confirmé | l’accord");
        assertThat(said("Mais le ministre a quitté la salle en disant que tout va bien."))
                .containsExactly("le ministre | disant | tout va bien");
        assertThat(said("Pour la principale association de parents, la loi est bonne."))
                .containsExactly("la principale association de parents | Pour | la loi est bonne");
        assertThat(said("L’avocat de la défense, Me Dupont, a réclamé l’acquittement."))
                .containsExactly("L’avocat de la défense | a réclamé | l’acquittement");
    }

    @Test
    void quotationsGoOnOverParagraphsWithOthersInside() {
        assertThat(
                        said(
                                "« La route est longue.\n\nElle m’a demandé « Où vas-tu ? »\n\nJe marchais seul », a dit Paul Durand."))
                .containsExactlyInAnyOrder(
                        "Paul Durand | a dit | La route est longue.\n\nElle m’a demandé « Où vas-tu ? »\n\nJe marchais seul",
                        "Elle | a demandé | Où vas-tu ?");
        assertThat(
                        said(
                                "« Ils répètent : \"Nous partons.\n\nNous partons demain.\"\n\nPersonne ne part », a dit Paul Durand."))
                .containsExactlyInAnyOrder(
                        "Paul Durand | a dit | Ils répètent : \"Nous partons.\n\nNous partons demain.\"\n\nPersonne ne part",
                        "Ils | répètent | Nous partons.\n\nNous partons demain");
        assertThat(said("« On a crié : \"Au feu !\n\nTout le monde est sorti dans la rue », a dit Paul Durand."))
                .contains("Paul Durand | a dit | On a crié : \"Au feu !\n\nTout le monde est sorti dans la rue");
    }

    @Test
    void oneMarkClosesTwoQuotations() {
        assertThat(said("« Je lui ai répondu : « La maison est vendue », a raconté Paul Durand.\n\n"
                        + "« La clef est restée chez le notaire », a-t-il ajouté."))
                .containsExactlyInAnyOrder(
                        "Paul Durand | a raconté | Je lui ai répondu : « La maison est vendue",
                        "Je | ai répondu | La maison est vendue",
                        "il | a-t-il ajouté | La clef est restée chez le notaire");
    }

    @Test
    void quotationsGoOnBehindWhatTheirCueSentenceAdds() {
        assertThat(
                        said(
                                "« Le pont est fermé », a dit Anne Martin, d’après Le Monde. « Il sera réparé avant le printemps. »"))
                .contains(
                        "Anne Martin | a dit | Le pont est fermé », a dit Anne Martin, d’après Le Monde. « Il sera réparé"
                                + " avant le printemps");
        assertThat(said("« Le pont est fermé », a dit Anne Martin, ajoutant que la gare l’était aussi."
                        + " « Il sera réparé avant le printemps. »"))
                .contains(
                        "Anne Martin | a dit | Le pont est fermé",
                        "Anne Martin | null | Il sera réparé avant le printemps");
    }

    @Test
    void quotationsOfSeveralSentencesStandBehindWhoSpeaks() {
        assertThat(said("Anne Martin : « Le pont est fermé depuis hier.\n\nIl sera réparé avant le printemps. »"))
                .containsExactly(
                        "Anne Martin | null | Le pont est fermé depuis hier.\n\nIl sera réparé avant le printemps");
    }

    @Test
    void whatIsSaidEndsBeforeItsSource() {
        assertThat(said("Anne Martin a déclaré que le pont était fermé, selon le rapport de la ville."))
                .contains("Anne Martin | a déclaré | le pont était fermé");
        assertThat(
                        said(
                                "Les habitants se disent opposés au pont selon un sondage publié par Le Monde, et beaucoup ont peur."))
                .contains("Les habitants | se disent | opposés au pont");
        assertThat(said("« Le pont est fermé », a dit Anne Martin, selon Le Monde."))
                .containsExactlyInAnyOrder(
                        "Anne Martin | a dit | Le pont est fermé",
                        "Le Monde | selon | Le pont est fermé », a dit Anne Martin");
        assertThat(said("Selon Anne Martin, « le pont est fermé depuis hier », a-t-elle déclaré lundi."))
                .containsExactlyInAnyOrder(
                        "Anne Martin | Selon | le pont est fermé depuis hier",
                        "elle | a-t-elle déclaré | le pont est fermé depuis hier");
    }

    @Test
    void whenItWasSaidIsNoPartOfWhatHasNoVerb() {
        assertThat(said("Le maire a promis de réparer le pont, près de dix ans après la crue."))
                .containsExactly("Le maire | a promis | réparer le pont");
        assertThat(said("Le maire a demandé une enquête, après avoir vu les photographies."))
                .containsExactly("Le maire | a demandé | une enquête");
        assertThat(said("Le maire a annoncé son départ en fin de matinée."))
                .containsExactly("Le maire | a annoncé | son départ");
        assertThat(said("Le maire a promis de partir après avoir voté."))
                .containsExactly("Le maire | a promis | partir après avoir voté");
        assertThat(said("Le maire dit que la ville dort, tandis que le fleuve monte."))
                .containsExactly("Le maire | dit | la ville dort, tandis que le fleuve monte");
        assertThat(said("Le maire réfute les accusations tandis que le fleuve monte."))
                .containsExactly("Le maire | réfute | les accusations");
    }

    @Test
    void longFrontedClausesEndBeforeTheirSubject() {
        assertThat(said(
                        "Accusant les grandes sociétés de la région de vendre les maisons du bord du fleuve à des gens qui"
                                + " ne les habitent pas et ne les habiteront pas, il a quitté la salle."))
                .containsExactly(
                        "il | Accusant | les grandes sociétés de la région de vendre les maisons du bord du fleuve à"
                                + " des gens qui ne les habitent pas et ne les habiteront pas");
    }

    @Test
    void reportsWithoutASpeakerAreReadBehindAppositions() {
        assertThat(said("Durand, âgé de 30 ans, se serait enfui vers le nord, mais la police n’a rien trouvé."))
                .containsExactly("null | null | Durand, âgé de 30 ans, se serait enfui vers le nord");
        assertThat(said("La famille de M. Durand serait en route vers le sud."))
                .containsExactly("null | null | La famille de M. Durand serait en route vers le sud");
        assertThat(said("Durand, âgé de 30 ans, aurait pu fuir.")).isEmpty();
    }

    @Test
    void questionsStandBehindLongNames() {
        assertThat(
                        said(
                                "Le journaliste a demandé aux sénateurs John Martin et Paul Durand si la loi changerait quoi que ce soit."))
                .containsExactly("Le journaliste | a demandé | si la loi changerait quoi que ce soit");
        assertThat(said("Le maire a reconnu plus tôt cette année que la ville était pauvre."))
                .containsExactly("Le maire | a reconnu | la ville était pauvre");
    }

    @Test
    void clausesInAnotherTenseAreNoPartOfWhatWasSaid() {
        assertThat(said("Anne Martin a déclaré que la porte était ouverte, mais les gardiens ont refusé de venir."))
                .contains("Anne Martin | a déclaré | la porte était ouverte");
        assertThat(
                        said(
                                "Anne Martin a déclaré que la porte était ouverte, mais que les gardiens avaient refusé de venir."))
                .contains(
                        "Anne Martin | a déclaré | la porte était ouverte, mais que les gardiens avaient refusé de venir");
        assertThat(said("« Dès que le maire dira que la route est libre, les voitures pourront passer. »"))
                .contains("le maire | dira | la route est libre");
    }

    @Test
    void whatIsSaidGoesOnBehindItsSpeakerInTheTenseOfWhatWasSaid() {
        assertThat(said("Le pont serait trop étroit, a déclaré Anne Martin, et donc les camions devraient attendre."))
                .containsExactly("Anne Martin | a déclaré | Le pont serait trop étroit, a déclaré Anne Martin, et "
                        + "donc les camions devraient attendre");
        assertThat(said("Le pont était trop étroit, a déclaré Anne Martin, et les camions ont attendu dehors."))
                .containsExactly("Anne Martin | a déclaré | Le pont était trop étroit");
        assertThat(said("Le pont, a déclaré Anne Martin, ne dispose pas de trottoir."))
                .containsExactly(
                        "Anne Martin | a déclaré | Le pont, a déclaré Anne Martin, ne dispose pas de trottoir");
        assertThat(said("Le club, a-t-il souligné, compte déjà cent membres."))
                .containsExactly("il | a-t-il souligné | Le club, a-t-il souligné, compte déjà cent membres");
    }

    @Test
    void anOfficeBelongsToTheNameThatARelativeClauseIsAbout() {
        assertThat(said("Le docteur Paul Martin, de la clinique du fleuve, qui dirige les essais, estime que l’eau est "
                        + "pure."))
                .containsExactly("Le docteur Paul Martin | estime | l’eau est pure");
        assertThat(said("Le sénateur Paul Martin, élu de la côte, qui vote contre, a déclaré que l’eau était pure."))
                .containsExactly("Le sénateur Paul Martin | a déclaré | l’eau était pure");
    }

    @Test
    void whatStandsBehindAQuotationOrADashIsNotSaid() {
        assertThat(said("Anne Martin a promis de « réveiller toute la ville » lors d’une fête au bord du fleuve."))
                .containsExactly("Anne Martin | a promis | réveiller toute la ville");
        assertThat(said("Anne Martin a dénoncé la « lenteur » des travaux."))
                .containsExactly("Anne Martin | a dénoncé | la « lenteur » des travaux");
        assertThat(said("Les habitants demandent la fermeture du pont - une mesure que la ville n’a jamais prise."))
                .containsExactly("Les habitants | demandent | la fermeture du pont");
        assertThat(said("Les habitants demandent la fermeture du pont - le plus vieux de la région - et de la gare."))
                .containsExactly(
                        "Les habitants | demandent | la fermeture du pont - le plus vieux de la région - et de la gare");
    }

    @Test
    void aSentenceCanBeAClauseOfWhatWasSaidInTheOneBefore() {
        assertThat(said("Anne Martin pense que le pont tiendra. Et que personne ne le regrettera."))
                .containsExactly("Anne Martin | pense | le pont tiendra. Et que personne ne le regrettera");
        assertThat(said("Anne Martin pense que le pont tiendra. Et que dire de la route ?"))
                .containsExactly("Anne Martin | pense | le pont tiendra");
    }

    @Test
    void whatASourceIsHasNoArticleAndIsNotSaid() {
        assertThat(said("Selon Anne Martin, économiste et directrice de la revue, les prix vont monter."))
                .containsExactly("Anne Martin | Selon | les prix vont monter");
        assertThat(said("Selon Anne Martin, professeure à Oxford et élue de la ville, le climat change vite."))
                .containsExactly("Anne Martin | Selon | le climat change vite");
        assertThat(said("Selon Anne Martin, élèves et professeurs manquent de tout."))
                .containsExactly("Anne Martin | Selon | élèves et professeurs manquent de tout");
    }

    @Test
    void whatIsCountedBeginsAClauseOfTheStatement() {
        assertThat(said("Anne Martin a assuré que le pont était sûr, alors que plus de 300 vis ont été perdues."))
                .containsExactly("Anne Martin | a assuré | le pont était sûr");
    }

    @Test
    void whatSomethingIsDoneForIsNotAsked() {
        assertThat(said("Anne Martin appelait souvent sa mère afin de lui raconter ses journées."))
                .isEmpty();
        assertThat(said("Anne Martin appelait souvent sa mère à revenir."))
                .containsExactly("Anne Martin | appelait | revenir");
        assertThat(said("Anne Martin a remercié les pompiers pour leur courage."))
                .containsExactly("Anne Martin | a remercié | leur courage");
    }

    @Test
    void aQuotationExplainsWhoTheSentenceBeforeIsAbout() {
        assertThat(said("Anne Martin a quitté la salle. « Le pont est fermé depuis hier soir. »"))
                .containsExactly("Anne Martin | null | Le pont est fermé depuis hier soir");
        assertThat(said("La salle est vide. « Le pont est fermé depuis hier soir. »"))
                .isEmpty();
    }

    @Test
    void severalSpeakBehindTheirVerb() {
        assertThat(said("La route est fermée, ont indiqué les pompiers et la police."))
                .containsExactly("les pompiers | ont indiqué | La route est fermée");
        assertThat(said("Le pont est sûr, affirment des chercheurs américains et britanniques."))
                .containsExactly("des chercheurs américains | affirment | Le pont est sûr");
        assertThat(said("Il est entré, a demandé le sel et le poivre.")).isEmpty();
    }

    @Test
    void aPluralVerbBehindSomeOfManyIsNoNoun() {
        assertThat(said("Certains avancent que le pont est fermé."))
                .containsExactly("Certains | avancent | le pont est fermé");
    }

    @Test
    void aGerundGovernsTheInfinitiveThatSaysIt() {
        assertThat(said("Le maire a refusé de répondre, se bornant à dire que la route était libre."))
                .contains("Le maire | se bornant à dire | la route était libre");
        assertThat(said("Le maire est parti, cherchant à expliquer que la route était libre."))
                .containsExactly("Le maire | cherchant à expliquer | la route était libre");
    }

    @Test
    void anInfinitiveBehindWhomItWasToldComesBeforeTheQuotation() {
        assertThat(said("Le maire a déclaré à la radio n'avoir rien vu : « La route est libre. »"))
                .containsExactlyInAnyOrder(
                        "Le maire | a déclaré | n'avoir rien vu", "Le maire | null | La route est libre");
    }

    @Test
    void aConditionalOfReportStandsBeforeWhatAnotherSays() {
        assertThat(said("Deux hommes seraient morts, mais la police n'a pas confirmé ces décès."))
                .containsExactlyInAnyOrder(
                        "null | null | Deux hommes seraient morts", "la police | a pas confirmé | ces décès");
        assertThat(said("Paul Martin aurait aimé venir.")).isEmpty();
    }

    @Test
    void whoSaysOrDoesNotSayWhetherOrWhoTellsAQuestion() {
        assertThat(said("Le député n’a pas voulu dire s’il voterait la loi."))
                .containsExactly("Le député | a pas voulu dire | s’il voterait la loi");
        assertThat(said("Anne Martin n’a pas dit qui lui succéderait."))
                .containsExactly("Anne Martin | a pas dit | qui lui succéderait");
        assertThat(said("Le temps dira si la trêve tient.")).isEmpty();
        assertThat(said("« Qu’ils disent ce qu’ils veulent, nous voterons », a lancé Anne Martin."))
                .containsExactly("Anne Martin | a lancé | Qu’ils disent ce qu’ils veulent, nous voterons");
    }

    @Test
    void aGerundSpeaksThroughTheInfinitiveThatItGoverns() {
        assertThat(said("Le maire a quitté la salle, se contentant d’affirmer que la loi est la loi."))
                .containsExactly("Le maire | se contentant d’affirmer | la loi est la loi");
        assertThat(said("Anne Martin a haussé le ton, allant jusqu’à suggérer que le vote soit annulé."))
                .containsExactly("Anne Martin | allant jusqu’à suggérer | le vote soit annulé");
    }

    @Test
    void aWordBehindANegationIsAVerb() {
        assertThat(said("Aucun élève ne figure parmi les blessés, a fait savoir le préfet."))
                .containsExactly("le préfet | a fait savoir | Aucun élève ne figure parmi les blessés");
    }

    @Test
    void whatIsToldBeforeItsCueCanHaveAVerbThatNobodyKnows() {
        assertThat(said("Anne Martin visite la frontière jeudi, a annoncé le ministère."))
                .containsExactly("le ministère | a annoncé | Anne Martin visite la frontière jeudi");
        assertThat(said("L’armée bombarde le port, ont rapporté des habitants."))
                .containsExactly("des habitants | ont rapporté | L’armée bombarde le port");
        assertThat(said("L’avocate de la famille Dupont, a dénoncé la décision du juge."))
                .containsExactly("L’avocate de la famille Dupont | a dénoncé | la décision du juge");
    }

    @Test
    void aCueWithAPronounStandsBetweenAVerbAndWhatItAnnounces() {
        assertThat(said("Anne Martin craint, explique-t-elle, que le pont ne tombe."))
                .contains("Anne Martin | craint | le pont ne tombe");
        assertThat(said("Le maire va partir, rapportait lundi Le Monde, citant des gens au fait du projet."))
                .containsExactly("Le Monde | rapportait | Le maire va partir");
    }

    @Test
    void whoAccuseEachOtherSpeak() {
        assertThat(said("Moscou et Kiev s’accusent mutuellement d’avoir bombardé la centrale."))
                .containsExactly("Moscou et Kiev | s’accusent | avoir bombardé la centrale");
    }

    @Test
    void aCourtThatPunishesSaysNothing() {
        assertThat(said("Le tribunal a condamné l’ancien ministre à cinq ans de prison."))
                .isEmpty();
        assertThat(said("Le Vatican a condamné la guerre.")).containsExactly("Le Vatican | a condamné | la guerre");
    }

    @Test
    void whoThinksBehindASentenceInAQuotationThinksNoMoreThanThat() {
        assertThat(said("« Il est parti. Il ne reviendra pas, je pense », a dit Anne Martin."))
                .contains("je | pense | Il ne reviendra pas");
    }

    @Test
    void whatIsToldBeforeItsCueCanBeWhatSomebodyPromisesOrRefuses() {
        assertThat(said("Le maire promet de baisser les impôts, affirme la préfecture."))
                .containsExactlyInAnyOrder(
                        "la préfecture | affirme | Le maire promet de baisser les impôts",
                        "Le maire | promet | baisser les impôts");
        assertThat(said("La Russie refuse de négocier, déplore un diplomate."))
                .contains("La Russie | refuse | négocier");
        assertThat(said("Le Congrès vote lundi, rappelle Le Monde."))
                .containsExactly("Le Monde | rappelle | Le Congrès vote lundi");
    }

    @Test
    void whoDescribesSomethingStandsBehindTheParticiple() {
        assertThat(said("Le pont, décrit par la presse comme un danger, est fermé."))
                .containsExactly("la presse | décrit | un danger");
        assertThat(said("Accusé par Anne Martin d’avoir menti, Paul Martin est parti."))
                .containsExactly("Anne Martin | Accusé | avoir menti");
    }
}
