// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;

/** Reads what is said by a source: selon X, according to X, X zufolge. */
final class SourceReader {

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;

    SourceReader(SentenceSyntax syntax, Drafts drafts, Contents contents, Speakers speakers) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        this.drafts = drafts;
        this.contents = contents;
        this.speakers = speakers;
    }

    void read(int at, int behind, SpeechWords.Source source) {
        if (source.behind()) {
            Speaker speaker = phrases.beforePostposition(syntax.start(), at);
            if (speaker != null) {
                add(at, behind, source.act(), speaker, speaker.from(), behind);
            }
            return;
        }
        boolean ordinal =
                at > syntax.start() && (words.isArticle(tokens.get(at - 1)) || words.isNounLinker(tokens.get(at - 1)));
        if (source.verb() || ordinal) {
            return;
        }
        if (words.knowsFiniteVerbs() && behind < syntax.end() && words.isGovernedRelative(tokens.get(behind))) {
            relative(at, behind, source.act());
            return;
        }
        Speaker speaker =
                source.parenthesis() ? phrases.behind(behind, syntax.end()) : phrases.governed(behind, syntax.end());
        boolean fits = (!source.named() || speaker != null && isNamed(at, speaker))
                && (!source.parenthesis() || speaker != null && syntax.isParenthesis(at, speaker));
        if (speaker != null && fits) {
            add(at, behind, source.act(), speakers.resolve(speaker), at, speaker.to());
        }
    }

    /** Reads a relative clause that is by who stands before it: X, pour qui A; the minister, according to whom A. */
    private void relative(int at, int pronoun, SpeechAct act) {
        Speaker speaker = speakers.resolve(syntax.beforeRelative(pronoun));
        boolean speaks = speaker != null
                && (speaker.entity() != null
                        || phrases.isTitled(speaker)
                        || phrases.isGroup(speaker)
                        || phrases.isHuman(speaker));
        int from = pronoun + 1;
        int to = speaks ? syntax.withoutTrailing(from, syntax.insertedEnd(from, contents.clauseEnd(from))) : from;
        if (to > from) {
            drafts.add(new Draft(speaker, at, pronoun, from, to, false, act, false));
        }
    }

    /**
     * Adds what is said by a source.
     *
     * @param at index of the first token of the words for it, the cue
     * @param behind index behind the last
     * @param left where the cue and its speaker begin
     * @param to index behind both
     */
    void add(int at, int behind, SpeechAct act, Speaker speaker, int left, int to) {
        int contentFrom;
        int contentTo;
        if (left <= syntax.start() + 1 || syntax.isOpening(left) || joinsClauses(left - 1) && syntax.isComma(to)) {
            int comma = syntax.behindApposition(syntax.commaFrom(to, SentenceSyntax.FARTHEST_LEAD));
            contentFrom = syntax.isComma(comma) ? comma + 1 : to;
            int adverbs = words.behindAdverbs(tokens, contentFrom, syntax.end());
            if (syntax.isComma(adverbs)) {
                contentFrom = adverbs + 1;
            } else if (contentFrom < syntax.end()
                    && (words.isRelative(tokens.get(contentFrom))
                            || syntax.isComma(comma)
                                    && words.knowsFiniteVerbs()
                                    && syntax.isComplementiser(contentFrom))) {
                contentFrom = syntax.behindComma(contentFrom);
            }
            if (words.hasBrackets()) {
                // The verb follows; a comma only begins what is said of the speaker.
                contentFrom = syntax.isComma(to) ? syntax.behindComma(to + 1) : to;
            } else {
                for (int i = comma + 1; i < Math.min(syntax.end(), comma + SentenceSyntax.FARTHEST_LEAD); i++) {
                    if (tokens.get(i - 1).text().equals(",") && quotations.from(i) != null && syntax.isSaid(i)) {
                        // What stands between is about the speaker.
                        contentFrom = i;
                        break;
                    }
                }
            }
            contentTo = contents.clauseEnd(contentFrom);
        } else {
            boolean goesOn = syntax.isComma(to) && !syntax.endsWithApposition(to);
            contentFrom = contents.speechStart(left - 1, goesOn);
            contentTo = left;
            if (contentFrom >= left) {
                contentFrom = to + 1;
            }
            if (goesOn) {
                contentTo = contents.clauseEnd(to + 1);
            } else if (to < syntax.end()
                    && words.hasBrackets()
                    && tokens.get(to).isWord()
                    && tokens.get(left - 1).isWord()) {
                contentTo = contents.clauseEnd(to);
            }
        }
        contentTo = syntax.withoutTrailing(contentFrom, contentTo);
        if (syntax.isBeforeQuotation(contentTo) && isPhrase(contentFrom, contentTo)) {
            // Pour X, son secrétaire général : « … »
            contentFrom = contentTo + 1;
            contentTo = quotations.from(contentFrom).to();
        }
        Quotation whole = quotations.from(contentFrom);
        boolean direct = whole != null && whole.to() >= contentTo - 1;
        if (direct) {
            contentFrom = whole.from();
            contentTo = syntax.trimmed(contentFrom, whole.to());
        }
        if (contentTo > contentFrom) {
            drafts.add(new Draft(speaker, at, behind, contentFrom, contentTo, direct, act, false));
        }
    }

    /** Whether a phrase behind a preposition at the beginning names who speaks, with a mark behind: pour [X], … */
    private boolean isNamed(int at, Speaker speaker) {
        boolean first = at == syntax.start() || at == syntax.start() + 1 && words.isCoordinator(tokens.get(at - 1));
        int behind = syntax.behindBrackets(speaker.to());
        return first
                && behind < syntax.end()
                && ",:".contains(tokens.get(behind).text())
                && (speaker.entity() != null || phrases.isTitled(speaker) || phrases.isGroup(speaker));
    }

    /** Whether a conjunction stands at a token, behind which another clause begins: car, selon X, … */
    private boolean joinsClauses(int at) {
        Token token = tokens.get(at);
        return !words.isPreposition(token) && (words.isConjunction(token) || words.isCoordinator(token));
    }

    /** Whether a noun phrase is all between two places. */
    private boolean isPhrase(int from, int to) {
        Speaker phrase = phrases.behind(from, to);
        return phrase != null && phrase.to() == to;
    }
}
