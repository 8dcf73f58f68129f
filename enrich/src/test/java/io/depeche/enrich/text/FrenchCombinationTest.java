// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who said what in French, whatever a sentence begins with, whoever speaks, and whatever stands between the verb and what was said: each
 * with each.
 */
final class FrenchCombinationTest {

    /** Speakers, with what is told of them up to the verb; behind the bar for a verb of several. */
    private static final List<String> SPEAKERS = List.of(
            "le ministre",
            "Anne Martin",
            "Anne Martin, professeure à Lyon,",
            "le maire de la ville, un ancien médecin,",
            "un témoin, qui a assisté à la scène,",
            "l’attaquant anglais",
            "l’un des survivants",
            "certains|",
            "plusieurs élus|",
            "beaucoup d’économistes|",
            "plus de 200 élus|",
            "ceux qui étaient présents|");

    /** When, where, how and to whom it was said. */
    private static final List<String> ADJUNCTS = List.of(
            "",
            " lundi",
            ", lundi,",
            " dans un entretien accordé au Guardian",
            " dans une interview exclusive accordée au Guardian",
            " dans un message publié sur Twitter",
            " dans l’émission « Le Grand Débat »",
            " en référence à l’affaire",
            " à l’issue de la réunion",
            " à juste titre",
            " aux députés",
            " peu avant le vote");

    /** Those of them that any verb can have, and that may end a sentence. */
    private static final List<String> ADJUNCTS_OF_ALL = List.of(
            "",
            " lundi",
            " hier soir",
            " une nouvelle fois",
            " à la BBC",
            " dans un communiqué",
            " dans un entretien accordé au Guardian",
            " dans une lettre ouverte publiée jeudi",
            " lors d’une conférence de presse");

    private static final List<String> CONTENTS = List.of(
            "personne n’avait été blessé",
            "les enfants, qui jouaient dehors, n’avaient rien vu",
            "la décision, prise en mars, ne serait pas remise en cause",
            "l’accord « n’était pas parfait » mais qu’il fallait le signer");

    private static final String QUOTATION = "Nous n’avons rien à cacher";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Lundi, ",
                "Pour sa part, ",
                "Dans un communiqué publié lundi, ",
                "Dans une interview au Guardian, ",
                "Après un entretien avec Angela Merkel, ",
                "Interrogé par la BBC, ",
                "Malgré la pluie, ",
                "Pour justifier ce choix, ",
                "Afin de calmer les esprits, ",
                "Alors que la nuit tombait, ",
                "Bien que le vote ne soit pas contraignant, ",
                "Lors du procès, qui s’est ouvert lundi, "
            })
    void whatIsSaidIsFoundWhateverStandsAround(String front) {
        List<String> wrong = new ArrayList<>();
        for (String speaker : SPEAKERS) {
            boolean several = speaker.endsWith("|");
            String who = speaker.replace("|", "");
            for (String adjunct : ADJUNCTS) {
                for (String content : CONTENTS) {
                    String cue = several ? "ont affirmé" : "a affirmé";
                    check(
                            front + who + " " + cue + adjunct + " que " + content + ".",
                            who,
                            cue + " | " + content,
                            wrong);
                }
                String cue = several ? "préviennent" : "prévient";
                if (!adjunct.endsWith(",")) {
                    String text = front + who + " " + cue + adjunct + " : « " + QUOTATION + ". »";
                    check(text, who, cue + " | " + QUOTATION, wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a dénoncé @ une décision injuste | a dénoncé | une décision injuste",
                "a appelé @ à la prudence | a appelé | la prudence",
                "a appelé @ les habitants à rester chez eux | a appelé | rester chez eux",
                "a promis @ de baisser les impôts | a promis | baisser les impôts",
                "a menacé @ de fermer la frontière | a menacé | fermer la frontière",
                "s’est réjoui @ de cette décision | s’est réjoui | cette décision",
                "s’est excusé @ d’avoir menti | s’est excusé | avoir menti",
                "a mis en garde @ contre les risques d’inondation | a mis en garde | les risques d’inondation",
                "a demandé @ si le pont était fermé | a demandé | si le pont était fermé",
                "a expliqué @ pourquoi le pont est fermé | a expliqué | pourquoi le pont est fermé",
                "affirme @ avoir tout vu | affirme | avoir tout vu",
                "a nié @ toute responsabilité | a nié | toute responsabilité"
            })
    void whatIsSaidIsFoundWhateverLeadsToIt(String said) {
        String[] parts = said.split(" \\| ", 2);
        List<String> wrong = new ArrayList<>();
        for (String speaker : List.of("Le ministre", "Anne Martin", "Un témoin, qui a assisté à la scène,")) {
            for (String adjunct : ADJUNCTS_OF_ALL) {
                String text = speaker + " " + parts[0].replace(" @", adjunct) + ".";
                check(text, speaker, parts[1], wrong);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "le ministre",
                "Anne Martin",
                "la police de Lyon",
                "un porte-parole du gouvernement",
                "l’un des survivants",
                "chacun des deux camps",
                "beaucoup d’économistes|",
                "plus de 200 élus|",
                "certains|"
            })
    void whoSaysItIsFoundBehindAQuotationWhateverStandsAround(String speaker) {
        boolean several = speaker.endsWith("|");
        String who = speaker.replace("|", "");
        String cue = several ? "ont prévenu" : "a prévenu";
        List<String> wrong = new ArrayList<>();
        for (String quotation :
                List.of(QUOTATION, "On verra bien", "C’est une catastrophe", "Si rien ne change, nous partirons")) {
            for (String adjunct : ADJUNCTS_OF_ALL) {
                for (String marks : List.of("« %s »", "“%s”", "\"%s\"")) {
                    String said = String.format(marks, quotation);
                    check(said + ", " + cue + " " + who + adjunct + ".", who, cue + " | " + quotation, wrong);
                    if (!endsWithName(adjunct)) {
                        check(said + ", " + cue + adjunct + " " + who + ".", who, cue + " | " + quotation, wrong);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** Whether a name ends a phrase, which another one right behind seems to go on with. */
    private static boolean endsWithName(String adjunct) {
        return adjunct.endsWith("BBC") || adjunct.endsWith("Guardian");
    }

    private static void check(String lower, String who, String said, List<String> wrong) {
        String text = lower.substring(0, 1).toUpperCase(Locale.FRENCH) + lower.substring(1);
        List<String> found = Reading.of("fr", null, text).said();
        String first = who.split(" ")[0];
        boolean right = found.size() == 1
                && found.get(0).endsWith(said)
                && found.get(0).regionMatches(true, 0, first, 0, first.length());
        if (!right) {
            wrong.add(text + " -> " + found);
        }
    }
}
