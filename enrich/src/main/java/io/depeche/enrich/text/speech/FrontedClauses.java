// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Clauses and phrases before the main clause of a sentence, with which what is said in them ends: Lorsque X a dit que A, B. */
final class FrontedClauses {

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;

    /** Where verbs begin in the sentence that announce speech, and have a subject of their own. */
    private final BitSet finiteCues;

    FrontedClauses(SentenceSyntax syntax, BitSet finiteCues) {
        this.syntax = syntax;
        this.finiteCues = finiteCues;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
    }

    /** Where what is said from a token on ends, as the clause around it does; the limit where it is in the main clause. */
    int end(int from, int limit) {
        if (isFronted(syntax.start())
                && from < syntax.start() + SentenceSyntax.FARTHEST_LEAD
                && !isMainBetween(syntax.start(), from)) {
            return Math.min(limit, syntax.insertions.frontedEnd(from, SentenceSyntax.FARTHEST_LEAD));
        }
        return isInFronted(from) ? Math.min(limit, mainClause(from, limit)) : limit;
    }

    /** Whether the sentence begins with a clause before the main one: Lorsque …, « Dès que …, Même si …. */
    private boolean isFronted(int start) {
        int at = quotations.from(start) == null ? start : start + 1;
        return at < syntax.end() && opensFronted(at);
    }

    /**
     * Whether the clause that a conjunction begins ends before a token with the main clause: Alors que la nuit tombait, X a dit que [A].
     */
    private boolean isMainBetween(int conjunction, int at) {
        if (!words.knowsFiniteVerbs()) {
            return false;
        }
        if (mainClause(conjunction, at) < at) {
            return true;
        }
        boolean listing = words.isListing(tokens.get(conjunction));
        boolean infinitive = conjunction + 2 < at
                && words.isInfinitiveMarker(tokens.get(conjunction + 1))
                && syntax.isInfinitiveBehind(conjunction + 2);
        for (int i = conjunction + 1; i + 1 < Math.min(at, conjunction + SentenceSyntax.FARTHEST_BACK); i++) {
            if (!syntax.isComma(i) || quotations.at(i) != quotations.at(conjunction)) {
                continue;
            }
            if (listing && (finiteCues.get(i + 1) || syntax.isFiniteBehind(i + 1, i))) {
                // X, dont A, dit que
                return true;
            }
            if (syntax.beginsMainClause(i + 1, at)
                    && !words.isAdverb(tokens, i + 1, at)
                    && (infinitive || hasMainVerb(conjunction + 1, i))) {
                // Bien que A soit B, X, le ministre, dit que
                return hasMainVerb(i + 1, at - 1);
            }
        }
        return false;
    }

    /** Whether more verbs stand between two places than relative clauses begin there. */
    private boolean hasMainVerb(int from, int to) {
        int verbs = 0;
        for (int i = from; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            if (words.isOnlyRelative(tokens.get(i))) {
                verbs--;
            } else if (syntax.isFiniteBehind(i, from) || finiteCues.get(i) || words.isBackshifted(tokens.get(i))) {
                verbs++;
            }
        }
        return verbs > 0;
    }

    private boolean opensFronted(int at) {
        return words.isConjunction(tokens.get(at))
                || at + 1 < syntax.end() && words.isCompoundConjunction(tokens, at, at + 2)
                || words.clauseConjunctions.skip(tokens, at, syntax.end()) > at;
    }

    /**
     * Whether a token stands in a clause before the main one that does not begin the sentence, or in a relative clause of a phrase that
     * does: Et puis, [lorsqu'on a dit que A], …; X : « [Si l'on pense que A], … »; Depuis les rumeurs [selon lesquelles A], …
     */
    private boolean isInFronted(int at) {
        if (!words.knowsFiniteVerbs()) {
            return false;
        }
        Quotation around = syntax.around(at);
        int part =
                around == null || around.from() > at ? syntax.partStart(at) : Math.max(syntax.start(), around.from());
        int relative = -1;
        for (int i = at - 1; i >= part && at - i < SentenceSyntax.FARTHEST_LEAD; i--) {
            if (opensFronted(i) && !syntax.isComplementiser(i) && isBehindThat(i)) {
                // a dit que, [si A cède], B
                return true;
            }
            if (opensFronted(i) && (i == part || syntax.isComma(i - 1)) && !syntax.isComplementiser(i)) {
                return syntax.finiteVerb(part, i) == i && !isMainBetween(i, at);
            }
            relative = words.isOnlyRelative(tokens.get(i)) || words.isGovernedRelative(tokens.get(i)) ? i : relative;
        }
        // Dans un entretien, X, qui a vu A, dit que B: the clause is of what stands behind the phrase.
        int comma = syntax.commaFrom(part, SentenceSyntax.FARTHEST_BACK);
        return relative > part
                && isFrontedPhrase(part)
                && comma + 1 >= relative
                && syntax.finiteVerb(part, relative) == relative
                && !isMainBetween(relative, at);
    }

    /** Whether the conjunction of a clause stands right before a token, or before the comma there. */
    private boolean isBehindThat(int at) {
        int before = syntax.isComma(at - 1) ? at - 2 : at - 1;
        return before > syntax.start() && syntax.isComplementiser(before) && !words.isArticle(tokens.get(at));
    }

    /** Whether what begins at a token can't be the subject of the sentence: Depuis A, Rappelant A. */
    private boolean isFrontedPhrase(int at) {
        Token token = tokens.get(at);
        boolean participle = token.isCapitalised()
                && words.isOpenForm(token.folded(), VerbForm.PARTICIPLE)
                && syntax.mentions.at(at) == null;
        return words.isSettingPreposition(token)
                || participle
                || words.isOpenForm(token.folded(), VerbForm.GERUND)
                || syntax.phrases.isCue(at);
    }

    /** The comma before the first clause with a subject and a verb of its own; the second place where there is none. */
    int mainClause(int from, int to) {
        Quotation around = syntax.around(from);
        for (int i = from + 1; i + 1 < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            if (syntax.isComma(i)
                    && quotations.at(i) == around
                    && syntax.beginsMainClause(i + 1, to)
                    && !words.isAdverb(tokens, i + 1, to)) {
                int stop = syntax.clauseStop(i + 1);
                int cue = finiteCues.nextSetBit(i + 1);
                int verb = Math.min(syntax.finiteVerb(i + 1, stop), cue < 0 ? stop : cue);
                if (verb > i + 1 && verb < stop && IntStream.range(i + 1, verb).noneMatch(syntax::opensClause)) {
                    return i;
                }
            }
        }
        return to;
    }
}
