// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;

/** Reads what is said without words that announce it: a quotation that goes on, a sentence in a form of report. */
final class UnannouncedSpeech {

    /** The fewest tokens of a quotation behind nothing but a name: X : « … » */
    private static final int SHORTEST_NAMED = 3;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;

    UnannouncedSpeech(SentenceSyntax syntax, Drafts drafts, Contents contents, Speakers speakers) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        this.drafts = drafts;
        this.contents = contents;
        this.speakers = speakers;
    }

    /** What is in quotation marks and nobody was found to say: who spoke last goes on, where it follows closely. */
    void read() {
        reportOfSentence();
        int at = syntax.start();
        while (at < syntax.end()) {
            Quotation quotation = quotations.at(at);
            if (quotation == null) {
                at++;
                continue;
            }
            if (quotation.to() <= syntax.end()) {
                withoutCue(quotation);
            }
            at = Math.max(at + 1, quotation.to() + 1);
        }
    }

    /** A quotation that ends in the sentence. */
    private void withoutCue(Quotation quotation) {
        int mark = quotation.from() - 1;
        boolean opens = syntax.isSentenceStart(mark)
                || mark > 0 && tokens.get(mark - 1).text().equals(":");
        if (!opens || !syntax.isWhole(quotation) || drafts.isCovered(mark)) {
            return;
        }
        int to = syntax.trimmed(quotation.from(), quotation.to());
        Speaker signed = inBrackets(quotation);
        if (signed != null) {
            drafts.add(Draft.withoutCue(signed, quotation.from(), to, true));
            return;
        }
        int length = quotation.to() - quotation.from();
        if (!syntax.isSentenceStart(mark) && isUnannounced(quotation)) {
            Speaker named = subjectOf(mark);
            boolean only = named != null && named.person() && named.to() == mark - 1;
            if (named != null && length >= (only ? SHORTEST_NAMED : SentenceSyntax.SHORTEST_QUOTATION)) {
                drafts.add(Draft.withoutCue(named, quotation.from(), to, true));
            }
            if (named != null || drafts.hasNone()) {
                return;
            }
        }
        if (length < SentenceSyntax.SHORTEST_QUOTATION) {
            return;
        }
        int outer = drafts.outer(syntax.lastSentence(mark));
        if (outer < 0) {
            boolean goesOn = quotation.to() + 1 < tokens.size() && syntax.isComma(quotation.to() + 1);
            Speaker subject = drafts.hasNone() && !goesOn ? subjectBefore(mark) : null;
            if (subject != null) {
                drafts.add(Draft.withoutCue(subject, quotation.from(), to, true));
            }
            return;
        }
        Draft last = drafts.get(outer);
        boolean clause = last.from() > 0 && syntax.isComplementiser(last.from() - 1);
        int direct = syntax.isSentenceStart(mark) && !clause ? drafts.outerQuotation(syntax.lastSentence(mark)) : -1;
        if (direct >= 0) {
            // « A », a dit X, citant Y. « B »: what goes on is A.
            outer = direct;
            last = drafts.get(direct);
        }
        boolean next = syntax.isSentenceStart(mark) && last.to() < mark;
        if (next && (last.goesOn() || quotations.at(last.to()) != null)) {
            drafts.extend(outer, to);
        } else if (to > quotation.from()) {
            drafts.add(Draft.withoutCue(last.speaker(), quotation.from(), to, true));
        }
    }

    /** Whether nothing else was said in the sentence but in a quotation itself. */
    private boolean isUnannounced(Quotation quotation) {
        return drafts.recentOfSentence().stream()
                .allMatch(draft -> draft.cueFrom() > quotation.from() && draft.cueFrom() < quotation.to());
    }

    /** Who stands in brackets behind a quotation: « … » ([X]). */
    private Speaker inBrackets(Quotation quotation) {
        int open = quotation.to() + 1;
        if (!quotation.closed()
                || open + 1 >= syntax.end()
                || !tokens.get(open).text().equals("(")) {
            return null;
        }
        Speaker speaker = phrases.behind(open + 1, syntax.end());
        boolean ends = speaker != null
                && speaker.person()
                && speaker.to() < syntax.end()
                && "),".contains(tokens.get(speaker.to()).text());
        boolean clause = words.knowsFiniteVerbs()
                ? syntax.finiteVerb(quotation.from(), quotation.to()) < quotation.to()
                : quotation.to() - quotation.from() >= SentenceSyntax.SHORTEST_QUOTATION;
        return ends && clause ? speaker : null;
    }

    /** Who a sentence is about that a quotation explains: Rogers : « … »; a person, where more stands before the colon. */
    private Speaker subjectOf(int mark) {
        int first = syntax.sentenceStart(mark);
        if (mark - 1 <= first || mark - first > SentenceSyntax.FARTHEST_LEAD) {
            return null;
        }
        Speaker speaker = speakers.resolve(phrases.behind(words.behindAdverbs(tokens, first, mark - 1), mark - 1));
        boolean fits = speaker != null && (speaker.to() == mark - 1 || speaker.person() || isPerson(speaker));
        return fits ? speaker : null;
    }

    /** Whether a pronoun of one person is the subject of a verb right behind it: [Elle] sourit. */
    private boolean isPerson(Speaker speaker) {
        int verb = speaker.to();
        return words.knowsFiniteVerbs()
                && words.isOnePerson(tokens.get(speaker.from()))
                && words.isSubject(tokens.get(speaker.from()))
                && !words.isClitic(tokens.get(verb))
                && !words.isUnreal(tokens.get(verb));
    }

    /** The person that the sentence before a quotation is about, which begins with who that is: Le maire a nuancé ces chiffres. « … » */
    private Speaker subjectBefore(int mark) {
        int first = syntax.lastSentence(mark);
        if (!syntax.isSentenceStart(mark) || first >= mark || quotations.at(first) != null) {
            return null;
        }
        Speaker speaker = speakers.resolve(phrases.behind(words.behindAdverbs(tokens, first, mark), mark));
        return speaker != null && speaker.person() ? speaker : null;
    }

    /** A sentence whose verb tells that somebody said it, behind one that says who: Er habe nichts gewusst. */
    private void reportOfSentence() {
        if (!drafts.hasNone() || quotations.at(syntax.start()) != null) {
            return;
        }
        int outer = drafts.outer(syntax.lastSentence(syntax.start()));
        Speaker speaker = outer < 0 ? null : drafts.get(outer).speaker();
        int stop = behindSubject();
        for (int i = syntax.start() + 1; i < stop; i++) {
            Token token = tokens.get(i);
            if (words.isReportingStopper(token)) {
                return;
            }
            boolean stopped = i + 1 < stop && words.isReportingStopper(tokens.get(i + 1));
            boolean unnamed = words.isUnnamedReportingForm(token) && !words.isRelative(tokens.get(i - 1));
            if (!stopped
                    && (unnamed || words.isStrongReportingForm(token) && speaker != null)
                    && quotations.at(i) == null) {
                int to = contents.announcedEnd(i, false);
                drafts.add(Draft.withoutCue(unnamed ? null : speaker, syntax.start(), to, false));
                return;
            }
        }
    }

    /** Where the first clause ends, without what its subject has between commas, if that has no verb: X, âgé de 30 ans, … */
    private int behindSubject() {
        int comma = syntax.clauseStop(syntax.start());
        if (!words.knowsFiniteVerbs() || !syntax.isComma(comma) || !phrases.isHead(syntax.start())) {
            return comma;
        }
        int verb = syntax.commaFrom(comma + 1, SentenceSyntax.FARTHEST_LEAD) + 1;
        if (verb < syntax.end() && words.isReflexive(tokens.get(verb))) {
            verb++;
        }
        boolean apposed = verb < syntax.end()
                && words.isUnnamedReportingForm(tokens.get(verb))
                && syntax.finiteVerb(syntax.start(), verb) == verb;
        return apposed ? Math.min(verb + 2, syntax.end()) : comma;
    }
}
