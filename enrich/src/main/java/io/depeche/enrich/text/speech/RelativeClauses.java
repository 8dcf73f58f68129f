// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import java.util.stream.IntStream;

/** What relative clauses are about, and where those between commas end: X, [qui vient de Y], a dit. */
final class RelativeClauses {

    /** The most words of a noun phrase behind a preposition, with it. */
    private static final int MOST_GOVERNED = 8;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Mentions mentions;
    private final NounPhrases phrases;

    RelativeClauses(SentenceSyntax syntax) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        mentions = syntax.mentions;
        phrases = syntax.phrases;
    }

    boolean isBehindRelative(int at) {
        return at > syntax.start() && words.isRelative(tokens.get(at - 1));
    }

    /** The noun phrase that a relative pronoun stands for. */
    Speaker beforeRelative(int relative) {
        int first = words.knowsFiniteVerbs() ? firstRelative(relative) : relative;
        int clause = syntax.clauseStart(first);
        int behind = governor(first);
        if (behind > clause && words.isCoordinator(tokens.get(behind - 1)) && words.knowsFiniteVerbs()) {
            // Le directeur, arrivé hier, et qui a dit
            return phrases.behind(words.behindAdverbs(tokens, clause, behind), behind);
        }
        if (behind > clause && syntax.isComma(behind - 1)) {
            behind = beforeAdjective(clause, behind - 1);
        } else if (behind > clause && words.knowsFiniteVerbs() && syntax.isDash(behind - 1)) {
            // X — qui a dit A — part
            behind--;
        }
        Speaker apposed = words.knowsFiniteVerbs() ? phrases.withOffice(clause, behind) : null;
        if (apposed != null) {
            return apposed;
        }
        Speaker speaker = phrases.before(clause, behind);
        if (words.knowsFiniteVerbs() && (speaker == null || isPart(speaker) || hasAgent(speaker))) {
            Speaker governed = governedBefore(behind);
            governed = governed == null && speaker == null ? phrases.endingAt(clause, behind) : governed;
            speaker = governed == null ? speaker : governed;
        }
        if (words.knowsFiniteVerbs() && speaker != null && phrases.isOfNoun(speaker)) {
            Speaker whole = wholeOf(speaker);
            // les attentes des analystes, qui disent
            speaker = phrases.isSomebody(speaker) && !phrases.isSomebody(whole) ? speaker : whole;
        }
        return speaker == null || speaker.entity() == null ? phrases.named(clause, behind, speaker) : speaker;
    }

    /** The relative pronoun that one behind a conjunction stands for the same as: X, [qui] a vu A et qui dit B; itself where none is. */
    private int firstRelative(int relative) {
        if (relative <= syntax.start() || !words.isCoordinator(tokens.get(relative - 1))) {
            return relative;
        }
        for (int i = relative - 2; i > syntax.start() && relative - i < SentenceSyntax.FARTHEST_BACK; i--) {
            Token token = tokens.get(i);
            if (words.isOnlyRelative(token)) {
                return i;
            }
            if (";:".contains(token.text())) {
                return relative;
            }
        }
        return relative;
    }

    /**
     * The comma before a single word or an age between two of them: 60 % des gens[,] déçus, qui disent; X[,] 30 ans, qui dit; the second
     * where neither stands there.
     */
    private int beforeAdjective(int clause, int comma) {
        if (!words.knowsFiniteVerbs() || comma - 2 <= clause) {
            return comma;
        }
        int age = phrases.beforeAge(clause, comma);
        if (age < comma) {
            return age;
        }
        Token word = tokens.get(comma - 1);
        boolean alone = syntax.isComma(comma - 2)
                && mentions.at(comma - 1) == null
                && word.isWord()
                && !word.isCapitalised()
                && words.isOpenForm(word.folded(), VerbForm.PARTICIPLE);
        return alone ? comma - 2 : comma;
    }

    /** Whether a phrase can be no more than the end of a longer one: aux syndicats de la [RATP]. */
    private boolean isPart(Speaker phrase) {
        Token before = phrase.from() > syntax.start() ? tokens.get(phrase.from() - 1) : null;
        boolean linked = before != null && (words.isNounLinker(before) || words.isArticle(before));
        return linked || !phrases.isHead(phrase.from());
    }

    /**
     * The phrase with an article that one belongs to which tells what it is of: [le ministre] des Finances; itself where none stands
     * near.
     */
    private Speaker wholeOf(Speaker part) {
        for (int i = part.from() - 1;
                i > syntax.start() && tokens.get(i).isWord() && part.from() - i < MOST_GOVERNED;
                i--) {
            Token token = tokens.get(i);
            boolean governed = words.isPreposition(token) && !words.isNounLinker(token);
            if (governed || words.isOwnArticle(token) || words.isIndefinite(token)) {
                Speaker whole = governed ? phrases.governed(i + 1, part.to()) : phrases.behind(i, part.to());
                return whole != null && whole.to() == part.to() ? whole : part;
            }
        }
        return part;
    }

    /** Whether a phrase tells by whom something was done, who is what a relative pronoun behind it stands for: un projet porté [par X]. */
    private boolean hasAgent(Speaker phrase) {
        return IntStream.range(phrase.from() + 1, phrase.to()).anyMatch(i -> words.isAgent(tokens.get(i)));
    }

    /** The noun phrase behind a preposition that ends before a token: tombe sur [un message] disant. */
    Speaker governedBefore(int behind) {
        for (int i = behind - 1; i >= syntax.start() && tokens.get(i).isWord() && behind - i < MOST_GOVERNED; i--) {
            if (words.isPreposition(tokens.get(i)) && !words.isNounLinker(tokens.get(i))) {
                return phrases.governed(i + 1, behind);
            }
        }
        return null;
    }

    /** Where the preposition stands that governs a relative pronoun, as in con las que; the pronoun where there is none. */
    int governor(int relative) {
        int at = relative;
        if (at - 1 > syntax.start() && words.isArticle(tokens.get(at - 1))) {
            at--;
        }
        return at - 1 > syntax.start() && words.isPreposition(tokens.get(at - 1)) ? at - 1 : relative;
    }

    /** The subject of a verb behind a relative clause: the man [that lives here] said; null where there is no such clause. */
    Speaker outerSubject(int clause, int verb, Speaker inner) {
        boolean relative = clause - 1 > syntax.start()
                && words.isRelative(tokens.get(clause - 1))
                && words.complementisers.skip(tokens, clause - 1, clause) == clause
                && (!syntax.isComma(clause - 2) || syntax.isComma(verb - 1));
        boolean whole = inner != null
                && phrases.isHead(inner.from())
                && (inner.from() <= words.behindAdverbs(tokens, clause, syntax.end())
                        || words.isCoordinator(tokens.get(inner.from() - 1)));
        Speaker outer = relative && !whole ? beforeRelative(clause - 1) : null;
        return outer == null || !phrases.isHead(outer.from()) ? null : outer;
    }

    /** Whether a relative clause between two commas ends before a verb: X, qui vient de A, [dit]. */
    boolean isBehindInsertedRelative(int verb) {
        if (!syntax.isComma(verb - 1)) {
            return false;
        }
        int comma = verb - 2;
        while (comma > syntax.start() && verb - comma < SentenceSyntax.FARTHEST_LEAD && !syntax.isComma(comma)) {
            comma--;
        }
        int relative = words.isCoordinator(tokens.get(comma + 1)) ? comma + 2 : comma + 1;
        return syntax.isComma(comma) && words.isOnlyRelative(tokens.get(relative)) && syntax.isBeforeVerbs(comma);
    }

    /** Whether a verb stands in a relative clause that a comma begins behind a subject: X, à qui l'on a [demandé] si A, dit B. */
    boolean isInInsertedRelative(int verb) {
        int comma = verb - 1;
        while (comma > syntax.start() && verb - comma < SentenceSyntax.LONGEST_INSERTION && !syntax.isComma(comma)) {
            comma--;
        }
        if (!syntax.isComma(comma) || !syntax.isBeforeVerbs(comma)) {
            return false;
        }
        int first = words.isPreposition(tokens.get(comma + 1)) ? comma + 2 : comma + 1;
        return first < verb && (words.isOnlyRelative(tokens.get(first)) || words.isGovernedRelative(tokens.get(first)));
    }

    /**
     * The first relative pronoun between a subject and the comma before its verb, where no other verbs stand than those of relative
     * clauses: X, [qui] a vu A, dit B; -1 where it is not so.
     */
    int relativeOfSubject(int verb) {
        int from = syntax.clauseStart(verb);
        int first = -1;
        int open = 0;
        for (int i = from; i < verb; i++) {
            if (words.isOnlyRelative(tokens.get(i))) {
                first = first < 0 ? i : first;
                open++;
            } else if (mentions.at(i) == null && syntax.isFinite(i, from)) {
                open--;
            }
            if (open < 0) {
                return -1;
            }
        }
        return syntax.isComma(verb - 1) ? first : -1;
    }

    /** Where a relative clause ends: at the comma before the verb of the clause around it; the second place where there is none. */
    int insertedEnd(int from, int to) {
        for (int i = from + 1; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK) - 1; i++) {
            boolean verb = words.isAuxiliary(tokens.get(i + 1))
                    || words.isNegation(tokens.get(i + 1))
                    || phrases.isCue(i + 1)
                    || syntax.finiteVerb(i + 1, i + 2) == i + 1;
            if (verb && syntax.isComma(i) && quotations.at(i) == quotations.at(from - 1)) {
                return i;
            }
        }
        return to;
    }
}
