// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** Finds where what is said begins before its cue, and ends. */
final class Contents {

    /** The most pronouns and negations between a conjunction and its verb. */
    private static final int MOST_CLITICS = 4;

    /** The most words before a unit of time: un peu plus de cinquante [ans]. */
    private static final int LONGEST_TIME = 6;

    /** The most words between a conjunction and the verb behind it. */
    private static final int LONGEST_SUBJECT = 12;

    /** The most words of a topic before a colon. */
    private static final int LONGEST_TOPIC = 5;

    private final SentenceSyntax syntax;
    private final Insertions insertions;
    private final Leads leads;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Drafts drafts;

    /** Where verbs begin in the sentence that announce speech, and have a subject of their own. */
    private final BitSet finiteCues = new BitSet();

    /** Where participles begin in the sentence that tell what somebody is charged with, or how something is judged. */
    private final BitSet charges = new BitSet();

    /** Clauses before the main one, in which what is said ends with them. */
    private final FrontedClauses fronted;

    /** Where what is said in the sentence ends, whoever says it. */
    private final NavigableSet<Integer> cuts = new TreeSet<>();

    Contents(SentenceSyntax syntax, Drafts drafts) {
        this.syntax = syntax;
        insertions = syntax.insertions;
        leads = syntax.leads;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        fronted = new FrontedClauses(syntax, finiteCues);
        this.drafts = drafts;
    }

    /** The comma before the first clause with a subject and a verb of its own; the second place where there is none. */
    int mainClause(int from, int to) {
        return fronted.mainClause(from, to);
    }

    /**
     * Where what is said before a cue begins: with the sentence, or behind the last attribution in it, or where the clause does that
     * the cue interrupts: qui, dit-on, …
     *
     * @param last index of the last token before the cue
     * @param goesOn whether what is said goes on behind the cue
     */
    int speechStart(int last, boolean goesOn) {
        return speechStart(last, goesOn, goesOn);
    }

    /** @param interrupts whether it goes on with the verb whose subject stands before the cue */
    int speechStart(int last, boolean goesOn, boolean interrupts) {
        if (goesOn && last - 1 > syntax.start() && syntax.isComma(last) && joinsClause(last - 1)) {
            return last + 1;
        }
        int from = syntax.start();
        for (Draft draft : drafts.recentOfSentence()) {
            if (isReportedBy(draft, last)) {
                return draft.from();
            }
            boolean goesOnBehind =
                    draft.to() < tokens.size() && tokens.get(draft.to()).isWord();
            boolean apart = draft.speaker() == null || goesOnBehind || last - draft.to() > 1;
            if (draft.to() < last
                    && draft.cueFrom() < last
                    && apart
                    && !isSubordinate(draft)
                    && (goesOn || !isInner(draft))) {
                from = Math.max(from, draft.to());
            }
        }
        if (goesOn) {
            for (Draft draft : drafts.recentOfSentence()) {
                if (draft.from() <= last
                        && draft.to() > last + 1
                        && draft.cueFrom() >= 0
                        && draft.cueTo() <= draft.from()) {
                    // précise que A, selon lui, B
                    from = Math.max(from, draft.from());
                }
            }
        }
        while (from < last && tokens.get(from).kind() == Token.Kind.PUNCTUATION && quotations.from(from) == null) {
            from++;
        }
        from = behindColon(from, last);
        if (interrupts) {
            from = interruptedStart(from, last);
        }
        // Et, selon lui, A
        boolean joined = goesOn && from + 1 == last && words.isCoordinator(tokens.get(from)) && syntax.isComma(last);
        return joined ? last + 1 : from;
    }

    /**
     * Where the clause begins whose subject stands before the comma before a cue: A, car [le texte], selon X, …; the first place where
     * none does.
     */
    private int interruptedStart(int from, int last) {
        int limit = words.knowsFiniteVerbs() && syntax.isComma(last) ? Math.max(from, last - LONGEST_SUBJECT) : last;
        for (int i = last - 1; i > limit; i--) {
            boolean complete = i < last - 1 && syntax.finiteVerb(i, i + 1) == i;
            if (!tokens.get(i).isWord() || complete) {
                return from;
            }
            if (syntax.opensClause(i) || words.isConjunction(tokens.get(i))) {
                return i + 1;
            }
        }
        return from;
    }

    /** Where the part begins that stands behind a colon and has a verb of its own: met en garde contre A : [B, souligne-t-il]. */
    private int behindColon(int from, int last) {
        int part = words.knowsFiniteVerbs() && quotations.at(last) == null ? syntax.partStart(last) : from;
        boolean own = part > from + 1
                && quotations.from(part - 1) == null
                && (syntax.finiteVerb(part, last) < last || isTopic(from, part - 1));
        return own ? part : from;
    }

    /** Whether a few words without an article or a verb stand before a colon, which tell what all of it is about: [Brexit] : A, selon X. */
    private boolean isTopic(int from, int colon) {
        return from == syntax.start()
                && colon - from <= LONGEST_TOPIC
                && !words.isArticle(tokens.get(from))
                && syntax.finiteVerb(from, colon) == colon
                && !syntax.phrases.isCue(from);
    }

    /** Whether a clause begins behind a word that the clause of a cue stands behind: qui, [dit-on], …; et, [selon X], … */
    private boolean joinsClause(int at) {
        Token token = tokens.get(at);
        return syntax.opensClause(at)
                || words.isGovernedRelative(token)
                || words.knowsFiniteVerbs()
                        && (words.isConjunction(token) || words.isCoordinator(token))
                        && syntax.finiteVerb(syntax.start(), at) < at;
    }

    /** Whether a clause ends at a comma that can be a sentence of its own, so that another one follows: dit que A[,] il ajoute que B. */
    private boolean isNextSentence(int comma) {
        if (!words.knowsFiniteVerbs() || !syntax.isComma(comma)) {
            return false;
        }
        for (int i = comma - 1; i > syntax.start() && comma - i < SentenceSyntax.FARTHEST_BACK; i--) {
            int behind = words.complementisers.skip(tokens, i, comma);
            if (behind > i) {
                // que s'il vient, il …
                return behind < comma
                        && !words.isConjunction(tokens.get(behind))
                        && !words.isReflexive(tokens.get(behind))
                        && !syntax.isComplementiser(behind);
            }
        }
        return true;
    }

    /** Whether a quotation with its cue is all that another one tells that stands behind both: « A », dit X, selon Y. */
    private boolean isReportedBy(Draft draft, int last) {
        if (!draft.quotation() || draft.cueFrom() < draft.to() || draft.cueTo() > last + 1) {
            return false;
        }
        for (int i = draft.cueTo(); i < last; i++) {
            if (i - draft.cueTo() > SentenceSyntax.FARTHEST_LEAD || syntax.isComma(i) || syntax.opensClause(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether what stands behind the comma behind a cue and its speaker is of the statement, as what was said before is a clause: A, a
     * dit X, alors que B.
     *
     * @param last index of the last token before the cue
     */
    boolean isContrasted(int last, int comma) {
        int next = comma + 1;
        if (!words.knowsFiniteVerbs() || next + 1 >= syntax.end() || isReportedToo(last, comma)) {
            return false;
        }
        boolean clause = words.isCoordinator(tokens.get(next))
                && !syntax.isComplementiser(next + 1)
                && isClause(next, syntax.end());
        return (clause || words.isTrailingAdjunct(tokens, next, syntax.end()))
                && syntax.finiteVerb(syntax.start(), last) < last
                && !words.isFinite(tokens.get(last - 1));
    }

    /**
     * Whether what stands behind the comma behind a cue and its speaker is about all of what was said, or what who speaks leaves unsaid: A,
     * a dit X, [ce que B dément]; A, selon X, [une décision qui surprend]; A, a dit X, [sans donner de date].
     */
    boolean isAside(int comma) {
        int next = comma + 1;
        if (!words.knowsFiniteVerbs() || next + 1 >= syntax.end() || !syntax.isComma(comma)) {
            return false;
        }
        int noun = words.behindComment(tokens, next, syntax.end());
        return words.isNextDeed(tokens, next, syntax.end())
                || words.isReply(tokens, next, syntax.end())
                || noun > next && noun < syntax.end() && syntax.opensClause(noun);
    }

    /**
     * Whether a clause behind a cue and a conjunction has the tense of what was said in the past, as what stands before the cue has: A
     * serait impossible, a dit X, [et donc B fermerait].
     *
     * @param last index of the last token before the cue
     */
    boolean isReportedToo(int last, int comma) {
        int next = comma + 1;
        if (!words.knowsFiniteVerbs() || next + 1 >= syntax.end() || !words.isCoordinator(tokens.get(next))) {
            return false;
        }
        int before = syntax.finiteVerb(syntax.start(), last);
        int limit = Math.min(syntax.end(), next + LONGEST_SUBJECT);
        int verb = syntax.finiteVerb(next + 1, limit);
        return before < last
                && words.isBackshifted(tokens.get(before))
                && verb < limit
                && words.isBackshifted(tokens.get(verb))
                && IntStream.range(next, verb).noneMatch(i -> syntax.opensClause(i) || finiteCues.get(i));
    }

    /** Whether it is told by who is named at the end of the sentence, as its own cue stands before it: X dit A et espère B, a indiqué Y. */
    private boolean isInner(Draft draft) {
        return words.knowsFiniteVerbs() && draft.cueFrom() > syntax.start() && draft.cueTo() <= draft.from();
    }

    /** Whether it is a part of what is said: pour dénoncer …, or what somebody is charged with: accusé de … */
    private boolean isSubordinate(Draft draft) {
        return draft.speaker() == null && draft.act() == SpeechAct.ACCUSED
                || words.cuePreposition(tokens, syntax.start(), draft.cueFrom()) >= 0;
    }

    /**
     * Goes on to another sentence, where what is said ends before another verb of the same speaker, and at semicolons before a
     * verb.
     */
    void enter(List<Cue> cues) {
        cuts.clear();
        cues.stream()
                .filter(cue -> cue.form() == VerbForm.FINITE && !cue.passive())
                .forEach(cue -> finiteCues.set(cue.left()));
        cues.stream().filter(cue -> cue.form() == VerbForm.PARTICIPLE).forEach(cue -> charges.set(cue.left()));
        boolean sourced = words.knowsFiniteVerbs() && insertions.beginsWithSource();
        for (Cue cue : cues) {
            int left = cue.left();
            if (left <= syntax.start()) {
                continue;
            }
            Token before = tokens.get(left - 1);
            int after = words.behindAdverbs(tokens, cue.to(), syntax.end());
            boolean comma = before.text().equals(",");
            if (left - 2 > syntax.start()
                    && (words.isCoordinator(tokens.get(left - 2))
                            || syntax.isComplementiser(after) && isNextSentence(left - 2))
                    && words.pronouns.skip(tokens, left - 1, left) == left
                    && leads.of(cue, after) >= 0) {
                // …, mais il a dit que
                cuts.add(left - 2);
                continue;
            }
            int preposition = words.cuePreposition(tokens, syntax.start(), left);
            if (cue.form() == VerbForm.GERUND && syntax.isComma(preposition - 1) && leads.of(cue, after) >= 0) {
                // …, avant de dire que
                cuts.add(preposition - 1);
                continue;
            }
            boolean joined = words.knowsFiniteVerbs() && words.isCoordinator(before);
            boolean gerund = cue.form() == VerbForm.GERUND;
            int adjunct = left < cue.from() && words.isPreposition(tokens.get(cue.from() - 1)) ? left : -1;
            if (gerund && !comma && words.knowsFiniteVerbs() && adjunct > syntax.start() && leads.of(cue, after) >= 0) {
                // A déclare que B en accusant C de D, tout en ajoutant que E
                cuts.add(adjunct);
                continue;
            }
            boolean goesOn = gerund && (comma || joined || syntax.isBeforeQuotation(after))
                    || words.isCoordinator(before)
                            && cue.form() != VerbForm.GERUND
                            && !cue.subject()
                            && !sourced
                            && !(cue.passive() && cue.form() == VerbForm.PARTICIPLE);
            boolean parenthesis = cue.subject() && quotations.to(left - 2) != null || syntax.isParenthesis(cue, after);
            if (goesOn ? leads.of(cue, after) >= 0 : comma && parenthesis) {
                cuts.add(left - 1);
            }
        }
        for (int i = syntax.start() + 1; i < syntax.end(); i++) {
            if (insertions.isTrailingSource(i)) {
                // …, selon X
                cuts.add(i);
            }
            if (syntax.isBeforeQuotation(i) && syntax.isSaid(i + 1)) {
                cuts.add(i);
            }
        }
        int last = cues.isEmpty() ? syntax.start() : cues.get(cues.size() - 1).left();
        for (int i = syntax.start(); i < last; i++) {
            if (tokens.get(i).text().equals(";") && quotations.at(i) == null) {
                cuts.add(i);
            }
        }
    }

    /**
     * Where what a verb announces ends: before a semicolon, before another verb of the same subject, and where it has no verb of its
     * own, before the verb of the clause around it: X, dont on dit du bien, [est parti].
     *
     * @param clause whether it is a clause
     * @param dated whether the day behind it can be that on which it was said, and not that of what will be
     * @param one whether one says it, so that a verb of several is not theirs
     */
    int announcedEnd(int from, boolean clause, boolean dated, boolean one) {
        int to = clauseEnd(from);
        if (!words.knowsFiniteVerbs()) {
            return to;
        }
        to = closingBracket(from, to);
        Quotation around = syntax.around(from);
        boolean related = false;
        boolean listed = false;
        // Behind an article stands a noun, whatever it ends in: la fermeture.
        boolean infinitive = from < to
                && syntax.isInfinitiveBehind(from)
                && (!words.isArticle(tokens.get(from)) || words.isAuxiliary(tokens.get(from + 1)));
        // avoir menti, bien que A: what was done is told as in a clause.
        boolean perfect = infinitive && words.isAuxiliary(tokens.get(from));
        boolean noun = from < to && !clause && !infinitive && !words.isFinite(tokens.get(from));
        boolean done = false;
        boolean backshifted = false;
        boolean wished = clause && isWished(from, to);
        for (int i = from + 1; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            if (quotations.at(i) != around) {
                backshifted =
                        clause && syntax.isFiniteBehind(i, from) ? words.isBackshifted(tokens.get(i)) : backshifted;
                continue;
            }
            Token token = tokens.get(i);
            related |= syntax.opensClause(i);
            done |= words.isInfinitiveMarker(token) && syntax.isInfinitiveBehind(i + 1);
            listed |= words.isListing(token) && isFiniteSoon(i + 1, to);
            // précise que X a reconnu A [et que] B: the clause is what was said by who is told before.
            boolean outer = !clause && !infinitive && words.isCoordinator(token) && syntax.isComplementiser(i + 1);
            boolean joined = !related && (outer || joinsVerb(i, to, clause, backshifted, one));
            boolean behindComma = syntax.isComma(i) && endsAtComma(i, to, clause || perfect);
            // s'est dit inquiet [lors de sa visite]
            boolean word = !clause && !infinitive && i == from + 1 && !words.isArticle(tokens.get(from));
            boolean trailing = !related
                    && !listed
                    && (!clause && words.isCloseAdjunct(tokens, i, to, infinitive)
                            || noun && (isManner(i, to) && (!done || syntax.isComma(i)) || isCharged(i))
                            || noun && !done && words.isNextDeed(tokens, i, to)
                            || !clause && isContrast(i, to)
                            || word && words.isTrailingAdjunct(tokens, i, to)
                            || isSetting(i, to, clause || infinitive, dated));
            // dénonce un « scandale » [après l'attaque]
            boolean quotedBefore = noun && dated && quotations.to(i - 1) != null;
            trailing |= quotedBefore && words.isTrailingAdjunct(tokens, i, to);
            boolean sentence = !clause
                    && !related
                    && syntax.isComma(i)
                    && (isSentence(i + 1, to) || !words.isFinite(tokens.get(from)) && isOthersClause(i + 1, to));
            boolean told = (clause || words.isReply(tokens, i, to)) && isTold(i, to, backshifted, clause)
                    || wished && isIndicative(i, to);
            if (clause && syntax.isFiniteBehind(i, from)) {
                backshifted = words.isBackshifted(token);
            } else if (syntax.opensClause(i) || words.isConjunction(token)) {
                backshifted = false;
            }
            if (told
                    || sentence
                    || isAnswered(i, to)
                    || trailing
                    || !clause && !infinitive && isComment(i, to)
                    || token.text().equals(";")
                    || joined
                    || behindComma) {
                return insertions.withoutTrailing(from, i);
            }
        }
        return to;
    }

    /** Whether somebody says something else behind a colon: On dit que A[ : je réponds] que B. */
    private boolean isAnswered(int colon, int end) {
        int subject = colon + 1;
        int cue = tokens.get(colon).text().equals(":") && subject < end ? finiteCues.nextSetBit(subject + 1) : -1;
        return cue >= 0
                && cue < Math.min(end, subject + MOST_CLITICS)
                && (words.pronouns.skip(tokens, subject, end) > subject || words.isOwnArticle(tokens.get(subject)));
    }

    /** The bracket that closes one before the first of two places; the second place where none does. */
    private int closingBracket(int from, int to) {
        int open = 0;
        for (int i = from; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            String text = tokens.get(i).text();
            open += text.equals("(") ? 1 : 0;
            if (text.equals(")") && --open < 0) {
                return i;
            }
        }
        return to;
    }

    /** Where what a source says ends: with the clause, or where what others say to it begins: selon X, A[, mais Y affirme B]. */
    int sourcedEnd(int from) {
        int to = clauseEnd(from);
        Quotation first = quotations.from(from);
        if (first != null
                && first.to() < to
                && syntax.finiteVerb(first.from(), first.to()) < first.to()
                && isDoneBehind(first)) {
            return first.to() + 1;
        }
        Quotation around = syntax.around(from);
        for (int i = from + 1; words.knowsFiniteVerbs() && i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            boolean ends =
                    isTold(i, to, false, false) || syntax.isComma(i) && isCommented(i + 1, to) || isBehindQuoted(i, to);
            if (ends && quotations.at(i) == around) {
                return insertions.withoutTrailing(from, i);
            }
        }
        return to;
    }

    /** Whether a conjunction, or a comma behind what has no verb, goes on with another verb of who speaks, or of somebody else. */
    private boolean joinsVerb(int at, int end, boolean clause, boolean backshifted, boolean one) {
        if (!words.isCoordinator(tokens.get(at))) {
            return !clause && syntax.isComma(at) && isPredicate(at + 1);
        }
        boolean others = one && clause && isOfSeveral(at + 1);
        return isJoinedVerb(at + 1, clause) && !others && !(backshifted && isBackshifted(at + 1))
                || !clause
                        && (finiteCues.get(at + 1)
                                || isJoinedParticiple(at + 1, end)
                                || isClause(at, end)
                                || isOthersCue(at + 1, end));
    }

    /** Whether somebody else says something behind a conjunction: critique A et [les élus jugent] B. */
    private boolean isOthersCue(int from, int end) {
        int cue = from < end && words.isArticle(tokens.get(from)) ? finiteCues.nextSetBit(from + 2) : -1;
        return cue >= 0
                && cue < Math.min(end, from + LONGEST_SUBJECT)
                && syntax.finiteVerb(from, cue) == cue
                && IntStream.range(from, cue)
                        .noneMatch(i ->
                                syntax.opensClause(i) || !tokens.get(i).isWord() || words.isCoordinator(tokens.get(i)));
    }

    /** Whether a participle with an object stands at a token, whose auxiliary is that of the verb before: a dit A et [convoqué B]. */
    private boolean isJoinedParticiple(int at, int end) {
        if (at + 1 >= end
                || !words.isOpenForm(tokens.get(at).folded(), VerbForm.PARTICIPLE)
                || words.isAdverb(tokens, at, end)) {
            // mais [aussi] la ville
            return false;
        }
        return words.isOwnArticle(tokens.get(at + 1));
    }

    /** Whether what stands behind a comma is of the statement, and not what was said. */
    private boolean endsAtComma(int comma, int end, boolean clause) {
        boolean next = clause
                ? words.isNextDeed(tokens, comma + 1, end) || isBehindQuoted(comma, end)
                : isClause(comma + 1, end) && !isQuotedToo(comma, end) || isTrailing(comma + 1);
        boolean reply = !clause && words.isReply(tokens, comma + 1, end);
        boolean told = !clause && syntax.isAboutAll(comma + 1);
        return next || reply || told || isCommented(comma + 1, end);
    }

    /**
     * Whether a gerund begins at a token, with a preposition or behind a comma, that tells what who speaks does: a annoncé A [en levant] la
     * main; a promis A[, faisant] rire la salle.
     */
    boolean isManner(int at, int end) {
        boolean comma = syntax.isComma(at);
        int first = comma ? words.behindAdverbs(tokens, at + 1, end) : at;
        boolean led = first < end && words.isPreposition(tokens.get(first)) && words.isClitic(tokens.get(first));
        int verb = syntax.behindClitics(led ? first + 1 : first, Math.min(end, first + MOST_CLITICS + 1));
        return (comma || led)
                && verb < end
                && isDeed(verb, end)
                && !words.isArticle(tokens.get(verb - 1))
                && !(verb + 1 < end && !led && leads.isCharge(verb + 1))
                && !isCompoundBehind(verb);
    }

    /** Whether a gerund at a token tells what somebody does, and is no part of the noun before it: une loi visant à A. */
    private boolean isDeed(int at, int end) {
        Token token = tokens.get(at);
        return words.isOpenForm(token.folded(), VerbForm.GERUND)
                && !token.isCapitalised()
                && !words.isPreposition(token)
                && !words.isAttribute(tokens, at, end);
    }

    /**
     * Whether a comma and mais begin a clause, as another subject than what was said stands behind: espère gagner[, mais la pluie]
     * menace.
     */
    private boolean isContrast(int comma, int end) {
        return syntax.isComma(comma)
                && comma + 2 < end
                && words.isContrast(tokens.get(comma + 1))
                && words.isOwnArticle(tokens.get(comma + 2));
    }

    /** Whether what somebody is charged with follows a comma: réclame le départ du maire[, accusé] de A. */
    private boolean isCharged(int comma) {
        return syntax.isComma(comma) && charges.get(comma + 1);
    }

    /** Whether a conjunction begins with a word: en [tant que]. */
    private boolean isCompoundBehind(int at) {
        return at + 1 < syntax.end() && syntax.isComplementiser(at + 1);
    }

    /**
     * Whether a comma ends what is quoted, and what is behind it tells when it was said, or is opposed to it: que A est « B », [alors que
     * C].
     */
    private boolean isBehindQuoted(int comma, int end) {
        return syntax.isComma(comma)
                && quotations.to(comma - 1) != null
                && (words.isTrailingAdjunct(tokens, comma + 1, end)
                        || words.clauseConjunctions.skip(tokens, comma + 1, end) > comma + 1)
                && !quotations.beginIn(comma + 1, end);
    }

    /** Whether what who speaks does begins right behind a quotation: « A » [faisant] B; « A » [en faisant] B. */
    boolean isDoneBehind(Quotation quotation) {
        int next = quotation.to() + 1;
        if (!words.knowsFiniteVerbs() || !quotation.closed() || next >= syntax.end()) {
            return false;
        }
        return isDeed(next, syntax.end()) || isManner(next, syntax.end());
    }

    private boolean isFiniteSoon(int from, int to) {
        int limit = Math.min(to, from + LONGEST_SUBJECT);
        return syntax.finiteVerb(from, limit) < limit;
    }

    /** Whether a pronoun and its verb stand at a token, which begin another sentence behind a comma: salue X, [il parle] de Y. */
    private boolean isSentence(int at, int end) {
        return words.knowsFiniteVerbs()
                && at + 1 < end
                && words.isSubject(tokens.get(at))
                && syntax.finiteVerb(at, at + MOST_CLITICS) < Math.min(end, at + MOST_CLITICS);
    }

    /** Whether a phrase with an article and its verb stand at a token, before any mark: annonce A, [la police le dément]. */
    private boolean isOthersClause(int at, int end) {
        boolean phrase = at + 1 < end
                && (words.isOwnArticle(tokens.get(at))
                        || words.isArticle(tokens.get(at), tokens.get(at + 1))
                        || syntax.mentions.at(at) != null);
        if (!phrase) {
            return false;
        }
        int stop = Math.min(end, Math.min(syntax.clauseStop(at), at + LONGEST_SUBJECT));
        int cue = finiteCues.nextSetBit(at + 1);
        int verb = Math.min(syntax.finiteVerb(at + 1, stop), cue < 0 ? stop : cue);
        return verb < stop
                && IntStream.range(at, verb)
                        .noneMatch(i -> syntax.opensClause(i) || words.isCoordinator(tokens.get(i)));
    }

    /** Whether a clause behind a comma has a quotation in it that nobody else announces, so that it was said, too: « A », même si « B ». */
    boolean isQuotedToo(int comma, int end) {
        return words.knowsFiniteVerbs()
                && syntax.isComma(comma)
                && words.clauseConjunctions.skip(tokens, comma + 1, end) > comma + 1
                && quotations.beginIn(comma + 1, end)
                && end - comma < SentenceSyntax.FARTHEST_BACK
                && IntStream.range(comma + 1, end).noneMatch(syntax.phrases::isCue);
    }

    /**
     * Whether all that stands behind a token tells when, where or to whom it was said: a annoncé la fermeture [lundi sur Twitter].
     *
     * @param verb whether what was said has a verb, which the rest can belong to
     */
    private boolean isSetting(int at, int end, boolean verb, boolean dated) {
        boolean day = dated && !verb && !governs(tokens.get(at - 1)) && words.isDay(tokens, at, end);
        int place = day ? words.behindAdverbs(tokens, at, end) : at;
        if (place == end) {
            return true;
        }
        return words.isSetting(tokens, place, end, verb && !syntax.isComma(at - 1))
                && (place > at || !isParticiple(at - 1))
                && end - place < SentenceSyntax.FARTHEST_BACK
                && syntax.finiteVerb(place, end) == end
                && !quotations.beginIn(place, end)
                && IntStream.range(place, end).noneMatch(syntax::opensClause);
    }

    /** Whether what stands behind a word belongs to it: l'attaque [de] lundi. */
    private boolean governs(Token token) {
        return words.isPreposition(token) || words.isNounLinker(token) || words.isCoordinator(token);
    }

    /** Whether a participle stands at a token, and no noun that ends as it does: un texte [publié] dans un journal. */
    boolean isParticiple(int at) {
        return at > syntax.start()
                && !words.isAdverb(tokens, at, syntax.end())
                && words.isOpenForm(tokens.get(at).folded(), VerbForm.PARTICIPLE)
                && !words.isFinite(tokens.get(at))
                && !words.isPreposition(tokens.get(at))
                && !words.governs(tokens.get(at - 1));
    }

    /** Whether a phrase behind a comma is about what was said: a promis la gratuité, [une mesure jugée inutile]. */
    private boolean isCommented(int at, int end) {
        int behind = words.behindComment(tokens, at, end);
        if (behind == at || behind + 1 >= end || syntax.opensClause(behind)) {
            return false;
        }
        // une information [impossible à vérifier]
        boolean judged = words.isInfinitiveMarker(tokens.get(behind + 1)) && syntax.isInfinitiveBehind(behind + 2);
        return judged || isParticiple(words.behindAdverbs(tokens, behind, end));
    }

    /** Whether a dash stands at a token, and what is behind it up to the end is about what stands before: - une première. */
    private boolean isComment(int dash, int end) {
        if (!syntax.isDash(dash) || dash + 1 >= end || !words.isArticle(tokens.get(dash + 1))) {
            return false;
        }
        for (int i = dash + 1; i < Math.min(end, dash + SentenceSyntax.FARTHEST_BACK); i++) {
            if (syntax.isDash(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the next verb has the tense of what was said in the past, too: a dit qu'elle venait et [avait] faim. */
    private boolean isBackshifted(int from) {
        int verb = syntax.finiteVerb(from, from + MOST_CLITICS);
        return verb < from + MOST_CLITICS && words.isBackshifted(tokens.get(verb));
    }

    /** Whether the first verb of a clause is that of what somebody wants: souhaite que la route [soit] rouverte. */
    private boolean isWished(int from, int to) {
        int limit = Math.min(to, from + LONGEST_SUBJECT);
        int verb = syntax.finiteVerb(from, limit);
        return verb < limit
                && words.isSubjunctive(tokens.get(verb))
                && IntStream.range(from, verb)
                        .noneMatch(i -> syntax.opensClause(i) || words.isConjunction(tokens.get(i)));
    }

    /** Whether a clause behind a comma tells what is, and not what somebody wants: souhaite que A soit B, [mais C est D]. */
    private boolean isIndicative(int conjunction, int end) {
        int from = syntax.isComma(conjunction - 1) ? behindTelling(conjunction, end) : conjunction;
        int limit = Math.min(end, from + LONGEST_SUBJECT);
        int verb = from > conjunction ? syntax.finiteVerb(from, limit) : limit;
        return verb > from
                && verb < limit
                && !words.isSubjunctive(tokens.get(verb))
                && !words.isOpenForm(tokens.get(verb).folded(), VerbForm.FINITE)
                && IntStream.range(from, verb)
                        .noneMatch(i -> syntax.opensClause(i) || tokens.get(i).kind() == Token.Kind.PUNCTUATION);
    }

    /**
     * Whether a clause behind a conjunction is one of the statement, as its tense is not that of what was said before, or as it has what
     * others say: a dit qu'il [venait], mais la police l'[a] arrêté; a dit qu'il viendrait, ce que la police [dément].
     */
    private boolean isTold(int conjunction, int end, boolean backshifted, boolean clause) {
        int from = behindTelling(conjunction, end);
        int subject = from == conjunction ? end : words.behindAdverbs(tokens, from, end);
        if (subject >= end) {
            return false;
        }
        boolean comma = syntax.isComma(conjunction - 1);
        boolean joined = clause && comma && words.isCoordinator(tokens.get(conjunction));
        if (joined && !backshifted && isPronounClause(subject, end)) {
            return true;
        }
        boolean replies = words.isReply(tokens, conjunction, end);
        boolean pronoun = words.pronouns.skip(tokens, subject, end) > subject;
        if (!replies
                && !pronoun
                && !words.isArticle(tokens.get(subject))
                && syntax.mentions.at(subject) == null
                && !syntax.isCounted(from, end)) {
            return false;
        }
        boolean reply = comma && (!pronoun || replies);
        for (int i = replies ? subject : subject + 1; i < Math.min(end, subject + LONGEST_SUBJECT); i++) {
            Token token = tokens.get(i);
            boolean mark = token.kind() == Token.Kind.PUNCTUATION && !syntax.phrases.isPercent(i);
            if (mark || syntax.opensClause(i) || words.isCoordinator(token)) {
                return false;
            }
            boolean cue = finiteCues.get(i);
            if (cue || syntax.isFiniteBehind(i, from)) {
                boolean told =
                        cue && reply || !replies && (backshifted ? comma || cue || words.isAuxiliary(token) : joined);
                return told && !words.isBackshifted(token) && !words.isUnreal(token);
            }
        }
        return false;
    }

    /** Whether a pronoun that is the subject stands at a token, and its verb behind it: je pense que A, mais [nous verrons]. */
    private boolean isPronounClause(int subject, int end) {
        if (!words.isSubject(tokens.get(subject)) && !words.isSubjectByVerb(tokens.get(subject))) {
            return false;
        }
        int verb = syntax.behindClitics(subject + 1, Math.min(end, subject + MOST_CLITICS + 1));
        return verb < end
                && tokens.get(verb).isWord()
                && !syntax.isFunctionWord(verb)
                && !words.isBackshifted(tokens.get(verb));
    }

    /** Index behind a conjunction that can go on to what the statement tells: mais, alors que; the conjunction where it can't. */
    private int behindTelling(int conjunction, int end) {
        if (words.isCoordinator(tokens.get(conjunction))) {
            return conjunction + 1;
        }
        if (!syntax.isComma(conjunction - 1)) {
            return conjunction;
        }
        return words.isTrailingAdjunct(tokens, conjunction, end)
                ? words.clauseConjunctions.skip(tokens, conjunction, end)
                : words.behindReply(tokens, conjunction, end);
    }

    /** Whether what stands behind a comma tells when something was said: après la guerre, près de dix ans après la guerre. */
    private boolean isTrailing(int at) {
        if (words.isTrailingAdjunct(tokens, at, syntax.end())) {
            return true;
        }
        int unit = at;
        while (unit < syntax.end()
                && unit - at < LONGEST_TIME
                && tokens.get(unit).kind() != Token.Kind.PUNCTUATION
                && !words.isTimeUnit(tokens.get(unit))) {
            unit++;
        }
        return unit + 1 < syntax.end()
                && words.isTimeUnit(tokens.get(unit))
                && words.isTrailingAdjunct(tokens, unit + 1, syntax.end());
    }

    /**
     * Where what a participle announces ends before the verb of the clause around it: des gens disant avoir vu A, qui B, [sont venus].
     *
     * @param verbs how many verbs are its own: of a clause, one
     */
    int participleEnd(int from, int to, int verbs) {
        int open = verbs;
        for (int i = from + 1; i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK); i++) {
            boolean relative = words.knowsFiniteVerbs() && words.isOnlyRelative(tokens.get(i));
            if (!relative && syntax.opensClause(i)
                    || tokens.get(i).kind() == Token.Kind.PUNCTUATION
                    || words.isConjunction(tokens.get(i))) {
                return to;
            }
            if (verbs > 0
                    && open == 0
                    && words.isReflexive(tokens.get(i))
                    && words.pronouns.skip(tokens, i - 1, i) < i) {
                // des gens qui disent que A est B [se] trompent
                return i;
            }
            if (relative) {
                open++;
            } else if (words.isPreposition(tokens.get(i - 1)) && syntax.isClitic(i)) {
                // dans leur [lit]
                i++;
            } else if (finiteCues.get(i) && !words.isPreposition(tokens.get(i))
                    || isPredicate(i) && !words.isPreposition(tokens.get(i - 1))) {
                // not: rester [en poste]
                if (open == 0) {
                    return i;
                }
                open--;
                int verb = syntax.finiteVerb(i, i + MOST_CLITICS);
                i = verb < i + MOST_CLITICS ? verb : i;
            }
        }
        return to;
    }

    /** Whether a verb stands at a token that has its subject somewhere before. */
    boolean isPredicate(int at) {
        return isJoinedVerb(at, false);
    }

    /** Whether the next verb is that of several: dit que les draps étaient sales et [ont] été lavés. */
    private boolean isOfSeveral(int from) {
        int verb = syntax.finiteVerb(from, from + MOST_CLITICS);
        return verb < from + MOST_CLITICS && words.isPlural(tokens.get(verb));
    }

    /** Whether a verb without a subject stands at a token behind a conjunction, which goes on with the first one: et a dit. */
    private boolean isJoinedVerb(int at, boolean auxiliary) {
        int verb = at;
        while (verb < syntax.end() && verb - at < MOST_CLITICS && syntax.isClitic(verb)) {
            boolean subject = words.pronouns.skip(tokens, verb, verb + 1) > verb;
            if (subject || words.isNegation(tokens.get(verb)) && verb > at) {
                // A et lui sont
                return false;
            }
            verb++;
        }
        verb = words.behindAdverbs(tokens, verb, syntax.end());
        boolean unknown = !auxiliary && verb == at && words.isCoordinator(tokens.get(at - 1)) && isUnknownVerb(verb);
        return verb < syntax.end()
                && (words.isFinite(tokens.get(verb)) || unknown)
                && !words.isSubjunctive(tokens.get(verb))
                && (!auxiliary || words.isAuxiliary(tokens.get(verb)) && !words.isReportingForm(tokens.get(verb)));
    }

    /** Whether a word that can be a verb has an object with an article right behind it: accusé de fraude et [risque] la prison. */
    private boolean isUnknownVerb(int at) {
        return words.knowsFiniteVerbs()
                && at + 1 < syntax.end()
                && tokens.get(at).isWord()
                && !tokens.get(at).isCapitalised()
                && !syntax.isFunctionWord(at)
                && words.isOwnArticle(tokens.get(at + 1))
                && words.isOpenForm(tokens.get(at).folded(), VerbForm.FINITE)
                && !words.isOpenForm(tokens.get(at).folded(), VerbForm.PARTICIPLE);
    }

    /**
     * Whether a phrase and a verb begin a clause behind a conjunction without a comma: A et [le maire l'a] dit, A et [les élus disent] B.
     */
    private boolean isVerbOf(int subject, int verb) {
        boolean phrase = words.isOwnArticle(tokens.get(subject)) || syntax.mentions.at(subject) != null;
        Token token = tokens.get(verb);
        boolean finite = words.isAuxiliary(token) || words.isListedFinite(token.folded()) || syntax.isClitic(verb - 1);
        return phrase && verb > subject && (finiteCues.get(verb) || finite);
    }

    /** Whether a clause of the one who speaks begins at a token, with a conjunction: bien que A soit B. */
    private boolean isClause(int at, int end) {
        if (at >= end || words.clauseConjunctions.skip(tokens, at, end) == at && !words.isCoordinator(tokens.get(at))) {
            return false;
        }
        if (!words.isCoordinator(tokens.get(at))) {
            return syntax.finiteVerb(at, end) < end;
        }
        int subject = words.behindAdverbs(tokens, at + 1, end);
        if (subject < end && words.pronouns.skip(tokens, subject, end) > subject) {
            return true;
        }
        int cue = finiteCues.nextSetBit(subject);
        boolean near = cue >= 0 && cue < subject + SentenceSyntax.FARTHEST_BACK;
        int verb = Math.min(syntax.finiteVerb(subject, end), near ? cue : end);
        if (verb < end && !syntax.isComma(at - 1) && !isVerbOf(subject, verb)) {
            return false;
        }
        for (int i = subject; i < verb && verb < end; i++) {
            if (words.isOnlyRelative(tokens.get(i)) && syntax.isComma(at - 1) && subject == at + 1) {
                return isBeforeOuterVerb(i, end);
            }
            boolean mark = tokens.get(i).kind() == Token.Kind.PUNCTUATION && !syntax.phrases.isPercent(i);
            if (mark || syntax.opensClause(i)) {
                return false;
            }
        }
        return verb < end;
    }

    /** Whether a relative clause and another verb behind it stand at a token, before any mark: mais le choc [qui l'attend est] rude. */
    private boolean isBeforeOuterVerb(int relative, int end) {
        int stop = Math.min(syntax.clauseStop(relative), end);
        int inner = syntax.finiteVerb(relative + 1, stop);
        return inner < stop && syntax.finiteVerb(inner + 1, stop) < stop;
    }

    int clauseEnd(int from) {
        Quotation around = quotations.at(from);
        int limit = syntax.end();
        if (around != null && around.from() <= from && around.to() > from && quotations.from(from) == null) {
            limit = Math.min(limit, around.to());
        }
        limit = fronted.end(from, limit);
        Integer cut = cuts.higher(from);
        if (cut != null && cut < limit) {
            limit = cut;
        }
        return insertions.withoutTrailing(from, limit);
    }
}
