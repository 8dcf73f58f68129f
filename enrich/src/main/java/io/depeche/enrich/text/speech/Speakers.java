// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.List;

/** Finds who speaks: the subject of a verb, what a pronoun stands for, who spoke before. */
final class Speakers {

    /** How many tokens before it a pronoun can stand for a name of. */
    private static final int FARTHEST_NAME = 150;

    /** How far before a participle the auxiliary that it shares may stand. */
    private static final int FARTHEST_AUXILIARY = 40;

    /** How many words an agent and what is told of it have at most. */
    private static final int FARTHEST_AGENT = 12;

    /** How many phrases may stand before the subject of a sentence. */
    private static final int MOST_FRONTED = 3;

    private final SentenceSyntax syntax;
    private final Insertions insertions;
    private final RelativeClauses relatives;
    private final Leads leads;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Mentions mentions;
    private final NounPhrases phrases;
    private final Drafts drafts;

    Speakers(SentenceSyntax syntax, Drafts drafts) {
        this.syntax = syntax;
        insertions = syntax.insertions;
        relatives = syntax.relatives;
        leads = syntax.leads;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        mentions = syntax.mentions;
        phrases = syntax.phrases;
        this.drafts = drafts;
    }

    /** Who a verb without a subject is about: who spoke last, where that is close and no part of a quotation. */
    Speaker dropped(Cue cue) {
        boolean first = words.behindAdverbs(tokens, syntax.start(), syntax.end()) >= cue.left()
                || words.isPreposition(tokens.get(syntax.start()))
                || words.isConjunction(tokens.get(syntax.start()));
        boolean joined = cue.left() > syntax.start()
                && (words.isCoordinator(tokens.get(cue.left() - 1))
                        || words.complementisers.skip(tokens, cue.left() - 1, cue.left()) == cue.left());
        if (quotations.at(cue.from()) != null || !first && !joined && !syntax.isBehindQuotation(cue.left())) {
            return null;
        }
        return lastSpeaker();
    }

    /** Whether no noun phrase before a verb can be its subject, so that the one behind it is. */
    boolean isWithoutSubject(Cue cue) {
        Speaker subject = subject(cue);
        return subject == null || !phrases.isHead(subject.from()) || hasOtherVerb(subject, cue.left());
    }

    /** Whether a subject has its verb behind what is told of it, and before another verb: La ministre, X, [est] là, a dit Y. */
    private boolean hasOtherVerb(Speaker subject, int verb) {
        int first =
                words.knowsFiniteVerbs() && syntax.isComma(subject.to()) ? syntax.finiteVerb(subject.to(), verb) : verb;
        if (first == verb || phrases.isCue(first)) {
            return false;
        }
        for (int i = subject.to(); i < first; i++) {
            Token token = tokens.get(i);
            if (words.isRelative(token) || words.isConjunction(token) || syntax.isComplementiser(i)) {
                return false;
            }
        }
        return true;
    }

    Speaker subject(Cue cue) {
        int left = syntax.isQuotedVerb(cue) ? cue.left() - 1 : cue.left();
        if (relatives.isBehindRelative(left)) {
            Speaker source = sourceBefore(left - 1);
            if (source != null) {
                return source;
            }
            return relatives.governor(left - 1) < left - 1 ? shared(cue) : resolve(relatives.beforeRelative(left - 1));
        }
        int clause = syntax.clauseStart(left);
        Speaker modified = beforeInserted(clause, left);
        if (modified != null) {
            return resolve(modified);
        }
        if (left > clause && words.isCoordinator(tokens.get(left - 1))) {
            // A noun that looks like the verb has no article, nor what it is of: engagements et annonces.
            int behind = words.behindAdverbs(tokens, cue.to(), syntax.end());
            boolean noun = cue.from() == cue.left()
                    && cue.to() - cue.from() == 1
                    && drafts.hasNone()
                    && behind < syntax.end()
                    && !syntax.opensContent(behind)
                    && !syntax.isBeforeQuotation(behind)
                    && !asks(cue);
            return noun ? null : shared(cue);
        }
        Speaker teller = beforeTold(left);
        if (teller != null) {
            return teller;
        }
        int relative = openRelative(clause, left);
        if (relative < 0 && words.knowsFiniteVerbs() && syntax.isComma(left - 1)) {
            relative = relatives.relativeOfSubject(left);
        }
        if (relative >= 0) {
            Speaker before = relatives.beforeRelative(relative);
            Speaker main = before == null ? null : behindFrontedRelative(before, relative + 1, left);
            return resolve(main == null ? before : main);
        }
        Speaker speaker = phrases.before(clause, left);
        boolean part = speaker == null || !phrases.isHead(speaker.from()) || phrases.isOfNoun(speaker);
        Speaker first = part ? subjectBehindInsertions(clause, left) : null;
        if (first != null) {
            return resolve(first);
        }
        Speaker outer = relatives.outerSubject(clause, left, speaker);
        Speaker main = outer == null ? null : behindFrontedRelative(outer, clause, left);
        if (main != null) {
            return resolve(main);
        }
        if (outer == null && speaker == null && words.dropsSubjects() && syntax.isComma(left - 1)) {
            return resolve(phrases.before(syntax.start(), left));
        }
        return resolve(
                outer == null && speaker == null ? subjectBeforeRelative(left) : outer == null ? speaker : outer);
    }

    /**
     * The subject of a verb behind a phrase with a preposition, which a relative clause seems to be of: Lors de son procès, qui s'est
     * ouvert lundi, [la police] a dit; Interrogé par X, [un témoin], qui a vu Y, a dit; null where there is none.
     */
    private Speaker behindFrontedRelative(Speaker before, int relative, int verb) {
        Token governor = before.from() > syntax.start() ? tokens.get(before.from() - 1) : null;
        boolean governed = governor != null
                && words.knowsFiniteVerbs()
                && (words.isPreposition(governor) || words.isNounLinker(governor));
        if (!governed) {
            return null;
        }
        Speaker apposed = syntax.isComma(before.to()) ? phrases.behind(before.to() + 1, relative) : null;
        if (apposed != null && phrases.isHead(apposed.from())) {
            return apposed;
        }
        int comma = syntax.commaFrom(syntax.finiteVerb(relative, verb), SentenceSyntax.FARTHEST_LEAD);
        Speaker main = comma + 1 < verb ? subjectBetween(comma + 1, verb) : null;
        return main != null && main.to() <= verb && phrases.isHead(main.from()) ? main : null;
    }

    /**
     * Who is charged with what ends before a verb, or says it: [Un homme] accusé d'avoir agressé sa voisine nie; [un homme] qui affirme
     * que A demande; null where nobody is.
     */
    private Speaker beforeTold(int verb) {
        for (Draft draft : drafts.recentOfSentence()) {
            if (draft.to() != verb || !words.knowsFiniteVerbs()) {
                continue;
            }
            if (isCharge(draft)) {
                return phrases.before(syntax.clauseStart(draft.cueFrom()), draft.cueFrom());
            }
            Speaker teller = draft.speaker();
            if (teller != null && teller.to() <= draft.cueFrom() && draft.cueTo() <= draft.from()) {
                return teller;
            }
        }
        return null;
    }

    /** Whether a participle without an auxiliary tells what somebody is charged with. */
    private boolean isCharge(Draft draft) {
        return words.knowsFiniteVerbs()
                && draft.act() == SpeechAct.ACCUSED
                && draft.cueTo() - draft.cueFrom() == 1
                && draft.cueTo() <= draft.from();
    }

    /**
     * What a sentence begins with before relative clauses that end before a verb: [X], qui veut A et qu'il juge B, argue; null where it
     * does not.
     */
    private Speaker subjectBeforeRelative(int verb) {
        boolean apart = words.knowsFiniteVerbs() && syntax.isComma(verb - 1);
        Speaker first = apart ? subjectBetween(syntax.partStart(verb), verb) : null;
        return first != null && first.to() < verb && isBeforeRelative(first.to()) ? first : null;
    }

    /** The source that a relative clause stands behind: selon [la police], qui précise que A; null where none does. */
    private Speaker sourceBefore(int relative) {
        int end = syntax.isComma(relative - 1) ? relative - 1 : relative;
        for (Draft draft : drafts.recentOfSentence()) {
            Speaker speaker = draft.speaker();
            if (speaker != null && speaker.to() == end && draft.cueTo() == speaker.from() && words.knowsFiniteVerbs()) {
                return speaker;
            }
        }
        return null;
    }

    /** Whether behind a verb stands who is told, and what: demande [aux autorités de] partir. */
    private boolean asks(Cue cue) {
        return words.isPreposition(tokens.get(cue.to()))
                && !words.isNounLinker(tokens.get(cue.to()))
                && leads.of(cue, cue.to()) > cue.to() + 1;
    }

    /** What a clause begins with that only insertions part from its verb, as no phrase before that is its subject: X, qui a A, B, dit. */
    private Speaker subjectBehindInsertions(int clause, int verb) {
        if (!words.knowsFiniteVerbs() || !syntax.isComma(verb - 1)) {
            return null;
        }
        Speaker first = subjectBetween(clause, verb);
        boolean fits = first != null
                && first.to() < verb
                && phrases.isHead(first.from())
                && (isBeforeRelative(first.to())
                        || phrases.isSomebody(first) && syntax.finiteVerb(first.to(), verb) == verb);
        return fits ? first : null;
    }

    private boolean isBeforeRelative(int at) {
        return syntax.isComma(at) && at + 1 < syntax.end() && words.isOnlyRelative(tokens.get(at + 1));
    }

    /** The noun phrase before a clause between commas that ends before a verb: [Le rapport], que X s'est procuré, dénonce A. */
    private Speaker beforeInserted(int clause, int verb) {
        int comma = clause - 2;
        boolean inserted = words.knowsFiniteVerbs()
                && comma > syntax.start()
                && syntax.isComma(comma)
                && syntax.isComma(verb - 1)
                && drafts.hasNone()
                && syntax.finiteVerb(clause, verb) < verb;
        Speaker before = inserted ? phrases.before(syntax.clauseStart(comma), comma) : null;
        return before != null && phrases.isHead(before.from()) ? before : null;
    }

    /**
     * Whether a clause between commas ends before a verb that the subject before it is of: Le projet, que X défend, A; Anne, dont le fils
     * B, C.
     */
    boolean hasInserted(Cue cue, Speaker subject) {
        int close = cue.left() - 1;
        if (!syntax.isComma(close)) {
            return false;
        }
        int clause = syntax.clauseStart(cue.left());
        int age = syntax.commaFrom(subject.to() + 1, SentenceSyntax.LONGEST_INSERTION);
        int open = phrases.beforeAge(syntax.start(), age) == subject.to() ? age : subject.to();
        boolean of = words.knowsFiniteVerbs()
                && syntax.isComma(open)
                && open + 1 < close
                && words.isListing(tokens.get(open + 1))
                && syntax.finiteVerb(open + 2, close) < close
                && syntax.commaFrom(open + 1, close - open) == close;
        return of || open <= clause - 2 && syntax.isComma(clause - 2);
    }

    /** The pronoun of a relative clause that no comma ends before a verb: [qui] vivent ici disent; -1 where there is none. */
    private int openRelative(int clause, int verb) {
        for (int i = verb - 1; i > clause && tokens.get(i).kind() != Token.Kind.PUNCTUATION; i--) {
            Token token = tokens.get(i);
            if (words.isListing(token) && words.knowsFiniteVerbs() && syntax.finiteVerb(i + 1, verb) < verb) {
                // des familles [dont] les enfants sont malades demandent
                return i;
            }
            if (words.isOnlyRelative(token) && words.complementisers.skip(tokens, i, i + 1) == i) {
                // à qui [elle disait]
                boolean other =
                        words.knowsFiniteVerbs() && relatives.governor(i) < i && syntax.finiteVerb(i + 1, verb) >= verb;
                return other ? -1 : i;
            }
        }
        return -1;
    }

    /** Who a gerund is about: the noun phrase right before it, or who speaks in the sentence. */
    Speaker ofGerund(Cue cue) {
        int left = cue.left();
        boolean quotes =
                cue.to() + 1 < syntax.end() && tokens.get(cue.to()).text().equals(":") && !drafts.hasNone();
        // rappelant A et [invitant] B
        boolean joined = words.knowsFiniteVerbs()
                && left > syntax.start()
                && words.isCoordinator(tokens.get(left - 1))
                && !drafts.hasNone();
        if (left > syntax.start()
                && !quotes
                && !joined
                // a dit à X avoir menti: who says it has done it.
                && !(words.knowsFiniteVerbs() && words.isInfinitive(tokens.get(cue.from())))
                && tokens.get(left - 1).kind() != Token.Kind.PUNCTUATION
                && !words.isPreposition(tokens.get(left - 1))
                && !words.isPreposition(tokens.get(left))
                && !(words.isPreposition(tokens.get(cue.from() - 1)) && words.knowsFiniteVerbs())) {
            Speaker before = phrases.before(syntax.clauseStart(left), left);
            before = words.knowsFiniteVerbs() && isApart(before, left) ? governedBefore(left) : before;
            if (before != null && isIssued(before)) {
                return shared(cue);
            }
            if (before != null && !isPredicate(before)) {
                return before;
            }
        }
        if (tellsNext(left)) {
            return lastSpeaker();
        }
        Speaker agent = words.knowsFiniteVerbs() && drafts.hasNone() ? agentBefore(left) : null;
        if (agent != null) {
            return agent;
        }
        if (syntax.isFronted(cue)) {
            int comma = syntax.commaFrom(left, SentenceSyntax.FARTHEST_BACK);
            return comma + 1 < syntax.end() ? resolve(phrases.behind(comma + 1, syntax.end())) : null;
        }
        return shared(cue);
    }

    /** Whether a phrase is a document that the verb before it makes public, so that its subject speaks: X publie [un rapport] disant A. */
    private boolean isIssued(Speaker phrase) {
        int verb = phrase.from() - 1;
        return words.knowsFiniteVerbs()
                && verb > syntax.start()
                && phrases.isCue(verb)
                && syntax.isDocument(phrase)
                && !phrases.isHuman(phrase);
    }

    /** Whether an infinitive without a subject tells what came next, its marker behind a conjunction: Et d'ajouter : « A ». */
    private boolean tellsNext(int infinitive) {
        return words.knowsFiniteVerbs()
                && infinitive - 2 == syntax.start()
                && words.isCoordinator(tokens.get(infinitive - 2))
                && words.isInfinitiveMarker(tokens.get(infinitive - 1));
    }

    /** Who spoke last in the sentence before, or in this one: Et d'ajouter. */
    private Speaker lastSpeaker() {
        return drafts.speaker(syntax.lastSentence(syntax.start()));
    }

    /** Whether a participle behind a conjunction has the auxiliary of a verb that announces nothing: Il [a] revu A et confirmé que B. */
    boolean sharesAuxiliary(Cue cue) {
        boolean joined = cue.left() > syntax.start() && words.isCoordinator(tokens.get(cue.left() - 1));
        if (!joined || !words.knowsFiniteVerbs()) {
            return false;
        }
        for (int i = cue.left() - 2; i > syntax.start() && cue.left() - i < FARTHEST_AUXILIARY; i--) {
            Token token = tokens.get(i);
            if (words.isAuxiliary(token) || words.isFinite(token)) {
                return words.isAuxiliary(token)
                        && !words.isPassive(token)
                        && quotations.at(i) == quotations.at(cue.left());
            }
        }
        return false;
    }

    /**
     * Whether a phrase is one word behind an auxiliary, or begins with a participle there: s'est voulu [rassurant], a donc [renoncé
     * lundi].
     */
    private boolean isPredicate(Speaker phrase) {
        int from = phrase.from();
        if (!words.knowsFiniteVerbs() || phrase.entity() != null || from <= syntax.start()) {
            return false;
        }
        boolean participle =
                !phrases.isHead(from) && words.isOpenForm(tokens.get(from).folded(), VerbForm.PARTICIPLE);
        return (from == phrase.to() - 1 || participle) && words.isAuxiliary(tokens.get(from - 1))
                || participle && from - 2 > syntax.start() && words.isAuxiliary(tokens.get(from - 2));
    }

    /** Whether a phrase is not what a gerund right behind another one is about, as it ends before a comma, or begins with a predicate. */
    private boolean isApart(Speaker phrase, int gerund) {
        return phrase == null
                || phrase.to() < gerund && tokens.get(phrase.to()).text().equals(",")
                || isPredicate(phrase) && phrase.to() - phrase.from() > 2;
    }

    /** The noun phrase behind a preposition right before a gerund: en faveur d'[une résolution] rejetant. */
    private Speaker governedBefore(int gerund) {
        Speaker governed = relatives.governedBefore(gerund);
        return governed == null ? phrases.endingAt(syntax.clauseStart(gerund), gerund) : governed;
    }

    /** By whom something was done that can't speak itself, right before a gerund: Une alerte a été lancée par [un voisin], disant A. */
    private Speaker agentBefore(int gerund) {
        int end = syntax.isComma(gerund - 1) ? gerund - 1 : gerund;
        for (int i = end - 1;
                i > syntax.start() && end - i < FARTHEST_AGENT && tokens.get(i).isWord();
                i--) {
            if (words.isAgent(tokens.get(i))) {
                Speaker agent = phrases.governed(i + 1, end);
                Speaker subject = phrases.before(syntax.clauseStart(i), syntax.finiteVerb(syntax.clauseStart(i), i));
                boolean thing = subject != null && !phrases.isSource(subject) && !phrases.isPronoun(subject);
                return agent != null && thing && phrases.isSource(agent) ? agent : null;
            }
        }
        return null;
    }

    /** The speaker of what stands before in the sentence, or its subject. */
    Speaker shared(Cue cue) {
        Speaker quoted = ofQuotedClause(cue);
        if (quoted != null) {
            return resolve(quoted);
        }
        if (!drafts.hasNone()) {
            Draft draft = outermost(drafts.recentOfSentence());
            if (draft.speaker() == null && isCharge(draft)) {
                // X a arrêté un homme accusé de A et [dit] B
                return resolve(subjectOfSentence(cue));
            }
            Speaker main = behindFronted(draft, cue);
            if (main != null) {
                return resolve(main);
            }
            Speaker inner = inside(draft, cue);
            if (inner != null) {
                return resolve(inner);
            }
            boolean source = words.knowsFiniteVerbs()
                    && cue.form() != VerbForm.GERUND
                    && draft.cueFrom() == syntax.start()
                    && draft.to() > cue.left()
                    && insertions.beginsWithSource();
            Speaker subject = source ? phrases.behind(draft.from(), cue.left()) : null;
            return subject == null ? draft.speaker() : resolve(subject);
        }
        Speaker inner = ofInnerClause(cue);
        return resolve(inner == null ? subjectOfSentence(cue) : inner);
    }

    /**
     * The subject of a clause that a verb goes on with before a comma ends it, where it begins the sentence, or nobody is told of before
     * it:
     * Si [X] vient et demande A, Y part; C'est là que [X] vient et dit A; La nuit tombe, [des gens] partent en disant A.
     */
    private Speaker ofInnerClause(Cue cue) {
        if (!words.knowsFiniteVerbs() || cue.left() <= syntax.start()) {
            return null;
        }
        Token before = tokens.get(cue.left() - 1);
        boolean joined = words.isCoordinator(before) && cue.form() == VerbForm.FINITE;
        Token first = tokens.get(cue.left());
        boolean manner = cue.form() == VerbForm.GERUND && (isManner(before) || isManner(first));
        if (!joined && !manner) {
            return null;
        }
        int from = syntax.partStart(cue.left());
        boolean fronted = words.isConjunction(tokens.get(from)) && !words.isArticle(tokens.get(from));
        // C'est la scène où X entre et dit A
        boolean nobody = fronted || words.isThing(tokens.get(from));
        for (int i = cue.left() - 1; i >= from && cue.left() - i < SentenceSyntax.FARTHEST_BACK; i--) {
            if (syntax.isComma(i)) {
                return manner ? subjectOfVerb(i + 1, cue.left()) : null;
            }
            if (joined && nobody && words.isConjunction(tokens.get(i))) {
                return subjectOfVerb(Math.max(i + 1, words.complementisers.skip(tokens, i, cue.left())), cue.left());
            }
        }
        return null;
    }

    /** Whether a preposition leads to a gerund that tells how something was done: en disant. */
    private boolean isManner(Token token) {
        return words.isPreposition(token) && words.isClitic(token);
    }

    /** Somebody at a token with a verb behind them, known or not, before another place; null where nobody stands there. */
    Speaker subjectOfVerb(int from, int to) {
        Speaker subject = from < to ? phrases.behind(from, to) : null;
        boolean fits = subject != null
                && subject.to() < to
                && (phrases.isSomebody(subject) || phrases.isPronoun(subject) || phrases.isHead(subject.from()));
        return fits && hasVerbBehind(subject, to) ? subject : null;
    }

    private boolean hasVerbBehind(Speaker subject, int to) {
        int verb = syntax.behindClitics(subject.to(), to);
        return verb < to
                && (syntax.finiteVerb(subject.to(), to) < to
                        || words.isOpenForm(tokens.get(verb).folded(), VerbForm.FINITE));
    }

    /**
     * Whom a gerund in quotation marks is about, as the clause before it there has a subject and a verb: dit que « [les gens] partent,
     * disant A ».
     */
    private Speaker ofQuotedClause(Cue cue) {
        Quotation quotation =
                words.knowsFiniteVerbs() && cue.form() == VerbForm.GERUND ? quotations.at(cue.left()) : null;
        if (quotation == null) {
            return null;
        }
        int from = Math.max(quotation.from(), syntax.start());
        Speaker subject = from < cue.left() ? phrases.behind(from, cue.left()) : null;
        boolean first = subject != null && subject.from() <= from + 1 && subject.to() < cue.left();
        boolean whole = first && syntax.finiteVerb(subject.to(), cue.left()) < cue.left();
        return whole && (phrases.isSomebody(subject) || phrases.isHead(subject.from())) ? subject : null;
    }

    /** The subject of a main clause behind a clause that tells when something was said: Quand X a demandé A, [Y] a ri, disant B. */
    private Speaker behindFronted(Draft draft, Cue cue) {
        boolean fronted = words.knowsFiniteVerbs()
                && words.isConjunction(tokens.get(syntax.start()))
                && draft.cueFrom() < draft.from()
                && syntax.isComma(draft.to());
        int from = draft.to() + 1;
        if (!fronted) {
            return null;
        }
        return syntax.finiteVerb(from, cue.left()) < cue.left()
                ? subjectBetween(from, cue.left())
                : subjectOfVerb(from, cue.left());
    }

    /**
     * Whom what was said begins with, where they say what follows: A affirme que [des élus] refusent B et demandent C; A raconte qu'[un
     * homme] est venu avant de crier B; null where the speaker goes on.
     */
    private Speaker inside(Draft draft, Cue cue) {
        boolean clause = words.knowsFiniteVerbs()
                && draft.cueFrom() >= 0
                && draft.cueTo() <= draft.from()
                && draft.from() < cue.left()
                && quotations.at(draft.from()) == null;
        Speaker subject = clause ? phrases.behind(draft.from(), cue.left()) : null;
        if (subject == null || !phrases.isSomebody(subject) && !words.isOnePerson(tokens.get(subject.from()))) {
            return null;
        }
        if (cue.form() == VerbForm.FINITE) {
            int verb = syntax.finiteVerb(subject.to(), cue.left());
            boolean several = words.isPlural(tokens.get(cue.from())) && words.isPlural(tokens.get(verb));
            return several && !words.isPlural(tokens.get(draft.cueFrom())) ? subject : null;
        }
        // avant d'ajouter que B: who adds something has spoken before.
        boolean called = quotations.from(cue.to()) != null
                && syntax.commaFrom(draft.from(), cue.left() - draft.from()) >= cue.left();
        return called && draft.to() > cue.left() ? subject : null;
    }

    /** The last attribution, or the outermost one that it was said in: affirme [que B dit C] et annonce. */
    private static Draft outermost(List<Draft> said) {
        Draft last = said.get(said.size() - 1);
        for (int i = said.size() - 2; i >= 0; i--) {
            Draft outer = said.get(i);
            if (outer.from() <= last.cueFrom()
                    && outer.to() > last.cueFrom()
                    && outer.to() >= last.to()
                    && outer.cueFrom() >= 0
                    && outer.cueTo() <= outer.from()) {
                last = outer;
            }
        }
        return last;
    }

    /** The first noun phrase that no preposition stands before: Lors de son discours, [le ministre] a revu … */
    private Speaker subjectOfSentence(Cue cue) {
        return subjectBetween(syntax.partStart(cue.left()), syntax.end());
    }

    /** The same between two places that a sentence, or a part of one, begins and ends at. */
    Speaker subjectBetween(int from, int to) {
        int at = from;
        for (int i = 0; i < MOST_FRONTED; i++) {
            if (i == 0 && words.knowsFiniteVerbs() && at < to && words.isCoordinator(tokens.get(at))) {
                // Mais le ministre a réagi en disant
                at++;
            }
            at = words.behindAdverbs(tokens, at, to);
            Speaker speaker = at == to || isFronted(at) ? null : phrases.behind(at, to);
            // Quelques heures plus tard, le ministre …
            speaker = speaker != null && words.knowsFiniteVerbs() && phrases.isMeasure(speaker) ? null : speaker;
            int comma = speaker == null || speaker.to() < to && words.isAuxiliary(tokens.get(speaker.to()))
                    ? comma(at, to)
                    : to;
            if (speaker != null && (comma == to || !isAbsolute(speaker, comma))) {
                return speaker;
            }
            if (comma == to) {
                return speaker;
            }
            at = comma + 1;
        }
        return null;
    }

    /** Whether a phrase begins at a token that a subject stands behind: Lors de son discours; Interrogé sur ce point. */
    private boolean isFronted(int at) {
        Token token = tokens.get(at);
        return words.isPreposition(token) && !phrases.isHead(at)
                || words.isConjunction(token) && !words.isArticle(token)
                || isParticiple(at)
                || isLoweredParticiple(at)
                || isBareNoun(at);
    }

    /** Whether a noun without an article stands before a preposition, and begins no subject: Face à la crise, [le ministre] … */
    private boolean isBareNoun(int at) {
        Token token = tokens.get(at);
        return words.knowsFiniteVerbs()
                && at + 1 < tokens.size()
                && token.isWord()
                && at == syntax.start()
                && mentions.at(at) == null
                && !words.isArticle(token)
                && !phrases.isTitled(new Speaker(at, at + 1, null, false))
                && words.isPreposition(tokens.get(at + 1))
                && !words.isNounLinker(tokens.get(at + 1));
    }

    /** Whether a phrase is the subject of a participle that ends before a comma: [Le train] étant complet, le contrôleur … */
    private boolean isAbsolute(Speaker phrase, int comma) {
        Token verb = tokens.get(phrase.to());
        return words.knowsFiniteVerbs()
                && phrase.to() < comma
                && words.isAuxiliary(verb)
                && syntax.finiteVerb(phrase.to(), comma) == comma;
    }

    /** Whether a participle stands behind the word that begins a sentence, an adverb: Régulièrement accusé. */
    private boolean isLoweredParticiple(int at) {
        Token token = tokens.get(at);
        return words.knowsFiniteVerbs()
                && at + 1 < tokens.size()
                && words.isAdverbByEnding(token.folded())
                && mentions.at(at) == null
                && words.isOpenForm(tokens.get(at + 1).folded(), VerbForm.PARTICIPLE);
    }

    /** Whether a word begins a sentence that can be a participle: Interrogé. */
    private boolean isParticiple(int at) {
        Token token = tokens.get(at);
        return token.isWord()
                && mentions.at(at) == null
                && token.isCapitalised()
                && !words.isFunctionWord(token)
                && !words.isArticle(token)
                && words.isOpenForm(token.folded(), VerbForm.PARTICIPLE);
    }

    /** Index of the first comma between two places; the second where there is none. */
    private int comma(int from, int to) {
        int at = from;
        int limit = Math.min(to, from + SentenceSyntax.FARTHEST_BACK);
        while (at < limit && !tokens.get(at).text().equals(",")) {
            at++;
        }
        return at < limit ? at : to;
    }

    /** The pronoun that is hung to a verb, or to its auxiliary: a-t-il dit. */
    Speaker pronoun(Cue cue) {
        int at = cue.from();
        while (at < cue.to() - 1 && !words.isInverted(tokens.get(at))) {
            at++;
        }
        return resolve(new Speaker(at, at + 1, null, false));
    }

    /** A pronoun of one person stands for who spoke last, where nobody else is named since; in a quotation, for somebody else. */
    Speaker resolve(Speaker speaker) {
        if (speaker == null
                || speaker.entity() != null
                || !isOnePerson(speaker)
                || quotations.at(speaker.from()) != null) {
            return speaker;
        }
        List<Draft> recent = drafts.recent();
        for (int i = recent.size() - 1; i >= 0; i--) {
            Draft draft = recent.get(i);
            if (Math.max(draft.cueTo(), draft.to()) < syntax.lastSentence(syntax.start())) {
                break;
            }
            Speaker last = draft.speaker();
            if (last != null && last.person() && isAlone(last, speaker.from())) {
                return new Speaker(speaker.from(), speaker.to(), last.entity(), true);
            }
        }
        return speaker;
    }

    private boolean isOnePerson(Speaker speaker) {
        int last = speaker.to() - 1;
        return words.isOnePerson(tokens.get(speaker.from())) || words.isOnePerson(tokens.get(last));
    }

    /** Whether no other person is named from one that speaks up to a token. */
    private boolean isAlone(Speaker person, int to) {
        int from = Math.min(person.from(), to);
        if (to - from > FARTHEST_NAME) {
            return false;
        }
        for (int i = from; i < Math.max(to, person.to()); i++) {
            Mentions.Place mention = mentions.at(i);
            if (mention != null && mention.isPerson() && mention.entity().id() != person.entity()) {
                return false;
            }
        }
        return true;
    }
}
