// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Set;

/** Reads the offices that stand at names in one sentence: le Secrétaire d'État américain [Antony Blinken]. */
final class Offices {

    private static final int LONGEST = 8;

    /** What inflection leaves of a word: azerbaïdjanais, Azerbaïdjan. */
    private static final int STEM = 5;

    private final Tokens tokens;
    private final int from;
    private final int to;
    private final BitSet dated;
    private final NameWords words;

    /** @param dated the tokens that are a part of dates */
    Offices(Tokens tokens, Tokens.Range sentence, BitSet dated, NameWords words) {
        this.tokens = tokens;
        this.from = sentence.from();
        this.to = sentence.to();
        this.dated = dated;
        this.words = words;
    }

    /** Index behind the title that starts at a token; the token's own where none does. */
    int endOfTitle(int at) {
        return words.titles.endOfTitle(tokens, at, to);
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

    /**
     * The office between two tokens, with its title; null where the title is a form of address only.
     *
     * @param start index of its first token
     * @param end index behind its last
     */
    Office office(int start, int end) {
        Phrases.Match<PersonTitles.Title> title = words.titles.at(tokens, start, to);
        if (title == null || title.value().isAddress()) {
            return null;
        }
        Set<String> qualifiers = new HashSet<>();
        for (int i = title.to(); i < end; i++) {
            Token token = tokens.get(i);
            if (token.isWord() && !words.isOrganisationParticle(token) && !words.isStateWord(token)) {
                String word = token.folded();
                qualifiers.add(word.substring(0, Math.min(STEM, word.length())));
            }
        }
        Span span = tokens.span(start, end - 1);
        boolean article = start > from && words.isDefinite(tokens.get(start - 1));
        Span whole = article ? tokens.span(start - 1, end - 1) : span;
        return new Office(span, whole, title.value().rank(), qualifiers);
    }

    /** Whether an office stands for a person by itself: with a definite article, and nobody is said to be it. */
    boolean isMention(int start) {
        int article = start - 1;
        return article >= from
                && words.isDefinite(tokens.get(article))
                && (article == from || !words.isCopula(tokens.get(article - 1)));
    }

    /** Index of the comma, and the article behind it, before an office; the office's own where no comma is before it. */
    int behindName(int start) {
        int at = start;
        if (at > from && words.isArticle(tokens.get(at - 1))) {
            at--;
        }
        return at > from && tokens.get(at - 1).text().equals(",") ? at - 1 : start;
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
