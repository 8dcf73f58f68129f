// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.Set;

/** The offices and forms of address of one language; immutable. */
public final class PersonTitles {

    private static final String ADDRESS = "address";

    private final Phrases<Boolean> titles;
    private final Set<String> adjectives;

    public PersonTitles(Lexicon lexicon, Tokeniser tokeniser) {
        titles = Phrases.of(lexicon, Section.TITLES, meaning -> !ADDRESS.equals(meaning), tokeniser);
        adjectives = lexicon.words(Section.ADJECTIVES);
    }

    /** Index behind the title that starts at a token; the token's own where none does. */
    public int endOfTitle(Tokens tokens, int at, int to) {
        return titles.skip(tokens, at, to);
    }

    /** Whether a form of address stands at a token: Mr. */
    public boolean isAddress(Tokens tokens, int at, int to) {
        Phrases.Match<Boolean> match = titles.longest(tokens, at, to);
        return match != null && !match.value();
    }

    /** Whether a token is an adjective of nationality or rank. */
    public boolean isTitlePart(Token token) {
        return adjectives.contains(token.folded());
    }
}
