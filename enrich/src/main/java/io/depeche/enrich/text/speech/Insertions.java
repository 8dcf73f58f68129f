// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.speech.Draft.Speaker;

/** What stands between commas or at the end of a sentence and is no part of what was said: appositions, relative clauses, sources. */
final class Insertions {

    /** The most words that tell more of a noun between commas. */
    private static final int LONGEST_ATTRIBUTE = 10;

    /** The most words for a source before a verb: d'après ce que. */
    private static final int LONGEST_SOURCE = 4;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Mentions mentions;
    private final NounPhrases phrases;

    Insertions(SentenceSyntax syntax) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        mentions = syntax.mentions;
        phrases = syntax.phrases;
    }

    /** Where a word for a source begins that ends before a token; -1 where none does. */
    int sourceBefore(int at, boolean verb) {
        int found = -1;
        for (int from = at - 1; from >= Math.max(syntax.start(), at - LONGEST_SOURCE); from--) {
            Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, from, at);
            if (source != null
                    && source.to() == at
                    && !source.value().behind()
                    && !source.value().named()
                    && (source.value().verb() || !verb)) {
                found = from;
            }
        }
        return found;
    }

    /** Whether words for a source stand at a token, and nothing but it up to the end of the sentence, or of its part: selon X. */
    boolean isTrailingSource(int at) {
        Phrases.Match<SpeechWords.Source> source = quotations.at(at) == null && words.knowsFiniteVerbs()
                ? words.sources.longest(tokens, at, syntax.end())
                : null;
        if (source == null
                || source.value().behind()
                || source.value().named()
                || source.value().verb()) {
            return false;
        }
        Speaker speaker = phrases.governed(source.to(), syntax.end());
        boolean middle = speaker != null && phrases.isPronoun(speaker) && !syntax.endsClause(speaker.to());
        if (speaker == null || middle || phrases.isMeasure(speaker)) {
            return false;
        }
        int comma = syntax.commaFrom(speaker.to(), SentenceSyntax.FARTHEST_BACK);
        return syntax.finiteVerb(speaker.to(), comma) == comma
                && (!syntax.isComma(comma)
                        || comma + 1 < syntax.end() && words.isCoordinator(tokens.get(comma + 1))
                        || endsWithApposition(comma)
                        || comma + 1 < syntax.end()
                                && words.isPreposition(tokens.get(comma + 1))
                                && syntax.finiteVerb(comma + 1, syntax.end()) == syntax.end());
    }

    /** Whether a word for a source that stands before it begins the sentence: Selon X, … */
    boolean beginsWithSource() {
        Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, syntax.start(), syntax.end());
        return source != null
                && !source.value().behind()
                && !source.value().verb()
                && !words.isLongerAdverb(tokens, syntax.start(), source.to())
                && !(words.knowsFiniteVerbs() && syntax.isInfinitiveBehind(source.to()));
    }

    /** Where a clause ends that stands before the main one: Lorsqu'il a dit que oui, la police est venue. */
    int frontedEnd(int from, int farthest) {
        for (int i = from + 1; i + 1 < Math.min(syntax.end(), from + farthest); i++) {
            if (tokens.get(i).text().equals(",") && quotations.at(i) == quotations.at(from)) {
                int close = behindAttribute(i);
                if (close == i) {
                    return syntax.beginsMainClause(i + 1, syntax.end()) ? i : syntax.end();
                }
                i = close;
            }
        }
        return syntax.end();
    }

    /** The comma behind what tells more of a subject before its verb: si le film[, très attendu,] sera prêt; the same where none does. */
    private int behindAttribute(int comma) {
        int word = comma + 1;
        boolean opens = words.knowsFiniteVerbs() && word + 1 < syntax.end() && (isTold(word) || isTold(word + 1));
        int close = opens ? syntax.commaFrom(word, LONGEST_ATTRIBUTE) : comma;
        boolean resumes = syntax.isComma(close)
                && close + 1 < syntax.end()
                && words.isFinite(tokens.get(close + 1))
                && !words.isArticle(tokens.get(word));
        return resumes ? close : comma;
    }

    private boolean isTold(int at) {
        Token token = tokens.get(at);
        return token.isWord()
                && !token.isCapitalised()
                && words.isOpenForm(token.folded(), VerbForm.PARTICIPLE)
                && !words.isFinite(token);
    }

    int behindComma(int at) {
        int comma = syntax.commaFrom(at, SentenceSyntax.FARTHEST_BACK);
        return syntax.isComma(comma) ? comma + 1 : at;
    }

    /** The end of what is said without the marks and words at it that lead on. */
    int withoutTrailing(int from, int behind) {
        int to = behind;
        while (to > from && syntax.isTrailing(to - 1)) {
            to--;
        }
        return to;
    }

    /** The comma behind the name or office that stands behind one between commas; the same where none does. */
    int behindApposition(int comma) {
        Speaker apposed =
                comma + 1 < syntax.end() && syntax.isComma(comma) ? phrases.behind(comma + 1, syntax.end()) : null;
        boolean named = apposed != null
                && apposed.to() < syntax.end()
                && syntax.isComma(apposed.to())
                && (apposed.person() && mentions.at(comma + 1) != null
                        || phrases.isTitled(apposed) && !words.isArticle(tokens.get(comma + 1)));
        return named ? apposed.to() : behindVerbless(comma);
    }

    /** The comma behind a phrase without a verb, before another phrase that begins a clause; the same where none does. */
    private int behindVerbless(int comma) {
        int from = comma + 1;
        boolean begins = from < syntax.end()
                && (words.isArticle(tokens.get(from))
                        || tokens.get(from).isWord()
                                && !tokens.get(from).isCapitalised()
                                && !syntax.isFunctionWord(from));
        if (!words.knowsFiniteVerbs() || !begins) {
            return comma;
        }
        int phrase = syntax.commaFrom(from, SentenceSyntax.FARTHEST_LEAD);
        boolean relative = phrase + 1 < syntax.end()
                && (words.isOnlyRelative(tokens.get(phrase + 1)) || words.isListing(tokens.get(phrase + 1)));
        int next = relative ? syntax.commaFrom(phrase + 1, SentenceSyntax.FARTHEST_LEAD) : phrase;
        int close = syntax.commaFrom(next + 1, SentenceSyntax.FARTHEST_BACK);
        // selon X, réuni lundi, [au moins 28] élus …
        boolean counted = syntax.isCounted(next + 1, syntax.end());
        boolean verbless = syntax.isComma(next)
                && next + 1 < syntax.end()
                && syntax.finiteVerb(from, phrase) == phrase
                && (counted || !words.isPreposition(tokens.get(next + 1)))
                && !words.isOnlyRelative(tokens.get(next + 1))
                && (counted || !words.isAdverb(tokens, next + 1, syntax.end()))
                && !syntax.isVerbBehindClitics(next + 1)
                && (syntax.finiteVerb(next + 1, close) < close
                        || isOffice(from) && beginsClause(next + 1)
                        || words.isOpenForm(tokens.get(from).folded(), VerbForm.PARTICIPLE)
                                && (counted || syntax.isNounPhrase(next + 1)));
        return verbless ? next : comma;
    }

    /** Whether a noun without an article can begin at a token, which tells what somebody is: X, [physicien] et directeur de Y. */
    private boolean isOffice(int at) {
        return !words.isArticle(tokens.get(at))
                && !words.isAdverb(tokens, at, syntax.end())
                && !words.isOpenForm(tokens.get(at).folded(), VerbForm.PARTICIPLE)
                && !words.isOpenForm(tokens.get(at).folded(), VerbForm.GERUND);
    }

    private boolean beginsClause(int at) {
        return syntax.isNounPhrase(at) || words.pronouns.skip(tokens, at, syntax.end()) > at;
    }

    /** Whether a word can only be a noun without an article: filiale du groupe. */
    private boolean isBareNoun(int at) {
        return at + 1 < syntax.end()
                && tokens.get(at).isWord()
                && !tokens.get(at).isCapitalised()
                && !syntax.isFunctionWord(at)
                && !words.isAuxiliary(tokens.get(at))
                && words.isNounLinker(tokens.get(at + 1))
                && !words.isClitic(tokens.get(at + 1));
    }

    /** Whether all that stands behind a comma is of who stands before it: a dit X, le président de Y. */
    boolean endsWithApposition(int comma) {
        int from = comma + 1;
        if (from < syntax.end() && (words.isOnlyRelative(tokens.get(from)) || words.isListing(tokens.get(from)))) {
            return true;
        }
        Speaker apposed = phrases.behind(from, syntax.end());
        if (apposed != null && apposed.person() && words.knowsFiniteVerbs() && mentions.at(from) != null) {
            // selon le maire, X, cité par Y
            return !isMainClause(apposed.to(), syntax.end());
        }
        boolean fits = apposed == null
                ? words.hasArticles() && !words.hasCapitalNouns() && isBareNoun(from)
                : apposed.entity() == null
                        && phrases.isTitled(apposed)
                        && !(words.knowsFiniteVerbs() && phrases.isPronoun(apposed));
        int close = syntax.commaFrom(apposed == null ? from : apposed.to(), SentenceSyntax.FARTHEST_BACK);
        return fits
                && withoutTrailing(from, close) == withoutTrailing(from, syntax.end())
                && !isMainClause(from, close);
    }

    /** Whether a clause stands between two places, and no relative one: [seul X a raison]. */
    private boolean isMainClause(int from, int to) {
        int verb = words.knowsFiniteVerbs() ? syntax.finiteVerb(from, to) : to;
        for (int i = from; i < verb; i++) {
            if (words.isRelative(tokens.get(i)) || syntax.isComplementiser(i)) {
                return false;
            }
        }
        return verb < to;
    }
}
