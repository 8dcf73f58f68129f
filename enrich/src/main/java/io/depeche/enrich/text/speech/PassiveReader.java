// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;

/** Reads who said what out of passives: it was announced by X that; X is accused of. */
final class PassiveReader {

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Contents contents;
    private final Announcements announcements;
    private final Leads leads;

    PassiveReader(SentenceSyntax syntax, Contents contents, Announcements announcements) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        this.contents = contents;
        this.announcements = announcements;
        leads = syntax.leads;
    }

    /** A passive has a speaker only where it says by whom. */
    void read(Cue cue) {
        if (cue.verb().takes(Frame.ACTIVE)) {
            return;
        }
        if (cue.verb().takes(Frame.NOUN) && words.isCueConjunction(tokens.get(cue.to() - 1))) {
            if (cue.verb().act() != SpeechAct.THOUGHT || isBySomebody(cue.to())) {
                // est décrit comme A par X
                charge(cue, null, cue.to());
            }
            return;
        }
        int at = words.behindAdverbs(tokens, cue.to(), syntax.end());
        if (leads.isJudged(cue.verb(), at)) {
            judged(cue, quotations.from(at));
            return;
        }
        Speaker speaker = null;
        if (at < syntax.end() && words.isAgent(tokens.get(at))) {
            speaker = phrases.governed(at + 1, syntax.end());
            if (speaker != null && cue.verb().takes(Frame.CHARGE) && !leads.isCharge(speaker.to())) {
                speaker = phrases.governed(at + 1, chargeIn(speaker));
            }
            at = speaker == null ? at : words.behindAdverbs(tokens, speaker.to(), syntax.end());
        }
        if (at < syntax.end()
                && words.hasInfinitiveEndings()
                && !cue.verb().takes(Frame.CHARGE)
                && words.isPreposition(tokens.get(at))
                && !(words.isInfinitiveMarker(tokens.get(at)) && syntax.isInfinitiveBehind(at + 1))) {
            // Il est conseillé [aux automobilistes] de …
            int told = syntax.behindPhrase(at + 1);
            at = told > at + 1 ? told : at;
        }
        if (cue.verb().takes(Frame.COMPARED) && at + 1 < syntax.end() && words.isCueConjunction(tokens.get(at))) {
            // considéré par X comme A
            if (cue.form() == VerbForm.PARTICIPLE && speaker != null) {
                charge(cue, speaker, at + 1);
            } else {
                announcements.add(cue, speaker, at + 1);
            }
            return;
        }
        if (cue.verb().takes(Frame.CHARGE) && leads.isCharge(at)) {
            charge(cue, speaker, at + 1);
            return;
        }
        if (cue.verb().takes(Frame.INFINITIVE)
                && !cue.verb().takes(Frame.OBJECT)
                && at + 1 < syntax.end()
                && words.isInfinitiveMarker(tokens.get(at))
                && syntax.isInfinitiveBehind(at + 1)) {
            announcements.add(cue, speaker, at + 1);
            return;
        }
        if (cue.verb().takes(Frame.QUESTION)
                && words.questionWords.skip(tokens, at, syntax.end()) > at
                && !words.isOnlyRelative(tokens.get(at))) {
            announcements.add(cue, speaker, at);
            return;
        }
        int complementiser = words.complementisers.skip(tokens, at, syntax.end());
        if (cue.verb().takes(Frame.CLAUSE) && complementiser > at) {
            announcements.add(cue, speaker, complementiser);
        }
    }

    /** What something is thought to be, and by whom, who may stand behind it: jugé « A » [par X]. */
    private void judged(Cue cue, Quotation quotation) {
        int agent = quotation.to() + 1;
        boolean by = agent < syntax.end() && words.isAgent(tokens.get(agent));
        announcements.add(
                by ? phrases.governed(agent + 1, syntax.end()) : null, cue, quotation.from(), quotation.to(), true);
    }

    /** Whether it is told behind a token, before the next mark, by whom: considéré comme A [par X]. */
    private boolean isBySomebody(int from) {
        int limit = Math.min(syntax.end(), from + SentenceSyntax.FARTHEST_LEAD);
        for (int i = from; i < limit && (tokens.get(i).isWord() || quotations.at(i) != null); i++) {
            if (words.isAgent(tokens.get(i)) && quotations.at(i) == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Where a charge begins inside of a phrase for who makes it, as no name does: accusé par deux élus [de fraude]; its end where none
     * does.
     */
    private int chargeIn(Speaker speaker) {
        for (int i = speaker.from() + 2; i < speaker.to(); i++) {
            Token next = i + 1 < syntax.end() ? tokens.get(i + 1) : tokens.get(i);
            if (leads.isCharge(i)
                    && !words.isArticle(tokens.get(i))
                    && !words.isArticle(next)
                    && !next.isCapitalised()) {
                return i;
            }
        }
        return speaker.to();
    }

    /** What somebody is charged with, up to the next clause, and by whom, who may stand behind it: accusé de viol [par X]. */
    private void charge(Cue cue, Speaker speaker, int from) {
        int end = contents.clauseEnd(from);
        int limit = Math.min(end, from + SentenceSyntax.FARTHEST_LEAD);
        boolean inserted = cue.form() == VerbForm.PARTICIPLE;
        boolean comma = false;
        Speaker by = speaker;
        int to = Math.min(limit, behindInsertion(from + 1));
        while (to < limit && !endsCharge(to, inserted)) {
            comma |= syntax.isComma(to) && quotations.at(to) == null;
            if (speaker == null && !comma && words.isAgent(tokens.get(to))) {
                by = phrases.governed(to + 1, syntax.end());
                break;
            }
            to++;
        }
        to = to >= limit ? end : to;
        Quotation whole = words.knowsFiniteVerbs() ? syntax.quotationOf(from, to) : null;
        if (whole != null) {
            announcements.add(by, cue, whole.from(), whole.to(), false);
            return;
        }
        announcements.add(by, cue, from, inserted ? contents.participleEnd(from, to, 0) : to, false);
    }

    /** Index behind what two commas enclose behind the infinitive of an auxiliary: accusé d'être[, à des degrés divers,] coupable. */
    private int behindInsertion(int at) {
        if (at >= syntax.end() || !syntax.isComma(at)) {
            return at;
        }
        Token infinitive = tokens.get(at - 1);
        if (!words.isAuxiliary(infinitive) || !words.isInfinitive(infinitive)) {
            return at;
        }
        int close = syntax.commaFrom(at + 1, SentenceSyntax.FARTHEST_LEAD);
        return syntax.isComma(close) ? close + 1 : at;
    }

    private boolean endsCharge(int at, boolean inserted) {
        return inserted && syntax.isComma(at) && !leads.isCharge(at + 1) && !words.isCoordinator(tokens.get(at - 1))
                || syntax.isComma(at) && syntax.isAboutAll(at + 1)
                || words.knowsFiniteVerbs()
                        && words.isCoordinator(tokens.get(at))
                        && contents.isPredicate(at + 1)
                        && quotations.at(at) == null
                || contents.isAside(at)
                || words.isPreposition(tokens.get(at)) && syntax.isComplementiser(at + 1)
                || words.clauseConjunctions.skip(tokens, at, syntax.end()) > at;
    }
}
