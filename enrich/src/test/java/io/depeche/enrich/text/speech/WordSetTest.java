// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

/** That no bit of a hash makes a word one of a kind, or none of its own. */
final class WordSetTest {

    @Property
    void itHoldsWhatItWasMadeOf(@ForAll Set<String> words, @ForAll String other) {
        WordSet set = new WordSet(words);

        assertThat(words).allMatch(set::contains);
        assertThat(set.contains(other)).isEqualTo(words.contains(other));
        assertThat(set.all()).isEqualTo(words);
    }

    @Property
    void shortWordsAreToldApart(
            @ForAll Set<@AlphaChars @StringLength(min = 1, max = 2) String> words,
            @ForAll @AlphaChars @StringLength(min = 1, max = 2) String word) {
        assertThat(new WordSet(words).contains(word)).isEqualTo(words.contains(word));
    }

    @Test
    void anEmptyOneHoldsNothing() {
        WordSet none = new WordSet(Set.of());

        assertThat(none.isEmpty()).isTrue();
        assertThat(none.contains("")).isFalse();
        assertThat(none.contains("le")).isFalse();
    }

    /** "Aa" and "BB" have one hash. */
    @Test
    void wordsOfOneHashAreCompared() {
        assertThat(new WordSet(Set.of("Aa")).contains("BB")).isFalse();
    }
}
