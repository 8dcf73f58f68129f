// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.List;

/** Reads who said what out of one text, sentence by sentence. */
final class SpeechReader {

    private final SentenceSyntax syntax;
    private final NounReader nouns;
    private final PassiveReader passives;
    private final Announcements announcements;
    private final Insertions insertions;
    private final RelativeClauses relatives;
    private final Leads leads;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;
    private final SourceReader sources;
    private final UnannouncedSpeech unannounced;
    private final ResumedSpeech resumed;
    private List<Cue> cues = List.of();

    SpeechReader(SentenceSyntax syntax) {
        this.syntax = syntax;
        insertions = syntax.insertions;
        relatives = syntax.relatives;
        leads = syntax.leads;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        drafts = new Drafts(quotations);
        contents = new Contents(syntax, drafts);
        speakers = new Speakers(syntax, drafts);
        sources = new SourceReader(syntax, drafts, contents, speakers);
        unannounced = new UnannouncedSpeech(syntax, drafts, contents, speakers);
        resumed = new ResumedSpeech(syntax, drafts, contents, speakers);
        announcements = new Announcements(syntax, drafts, contents);
        passives = new PassiveReader(syntax, contents, announcements);
        nouns = new NounReader(syntax, drafts, contents);
    }

    List<Draft> read() {
        while (syntax.next()) {
            cues = new CueFinder(syntax).all();
            cues.forEach(phrases::addCue);
            announcements.enter(cues);
            drafts.enter();
            contents.enter(cues);
            sentence();
            unannounced.read(cues);
        }
        return drafts.all();
    }

    private void sentence() {
        int next = 0;
        for (int at = syntax.start(); at < syntax.end(); at++) {
            Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, at, syntax.end());
            boolean told = nouns.readApart(at);
            if (source != null && !told && !words.isLongerAdverb(tokens, at, source.to())) {
                sources.read(at, source.to(), source.value());
            }
            nouns.read(at);
            while (next < cues.size() && cues.get(next).to() - 1 <= at) {
                verb(cues.get(next));
                next++;
            }
        }
    }

    private void verb(Cue cue) {
        if (isLet(cue) || resumed.read(cue) || isInCueClause(cue) || isSaidSo(cue)) {
            return;
        }
        if (cue.passive()) {
            passives.read(cue);
            return;
        }
        int after = behindVerb(cue);
        boolean behindSpeech = syntax.isBehindSpeech(cue.left()) || isBehindWord(cue);
        if (cue.subject()) {
            withHungPronoun(cue, after, behindSpeech);
            return;
        }
        Speaker inverted = syntax.inverted(cue);
        if (inverted == null
                && quotes(cue)
                && (syntax.isBehindQuotation(cue.left()) || behindSpeech && words.knowsFiniteVerbs())) {
            inverted = syntax.behindAdjuncts(after, after > cue.to());
        }
        boolean told = behindSpeech && quotes(cue) && !syntax.isComplementiser(after);
        if (told && behindSpeech(cue, inverted)) {
            return;
        }
        int lead = lead(cue, Math.max(after, cue.behind()));
        if (cue.form() != VerbForm.PARTICIPLE) {
            withSubject(cue, after, inverted, lead);
        } else if (lead >= 0 && (!drafts.hasNone() || speakers.sharesAuxiliary(cue))) {
            // a qualifié … et affirmé que: the auxiliary is that of the verb before.
            announcements.add(cue, speakers.shared(cue), lead);
        }
    }

    /** Index behind a verb with its adverbs and its negation, where what is said or who says it can begin. */
    private int behindVerb(Cue cue) {
        int limit = cue.subjectEnd(syntax.end());
        int after = words.behindAdverbs(tokens, cue.to(), limit);
        boolean inContent = words.isNegatedInfinitive(tokens, after, limit);
        if (after < limit && words.isNegation(tokens.get(after)) && !inContent) {
            after = words.behindAdverbs(tokens, after + 1, limit);
        }
        return syntax.behindQuotedVerb(cue, after);
    }

    private static boolean quotes(Cue cue) {
        return cue.form() == VerbForm.FINITE
                && (cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE));
    }

    /** Where the content of a verb begins behind it, or behind the colon that its object stands before; -1 where none does. */
    private int lead(Cue cue, int behind) {
        int lead = leads.of(cue, behind);
        if (words.knowsFiniteVerbs() && cue.form() == VerbForm.FINITE && (lead < 0 || isTopic(cue, lead))) {
            int quotation = leads.leadBehindColon(behind);
            return quotation < 0 ? lead : quotation;
        }
        return lead;
    }

    /** A verb whose pronoun is hung to it: dit-il. */
    private void withHungPronoun(Cue cue, int after, boolean behindSpeech) {
        boolean placed = !words.knowsFiniteVerbs() || cue.verb().takes(Frame.HEARSAY);
        Speaker speaker = !cue.nobody() ? speakers.pronoun(cue) : placed ? syntax.place(cue) : null;
        int told = Math.max(cue.behind(), speaker == null ? after : speaker.to());
        int lead = leads.of(cue, words.behindAdverbs(tokens, told, syntax.end()));
        if (lead >= 0 && !behindSpeech) {
            announcements.add(cue, speaker, lead);
        } else if (behindSpeech) {
            announcements.parenthesis(cue, cue.left(), Math.max(cue.to(), speaker == null ? 0 : speaker.to()), speaker);
        } else if (cue.form() == VerbForm.FINITE && !cue.impersonal() && !isAsked(cue)) {
            announcements.parenthesis(cue, cue.left(), cue.to(), speaker);
        }
    }

    /** A verb behind what was said, with who said it behind: A, dit X. False where it is no such verb. */
    private boolean behindSpeech(Cue cue, Speaker inverted) {
        boolean fits = inverted != null && fitsBehindSpeech(cue, inverted);
        Speaker speaker = fits || !cue.impersonal() ? inverted : syntax.place(cue);
        if (fits || inverted == null && speaker != null) {
            announcements.parenthesis(cue, cue.left(), Math.max(cue.behind(), speaker.to()), speakers.resolve(speaker));
            return true;
        }
        if (speaker == null && words.dropsSubjects() && syntax.isBehindQuotation(cue.left())) {
            announcements.parenthesis(cue, cue.left(), cue.to(), speakers.dropped(cue));
            return true;
        }
        return false;
    }

    /** Whether a phrase behind a verb is who said what stands before the verb, and no object. */
    private boolean fitsBehindSpeech(Cue cue, Speaker inverted) {
        boolean quoted = syntax.isBeforeQuotation(inverted.to());
        boolean named = !quoted && (inverted.entity() != null || phrases.isTitled(inverted));
        boolean object = cue.verb().takes(Frame.NOUN)
                && (words.isPreposition(tokens.get(syntax.start())) || words.isConjunction(tokens.get(syntax.start())));
        boolean inserted = words.dropsSubjects() && (object || !named && syntax.hasComma(cue.left() - 1));
        boolean fits = syntax.isBehindQuotation(cue.left())
                || !inserted
                        && !hasSubject(cue, inverted)
                        && syntax.canSpeak(cue, inverted)
                        && !isBehindClause(cue, inverted);
        fits |= !inserted
                && !words.dropsSubjects()
                && syntax.endsSpeaker(cue, inverted.to())
                && (speakers.isWithoutSubject(cue) || parts(cue, inverted));
        return fits && (!isBehindItsSubject(cue) || parts(cue, inverted))
                || isBehindUnknownVerb(cue, inverted)
                || isBehindPhrase(cue, inverted);
    }

    /** A verb with its subject before it, or behind it where it stands apart. */
    private void withSubject(Cue cue, int after, Speaker inverted, int behind) {
        int lead = behind;
        Speaker place = cue.impersonal() && inverted == null ? syntax.place(cue) : null;
        Speaker speaker = place != null ? place : cue.form() == VerbForm.GERUND ? speakers.ofGerund(cue) : subject(cue);
        int objectFrom = syntax.isBracketed(cue) ? cue.left() + 1 : cue.to();
        if (place != null && place.from() >= cue.to()) {
            lead = leads.of(cue, words.behindAdverbs(tokens, place.to(), syntax.end()));
        } else if (inverted != null
                && cue.form() == VerbForm.FINITE
                && !cue.verb().takes(Frame.BARE)
                && (speaker == null || phrases.isPronoun(inverted))
                && !isImperative(cue)
                && (syntax.isApart(cue) || syntax.canSpeak(cue, inverted))) {
            int other = leads.of(cue, words.behindAdverbs(tokens, Math.max(inverted.to(), cue.behind()), syntax.end()));
            if (other >= 0 || syntax.isApart(cue)) {
                speaker = speakers.resolve(inverted);
                lead = other;
                objectFrom = inverted.to();
            }
        }
        if (speaker == null && words.dropsSubjects() && cue.form() == VerbForm.FINITE) {
            withoutSubject(cue, after, lead);
            return;
        }
        boolean said = place == null && isBehindSpeech(cue, speaker);
        if (said && lead < 0 && isSilent(cue, speaker, after)) {
            return;
        }
        if (said && isParenthesis(cue, speaker, after, lead)) {
            announcements.parenthesis(cue, speaker.from(), cue.behind(), speaker);
        } else if (lead >= 0) {
            announcements.add(cue, speaker, lead);
        } else if (syntax.isApart(cue) && cue.verb().takes(Frame.NOUN)) {
            object(cue, speaker, objectFrom);
        }
    }

    /** Whether what was said can end before who says it. */
    private boolean isBehindSpeech(Cue cue, Speaker speaker) {
        return speaker != null
                && quotes(cue)
                && !relatives.isBehindRelative(cue.left())
                && (words.dropsSubjects()
                        ? syntax.isBehindDirect(speaker.from())
                        : syntax.isBehindSpeech(speaker.from()));
    }

    /** Whether somebody only thinks what stands before a comma: …, je crois. */
    private boolean isThought(Cue cue, Speaker speaker) {
        return phrases.isPronoun(speaker) && cue.verb().act() == SpeechAct.THOUGHT;
    }

    /** Whether a verb without content behind it says nothing of what stands before: Début 2018, le groupe a mentionné … */
    private boolean isSilent(Cue cue, Speaker speaker, int after) {
        boolean comma = !syntax.isBehindQuotation(speaker.from());
        boolean placed = cue.verb().takes(Frame.BARE) && after < syntax.end() && words.isPreposition(tokens.get(after));
        boolean silent = words.knowsFiniteVerbs() && !isThought(cue, speaker) || !syntax.endsClause(after);
        // The verb would stand before its subject.
        boolean verbFirst = words.hasBrackets() || !words.hasArticles() && comma;
        return comma && silent && !placed || verbFirst;
    }

    /** Whether a verb and its subject before it tell who said what stands before both: « A », X a dit. */
    private boolean isParenthesis(Cue cue, Speaker speaker, int after, int lead) {
        boolean pronoun = words.knowsFiniteVerbs() && phrases.isPronoun(speaker) && !isThought(cue, speaker);
        return speaker.to() <= cue.left()
                && !pronoun
                && (lead < 0
                        || speaker.from() > syntax.start()
                                && !words.knowsFiniteVerbs()
                                && syntax.isBehindQuotation(speaker.from())
                                && !syntax.isBeforeQuotation(lead - 1)
                                && !syntax.isComplementiser(after));
    }

    /**
     * Whether somebody may say what they like, as the conjunction before the pronoun begins what was said: « Qu'ils disent ce qu'ils
     * veulent. »
     */
    private boolean isLet(Cue cue) {
        int pronoun = cue.left() - 1;
        int first = pronoun - 1;
        return words.knowsFiniteVerbs()
                && first >= syntax.start()
                && (first == syntax.start() || quotations.from(first - 1) != null)
                && words.complementisers.skip(tokens, first, pronoun) == pronoun
                && words.pronouns.skip(tokens, pronoun, cue.left()) == cue.left();
    }

    /** The subject of a verb, or what it is read in: Dans [ce rapport], on apprend que. */
    private Speaker subject(Cue cue) {
        Speaker subject = speakers.subject(cue);
        boolean heard = cue.verb().takes(Frame.HEARSAY) && subject != null && phrases.isNobody(subject);
        Speaker place = heard ? phrases.inPlace(syntax.start(), subject.from()) : null;
        return place != null && syntax.isComma(place.to()) ? place : subject;
    }

    /** Whether somebody's verb stands right behind a few words in quotation marks that begin the sentence: « Non » a répondu le maire. */
    private boolean isBehindWord(Cue cue) {
        Quotation quotation = words.knowsFiniteVerbs() ? quotations.to(cue.left() - 1) : null;
        boolean stands = quotation != null
                && syntax.isDirect(quotation)
                && cue.form() == VerbForm.FINITE
                && !cue.subject()
                && cue.verb().takes(Frame.QUOTE)
                && (!cue.verb().takes(Frame.NOUN)
                        || syntax.finiteVerb(quotation.from(), quotation.to()) < quotation.to());
        Speaker speaker = stands ? syntax.inverted(cue) : null;
        return speaker != null && (speaker.person() || phrases.isTitled(speaker));
    }

    /** Whether a verb before its pronoun asks, as no comma stands before it: Pourquoi ne l'a-t-il pas dit ? */
    private boolean isAsked(Cue cue) {
        return quotations.at(cue.left()) != null
                || tokens.get(syntax.end() - 1).text().equals("?");
    }

    /** Whether a verb begins its sentence, so that what stands behind it is no subject: Appelez le maire. */
    private boolean isImperative(Cue cue) {
        return words.knowsFiniteVerbs() && cue.left() == syntax.start() && !syntax.isBehindQuotation(cue.left());
    }

    /** Whether the subject of a verb stands before it, an apposition behind which ends with the comma: X, avocat de Y, a plaidé A. */
    private boolean hasSubject(Cue cue, Speaker inverted) {
        if (words.knowsFiniteVerbs() && !phrases.isSource(inverted) && relatives.relativeOfSubject(cue.left()) >= 0) {
            return true;
        }
        if (words.knowsFiniteVerbs() && syntax.isBeforeQuotation(inverted.to()) && syntax.isBeforeVerbs(cue.left())) {
            // X, de l’équipe de Y, a félicité Z : « A »
            return true;
        }
        boolean named = inverted.entity() != null || phrases.isTitled(inverted);
        boolean alone = !words.knowsFiniteVerbs()
                || announcements.resumes(inverted.to())
                || named && !relatives.isBehindInsertedRelative(cue.left());
        Speaker subject = alone ? null : speakers.subject(cue);
        return subject != null
                && subject.to() < cue.left()
                && phrases.isHead(subject.from())
                && (syntax.finiteVerb(subject.to(), cue.left()) == cue.left()
                        || speakers.hasInserted(cue, subject)
                        || named);
    }

    /** Whether all that stands before a verb is somebody, and what they are, so that nothing was said yet: X, avocat de Y, a défendu Z. */
    private boolean isBehindItsSubject(Cue cue) {
        boolean verbless =
                words.knowsFiniteVerbs() && !syntax.isBehindQuotation(cue.left()) && syntax.isBeforeVerbs(cue.left());
        Speaker first = verbless ? phrases.behind(syntax.start(), cue.left()) : null;
        return first != null && phrases.isSource(first);
    }

    /**
     * Whether two phrases with a word between that can be a verb are all that stands before a comma and a cue: [Trump visite la ville], a
     * dit X.
     */
    private boolean isBehindUnknownVerb(Cue cue, Speaker inverted) {
        int comma = cue.left() - 1;
        return words.knowsFiniteVerbs()
                && syntax.isComma(comma)
                && !syntax.hasComma(comma)
                && (phrases.isSource(inverted) || !cue.verb().takes(Frame.NOUN))
                && !syntax.isComplementiser(inverted.to())
                && syntax.hasVerbBetweenPhrases(syntax.start(), comma);
    }

    /**
     * Whether a phrase without a verb is all that was said, as one comma and who said it are all that is behind it: Rien de grave, a dit
     * X.
     */
    private boolean isBehindPhrase(Cue cue, Speaker inverted) {
        return words.knowsFiniteVerbs()
                && cue.left() - 1 > syntax.start()
                && syntax.commaFrom(syntax.start(), SentenceSyntax.FARTHEST_BACK) == cue.left() - 1
                && inverted.to() >= syntax.end() - 1
                && syntax.endsClause(inverted.to())
                && phrases.isSource(inverted)
                && syntax.isBeforeVerbs(cue.left());
    }

    /** Whether a cue and who speaks stand between a subject and the first verb of the sentence: Le projet, affirment les élus, est mort. */
    private boolean parts(Cue cue, Speaker inverted) {
        return words.knowsFiniteVerbs() && announcements.resumes(inverted.to()) && syntax.isBeforeVerbs(cue.left());
    }

    /** What stands between the parts of a verb. */
    private void object(Cue cue, Speaker speaker, int from) {
        int to = syntax.isBracketed(cue) ? cue.from() : cue.subjectEnd(syntax.end());
        int at = words.behindAdverbs(tokens, from, to);
        while (at < to && words.isPreposition(tokens.get(at)) && !words.isArticle(tokens.get(at))) {
            do {
                at++;
            } while (at < to && !tokens.get(at).isCapitalised());
            at = words.behindAdverbs(tokens, Math.min(at + 1, to), to);
        }
        if (at < to && syntax.isNounPhrase(at)) {
            announcements.add(speaker, cue, at, to, false);
        }
    }

    /** Reads a cue in a clause of its own before or behind what is said: wie er sagte. False where it is in none. */
    private boolean isInCueClause(Cue cue) {
        boolean quotes = cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE);
        int at = quotes ? syntax.cueConjunction(cue.left()) : -1;
        if (at < 0) {
            return false;
        }
        int left = Math.max(cue.left(), at + 1);
        int first = words.behindAdverbs(tokens, at + 1, left);
        Speaker speaker = phrases.behind(first, left);
        int to = cue.behind();
        if (speaker == null) {
            speaker = phrases.inPlaceBefore(first, left, false);
        }
        if (speaker == null) {
            speaker = syntax.inverted(cue);
            speaker = speaker == null && cue.impersonal() ? syntax.place(cue) : speaker;
            to = Math.max(to, speaker == null ? 0 : speaker.to());
            while (to < syntax.end()
                    && to - cue.to() < SentenceSyntax.FARTHEST_LEAD
                    && tokens.get(to).isWord()) {
                to++;
            }
        }
        boolean ends = to >= syntax.end() || !tokens.get(to).isWord();
        boolean leads = syntax.isComplementiser(to) || syntax.isComplementiser(to + 1);
        if (!ends || leads || speaker == null && !cue.passive() && !cue.impersonal()) {
            return false;
        }
        int colon = colonBehind(to);
        if (syntax.isBeforeQuotation(colon)) {
            // comme l'explique X, chercheur : « A »
            announcements.add(cue, speakers.resolve(speaker), colon + 1);
            return true;
        }
        if (at > syntax.start() && !words.isCoordinator(tokens.get(at - 1))) {
            announcements.parenthesis(cue, tokens.get(at - 1).isWord() ? at + 1 : at, to, speakers.resolve(speaker));
        } else if (to < syntax.end()) {
            boolean named = !words.knowsFiniteVerbs() || speaker == null || speaker.from() >= cue.to();
            int comma = named ? insertions.behindApposition(to) : to;
            announcements.add(cue, speakers.resolve(speaker), comma + 1);
        }
        return true;
    }

    /**
     * The colon behind who has said something and what he is: comme l'explique X, chercheur à Y[ :] « A »; the same where none stands
     * there.
     */
    private int colonBehind(int at) {
        int limit = words.knowsFiniteVerbs() && syntax.isComma(at)
                ? Math.min(syntax.end(), at + SentenceSyntax.FARTHEST_LEAD)
                : at;
        for (int i = at + 1; i < limit; i++) {
            if (syntax.isBeforeQuotation(i)) {
                return i;
            }
            if (!tokens.get(i).isWord() || syntax.opensClause(i)) {
                return at;
            }
        }
        return at;
    }

    /** Whether what stands before a cue is a clause that tells when or why it was said, as what was said stands behind. */
    private boolean isBehindClause(Cue cue, Speaker speaker) {
        Token first = tokens.get(contents.speechStart(cue.left() - 1, false));
        return words.isConjunction(first) && leads.of(cue, Math.max(speaker.to(), cue.behind())) >= 0;
    }

    /** A verb with its subject behind it, or with none, which is then what spoke before. */
    private void withoutSubject(Cue cue, int after, int lead) {
        Speaker behind = phrases.behind(after, syntax.end());
        boolean speaks = behind != null
                && (!cue.verb().takes(Frame.NOUN)
                        || behind.entity() != null
                        || phrases.isTitled(behind)
                        || syntax.isComplementiser(behind.to()) && !words.isRelative(tokens.get(behind.to())));
        int next = speaks ? words.behindAdverbs(tokens, behind.to(), syntax.end()) : syntax.end();
        int nextLead = next < syntax.end() ? leads.of(cue, next) : -1;
        if (nextLead > next || nextLead == next && quotations.from(next) != null) {
            announcements.add(cue, speakers.resolve(behind), nextLead);
        } else if (lead >= 0) {
            announcements.add(cue, speakers.dropped(cue), lead);
        }
    }

    /** A verb behind a word for a source is what the rest of the sentence is by: según dijo el ministro. */
    private boolean isSaidSo(Cue cue) {
        if (cue.form() != VerbForm.FINITE) {
            return false;
        }
        int after = words.behindAdverbs(tokens, cue.to(), syntax.end());
        Speaker speaker = null;
        int from = insertions.sourceBefore(cue.left(), false);
        if (from < 0 && !cue.passive() && !cue.subject()) {
            speaker = speakers.subject(cue);
            from = speaker == null || speaker.from() >= cue.left() ? -1 : insertions.sourceBefore(speaker.from(), true);
        }
        if (from < 0) {
            return false;
        }
        boolean planned = cue.passive() && !words.isReflexive(tokens.get(cue.from()));
        if (planned || from > syntax.start() && !syntax.isOpening(from) && !syntax.isBehindSpeech(from)) {
            return true;
        }
        if (speaker == null && !cue.passive()) {
            Speaker inverted = phrases.behind(after, syntax.end());
            inverted = inverted == null ? syntax.behindAdjuncts(after, after > cue.to()) : inverted;
            speaker = cue.subject() ? speakers.pronoun(cue) : speakers.resolve(inverted);
            speaker = speaker == null && words.dropsSubjects() ? speakers.dropped(cue) : speaker;
        }
        int behind = speaker != null && speaker.from() >= after ? speaker.to() : cue.to();
        for (int i = behind; i < Math.min(syntax.end() - 1, behind + SentenceSyntax.FARTHEST_LEAD); i++) {
            if (syntax.isBeforeQuotation(i)) {
                announcements.add(cue, speaker, i + 1);
                return true;
            }
        }
        sources.add(cue.from(), cue.to(), cue.verb().act(), speaker, from, behind);
        return true;
    }

    /** Whether a phrase behind a verb tells of what something was said, as that is quoted behind: insiste sur [les fautes] : « A ». */
    private boolean isTopic(Cue cue, int lead) {
        SpeechAct act = cue.verb().act();
        boolean told = act == SpeechAct.SAID || act == SpeechAct.CONFIRMED || act == SpeechAct.PRAISED;
        return told && lead < syntax.end() && words.isArticle(tokens.get(lead));
    }
}
