// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.speech.Draft.Speaker;
import java.util.stream.IntStream;

/** Reads what nouns tell to have been said: the rumour that. */
final class NounReader {

    /** The most words between a noun and the relative clause that tells what was said. */
    private static final int MOST_APART = 12;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;

    NounReader(SentenceSyntax syntax, Drafts drafts, Contents contents) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        phrases = syntax.phrases;
        this.drafts = drafts;
        this.contents = contents;
    }

    /** A noun that says that something was said, by nobody who is told: allegations that. */
    void read(int at) {
        Phrases.Match<SpeechAct> noun = words.nouns.longest(tokens, at, syntax.end());
        if (noun != null
                && noun.to() < syntax.end()
                && !(phrases.isCue(at) && phrases.before(syntax.clauseStart(at), at) != null)) {
            int to = nounClauseEnd(at, noun.to());
            if (to > noun.to()) {
                drafts.add(new Draft(null, at, at + 1, noun.to(), to, false, noun.value(), false));
            }
        }
    }

    /**
     * Where what is told behind a noun ends: with its clause, or before the verb whose subject the noun is: la rumeur selon laquelle A
     * [est fausse].
     */
    private int nounClauseEnd(int noun, int from) {
        int end = contents.clauseEnd(from);
        if (words.knowsFiniteVerbs() && syntax.isBeforeVerbs(noun)) {
            int limit = Math.min(end, from + SentenceSyntax.FARTHEST_BACK);
            int verb = syntax.finiteVerb(syntax.finiteVerb(from, limit) + 1, limit);
            boolean inner = IntStream.range(from, verb)
                    .anyMatch(i -> syntax.isComma(i) || syntax.isComplementiser(i) || words.isRelative(tokens.get(i)));
            int comma = inner && verb < limit ? mainComma(from, verb) : verb;
            end = verb >= limit ? end : comma < verb ? comma : inner ? end : verb;
            while (end == verb && verb > from && syntax.isClitic(verb - 1)) {
                // n'[est]
                end = --verb;
            }
        }
        return syntax.trimmed(from, end);
    }

    /**
     * The comma that ends what is told before the main clause of the sentence: Malgré des rumeurs selon lesquelles A[,] il part; the verb
     * where none does.
     */
    private int mainComma(int from, int verb) {
        for (int i = verb - 1; i > from; i--) {
            if (syntax.isComma(i)) {
                Speaker subject = phrases.behind(i + 1, verb);
                boolean main = subject != null && subject.to() <= verb && syntax.finiteVerb(from, i) < i;
                return main && phrases.isHead(subject.from()) ? i : verb;
            }
            if (syntax.opensClause(i)) {
                return verb;
            }
        }
        return verb;
    }

    /**
     * A noun that stands before whose it is, and the clause that tells what was said: l'information [de X] selon laquelle. False where
     * none does.
     */
    boolean readApart(int relative) {
        int from = words.behindNounRelative(tokens, relative, syntax.end());
        if (from == relative || from >= syntax.end()) {
            return false;
        }
        int at = relative - 2;
        while (at >= syntax.start() && relative - at < MOST_APART && words.nounAct(tokens.get(at)) == null) {
            at--;
        }
        boolean stands = at >= syntax.start()
                && relative - at < MOST_APART
                && words.isNounLinker(tokens.get(at + 1))
                && syntax.finiteVerb(at + 1, relative) == relative;
        int to = stands ? nounClauseEnd(at, from) : from;
        if (syntax.isComma(relative - 1)) {
            // l'avis du conseil, selon lequel A, [est connu]
            to = syntax.relatives.insertedEnd(from, to);
        }
        if (to > from) {
            Speaker speaker = phrases.governed(at + 2, relative);
            drafts.add(new Draft(speaker, at, at + 1, from, to, false, words.nounAct(tokens.get(at)), false));
        }
        return stands;
    }
}
