// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Writes down what a cue announces, whose speaker is known: from where it begins up to where it ends, unless it is no speech after all. */
final class Announcements {

    /** The most words between a relative pronoun and the verb of its clause. */
    private static final int MOST_INSIDE = 6;

    /** The fewest tokens of a quotation that is more than a name for something in a longer sentence. */
    private static final int SHORTEST_BEFORE_TAIL = 3;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Mentions mentions;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;
    private final Insertions insertions;
    private final RelativeClauses relatives;

    /** Where verbs begin that announce speech, and those of them that have no subject of their own before them. */
    private final BitSet lefts = new BitSet();

    private final BitSet others = new BitSet();

    Announcements(SentenceSyntax syntax, Drafts drafts, Contents contents) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        mentions = syntax.mentions;
        phrases = syntax.phrases;
        this.drafts = drafts;
        this.contents = contents;
        insertions = syntax.insertions;
        relatives = syntax.relatives;
    }

    /** Takes the cues of the next sentence. */
    void enter(List<Cue> cues) {
        cues.forEach(cue -> lefts.set(cue.left()));
        cues.forEach(cue -> others.set(cue.left(), cue.form() != VerbForm.FINITE || cue.subject()));
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

    /** Whether a verb follows a comma, whose subject stands before the cue then: Le projet, assurent les élus, [est] mort. */
    boolean resumes(int comma) {
        return syntax.isComma(comma) && syntax.isVerbBehindClitics(comma + 1);
    }

    void add(Cue cue, Speaker speaker, int lead) {
        Quotation quotation = quotations.opening(lead);
        boolean inside = quotation != null && quotations.from(lead) == null;
        boolean clause = lead > syntax.start() && words.complementisers.skip(tokens, lead - 1, lead) == lead;
        if (quotation != null
                && (syntax.isWhole(quotation)
                        || isJoined(quotation)
                        || contents.isDoneBehind(quotation)
                        || !clause && hasTail(quotation))
                && !isListed(quotation)
                && !(inside && speaker == null)
                && !contents.isQuotedToo(quotation.to() + 1, syntax.end())) {
            if (!isToldAgain(quotation)) {
                add(speaker, cue, quotation.from(), quotation.to(), true);
            }
            return;
        }
        int from = syntax.isComma(lead) ? lead + 1 : lead;
        boolean question =
                words.questionWords.skip(tokens, lead, syntax.end()) > lead && !syntax.isInfinitiveBehind(lead);
        boolean one = cue.form() == VerbForm.FINITE && !words.isPlural(tokens.get(cue.left()));
        // On me dit : tu es vieux, tu dois partir.
        boolean spoken = words.knowsFiniteVerbs()
                && lead > syntax.start()
                && tokens.get(lead - 1).text().equals(":");
        int to = contents.announcedEnd(from, clause || question || spoken, !isWish(cue), one);
        if (words.knowsFiniteVerbs() && isInside(cue)) {
            to = contents.participleEnd(from, to, clause || question ? 1 : 0);
        }
        if (quotation != null && !clause && isCalledBefore(cue, quotation)) {
            to = Math.min(to, quotation.to() + 1);
        }
        if (syntax.isFronted(cue)) {
            to = Math.min(to, insertions.frontedEnd(from, SentenceSyntax.FARTHEST_BACK));
        }
        if (relatives.isBehindRelative(cue.left()) && syntax.isComma(relatives.governor(cue.left() - 1) - 1)) {
            to = insertionEnd(from, to);
        } else if (isBehindDash(cue)) {
            to = closingDash(from, to);
        }
        boolean inserted = words.knowsFiniteVerbs()
                && (cue.form() == VerbForm.GERUND && syntax.isComma(cue.left() - 1) && syntax.isBeforeVerbs(cue.left())
                        || question && relatives.isInInsertedRelative(cue.left()));
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

    /** Whether the verb of the clause around it stands behind what somebody calls something: Ce qu'il appelle « A » [est] B. */
    private boolean isCalledBefore(Cue cue, Quotation quotation) {
        int verb = syntax.behindClitics(quotation.to() + 1, syntax.end());
        return words.knowsFiniteVerbs()
                && quotation.closed()
                && verb < syntax.end()
                && words.isFinite(tokens.get(verb))
                && isInClause(cue.left());
    }

    /** Whether a clause stands open at a token, behind a conjunction or a relative pronoun not far before it. */
    private boolean isInClause(int at) {
        for (int i = at - 1;
                i >= syntax.start() && at - i < MOST_INSIDE && tokens.get(i).isWord();
                i--) {
            if (syntax.opensClause(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a negation means only, as the verb can have no such content without one behind que: ne dispose [que] de deux bateaux. */
    private boolean isOnly(Cue cue, int from, int to) {
        return words.knowsFiniteVerbs()
                && cue.negated()
                && !cue.verb().takes(Frame.NOUN)
                && from < syntax.end()
                && !(cue.verb().takes(Frame.INFINITIVE)
                        && syntax.isInfinitiveBehind(words.isInfinitiveMarker(tokens.get(from)) ? from + 1 : from))
                && IntStream.range(cue.left(), from)
                                .filter(i -> words.isNegation(tokens.get(i)))
                                .count()
                        == 1
                && syntax.finiteVerb(from, to) == to;
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
        return names(speaker, words::isGroup) || names(speaker, words::isHuman) || isDocument(speaker);
    }

    private boolean names(Speaker speaker, Predicate<Token> kind) {
        return IntStream.range(speaker.from(), speaker.to()).anyMatch(i -> kind.test(tokens.get(i)));
    }

    /** Whether what a relative clause is about is all that was told before: ce qui [montre que]. */
    private boolean isAllTold(Speaker speaker) {
        return speaker != null
                && speaker.to() == speaker.from() + 1
                && words.isDemonstrative(tokens.get(speaker.from()))
                && words.isOnlyRelative(tokens.get(speaker.to()));
    }

    /**
     * Whether a sentence begins with a noun and its clause, which a token stands in, so that another verb follows: [Le fait que X ait
     * dit] A étonne.
     */
    private boolean isInFact(int at) {
        int from = syntax.partStart(at);
        if (!words.isOwnArticle(tokens.get(from))) {
            return false;
        }
        int clause = Math.max(syntax.start(), words.complementisers.skip(tokens, from, syntax.end()));
        if (clause == from && from + 2 <= at) {
            clause = words.complementisers.skip(tokens, from + 2, syntax.end());
        }
        return clause > from + 2
                && clause <= at + 1
                && at - clause < SentenceSyntax.FARTHEST_BACK
                && syntax.finiteVerb(clause, at + 1) > at
                && IntStream.range(clause, at + 1).allMatch(i -> tokens.get(i).isWord());
    }

    /** Whether a verb stands in a phrase that is the subject of another one: des gens [disant] A, ceux qui [disent] A. */
    private boolean isInside(Cue cue) {
        int before = cue.left() - 1;
        if (before < syntax.start() || !tokens.get(before).isWord()) {
            return false;
        }
        if (words.knowsFiniteVerbs() && isInFact(before)) {
            return true;
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
     * Whether a noun phrase is not what somebody said: n'a pas annoncé A; un chapeau évoquant une plume. What stands with a definite
     * article is left open then: n'a pas précisé l'âge de la victime.
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
                && !(words.knowsFiniteVerbs() && (names(speaker, words::isHuman) || !told && isDocument(speaker)));
        boolean purpose = words.isPurpose(tokens, syntax.start(), cue.left());
        boolean open = cue.verb().act() == SpeechAct.SAID && words.isDefinite(tokens.get(from));
        // pour confirmer ces résultats
        boolean confirmed = cue.verb().act() == SpeechAct.CONFIRMED && words.knowsFiniteVerbs();
        return thing || told && cue.negated() && !open || (told || confirmed) && purpose;
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

    /**
     * Whether a quotation has a cue of its own behind it, with a pronoun for who was told of before: Elle est claire : « A », [a-t-elle
     * dit].
     */
    private boolean isToldAgain(Quotation quotation) {
        int next = quotation.to() + 2;
        return words.knowsFiniteVerbs()
                && quotation.closed()
                && next < syntax.end()
                && syntax.isComma(next - 1)
                && words.isInverted(tokens.get(next));
    }

    /** Whether what stands behind a quotation tells where or when it was said: promet de « A » [lors d'une fête]. */
    private boolean hasTail(Quotation quotation) {
        int next = quotation.to() + 1;
        return quotation.closed()
                && words.knowsFiniteVerbs()
                && (quotation.to() - quotation.from() >= SHORTEST_BEFORE_TAIL
                        || words.isNextDeed(tokens, next, syntax.end()))
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

    /** Whether a verb stands in a relative clause that a dash begins: X — qui a [dit] A. */
    private boolean isBehindDash(Cue cue) {
        return words.knowsFiniteVerbs()
                && cue.left() - 2 > syntax.start()
                && relatives.isBehindRelative(cue.left())
                && syntax.isDash(cue.left() - 2);
    }

    /** The dash that ends a relative clause that one begins: X — qui a dit A[ —] part; the second place where none does. */
    private int closingDash(int from, int to) {
        for (int i = from + 1; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            if (syntax.isDash(i) && quotations.at(i) == quotations.at(from - 1)) {
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

    void add(Speaker speaker, Cue cue, int from, int behind, boolean quotation) {
        int to = syntax.trimmed(from, quotation ? behind : syntax.quotationEnd(from, behind));
        Quotation around = quotations.at(cue.left());
        boolean outside = around != null && from >= around.to() && !syntax.isQuotedVerb(cue);
        if (to > from
                && !outside
                && !isLearnt(cue, speaker, from, quotation)
                && !isDeclined(cue, from)
                && isSpeakerOf(cue.verb(), speaker)) {
            drafts.add(new Draft(
                    speaker == null || phrases.isNobody(speaker) || isHeard(cue, speaker) ? null : speaker,
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

    /** Whether others have said it before a court, and not that: le tribunal a appris que. */
    private boolean isHeard(Cue cue, Speaker speaker) {
        return cue.verb().takes(Frame.HEARSAY) && names(speaker, words::isHearing);
    }

    /** Whether the first word of a phrase for what can tell something is that of a court, and not of its papers. */
    private boolean isCourt(Speaker speaker) {
        return IntStream.range(speaker.from(), speaker.to())
                .mapToObj(tokens::get)
                .filter(words::isDocument)
                .findFirst()
                .filter(words::isHearing)
                .isPresent();
    }

    private boolean isDocument(Speaker speaker) {
        return names(speaker, words::isDocument);
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
            return speaker != null && isDocument(speaker) && !isCourt(speaker);
        }
        if (verb.takes(Frame.VERDICT) && speaker != null && names(speaker, words::isCourt)) {
            return false;
        }
        return speaker == null
                || (speaker.to() - speaker.from() > 1
                        ? !(isOfPeople(verb.act()) && isAbstract(speaker)) && !phrases.isMeasure(speaker)
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

    /** Whether a quotation goes on behind a cue in it, and not only what tells where it was said: « A, a-t-il dit [à Paris]. » */
    private boolean goesOn(int behind, Quotation inside) {
        int limit = Math.min(inside.to() - 1, behind + SentenceSyntax.FARTHEST_BACK);
        for (int i = behind; i < limit; i++) {
            if (tokens.get(i).kind() == Token.Kind.PUNCTUATION) {
                return true;
            }
        }
        return !words.knowsFiniteVerbs() || limit < inside.to() - 1 || !inside.closed();
    }

    /** A cue with its speaker behind what was said, or in the middle of it. */
    void parenthesis(Cue cue, int from, int behind, Speaker speaker) {
        int last = from - 1;
        Quotation quotation = syntax.quotationBefore(last + 1);
        Quotation inside = quotations.at(last);
        if (quotation != null && (syntax.isDirect(quotation) || isOfSource(quotation) || isBehindCue(quotation))) {
            add(speaker, cue, firstOf(quotation), syntax.goesOn(behind, quotation), true);
        } else if (quotation == null && inside != null && quotations.at(behind) == inside) {
            // « A. B, je crois »: who speaks in a quotation thinks no more than the sentence.
            boolean own = words.knowsFiniteVerbs() && speaker != null && speaker.to() <= cue.left();
            int first = own ? Math.max(inside.from(), syntax.start()) : inside.from();
            add(speaker, cue, first, goesOn(behind, inside) ? inside.to() : last, true);
        } else {
            int comma = insertions.behindApposition(syntax.behindSetting(behind));
            boolean verbless = isVerbless(last);
            boolean goesOn = syntax.isComma(comma)
                    && !contents.isContrasted(last, comma)
                    && !contents.isAside(comma)
                    && !(comma + 1 < syntax.end()
                            && words.isCoordinator(tokens.get(comma + 1))
                            && !contents.isReportedToo(last, comma))
                    && (!isCueSoon(comma + 1) || verbless)
                    && !(words.knowsFiniteVerbs()
                            && !syntax.isComplementiser(comma + 1)
                            && !endsWithVerb(last)
                            && !(verbless && isPredicateBehind(cue, behind, comma))
                            && syntax.finiteVerb(comma + 1, syntax.end()) == syntax.end())
                    && !insertions.endsWithApposition(comma);
            boolean interrupts = goesOn && (!words.knowsFiniteVerbs() || resumes(comma));
            int first = contents.speechStart(last, goesOn, interrupts);
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

    /** Whether a verb ends what stands before a cue, with its negation, so that its object is behind: Ce n'[est pas], dit-il, un jeu. */
    private boolean endsWithVerb(int last) {
        int verb = last - 1;
        if (verb > syntax.start() && words.isNegation(tokens.get(verb)) && words.knowsFiniteVerbs()) {
            verb--;
        }
        return verb >= syntax.start() && words.isFinite(tokens.get(verb));
    }

    /** Whether what stands before a cue has no verb yet, which is then behind it: La ville, a dit X, [dénonce] A. */
    private boolean isVerbless(int last) {
        int from = contents.speechStart(last, false);
        int cue = lefts.nextSetBit(from);
        return words.knowsFiniteVerbs() && (cue < 0 || cue >= last) && syntax.finiteVerb(from, last) == last;
    }

    /**
     * Whether what stands behind a cue can only be the verb of what stands before it, known or not, as nothing can be told of a pronoun,
     * and a negation begins no apposition: La ville, a-t-il dit, [manque] de lits; La ville, a dit X, [ne] ment pas.
     */
    private boolean isPredicateBehind(Cue cue, int behind, int comma) {
        boolean pronoun = cue.subject() && comma == behind;
        return comma + 1 < syntax.end() && (pronoun || words.isNegation(tokens.get(comma + 1)));
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
