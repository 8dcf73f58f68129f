// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The offices and forms of address of one language; immutable. */
public final class PersonTitles {

    private static final String ADDRESS = "address";

    /** How many letters a title has that without a capital is another word: me, for Me (maître). */
    private static final int SHORT = 2;

    /**
     * A title.
     *
     * @param rank the words, folded, that titles of the same office share; of a form of address, none
     */
    record Title(List<String> rank) {

        boolean isAddress() {
            return rank.isEmpty();
        }
    }

    private final Phrases<Title> titles;
    private final Set<String> adjectives;

    public PersonTitles(Lexicon lexicon, Tokeniser tokeniser) {
        Map<String, Title> ranks = new LinkedHashMap<>();
        lexicon.map(Section.TITLES, rank -> rank).forEach((title, rank) -> {
            if (rank.equals(ADDRESS)) {
                ranks.put(title, new Title(List.of()));
            } else {
                ranks.put(title, new Title(words(tokeniser.tokenise(rank.isEmpty() ? title : rank))));
            }
        });
        titles = new Phrases<>(ranks, tokeniser);
        adjectives = lexicon.words(Section.ADJECTIVES);
    }

    private static List<String> words(Tokens tokens) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(tokens.get(i).folded());
        }
        return List.copyOf(words);
    }

    /** The title that starts at a token; null where none does. */
    Phrases.Match<Title> at(Tokens tokens, int at, int to) {
        Phrases.Match<Title> match = titles.longest(tokens, at, to);
        boolean word = match != null
                && tokens.get(at).text().length() == SHORT
                && !tokens.get(at).isCapitalised();
        return word ? null : match;
    }

    /** Index behind the title that starts at a token; the token's own where none does. */
    public int endOfTitle(Tokens tokens, int at, int to) {
        Phrases.Match<Title> match = at(tokens, at, to);
        return match == null ? at : match.to();
    }

    /** Whether a form of address stands at a token: Mr. */
    public boolean isAddress(Tokens tokens, int at, int to) {
        Phrases.Match<Title> match = at(tokens, at, to);
        return match != null && match.value().isAddress();
    }

    /** Whether a token is an adjective of nationality or rank, or its plural. */
    public boolean isAdjective(Token token) {
        String word = token.folded();
        return adjectives.contains(word)
                || word.endsWith("s") && adjectives.contains(word.substring(0, word.length() - 1));
    }
}
