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
        assertThat(said("Le gardien a annoncé dans un communiqué de la ville deux jours de fermeture."))
                .containsExactly("Le gardien | a annoncé | deux jours de fermeture");
    }
}
