// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.List;

/** Reads what is said without words that announce it: a quotation that goes on, a sentence in a form of report. */
final class UnannouncedSpeech {

    /** The fewest tokens of a part of a sentence that stands in quotation marks for being somebody's words. */
    private static final int SHORTEST_FRAGMENT = 4;
    /** The fewest tokens of a quotation behind nothing but a name: X : « … » */
    private static final int SHORTEST_NAMED = 3;

    /** The most tokens before a quotation without a verb. */
    private static final int LONGEST_VERBLESS = 10;

    /** The most tokens between what is said and the mark of what goes on with it: a stop and a mark. */
    private static final int CLOSE = 3;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;

    /** The verbs of the sentence that announce speech. */
    private List<Cue> cues = List.of();

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
    void read(List<Cue> sentence) {
        cues = sentence;
        reportOfSentence();
        clauseOfSentence();
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

    /**
     * A part of a sentence in quotation marks that nobody was found to say, as the sentence tells of who spoke in the one before, or goes
     * on with what they said: Il était « dans un état terrible ».
     */
    private void fragment(Quotation quotation) {
        int mark = quotation.from() - 1;
        int outer = drafts.hasNone() && isFragment(quotation) ? drafts.outer(syntax.lastSentence(mark)) : -1;
        if (outer < 0 || drafts.isCovered(mark)) {
            return;
        }
        Speaker subject = speakers.resolve(speakers.subjectBetween(syntax.sentenceStart(mark), mark));
        boolean speaks = subject != null && (subject.entity() != null || phrases.isSomebody(subject));
        Speaker speaker = speaks ? subject : drafts.get(outer).speaker();
        drafts.add(Draft.withoutCue(speaker, quotation.from(), syntax.trimmed(quotation.from(), quotation.to()), true));
    }

    /** Whether a quotation goes on with the words before it, and is no name of something: leur « maison du peuple ». */
    private boolean isFragment(Quotation quotation) {
        int mark = quotation.from() - 1;
        boolean inside = mark >= syntax.sentenceStart(mark) + 2;
        if (!inside || !quotation.closed() || quotation.to() - quotation.from() < SHORTEST_FRAGMENT) {
            return false;
        }
        Token first = tokens.get(quotation.from());
        if (!first.isWord() || first.isCapitalised()) {
            return false;
        }
        Token before = tokens.get(mark - 1);
        boolean named = words.isArticle(tokens.get(mark - 2)) && !words.isPreposition(first);
        return before.isWord() && !words.isArticle(before) && !words.isCoordinator(before) && !named;
    }

    /** A quotation that ends in the sentence. */
    private void withoutCue(Quotation quotation) {
        int mark = quotation.from() - 1;
        boolean opens = syntax.isSentenceStart(mark)
                || mark > 0 && tokens.get(mark - 1).text().equals(":");
        if (!opens && words.knowsFiniteVerbs()) {
            fragment(quotation);
            return;
        }
        if (!opens || !syntax.isWhole(quotation) || drafts.isCovered(mark)) {
            return;
        }
        int to = syntax.trimmed(quotation.from(), quotation.to());
        Speaker signed = signer(quotation);
        if (signed != null) {
            drafts.add(Draft.withoutCue(signed, quotation.from(), to, true));
            return;
        }
        int length = quotation.to() - quotation.from();
        if (!syntax.isSentenceStart(mark) && isUnannounced(quotation)) {
            Speaker named = subjectOf(mark);
            boolean only = named != null && named.person() && named.to() == mark - 1;
            if (named != null && (isLong(quotation) || only && length >= SHORTEST_NAMED)) {
                add(cueBetween(named.to(), mark), named, quotation, to);
            } else if (named == null && isLong(quotation) && isVerbless(mark)) {
                add(drafts.speaker(syntax.lastSentence(mark)), quotation, to);
            }
            if (named != null || drafts.hasNone()) {
                return;
            }
        }
        if (!isLong(quotation) && !syntax.isClause(quotation)) {
            return;
        }
        int outer = drafts.outer(syntax.lastSentence(mark));
        if (outer < 0) {
            boolean goesOn = quotation.to() + 1 < tokens.size() && syntax.isComma(quotation.to() + 1);
            add(isUnannounced(quotation) && !goesOn ? subjectBefore(mark) : null, quotation, to);
            return;
        }
        Draft last = drafts.get(outer);
        boolean clause = last.from() > 0 && syntax.isComplementiser(last.from() - 1);
        int direct = syntax.isSentenceStart(mark) && !clause ? drafts.outerQuotation(syntax.lastSentence(mark)) : -1;
        if (direct >= 0 && !endsBefore(last, mark)) {
            // « A », a dit X, citant Y. « B »: what goes on is A.
            outer = direct;
            last = drafts.get(direct);
        }
        if (last.speaker() == null && words.knowsFiniteVerbs() && !syntax.isSentenceStart(mark)) {
            last = withSpeaker(last);
        }
        boolean next = syntax.isSentenceStart(mark) && last.to() < mark;
        if (next && (last.goesOn() || quotations.at(last.to()) != null)) {
            drafts.end(outer, to);
        } else if (to > quotation.from()) {
            Speaker main = mainSubject(last, mark);
            Speaker speaker = main == null ? last.speaker() : main;
            drafts.add(Draft.withoutCue(speaker, quotation.from(), to, true));
        }
    }

    /**
     * Who does something in the clause behind the one in which something was said: Interrogé pour savoir si A, [le maire] sourit : « B ».
     */
    private Speaker mainSubject(Draft last, int mark) {
        boolean behind = words.knowsFiniteVerbs()
                && last.cueFrom() >= syntax.start()
                && last.cueTo() <= last.from()
                && syntax.isComma(last.to())
                && syntax.isBeforeQuotation(mark - 1);
        Speaker main = behind ? speakers.subjectOfVerb(last.to() + 1, mark - 1) : null;
        return main != null && phrases.isSource(main) ? main : null;
    }

    /** The attribution around one of nobody: [Le maire écarte] les rumeurs selon lesquelles A : « B »; itself where there is none. */
    private Draft withSpeaker(Draft unnamed) {
        for (Draft draft : drafts.recentOfSentence()) {
            if (draft.speaker() != null && draft.from() <= unnamed.cueFrom() && draft.to() >= unnamed.to()) {
                return draft;
            }
        }
        return unnamed;
    }

    /** Whether nothing else was said in the sentence but in a quotation itself. */
    private boolean isUnannounced(Quotation quotation) {
        return drafts.recentOfSentence().stream()
                .allMatch(draft -> draft.cueFrom() > quotation.from() && draft.cueFrom() < quotation.to());
    }

    /** Who stands in brackets or behind a dash behind a quotation: « … » ([X]); « … » — [X]. */
    private Speaker signer(Quotation quotation) {
        if (words.knowsFiniteVerbs() && syntax.isSigned(quotation)) {
            int dash = quotation.to() + 1;
            int end = lineEnd(dash);
            Speaker speaker = phrases.behind(dash + 1, end);
            boolean alone = speaker != null
                    && quotations.beginsParagraph(dash)
                    && (speaker.to() == end || tokens.get(speaker.to()).text().equals(","));
            return alone || speaker != null && speaker.person() ? speaker : null;
        }
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

    /** Where the line ends that a token stands in, or far enough behind it. */
    private int lineEnd(int at) {
        int limit = Math.min(tokens.size(), at + SentenceSyntax.FARTHEST_LEAD);
        int end = at + 1;
        while (end < limit && !quotations.beginsParagraph(end)) {
            end++;
        }
        return end;
    }

    /**
     * The verb that announces speech, with an object between it and the colon: Le maire [a résumé] la situation : « A »; null where none
     * does.
     */
    private Cue cueBetween(int subject, int mark) {
        for (Cue cue : words.knowsFiniteVerbs() ? cues : List.<Cue>of()) {
            boolean stands = cue.left() >= subject && cue.to() < mark && cue.form() == VerbForm.FINITE;
            if (stands && cue.verb().takes(Frame.QUOTE) && !cue.passive()) {
                return cue;
            }
        }
        return null;
    }

    private void add(Cue cue, Speaker speaker, Quotation quotation, int to) {
        if (cue == null) {
            add(speaker, quotation, to);
        } else if (speaker != null) {
            drafts.add(new Draft(
                    speaker,
                    cue.from(),
                    cue.to(),
                    quotation.from(),
                    to,
                    true,
                    cue.verb().act(),
                    cue.negated()));
        }
    }

    private void add(Speaker speaker, Quotation quotation, int to) {
        if (speaker != null) {
            drafts.add(Draft.withoutCue(speaker, quotation.from(), to, true));
        }
    }

    /** Who a sentence is about that a quotation explains: Rogers : « … »; a person, where more stands before the colon. */
    private Speaker subjectOf(int mark) {
        int first = syntax.sentenceStart(mark);
        if (mark - 1 <= first || mark - first > SentenceSyntax.FARTHEST_LEAD) {
            return null;
        }
        Speaker agent = agentBefore(first, mark - 1);
        if (agent != null) {
            return agent;
        }
        Speaker speaker = speakers.resolve(speakers.subjectBetween(first, mark - 1));
        boolean fits = speaker != null
                && (speaker.to() == mark - 1
                        || phrases.isSomebody(speaker)
                        || isWhoSpoke(speaker, mark)
                        || isSubject(speaker));
        return fits ? speaker : null;
    }

    /** By whom something was done, right before a colon: Un projet critiqué par [le maire] : « A ». */
    private Speaker agentBefore(int first, int colon) {
        for (int i = colon - 2; i > first && colon - i < LONGEST_VERBLESS; i--) {
            if (words.isAgent(tokens.get(i))) {
                Speaker agent = phrases.governed(i + 1, colon);
                boolean fits = agent != null && agent.to() == colon && phrases.isSource(agent);
                return fits ? agent : null;
            }
        }
        return null;
    }

    /** Whether a pronoun of one person is the subject of a verb right behind it: [Elle] sourit : « A ». */
    private boolean isSubject(Speaker speaker) {
        Token pronoun = tokens.get(speaker.from());
        Token verb = tokens.get(speaker.to());
        return words.knowsFiniteVerbs()
                && words.isOnePerson(pronoun)
                && words.isSubject(pronoun)
                && !words.isClitic(verb)
                && !words.isUnreal(verb);
    }

    /** Whether a quotation behind a colon ends right before another one, which then goes on with it: avant d'ajouter : « A ». « B » */
    private boolean endsBefore(Draft draft, int mark) {
        int colon = draft.from() - 2;
        return draft.quotation() && colon > 0 && tokens.get(colon).text().equals(":") && mark - draft.to() <= CLOSE;
    }

    /** Whether a quotation is long enough to be no name, or behind a colon a sentence of its own: « Alors qui ? » */
    private boolean isLong(Quotation quotation) {
        boolean ends = quotation.to() > quotation.from() + 1
                && ".!?…".contains(tokens.get(quotation.to() - 1).text());
        return quotation.to() - quotation.from() >= SentenceSyntax.SHORTEST_QUOTATION
                || ends && words.knowsFiniteVerbs() && !syntax.isSentenceStart(quotation.from() - 1);
    }

    /** Whether only adverbs and the like stand before a quotation in its sentence: Puis, en larmes : « A ». */
    private boolean isVerbless(int mark) {
        int first = syntax.sentenceStart(mark);
        return words.knowsFiniteVerbs()
                && mark - first <= LONGEST_VERBLESS
                && (words.isCoordinator(tokens.get(first)) || words.isAdverb(tokens, first, mark))
                && syntax.finiteVerb(first, mark) == mark;
    }

    /** Who spoke two sentences before a quotation, where the one between tells of them in the same paragraph. */
    private Speaker spokeBefore(int mark) {
        int between = syntax.lastSentence(mark);
        boolean apart = quotations.beginsParagraph(mark) || quotations.beginsParagraph(between);
        return between > 0 && between < mark && !apart && words.knowsFiniteVerbs()
                ? drafts.speaker(syntax.lastSentence(between))
                : null;
    }

    /** Whether a pronoun can stand for who spoke in the sentence before: Elle se souvient de ses débuts : « A ». */
    private boolean isWhoSpoke(Speaker speaker, int mark) {
        return words.isOnePerson(tokens.get(speaker.from())) && drafts.outer(syntax.lastSentence(mark)) >= 0;
    }

    /** The person that the sentence before a quotation is about, which begins with who that is: Le maire a nuancé ces chiffres. « … » */
    private Speaker subjectBefore(int mark) {
        int first = syntax.lastSentence(mark);
        if (!syntax.isSentenceStart(mark) || first >= mark || quotations.at(first) != null) {
            return null;
        }
        Speaker speaker = speakers.resolve(speakers.subjectBetween(first, mark));
        if (speaker != null && phrases.isSomebody(speaker)) {
            return speaker;
        }
        Speaker before = spokeBefore(mark);
        return before == null && speaker != null && isSubject(speaker) && !quotations.beginsParagraph(mark)
                ? speaker
                : before;
    }

    /** A sentence that is a clause of what was said in the one before: X pense que A. [Et que B.] */
    private void clauseOfSentence() {
        int start = syntax.start();
        int from = start + 2;
        boolean joined = words.knowsFiniteVerbs()
                && from < syntax.end()
                && words.isCoordinator(tokens.get(start))
                && words.complementisers.skip(tokens, start + 1, syntax.end()) == from
                && !syntax.isInfinitiveBehind(from);
        int outer = joined ? drafts.clauseBefore(start, syntax.lastSentence(start)) : -1;
        if (outer >= 0 && syntax.isComplementiser(drafts.get(outer).from() - 1)) {
            drafts.end(outer, syntax.trimmed(from, contents.announcedEnd(from, true, false, false)));
        }
    }

    /** A sentence whose verb tells that somebody said it, behind one that says who: Er habe nichts gewusst. */
    private void reportOfSentence() {
        if (quotations.at(syntax.start()) != null) {
            return;
        }
        int stop = behindSubject();
        if (!drafts.hasNone() && !isBeforeNext(stop)) {
            return;
        }
        Speaker speaker = drafts.speaker(syntax.lastSentence(syntax.start()));
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
                int end = contents.announcedEnd(i, false, false, false);
                int to = drafts.hasNone() ? end : Math.min(end, stop);
                drafts.add(Draft.withoutCue(unnamed ? null : speaker, syntax.start(), to, false));
                return;
            }
        }
    }

    /**
     * Whether all that is said in the sentence stands behind a comma and a conjunction: Deux hommes seraient morts[,] mais X n'a rien
     * dit.
     */
    private boolean isBeforeNext(int comma) {
        return words.knowsFiniteVerbs()
                && syntax.isComma(comma)
                && comma + 1 < syntax.end()
                && words.isCoordinator(tokens.get(comma + 1))
                && drafts.recentOfSentence().stream()
                        .allMatch(draft -> draft.from() > comma && draft.cueFrom() > comma);
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
        boolean apposed =
                verb < syntax.end() && words.isUnnamedReportingForm(tokens.get(verb)) && syntax.isBeforeVerbs(verb);
        return apposed ? Math.min(verb + 2, syntax.end()) : comma;
    }
}
