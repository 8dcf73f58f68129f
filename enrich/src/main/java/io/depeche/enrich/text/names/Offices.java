// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import java.util.BitSet;

/** Reads the offices that stand before names in one sentence: le Secrétaire d'État américain [Antony Blinken]. */
final class Offices {

    private static final int LONGEST = 6;

    private final Tokens tokens;
    private final int to;
    private final BitSet dated;
    private final NameWords words;

    /** @param dated the tokens that are a part of dates */
    Offices(Tokens tokens, Tokens.Range sentence, BitSet dated, NameWords words) {
        this.tokens = tokens;
        this.to = sentence.to();
        this.dated = dated;
        this.words = words;
    }

    /** Index behind the title that starts at a token; the token's own where none does. */
    int endOfTitle(int at) {
        Phrases.Match<Boolean> title = words.titles.longest(tokens, at, to);
        return title == null ? at : title.to();
    }

    /** Index behind the office whose title ends at a token: it can have adjectives, and the name of what it is over. */
    int end(int titleEnd) {
        int end = titleEnd;
        int at = titleEnd;
        int limit = Math.min(to, titleEnd + LONGEST);
        while (at < limit) {
            Token token = tokens.get(at);
            if (words.isAdjective(token)) {
                at++;
                end = at;
            } else if (words.isOrganisationParticle(token)) {
                at++;
            } else if (at > end && at + 1 < to && isNamePart(at) && (isNamePart(at + 1) || leadsToName(at + 1))) {
                at++;
                end = at;
            } else {
                break;
            }
        }
        return end;
    }

    /** Place of an office with its title; null where the title is a form of address only. */
    Span role(int from, int end) {
        Phrases.Match<Boolean> title = words.titles.longest(tokens, from, to);
        return title != null && title.value() ? tokens.span(from, end - 1) : null;
    }

    private boolean leadsToName(int at) {
        return words.isAdjective(tokens.get(at)) && at + 1 < to && isNamePart(at + 1);
    }

    /** Whether a token is no word that has its capital for another reason. */
    boolean isName(int at) {
        Token token = tokens.get(at);
        return !dated.get(at) && !words.isFunctionWord(token) && !words.isWeekday(token);
    }

    /** Whether a token can be a part of a name by its capital. */
    boolean isNamePart(int at) {
        return tokens.get(at).isCapitalised() && isName(at) && endOfTitle(at) == at;
    }
}
