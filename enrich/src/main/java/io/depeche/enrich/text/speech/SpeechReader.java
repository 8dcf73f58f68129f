// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/** Reads who said what out of one text, sentence by sentence. */
final class SpeechReader {

    /** The most words between a relative pronoun and the verb of its clause. */
    private static final int MOST_INSIDE = 6;

    /** The most words between a noun and the relative clause that tells what was said. */
    private static final int MOST_APART = 12;

    /** The fewest tokens of a quotation that is more than a name for something in a longer sentence. */
    private static final int SHORTEST_BEFORE_TAIL = 3;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Mentions mentions;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;
    private final SourceReader sources;
    private final UnannouncedSpeech unannounced;
    private final ResumedSpeech resumed;

    private List<Cue> cues = List.of();
    /** Where verbs begin that announce speech, and those of them that have no subject of their own before them. */
    private final BitSet lefts = new BitSet();

    private final BitSet others = new BitSet();

    SpeechReader(SentenceSyntax syntax) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        mentions = syntax.mentions;
        drafts = new Drafts(quotations);
        contents = new Contents(syntax, drafts);
        speakers = new Speakers(syntax, drafts);
        sources = new SourceReader(syntax, drafts, contents, speakers);
        unannounced = new UnannouncedSpeech(syntax, drafts, contents, speakers);
        resumed = new ResumedSpeech(syntax, drafts, contents, speakers);
    }

    List<Draft> read() {
        while (syntax.next()) {
            cues = new CueFinder(syntax).all();
            cues.forEach(phrases::addCue);
            cues.forEach(cue -> lefts.set(cue.left()));
            cues.forEach(cue -> others.set(cue.left(), cue.form() != VerbForm.FINITE || cue.subject()));
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
            boolean told = nounApart(at);
            if (source != null && !told) {
                sources.read(at, source.to(), source.value());
            }
            noun(at);
            while (next < cues.size() && cues.get(next).to() - 1 <= at) {
                verb(cues.get(next));
                next++;
            }
        }
    }

    /** A noun that says that something was said, by nobody who is told: allegations that. */
    private void noun(int at) {
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

    /** Where what is told behind a noun ends: with its clause, or before the verb whose subject the noun is: la rumeur selon laquelle A [est fausse]. */
    private int nounClauseEnd(int noun, int from) {
        int end = contents.clauseEnd(from);
        if (words.knowsFiniteVerbs() && syntax.finiteVerb(syntax.start(), noun) == noun) {
            int verb = syntax.finiteVerb(syntax.finiteVerb(from, end) + 1, end);
            boolean inner = IntStream.range(from, verb)
                    .anyMatch(i -> syntax.isComma(i) || syntax.isComplementiser(i) || words.isRelative(tokens.get(i)));
            end = inner ? end : verb;
        }
        return syntax.trimmed(from, end);
    }

    /**
     * A noun that stands before whose it is, and the clause that tells what was said: l'information [de X] selon laquelle. False where
     * none does.
     */
    private boolean nounApart(int relative) {
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
        if (to > from) {
            Speaker speaker = phrases.governed(at + 2, relative);
            drafts.add(new Draft(speaker, at, at + 1, from, to, false, words.nounAct(tokens.get(at)), false));
        }
        return stands;
    }

    private void verb(Cue cue) {
        if (resumed.read(cue) || isInCueClause(cue) || isSaidSo(cue)) {
            return;
        }
        if (cue.passive()) {
            passive(cue);
            return;
        }
        int limit = cue.subjectEnd(syntax.end());
        int after = words.behindAdverbs(tokens, cue.to(), limit);
        boolean inContent = words.isNegatedInfinitive(tokens, after, limit);
        if (after < limit && words.isNegation(tokens.get(after)) && !inContent) {
            after = words.behindAdverbs(tokens, after + 1, limit);
        }
        after = syntax.behindQuotedVerb(cue, after);
        boolean behindSpeech = syntax.isBehindSpeech(cue.left()) || isBehindWord(cue);
        if (cue.subject()) {
            boolean placed = !words.knowsFiniteVerbs() || cue.verb().takes(Frame.HEARSAY);
            Speaker speaker = !cue.nobody() ? speakers.pronoun(cue) : placed ? syntax.place(cue) : null;
            int told = Math.max(cue.behind(), speaker == null ? after : speaker.to());
            int lead = syntax.lead(cue, words.behindAdverbs(tokens, told, syntax.end()));
            if (lead >= 0 && !behindSpeech) {
                add(cue, speaker, lead);
            } else if (behindSpeech) {
                parenthesis(cue, cue.left(), Math.max(cue.to(), speaker == null ? 0 : speaker.to()), speaker);
            } else if (cue.form() == VerbForm.FINITE && !cue.impersonal() && !isAsked(cue)) {
                parenthesis(cue, cue.left(), cue.to(), speaker);
            }
            return;
        }
        boolean quotes = cue.form() == VerbForm.FINITE
                && (cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE));
        Speaker inverted = syntax.inverted(cue);
        if (inverted == null
                && quotes
                && (syntax.isBehindQuotation(cue.left()) || behindSpeech && words.knowsFiniteVerbs())) {
            inverted = syntax.behindAdjuncts(after);
        }
        if (behindSpeech && quotes && !syntax.isComplementiser(after)) {
            boolean quoted = inverted != null && syntax.isBeforeQuotation(inverted.to());
            boolean named = inverted != null && !quoted && (inverted.entity() != null || phrases.isTitled(inverted));
            boolean object = cue.verb().takes(Frame.NOUN)
                    && (words.isPreposition(tokens.get(syntax.start()))
                            || words.isConjunction(tokens.get(syntax.start())));
            boolean inserted = words.dropsSubjects() && (object || !named && syntax.hasComma(cue.left() - 1));
            boolean fits = inverted != null
                    && (syntax.isBehindQuotation(cue.left())
                            || !inserted
                                    && !hasSubject(cue, inverted)
                                    && syntax.canSpeak(cue, inverted)
                                    && !isBehindClause(cue, inverted));
            fits |= inverted != null
                    && !inserted
                    && !words.dropsSubjects()
                    && (syntax.endsClause(inverted.to()) || words.isPreposition(tokens.get(inverted.to())))
                    && (speakers.isWithoutSubject(cue) || parts(cue, inverted));
            fits = fits && (!isBehindItsSubject(cue) || parts(cue, inverted));
            Speaker speaker = fits || !cue.impersonal() ? inverted : syntax.place(cue);
            if (fits || inverted == null && speaker != null) {
                parenthesis(cue, cue.left(), Math.max(cue.behind(), speaker.to()), speakers.resolve(speaker));
                return;
            }
            if (speaker == null && words.dropsSubjects() && syntax.isBehindQuotation(cue.left())) {
                parenthesis(cue, cue.left(), cue.to(), speakers.dropped(cue));
                return;
            }
        }
        int lead = syntax.lead(cue, Math.max(after, cue.behind()));
        if (words.knowsFiniteVerbs() && cue.form() == VerbForm.FINITE && (lead < 0 || isTopic(cue, lead))) {
            int quotation = syntax.leadBehindColon(Math.max(after, cue.behind()));
            lead = quotation < 0 ? lead : quotation;
        }
        if (cue.form() == VerbForm.PARTICIPLE) {
            // a qualifié … et affirmé que: the auxiliary is that of the verb before.
            if (lead >= 0 && (!drafts.hasNone() || speakers.sharesAuxiliary(cue))) {
                add(cue, speakers.shared(cue), lead);
            }
            return;
        }
        Speaker place = cue.impersonal() && inverted == null ? syntax.place(cue) : null;
        Speaker speaker = place != null ? place : cue.form() == VerbForm.GERUND ? speakers.ofGerund(cue) : subject(cue);
        int objectFrom = syntax.isBracketed(cue) ? cue.left() + 1 : cue.to();
        if (place != null && place.from() >= cue.to()) {
            lead = syntax.lead(cue, words.behindAdverbs(tokens, place.to(), syntax.end()));
        } else if (inverted != null
                && cue.form() == VerbForm.FINITE
                && !cue.verb().takes(Frame.BARE)
                && (speaker == null || phrases.isPronoun(inverted))
                && !isImperative(cue)
                && (syntax.isApart(cue) || syntax.canSpeak(cue, inverted))) {
            int behind = words.behindAdverbs(tokens, Math.max(inverted.to(), cue.behind()), syntax.end());
            int other = syntax.lead(cue, behind);
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
        boolean said = speaker != null
                && place == null
                && quotes
                && !syntax.isBehindRelative(cue.left())
                && (words.dropsSubjects()
                        ? syntax.isBehindDirect(speaker.from())
                        : syntax.isBehindSpeech(speaker.from()));
        boolean verbFirst = words.hasBrackets()
                || !words.hasArticles() && !syntax.isBehindQuotation(speaker == null ? syntax.start() : speaker.from());
        boolean comma = said && !syntax.isBehindQuotation(speaker.from());
        boolean placed = cue.verb().takes(Frame.BARE) && after < syntax.end() && words.isPreposition(tokens.get(after));
        // …, je crois
        boolean thought = said && phrases.isPronoun(speaker) && cue.verb().act() == SpeechAct.THOUGHT;
        boolean silent = words.knowsFiniteVerbs() && !thought || !syntax.endsClause(after);
        if (comma && lead < 0 && silent && !placed) {
            // Début 2018, le groupe a mentionné … : what stands before is no speech.
            return;
        }
        if (said && verbFirst && lead < 0) {
            // The verb would stand before its subject.
            return;
        }
        if (said
                && speaker.to() <= cue.left()
                && !(words.knowsFiniteVerbs() && phrases.isPronoun(speaker) && !thought)
                && (lead < 0
                        || speaker.from() > syntax.start()
                                && !words.knowsFiniteVerbs()
                                && syntax.isBehindQuotation(speaker.from())
                                && !syntax.isBeforeQuotation(lead - 1)
                                && !syntax.isComplementiser(after))) {
            parenthesis(cue, speaker.from(), cue.behind(), speaker);
        } else if (lead >= 0) {
            add(cue, speaker, lead);
        } else if (syntax.isApart(cue) && cue.verb().takes(Frame.NOUN)) {
            object(cue, speaker, objectFrom);
        }
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
        if (words.knowsFiniteVerbs() && !phrases.isSource(inverted) && syntax.relativeOfSubject(cue.left()) >= 0) {
            return true;
        }
        if (words.knowsFiniteVerbs()
                && syntax.isBeforeQuotation(inverted.to())
                && syntax.finiteVerb(syntax.start(), cue.left()) == cue.left()) {
            // X, de l’équipe de Y, a félicité Z : « A »
            return true;
        }
        boolean named = inverted.entity() != null || phrases.isTitled(inverted);
        boolean alone = !words.knowsFiniteVerbs()
                || resumes(inverted.to())
                || named && !syntax.isBehindInsertedRelative(cue.left());
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
        boolean verbless = words.knowsFiniteVerbs()
                && !syntax.isBehindQuotation(cue.left())
                && syntax.finiteVerb(syntax.start(), cue.left()) == cue.left();
        Speaker first = verbless ? phrases.behind(syntax.start(), cue.left()) : null;
        return first != null && phrases.isSource(first);
    }

    /** Where what is said between commas ends, as the verb follows whose subject stands before: X, affirmant que A[,] a signé. */
    private int resumption(int from, int to) {
        for (int i = from; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            if (resumes(i) && quotations.at(i) == quotations.at(from)) {
                return i;
            }
        }
        return to;
    }

    /** Whether a cue and who speaks stand between a subject and the first verb of the sentence: Le projet, affirment les élus, est mort. */
    private boolean parts(Cue cue, Speaker inverted) {
        return words.knowsFiniteVerbs()
                && resumes(inverted.to())
                && syntax.finiteVerb(syntax.start(), cue.left()) == cue.left();
    }

    /** Whether a verb follows a comma, whose subject stands before the cue then: Le projet, assurent les élus, [est] mort. */
    private boolean resumes(int comma) {
        int verb = comma + 1;
        while (verb < syntax.end() && syntax.isClitic(verb)) {
            verb++;
        }
        return syntax.isComma(comma) && verb < syntax.end() && syntax.finiteVerb(verb, verb + 1) == verb;
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
            add(speaker, cue, at, to, false);
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
            add(cue, speakers.resolve(speaker), colon + 1);
            return true;
        }
        if (at > syntax.start() && !words.isCoordinator(tokens.get(at - 1))) {
            parenthesis(cue, tokens.get(at - 1).isWord() ? at + 1 : at, to, speakers.resolve(speaker));
        } else if (to < syntax.end()) {
            int comma = syntax.behindApposition(to);
            add(cue, speakers.resolve(speaker), comma + 1);
        }
        return true;
    }

    /** The colon behind who has said something and what he is: comme l'explique X, chercheur à Y[ :] « A »; the same where none stands there. */
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
        return words.isConjunction(first) && syntax.lead(cue, Math.max(speaker.to(), cue.behind())) >= 0;
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
        int nextLead = next < syntax.end() ? syntax.lead(cue, next) : -1;
        if (nextLead > next || nextLead == next && quotations.from(next) != null) {
            add(cue, speakers.resolve(behind), nextLead);
        } else if (lead >= 0) {
            add(cue, speakers.dropped(cue), lead);
        }
    }

    /** A verb behind a word for a source is what the rest of the sentence is by: según dijo el ministro. */
    private boolean isSaidSo(Cue cue) {
        if (cue.form() != VerbForm.FINITE) {
            return false;
        }
        int after = words.behindAdverbs(tokens, cue.to(), syntax.end());
        Speaker speaker = null;
        int from = syntax.sourceBefore(cue.left(), false);
        if (from < 0 && !cue.passive() && !cue.subject()) {
            speaker = speakers.subject(cue);
            from = speaker == null || speaker.from() >= cue.left() ? -1 : syntax.sourceBefore(speaker.from(), true);
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
            inverted = inverted == null ? syntax.behindAdjuncts(after) : inverted;
            speaker = cue.subject() ? speakers.pronoun(cue) : speakers.resolve(inverted);
            speaker = speaker == null && words.dropsSubjects() ? speakers.dropped(cue) : speaker;
        }
        int behind = speaker != null && speaker.from() >= after ? speaker.to() : cue.to();
        for (int i = behind; i < Math.min(syntax.end() - 1, behind + SentenceSyntax.FARTHEST_LEAD); i++) {
            if (syntax.isBeforeQuotation(i)) {
                add(cue, speaker, i + 1);
                return true;
            }
        }
        sources.add(cue.from(), cue.to(), cue.verb().act(), speaker, from, behind);
        return true;
    }

    /** A passive has a speaker only where it says by whom. */
    private void passive(Cue cue) {
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
        if (syntax.isJudged(cue.verb(), at)) {
            judged(cue, quotations.from(at));
            return;
        }
        Speaker speaker = null;
        if (at < syntax.end() && words.isAgent(tokens.get(at))) {
            speaker = phrases.governed(at + 1, syntax.end());
            if (speaker != null && cue.verb().takes(Frame.CHARGE) && !syntax.isCharge(speaker.to())) {
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
            add(cue, speaker, at + 1);
            return;
        }
        if (cue.verb().takes(Frame.CHARGE) && syntax.isCharge(at)) {
            charge(cue, speaker, at + 1);
            return;
        }
        if (cue.verb().takes(Frame.INFINITIVE)
                && !cue.verb().takes(Frame.OBJECT)
                && at + 1 < syntax.end()
                && words.isInfinitiveMarker(tokens.get(at))
                && syntax.isInfinitiveBehind(at + 1)) {
            add(cue, speaker, at + 1);
            return;
        }
        if (cue.verb().takes(Frame.QUESTION)
                && words.questionWords.skip(tokens, at, syntax.end()) > at
                && !words.isOnlyRelative(tokens.get(at))) {
            add(cue, speaker, at);
            return;
        }
        int complementiser = words.complementisers.skip(tokens, at, syntax.end());
        if (cue.verb().takes(Frame.CLAUSE) && complementiser > at) {
            add(cue, speaker, complementiser);
        }
    }

    /** What something is thought to be, and by whom, who may stand behind it: jugé « A » [par X]. */
    private void judged(Cue cue, Quotation quotation) {
        int agent = quotation.to() + 1;
        boolean by = agent < syntax.end() && words.isAgent(tokens.get(agent));
        add(by ? phrases.governed(agent + 1, syntax.end()) : null, cue, quotation.from(), quotation.to(), true);
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

    /** Where a charge begins inside of a phrase for who makes it, as no name does: accusé par deux élus [de fraude]; its end where none does. */
    private int chargeIn(Speaker speaker) {
        for (int i = speaker.from() + 2; i < speaker.to(); i++) {
            Token next = i + 1 < syntax.end() ? tokens.get(i + 1) : tokens.get(i);
            if (syntax.isCharge(i)
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
        int to = from + 1;
        while (to < limit && !endsCharge(to, inserted)) {
            comma |= syntax.isComma(to) && quotations.at(to) == null;
            if (speaker == null && !comma && words.isAgent(tokens.get(to))) {
                by = phrases.governed(to + 1, syntax.end());
                break;
            }
            to++;
        }
        to = to == limit ? end : to;
        Quotation whole = words.knowsFiniteVerbs() ? syntax.quotationOf(from, to) : null;
        if (whole != null) {
            add(by, cue, whole.from(), whole.to(), false);
            return;
        }
        add(by, cue, from, inserted ? contents.participleEnd(from, to) : to, false);
    }

    private boolean endsCharge(int at, boolean inserted) {
        return inserted && syntax.isComma(at) && !syntax.isCharge(at + 1) && !words.isCoordinator(tokens.get(at - 1))
                || syntax.isComma(at) && syntax.isAboutAll(at + 1)
                || words.isPreposition(tokens.get(at)) && syntax.isComplementiser(at + 1)
                || words.clauseConjunctions.skip(tokens, at, syntax.end()) > at;
    }

    private void add(Cue cue, Speaker speaker, int lead) {
        Quotation quotation = quotations.opening(lead);
        boolean inside = quotation != null && quotations.from(lead) == null;
        boolean clause = lead > syntax.start() && words.complementisers.skip(tokens, lead - 1, lead) == lead;
        if (quotation != null
                && (syntax.isWhole(quotation) || isJoined(quotation) || !clause && hasTail(quotation))
                && !isListed(quotation)
                && !(inside && speaker == null)
                && !contents.isQuotedToo(quotation.to() + 1, syntax.end())) {
            add(speaker, cue, quotation.from(), quotation.to(), true);
            return;
        }
        int from = syntax.isComma(lead) ? lead + 1 : lead;
        boolean question =
                words.questionWords.skip(tokens, lead, syntax.end()) > lead && !syntax.isInfinitiveBehind(lead);
        boolean one = cue.form() == VerbForm.FINITE && !words.isPlural(tokens.get(cue.left()));
        int to = contents.announcedEnd(from, clause || question, !isWish(cue), one);
        if (!clause && !question && words.knowsFiniteVerbs() && isInside(cue)) {
            to = contents.participleEnd(from, to);
        }
        if (syntax.isFronted(cue)) {
            to = Math.min(to, syntax.frontedEnd(from, SentenceSyntax.FARTHEST_BACK));
        }
        if (syntax.isBehindRelative(cue.left()) && syntax.isComma(syntax.governor(cue.left() - 1) - 1)) {
            to = insertionEnd(from, to);
        }
        boolean inserted = words.knowsFiniteVerbs()
                && cue.form() == VerbForm.GERUND
                && syntax.isComma(cue.left() - 1)
                && syntax.finiteVerb(syntax.start(), cue.left()) == cue.left();
        if (inserted) {
            to = resumption(from, to);
        }
        boolean urged = speaker == null
                && cue.left() == syntax.start()
                && !words.dropsSubjects()
                && !cue.impersonal()
                && !cue.passive();
        if (clause && (isOnly(cue, from, to) || isAllTold(speaker))) {
            return;
        }
        if (!clause && (isThing(speaker) || cue.verb().takes(Frame.NOUN) && isUnsaid(cue, speaker, from))) {
            return;
        }
        boolean noun = speaker == null && words.nouns.longest(tokens, cue.from(), syntax.end()) != null;
        // Rappelons que: nobody says it.
        if (!noun && !urged && (speaker != null || cue.passive() || clause || cue.nobody())) {
            // An adjective that a verb has made has no subject: the recently announced plan.
            add(speaker, cue, from, to, false);
        }
    }

    /** Whether a negation means only, as the verb can have no such content without one behind que: ne dispose [que] de deux bateaux. */
    private boolean isOnly(Cue cue, int from, int to) {
        return words.knowsFiniteVerbs()
                && cue.negated()
                && !cue.verb().takes(Frame.NOUN)
                && !cue.verb().takes(Frame.INFINITIVE)
                && IntStream.range(cue.left(), from)
                                .filter(i -> words.isNegation(tokens.get(i)))
                                .count()
                        == 1
                && syntax.finiteVerb(from, to) == to;
    }

    /** Whether a phrase behind a verb tells of what something was said, as that is quoted behind: insiste sur [les fautes] : « A ». */
    private boolean isTopic(Cue cue, int lead) {
        SpeechAct act = cue.verb().act();
        boolean told = act == SpeechAct.SAID || act == SpeechAct.CONFIRMED || act == SpeechAct.PRAISED;
        return told && lead < syntax.end() && words.isArticle(tokens.get(lead));
    }

    /** Whether a verb asks for what will be, or thinks of it, so that a day behind it is that of the event: appelle à la grève [lundi]. */
    private static boolean isWish(Cue cue) {
        return switch (cue.verb().act()) {
            case ASKED, DEMANDED, PROMISED, PROPOSED, THOUGHT, WARNED -> true;
            default -> false;
        };
    }

    /** Whether a phrase points to what was told before, which is nobody and no document: [cette crise] rappelle A. */
    private boolean isThing(Speaker speaker) {
        return speaker != null
                && speaker.entity() == null
                && words.isDemonstrative(tokens.get(speaker.from()))
                && !phrases.isTitled(speaker)
                && !namesSource(speaker);
    }

    /** Whether a word for people, a group or a document stands in a phrase. */
    private boolean namesSource(Speaker speaker) {
        return IntStream.range(speaker.from(), speaker.to())
                .anyMatch(i -> words.isGroup(tokens.get(i))
                        || words.isHuman(tokens.get(i))
                        || words.isDocument(tokens.get(i)));
    }

    private boolean namesPeople(Speaker speaker) {
        return IntStream.range(speaker.from(), speaker.to()).anyMatch(i -> words.isHuman(tokens.get(i)));
    }

    /** Whether what a relative clause is about is all that was told before: ce qui [montre que]. */
    private boolean isAllTold(Speaker speaker) {
        return speaker != null
                && speaker.to() == speaker.from() + 1
                && words.isDemonstrative(tokens.get(speaker.from()))
                && words.isOnlyRelative(tokens.get(speaker.to()));
    }

    /** Whether a verb stands in a phrase that is the subject of another one: des gens [disant] A, ceux qui [disent] A. */
    private boolean isInside(Cue cue) {
        int before = cue.left() - 1;
        if (before < syntax.start() || !tokens.get(before).isWord()) {
            return false;
        }
        if (cue.form() == VerbForm.GERUND) {
            return !words.isPreposition(tokens.get(before)) && !words.isPreposition(tokens.get(cue.left()));
        }
        for (int i = before;
                i > syntax.start() && before - i < MOST_INSIDE && tokens.get(i).isWord();
                i--) {
            if (words.isOnlyRelative(tokens.get(i)) || words.isListing(tokens.get(i))) {
                return tokens.get(i - 1).isWord();
            }
        }
        return false;
    }

    /**
     * Whether a noun phrase is not what somebody said: n'a pas évoqué A; un chapeau évoquant une plume.
     *
     * @param from index of its first token
     */
    private boolean isUnsaid(Cue cue, Speaker speaker, int from) {
        if (from >= syntax.end() || !words.isArticle(tokens.get(from))) {
            return false;
        }
        boolean told = cue.verb().act() == SpeechAct.SAID || cue.verb().act() == SpeechAct.ANNOUNCED;
        boolean thing = cue.form() == VerbForm.GERUND
                && cue.to() == cue.from() + 1
                && speaker != null
                && speaker.entity() == null
                && speaker.to() == cue.left()
                && !(words.knowsFiniteVerbs() && namesPeople(speaker));
        boolean purpose = words.isPurpose(tokens, syntax.start(), cue.left());
        return thing || told && (cue.negated() || purpose);
    }

    /** Whether a quotation is followed by a conjunction and another verb that announces speech: dénonce « A » et menace B. */
    private boolean isJoined(Quotation quotation) {
        int next = quotation.to() + 1;
        return quotation.closed()
                && next + 1 < syntax.end()
                && words.isCoordinator(tokens.get(next))
                && isCueSoon(next + 1);
    }

    /** Whether another quotation follows behind a comma, with no cue of its own, so that both were said: dénonce « A », « B » et « C ». */
    private boolean isListed(Quotation quotation) {
        int comma = quotation.to() + 1;
        Quotation next = quotation.closed() && words.knowsFiniteVerbs() && syntax.isComma(comma)
                ? quotations.from(comma + 1)
                : null;
        return next != null && next.closed() && !syntax.isCueBehind(next);
    }

    /** Whether what stands behind a quotation tells where or when it was said: promet de « A » [lors d'une fête]. */
    private boolean hasTail(Quotation quotation) {
        int next = quotation.to() + 1;
        return quotation.closed()
                && words.knowsFiniteVerbs()
                && quotation.to() - quotation.from() >= SHORTEST_BEFORE_TAIL
                && next + 1 < syntax.end()
                && words.isPreposition(tokens.get(next))
                && !words.isNounLinker(tokens.get(next))
                && !(words.isInfinitive(tokens.get(next + 1)) && words.isPurpose(tokens, next, next + 1));
    }

    /** Where what is said in a relative clause between commas ends: before the verb of the clause around it. */
    private int insertionEnd(int from, int to) {
        for (int i = from + 1; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            if (syntax.isComma(i) && (lefts.get(i + 1) || contents.isPredicate(i + 1) || isBareWord(i + 1))) {
                return i;
            }
        }
        return to;
    }

    /** Whether a word stands at a token as a verb does: with no article, and no part of a name. */
    private boolean isBareWord(int at) {
        return words.knowsFiniteVerbs()
                && at + 1 < syntax.end()
                && tokens.get(at).isWord()
                && (tokens.get(at + 1).isWord() || tokens.get(at + 1).kind() == Token.Kind.NUMBER)
                && !words.isArticle(tokens.get(at))
                && !syntax.isFunctionWord(at)
                && !words.isOpenForm(tokens.get(at).folded(), VerbForm.PARTICIPLE)
                && syntax.mentions.at(at) == null;
    }

    private void add(Speaker speaker, Cue cue, int from, int behind, boolean quotation) {
        int to = syntax.trimmed(from, quotation ? behind : syntax.quotationEnd(from, behind));
        Quotation around = quotations.at(cue.left());
        boolean outside = around != null && from >= around.to() && !syntax.isQuotedVerb(cue);
        if (to > from
                && !outside
                && !isLearnt(cue, speaker, from, quotation)
                && !isDeclined(cue, from)
                && isSpeakerOf(cue.verb(), speaker)) {
            drafts.add(new Draft(
                    speaker == null || phrases.isNobody(speaker) ? null : speaker,
                    cue.from(),
                    cue.to(),
                    from,
                    to,
                    quotation,
                    cue.verb().act(),
                    cue.negated()));
        }
    }

    /** Whether somebody is told what stands behind a verb, and does not tell it: il apprend que, but not on apprend que. */
    private boolean isLearnt(Cue cue, Speaker speaker, int from, boolean quotation) {
        return cue.verb().takes(Frame.HEARSAY)
                && !quotation
                && from >= cue.to()
                && speaker != null
                && !phrases.isNobody(speaker)
                && !words.isSpeakingPlace(tokens.get(Math.max(0, speaker.from() - 1)))
                && !isDocument(speaker);
    }

    private boolean isDocument(Speaker speaker) {
        return IntStream.range(speaker.from(), speaker.to()).anyMatch(i -> words.isDocument(tokens.get(i)));
    }

    /** Whether somebody only did not do something: n'a pas souhaité [commenter]. */
    private boolean isDeclined(Cue cue, int from) {
        return words.knowsFiniteVerbs()
                && cue.negated()
                && cue.verb().act() == SpeechAct.THOUGHT
                && words.isAuxiliary(tokens.get(cue.from()))
                && syntax.isInfinitiveBehind(from);
    }

    /** Whether a verb can be that of its speaker: a study shows, this does not. */
    private boolean isSpeakerOf(CueVerb verb, Speaker speaker) {
        if (verb.takes(Frame.DOCUMENT)) {
            return speaker != null && isDocument(speaker);
        }
        return speaker == null
                || (speaker.to() - speaker.from() > 1
                        ? !(isOfPeople(verb.act()) && isAbstract(speaker))
                        : !words.isThing(tokens.get(speaker.from())));
    }

    /** Whether only people do it, as documents and events only say, show or confirm something. */
    private static boolean isOfPeople(SpeechAct act) {
        return switch (act) {
            case ASKED, DEMANDED, PROMISED, AGREED, THOUGHT -> true;
            default -> false;
        };
    }

    /** Whether a phrase begins with a noun that is nobody: [la situation] exige. */
    private boolean isAbstract(Speaker speaker) {
        int noun = speaker.from();
        while (noun < speaker.to() - 1 && words.isArticle(tokens.get(noun))) {
            noun++;
        }
        return speaker.entity() == null && mentions.at(noun) == null && words.isAbstract(tokens.get(noun));
    }

    /** A cue with its speaker behind what was said, or in the middle of it. */
    private void parenthesis(Cue cue, int from, int behind, Speaker speaker) {
        int last = from - 1;
        Quotation quotation = syntax.quotationBefore(last + 1);
        Quotation inside = quotations.at(last);
        if (quotation != null && (syntax.isDirect(quotation) || isOfSource(quotation) || isBehindCue(quotation))) {
            add(speaker, cue, firstOf(quotation), syntax.goesOn(behind, quotation), true);
        } else if (quotation == null && inside != null && quotations.at(behind) == inside) {
            add(speaker, cue, inside.from(), inside.to(), true);
        } else {
            int comma = syntax.behindApposition(syntax.behindSetting(behind));
            boolean goesOn = syntax.isComma(comma)
                    && !contents.isContrasted(last, comma)
                    && !(comma + 1 < syntax.end() && words.isCoordinator(tokens.get(comma + 1)))
                    && (!isCueSoon(comma + 1) || isVerbless(last))
                    && !(words.knowsFiniteVerbs()
                            && !syntax.isComplementiser(comma + 1)
                            && !(last > syntax.start() && words.isFinite(tokens.get(last - 1)))
                            && syntax.finiteVerb(comma + 1, syntax.end()) == syntax.end())
                    && !syntax.endsWithApposition(comma);
            int first = contents.speechStart(last, goesOn);
            int to = last;
            if (!(goesOn && comma + 1 < syntax.end()) && words.behindAdverbs(tokens, first, last) == last) {
                return;
            }
            if (goesOn) {
                to = contents.sourcedEnd(comma + 1);
                first = first < from ? first : comma + 1;
            }
            Quotation explained = words.knowsFiniteVerbs() && syntax.isBeforeQuotation(behind) && first < from
                    ? quotations.from(behind + 1)
                    : null;
            add(speaker, cue, first, explained == null ? to : explained.to(), false);
        }
    }

    /** Whether what stands before a cue has no verb yet, which is then behind it: La ville, a dit X, [dénonce] A. */
    private boolean isVerbless(int last) {
        int from = contents.speechStart(last, false);
        int cue = lefts.nextSetBit(from);
        return words.knowsFiniteVerbs() && (cue < 0 || cue >= last) && syntax.finiteVerb(from, last) == last;
    }

    /** Whether a quotation is what somebody says whom the sentence begins with: Selon X, « A », a-t-elle dit. */
    private boolean isOfSource(Quotation quotation) {
        for (Draft draft : drafts.recentOfSentence()) {
            if (draft.from() == quotation.from() && draft.cueFrom() == syntax.start()) {
                return true;
            }
        }
        return false;
    }

    /** Whether a comma parts a quotation from the words of another cue: « A », a dit X, « et B », a-t-il ajouté. */
    private boolean isBehindCue(Quotation quotation) {
        int comma = quotation.from() - 2;
        if (!words.knowsFiniteVerbs() || drafts.hasNone() || !syntax.isComma(comma)) {
            return false;
        }
        Draft last = drafts.last();
        boolean named = last.speaker() != null && last.speaker().to() == comma;
        return last.quotation() && last.cueFrom() >= last.to() && (last.cueTo() == comma || named);
    }

    /** Where the first begins of quotations in a row, the last of which has a cue behind it. */
    private int firstOf(Quotation quotation) {
        int from = quotation.from();
        Quotation before = quotationInRow(from);
        for (int i = 0; i < Drafts.MOST_BACK && before != null; i++) {
            from = before.from();
            before = quotationInRow(from);
        }
        return from;
    }

    /** The quotation right before one, if nobody was found to have said it but who speaks in the sentence before. */
    private Quotation quotationInRow(int from) {
        int mark = from - 2;
        boolean stop =
                words.knowsFiniteVerbs() && mark > 0 && tokens.get(mark).text().equals(".");
        Quotation before = quotations.to(stop ? mark - 1 : mark);
        if (stop && before != null && isPart(before)) {
            return null;
        }
        if (before == null || !drafts.isCovered(before.from() - 1)) {
            return before;
        }
        boolean takes = words.knowsFiniteVerbs() && syntax.isSentenceStart(before.from() - 1);
        return takes && drafts.takeUncued(before.from(), before.to()) ? before : null;
    }

    /** Whether a quotation is only a part of its sentence: Le bilan est « lourd ». */
    private boolean isPart(Quotation quotation) {
        int mark = quotation.from() - 1;
        return !syntax.isSentenceStart(mark) && mark > 0 && tokens.get(mark - 1).isWord();
    }

    private boolean isCueSoon(int at) {
        return lefts.get(at) && (!words.dropsSubjects() || others.get(at));
    }
}
