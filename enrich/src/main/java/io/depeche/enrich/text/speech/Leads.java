// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.stream.IntStream;

/**
 * What leads from a cue to what was said, and where that begins: a conjunction, a colon, a preposition, or nothing at all. What is looked
 * for is told by the frames of the verb ({@link Frame}).
 */
final class Leads {

    /** The most phrases that tell when, where or to whom it was said, one behind the other, before what was said. */
    private static final int MOST_SETTINGS = 3;

    /** The most words in quotation marks that are no more than a name for something. */
    private static final int LONGEST_NAME = 2;

    /** The most tokens from a comma to the next one between which somebody only says it: pense[, a-t-il dit,] que. */
    private static final int LONGEST_INSERTED_CUE = 4;

    /** The most words in quotation marks that are the name of a work. */
    private static final int LONGEST_TITLE = 4;

    /** The most words, and what follows, by which something is judged. */
    private static final int MOST_JUDGED = 6;

    /** The most words from where a clause begins to its verb, where that has a pronoun for a subject. */
    private static final int NEAR_VERB = 3;

    private final SentenceSyntax syntax;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Mentions mentions;
    private final NounPhrases phrases;

    Leads(SentenceSyntax syntax) {
        this.syntax = syntax;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        mentions = syntax.mentions;
        phrases = syntax.phrases;
    }

    /** Where the content begins behind a cue; -1 where none does. */
    int of(Cue cue, int after) {
        return lead(cue, after, MOST_SETTINGS);
    }

    /** @param settings how many phrases that tell when, where or to whom it was said may still stand before it */
    private int lead(Cue cue, int after, int settings) {
        if (after >= syntax.end()
                || syntax.isComma(after) && syntax.isComplementiser(after + 1) && words.knowsFiniteVerbs()) {
            // dit que A avance[, que] B recule
            return -1;
        }
        int behind = leadBehindInserted(cue, after, settings);
        int lead = behind < 0 ? leadAtOnce(cue, after, settings) : behind;
        return lead < 0 ? new Scan(cue, after).lead() : lead;
    }

    /** Where the content begins behind what stands in commas, or tells when, where and to whom it was said; -1 where none does. */
    private int leadBehindInserted(Cue cue, int after, int settings) {
        if (settings > 0 && syntax.isComma(after) && !words.hasBrackets()) {
            int inserted = behindInsertion(after);
            int lead = inserted < 0 ? -1 : lead(cue, inserted, settings - 1);
            if (lead >= 0 && IntStream.range(inserted, lead).noneMatch(phrases::isCue)) {
                return lead;
            }
        }
        int told = leadBehindSettings(cue, after);
        if (told >= 0) {
            return told;
        }
        int addressed = settings > 0 && words.knowsFiniteVerbs() ? leadBehindAddress(cue, after, settings - 1) : -1;
        if (addressed >= 0) {
            return addressed;
        }
        return cue.verb().takes(Frame.CLAUSE) && syntax.isComma(after) && words.knowsFiniteVerbs()
                ? behindInserted(after)
                : -1;
    }

    /** Where the content begins that the frame of a verb finds right behind it, or behind one phrase; -1 where none does. */
    private int leadAtOnce(Cue cue, int after, int settings) {
        CueVerb verb = cue.verb();
        if (verb.takes(Frame.OBJECT)
                && verb.takes(Frame.PERSON)
                && words.isNounLinker(tokens.get(after))
                && !words.isClitic(tokens.get(after))
                && !(words.hasInfinitiveEndings() && syntax.isInfinitiveBehind(after + 1))) {
            // attire l'attention [de X] sur
            int behind = syntax.behindPhrase(after + 1);
            if (behind + 1 < syntax.end() && behind > after + 1 && words.isPreposition(tokens.get(behind))) {
                return behind + 1;
            }
        }
        if (verb.takes(Frame.CHARGE) && isCharge(after)) {
            return after + 1;
        }
        if (verb.takes(Frame.OBJECT)
                && quotations.from(after) != null
                && after + 1 < syntax.end()
                && (words.isPreposition(tokens.get(after + 1)) || words.isNounLinker(tokens.get(after + 1)))) {
            // fait part « de A »
            return after;
        }
        if (settings > 0 && verb.takes(Frame.OBJECT) && words.isSettingPreposition(tokens.get(after))) {
            int lead = leadBehindSetting(cue, after, settings - 1);
            if (lead >= 0) {
                return lead;
            }
        }
        if (verb.takes(Frame.NOUN) && isQuantity(after) && words.knowsFiniteVerbs()) {
            boolean less = IntStream.range(cue.left(), cue.to()).anyMatch(i -> words.isNegation(tokens.get(i)));
            if (less || words.isNegation(tokens.get(after - 1))) {
                return less ? after : after - 1;
            }
        }
        return -1;
    }

    /** Looks for what leads to the content, token by token, up to where it can't stand any more. */
    private final class Scan {

        private final Cue cue;
        private final CueVerb verb;
        private final int after;

        /** Where content without a word that leads to it begins; -1 where none does. */
        private final int bare;

        /** Where the object behind whom it is asked of begins, which ends the search. */
        private final int asked;

        /** Whether what is said is an infinitive right behind the verb: affirme [en avoir fini avec « A »]. */
        private final boolean infinitiveFirst;

        /** Index behind whom it was said to. */
        private final int behindTold;

        /** Where an infinitive and an object begin that are the content where nothing else is found; -1 where none was met. */
        private int infinitive = -1;

        private int object = -1;

        Scan(Cue cue, int after) {
            this.cue = cue;
            this.after = after;
            verb = cue.verb();
            int own = isParticipleOfAdverb(cue, after)
                    ? objectBehind(after)
                    : bareLead(verb, isNameOfAdverb(cue, after) ? after + 1 : after);
            boolean infinitiveBehind =
                    words.isInfinitiveMarker(tokens.get(after)) && syntax.isInfinitiveBehind(after + 1);
            boolean addressed = own < 0
                    && verb.takes(Frame.NOUN)
                    && words.isPreposition(tokens.get(after))
                    && !(words.hasInfinitiveEndings() && infinitiveBehind);
            // demande [au gouvernement] des mesures
            bare = addressed ? objectBehind(after) : own;
            asked = addressed && bare >= 0 && !isComplementiserSoon(bare) ? bare : syntax.end();
            infinitiveFirst = bare == after && verb.takes(Frame.INFINITIVE) && syntax.isInfinitiveBehind(after);
            behindTold = words.isPreposition(tokens.get(after))
                    ? syntax.behindBrackets(syntax.behindPhrase(after + 1))
                    : after;
        }

        int lead() {
            int limit = Math.min(asked, after + (skips() ? SentenceSyntax.FARTHEST_LEAD : 1));
            for (int i = after; i < limit; i++) {
                if (tokens.get(i).text().equals(":") && isBehindMainClause(after, i)) {
                    break;
                }
                int lead = leadAt(i);
                if (lead >= 0) {
                    return lead;
                }
                if (stopsAt(i)) {
                    break;
                }
            }
            return atLast();
        }

        /** Whether words may stand between the verb and what leads to its content. */
        private boolean skips() {
            boolean clause = !words.knowsFiniteVerbs()
                    && !verb.takes(Frame.NOUN)
                    && !verb.takes(Frame.BARE)
                    && words.isArticle(tokens.get(after));
            // annonce de la grève: a noun, as no auxiliary stands before it.
            boolean linked = after <= cue.behind()
                    && (cue.to() - cue.from() == 1 || !verb.takes(Frame.CLAUSE))
                    && words.isNounLinker(tokens.get(after))
                    && !words.isArticle(tokens.get(after))
                    && after + 1 < syntax.end()
                    && words.isArticle(tokens.get(after + 1))
                    && words.knowsFiniteVerbs();
            return isSkippable(after) && !linked && !(verb.takes(Frame.NOUN) && beginsWithArticle(after))
                    || isRestOfAdverb(cue, after)
                    || clause
                    || verb.takes(Frame.PERSON);
        }

        private int leadAt(int at) {
            int lead = clauseAt(at);
            lead = lead < 0 ? quotationAt(at) : lead;
            lead = lead < 0 ? infinitiveAt(at) : lead;
            return lead < 0 ? objectAt(at) : lead;
        }

        /** Where a clause or a question begins at a token; -1 where none does. */
        private int clauseAt(int at) {
            Token token = tokens.get(at);
            int behind = verb.takes(Frame.CLAUSE) ? words.complementisers.skip(tokens, at, syntax.end()) : at;
            if (behind > at
                    && (at == after || isFarClause(verb, at, behind) && !isObjectOfAuxiliary(after, at))
                    && !isOfApposition(after, at)) {
                return behind;
            }
            boolean comma = token.text().equals(",");
            if (comma && verb.takes(Frame.REPORTED) && isReported(at + 1)) {
                return at + 1;
            }
            if (comma && verb.takes(Frame.INFINITIVE_LAST) && isInfinitiveLast(at + 1)) {
                return at + 1;
            }
            boolean question = verb.takes(Frame.QUESTION)
                    && isAskedAt(at)
                    && words.questionWords.skip(tokens, at, syntax.end()) > at;
            return question ? at : -1;
        }

        /** Whether what is asked or explained can begin at a token: right behind the verb, or behind whom it is told. */
        private boolean isAskedAt(int at) {
            if (at == after) {
                return true;
            }
            Token token = tokens.get(at);
            // a annoncé en mars A[, ce qui] a surpris
            boolean comment = syntax.isComma(at - 1) && syntax.isAboutAll(at);
            return !words.isOnlyRelative(token)
                    && !comment
                    && (isDirect(at)
                            || at == behindTold
                            || words.isPreposition(tokens.get(after))
                                    && !words.isPreposition(tokens.get(at - 1))
                                    && !words.isRelative(token)
                                    && syntax.finiteVerb(after, at) == at);
        }

        private boolean isDirect(int at) {
            return at == after
                    || verb.takes(Frame.PERSON)
                    || at == after + 1 && tokens.get(after).text().equals(",");
        }

        /** Where what a colon or a quotation mark leads to begins at a token; -1 where nothing does. */
        private int quotationAt(int at) {
            if (verb.takes(Frame.QUOTE)
                    && tokens.get(at).text().equals(":")
                    && (at + 1 < syntax.end() || syntax.isBeforeQuotation(at))
                    && tokens.get(at - 1).kind() != Token.Kind.NUMBER
                    && (at == after
                            || verb.takes(Frame.CLAUSE)
                            || !words.dropsSubjects()
                            || quotations.from(at + 1) != null)) {
                // déclare à X [être] là : « A »
                return infinitive >= 0 && words.knowsFiniteVerbs() ? infinitive : at + 1;
            }
            boolean said = quotations.opening(at) != null
                    && !(at > after && (infinitiveFirst || infinitive >= 0) && !syntax.isBeforeQuotation(at - 1))
                    && (verb.takes(Frame.QUOTE) || verb.takes(Frame.BARE))
                    && syntax.isSaid(at)
                    && !isAdjunct(verb, at)
                    && !isTitle(at)
                    && !isAskedOf(verb, at, after);
            return said ? at : -1;
        }

        /** Where an infinitive with its marker begins at a token; one without is remembered. */
        private int infinitiveAt(int at) {
            if (!verb.takes(Frame.INFINITIVE)) {
                return -1;
            }
            Token token = tokens.get(at);
            if (words.areInfinitivesBare() && words.isInfinitive(token)) {
                return at;
            }
            if (infinitive < 0
                    && words.isInfinitiveMarker(token)
                    && at + 1 < syntax.end()
                    && !isName(quotations.from(at + 1))
                    && !isOfPurpose(after, at)
                    && syntax.isInfinitiveBehind(at + 1)) {
                return at + 1;
            }
            if (infinitive < 0
                    && at > after
                    && (isBareInfinitive(verb, at)
                            || isAuxiliaryInfinitive(verb, at)
                            || at > after + 1 && at == behindTold && isToldInfinitive(verb, at))) {
                infinitive = withNegation(after, at);
            }
            return -1;
        }

        /** Where an object begins that a preposition leads to at a token; one farther off is remembered. */
        private int objectAt(int at) {
            boolean fits = verb.takes(Frame.OBJECT)
                    && isDirect(at)
                    && !isInNamed(cue, at)
                    && at + 1 < syntax.end()
                    && isObject(verb, at, after)
                    && !isOfPurpose(after, at);
            if (!fits) {
                return -1;
            }
            int fact = words.complementisers.skip(tokens, at + 1, syntax.end());
            if (verb.takes(Frame.CLAUSE) && fact > at + 1) {
                // insiste sur le fait que
                return fact;
            }
            if (at == after && verb.takes(Frame.CLAUSE) && isTold(behindTold, after)) {
                // s'est plaint à la police [que]
                return Leads.this.lead(cue, behindTold, 0);
            }
            if (at == after || !words.isNounLinker(tokens.get(at))) {
                return at == after ? at + 1 : behindPerson(at);
            }
            boolean other = object < 0 || !words.isArticle(tokens.get(at + 1));
            object = other && !(verb.act() == SpeechAct.PRAISED && isOfWhom(at + 1)) ? at + 1 : object;
            return -1;
        }

        /** Whether nothing that leads to the content can stand behind a token. */
        private boolean stopsAt(int at) {
            Token token = tokens.get(at);
            boolean far = at > after;
            boolean apart = !verb.takes(Frame.CLAUSE) || syntax.commaFrom(after, at - after) < at || isOfMeans(at);
            boolean clause = !verb.takes(Frame.CLAUSE) && words.complementisers.skip(tokens, at, syntax.end()) > at;
            if (far && words.knowsFiniteVerbs() && (phrases.isCue(at) && apart || clause)) {
                return true;
            }
            boolean asks = verb.takes(Frame.PERSON) && verb.takes(Frame.INFINITIVE);
            return ";!?".contains(token.text())
                    || isNextClause(at)
                    || token.text().equals(".") && (at == syntax.end() - 1 || quotations.at(at) != null)
                    || far && words.isRelative(token) && !asks;
        }

        /** What the content is where no word leads to it. */
        private int atLast() {
            if (bare >= 0) {
                return isNegatedAdjective(cue, bare) ? bare - 1 : bare;
            }
            if (verb.takes(Frame.QUOTED) && verb.takes(Frame.CLAUSE) && isJudged(after)) {
                return after;
            }
            if (infinitive < 0
                    && verb.takes(Frame.ADJECTIVE)
                    && after > cue.behind()
                    && words.isNegation(tokens.get(cue.behind()))
                    && !isNegatedBefore(cue)) {
                // se dit plus à l'aise
                return cue.behind();
            }
            return object >= 0 ? object : infinitive;
        }
    }

    /** Where the negation and the pronouns before an infinitive begin: déclare à X [ne pas le] connaître. */
    private int withNegation(int after, int infinitive) {
        int from = infinitive;
        while (words.knowsFiniteVerbs()
                && from - 1 > after
                && (words.isNegation(tokens.get(from - 1))
                        || words.isReflexive(tokens.get(from - 1))
                        || words.isClitic(tokens.get(from - 1)) && !words.isPreposition(tokens.get(from - 1)))) {
            from--;
        }
        return from;
    }

    /** Whether a quotation tells how or why something was done with a verb that says nothing else: a commencé « pour rien ». */
    private boolean isAdjunct(CueVerb verb, int mark) {
        int first = mark + 1;
        return words.knowsFiniteVerbs()
                && quotations.from(mark) != null
                && first < syntax.end()
                && !tokens.get(first).isCapitalised()
                && !verb.takes(Frame.CLAUSE)
                && !verb.takes(Frame.NOUN)
                && !verb.takes(Frame.OBJECT)
                && !verb.takes(Frame.ADJECTIVE)
                && (words.isPreposition(tokens.get(first)) || words.isAdverb(tokens, first, syntax.end()));
    }

    /** Whether a clause or an infinitive stands right behind whom something was said to. */
    private boolean isTold(int behind, int preposition) {
        return words.knowsFiniteVerbs()
                && behind > preposition + 1
                && behind + 1 < syntax.end()
                && (syntax.isComplementiser(behind)
                        || words.isInfinitiveMarker(tokens.get(behind)) && syntax.isInfinitiveBehind(behind + 1));
    }

    /** Whether what stands behind a preposition can be of whom somebody thanks, and not for what: remercie les habitants de [la ville]. */
    private boolean isOfWhom(int at) {
        Token first = tokens.get(at);
        boolean deed = syntax.isInfinitiveBehind(at)
                && (!words.isArticle(first) || at + 1 < syntax.end() && words.isAuxiliary(tokens.get(at + 1)));
        boolean definite = words.isDefinite(first) && !words.isDemonstrative(first);
        return words.knowsFiniteVerbs() && !deed && (!words.isOwnArticle(first) || definite);
    }

    /** Whether a marker before an infinitive tells what, or before what, something was done: appelle souvent afin [de] parler. */
    private boolean isOfPurpose(int after, int marker) {
        int from = words.knowsFiniteVerbs() && marker > after ? words.cuePreposition(tokens, after, marker + 1) : -1;
        return from >= 0 && from < marker;
    }

    /** Whether a comma parts the clause of a cue from the next one: Je prévoyais plus[,] mais c'est ainsi que. */
    private boolean isNextClause(int comma) {
        int next = comma + 2;
        int limit = Math.min(syntax.end(), next + NEAR_VERB);
        return words.knowsFiniteVerbs()
                && syntax.isComma(comma)
                && next < limit
                && words.isCoordinator(tokens.get(comma + 1))
                && syntax.finiteVerb(next, limit) < limit;
    }

    private boolean beginsWithArticle(int at) {
        return words.isArticle(tokens.get(at))
                || at + 1 < syntax.end() && words.isArticle(tokens.get(at), tokens.get(at + 1));
    }

    /** Where a quotation begins behind a colon, to which no other clause leads: a félicité X : [« A »]; -1 where none does. */
    int leadBehindColon(int after) {
        for (int i = after; i < Math.min(syntax.end(), after + SentenceSyntax.FARTHEST_LEAD); i++) {
            if (syntax.isBeforeQuotation(i)) {
                return isBehindMainClause(after, i) ? -1 : i + 1;
            }
            boolean other =
                    mentions.at(i) == null && syntax.isFinite(i, after) || phrases.isCue(i) || quotations.at(i) != null;
            if (other || syntax.opensClause(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a clause is that of an infinitive before it which says something, too: écrit à X pour informer Y [que]. */
    private boolean isObjectOfAuxiliary(int after, int conjunction) {
        return words.knowsFiniteVerbs()
                && IntStream.range(after, conjunction)
                        .anyMatch(i -> phrases.isCue(i) && words.isInfinitive(tokens.get(i)));
    }

    /**
     * Whether a conjunction behind more words begins what is said, and no other clause: dit à X [que]; se dit plus grand que, crié et
     * que.
     */
    private boolean isFarClause(CueVerb verb, int at, int behind) {
        return !verb.takes(Frame.ADJECTIVE)
                && !words.isCompoundConjunction(tokens, at - 1, behind)
                && words.clauseConjunctions.skip(tokens, at - 1, behind) != behind
                && !(words.knowsFiniteVerbs() && words.isCoordinator(tokens.get(at - 1)));
    }

    /** Where a clause or a quotation begins behind nothing but when, where and to whom it was said; -1 where none does. */
    private int leadBehindSettings(Cue cue, int after) {
        CueVerb verb = cue.verb();
        boolean clause = verb.takes(Frame.CLAUSE);
        if (!words.knowsFiniteVerbs()
                || !clause && !verb.takes(Frame.QUOTE)
                || verb.takes(Frame.ADJECTIVE)
                || words.isNounLinker(tokens.get(after))
                || verb.takes(Frame.OBJECT) && after == cue.behind() && !tellsWhom(tokens.get(after))) {
            return -1;
        }
        int behind = syntax.behindSettings(after, after > cue.behind());
        if (behind == after || behind >= syntax.end()) {
            return -1;
        }
        if (clause && syntax.isComplementiser(behind)) {
            return words.complementisers.skip(tokens, behind, syntax.end());
        }
        return verb.takes(Frame.QUOTE) && syntax.isBeforeQuotation(behind) ? behind + 1 : -1;
    }

    /**
     * Where what is said begins right behind an organisation that was told it, or a place: a appelé [à la BBC] à l'unité; -1 where it
     * does not.
     */
    private int leadBehindAddress(Cue cue, int after, int settings) {
        int from = after > cue.behind() ? syntax.behindDescription(after) : after;
        Token preposition = from + 1 < syntax.end() ? tokens.get(from) : null;
        if (preposition == null || !leadsToWhom(preposition)) {
            return -1;
        }
        int name = words.isOwnArticle(tokens.get(from + 1)) ? from + 2 : from + 1;
        Mentions.Place mention = name < syntax.end() ? mentions.at(name) : null;
        if (mention == null || mention.isPerson()) {
            return -1;
        }
        int next = words.behindAdverbs(tokens, mention.to(), syntax.end());
        int lead = next < syntax.end() ? lead(cue, next, settings) : -1;
        return cue.verb().takes(Frame.PERSON) || lead - next <= NEAR_VERB ? lead : -1;
    }

    /** Whether a preposition is one behind which it is told where or to whom something was said, and that leads to an object seldom. */
    private boolean tellsWhom(Token preposition) {
        return words.isSettingPreposition(preposition) || leadsToWhom(preposition);
    }

    /** Whether a preposition is one of whom something is told: à, aux. */
    private boolean leadsToWhom(Token preposition) {
        return words.isContracted(preposition)
                || words.isInfinitiveMarker(preposition) && !words.isNounLinker(preposition);
    }

    /** Whether a preposition and que begin a clause that tells when it was said: s'est plaint [dès que] le film est sorti. */
    private boolean isCompound(int preposition) {
        return words.knowsFiniteVerbs() && syntax.isComplementiser(preposition + 1);
    }

    /**
     * Where the object begins behind where it was said: plaide [devant la presse] pour la paix, fait état [dans un rapport] d'une hausse.
     */
    private int leadBehindSetting(Cue cue, int preposition, int settings) {
        if (isCompound(preposition)) {
            return -1;
        }
        int behind = syntax.behindDescription(syntax.behindPhrase(syntax.governedBy(preposition)));
        int next = syntax.isComma(behind) ? behind + 1 : behind;
        boolean leads = next < syntax.end()
                && (words.isPreposition(tokens.get(next))
                        || cue.verb().takes(Frame.CLAUSE) && next == behind && syntax.isComplementiser(next));
        int lead = leads ? lead(cue, next, settings) : -1;
        for (int i = preposition + 2; lead < 0 && i + 1 < behind; i++) {
            Token article = tokens.get(i + 1);
            if (isCharge(i) && words.isArticle(article) && !words.isClitic(article)) {
                lead = i + 1;
            }
        }
        return lead;
    }

    /** Whether a clause or an infinitive stands behind what is said of it: juge [peu utile] de partir, trouve [bon] que. */
    private boolean isJudged(int after) {
        if (!words.knowsFiniteVerbs()) {
            return false;
        }
        for (int i = after; i < Math.min(syntax.end() - 1, after + MOST_JUDGED); i++) {
            Token token = tokens.get(i);
            boolean leads =
                    syntax.isComplementiser(i) || words.isInfinitiveMarker(token) && syntax.isInfinitiveBehind(i + 1);
            if (leads) {
                return i > after;
            }
            boolean fits = token.isWord()
                    && mentions.at(i) == null
                    && !words.isArticle(token)
                    && !words.isPreposition(token)
                    && !words.isConjunction(token)
                    && !words.isInfinitive(token)
                    && !words.isFinite(token);
            if (!fits) {
                return false;
            }
        }
        return false;
    }

    /** Where what somebody is asked begins, behind a preposition that can still be a part of who that is: appelle X [au Y] à venir. */
    private int behindPerson(int preposition) {
        int behind = syntax.behindPhrase(preposition + 1);
        boolean asked = words.knowsFiniteVerbs()
                && words.isContracted(tokens.get(preposition))
                && behind + 1 < syntax.end()
                && words.isInfinitiveMarker(tokens.get(behind))
                && !words.isNounLinker(tokens.get(behind));
        return asked ? behind + 1 : preposition + 1;
    }

    /** Whether a preposition can lead to what is said: appelle [à] la paix, menace X [de] sanctions. */
    private boolean isObject(CueVerb verb, int at, int after) {
        Token token = tokens.get(at);
        if (!words.isPreposition(token) || words.isSettingPreposition(token)) {
            return false;
        }
        if (!verb.takes(Frame.PERSON)) {
            return true;
        }
        boolean marked = words.isContracted(token) || words.isInfinitiveMarker(token) && !isOfTool(at, after);
        if (at > after) {
            boolean fits = marked || !verb.takes(Frame.INFINITIVE) || !words.knowsFiniteVerbs();
            return fits && syntax.commaFrom(after, at - after) == at && !isOfSetting(after, at);
        }
        return !verb.takes(Frame.INFINITIVE)
                || words.isContracted(token)
                || words.isInfinitiveMarker(token) && !isToldTo(at + 1);
    }

    /**
     * Whether what stands behind whom something was said to tells when, where or how: alerte X [après] A, X en [criant], X vers [4]
     * heures.
     */
    private boolean isOfSetting(int after, int at) {
        if (!words.knowsFiniteVerbs() || at + 1 >= syntax.end()) {
            return false;
        }
        Token next = tokens.get(at + 1);
        return words.isAdverb(tokens, at, syntax.end())
                || next.kind() == Token.Kind.NUMBER
                || words.isOpenForm(next.folded(), VerbForm.GERUND)
                || IntStream.range(after, at).anyMatch(i -> words.isSettingPreposition(tokens.get(i)));
    }

    /** Whether a preposition tells what something is for, and not what is said: menace X avec une arme [à] feu. */
    private boolean isOfTool(int at, int after) {
        Token next = tokens.get(at + 1);
        return words.knowsFiniteVerbs()
                && at > after
                && !words.isNounLinker(tokens.get(at))
                && next.isWord()
                && !next.isCapitalised()
                && !words.isArticle(next)
                && !words.isInfinitive(next)
                && !syntax.isFunctionWord(at + 1);
    }

    /**
     * Whether a token stands in quotation marks behind a cue, so that it is a part of a name, and leads to nothing: appelle A « chasse
     * [aux] loups ».
     */
    private boolean isInNamed(Cue cue, int at) {
        Quotation quotation = words.knowsFiniteVerbs() ? quotations.at(at) : null;
        return quotation != null && quotation.from() < at && quotation.from() > cue.left();
    }

    /**
     * Whether the main clause of a sentence stands before a colon, behind a clause with a cue: Quand on lui demande A, [elle rit] : « B
     * ».
     */
    private boolean isBehindMainClause(int after, int colon) {
        if (!words.knowsFiniteVerbs() || !words.isConjunction(tokens.get(syntax.partStart(after)))) {
            return false;
        }
        for (int i = colon - 2; i >= after; i--) {
            if (syntax.isComma(i)) {
                return words.isSubject(tokens.get(i + 1)) && syntax.finiteVerb(i + 1, colon) < colon;
            }
        }
        return false;
    }

    /** Whether a cue tells how something was said, so that what follows is its own: a répondu à X [en disant] que. */
    private boolean isOfMeans(int cue) {
        Token before = tokens.get(cue - 1);
        return words.isPreposition(before) && words.isClitic(before);
    }

    /** Whether a preposition stands at a token behind which somebody is told to have done something: accusé [de] fraude. */
    boolean isCharge(int at) {
        return at + 1 < syntax.end() && words.isNounLinker(tokens.get(at)) && !words.isClitic(tokens.get(at));
    }

    /**
     * Whether somebody stands at a token who charges with what is in quotation marks, or an infinitive, behind: qualifié [par X de « A
     * »].
     */
    boolean isChargedBy(int at) {
        if (!words.knowsFiniteVerbs() || at >= syntax.end() || !words.isAgent(tokens.get(at))) {
            return false;
        }
        int limit = Math.min(syntax.end() - 1, at + SentenceSyntax.LONGEST_INSERTION);
        for (int i = at + 1; i < limit && tokens.get(i).isWord(); i++) {
            if (isCharge(i) && (quotations.from(i + 1) != null || i > at + 1 && syntax.isInfinitiveBehind(i + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Whether somebody stands at a token who holds something to be what is behind: décrite [par ses amis comme] A. */
    boolean isComparedBy(int at) {
        if (!words.knowsFiniteVerbs() || at >= syntax.end() || !words.isAgent(tokens.get(at))) {
            return false;
        }
        int limit = Math.min(syntax.end() - 1, at + SentenceSyntax.LONGEST_INSERTION);
        for (int i = at + 2; i < limit && tokens.get(i).isWord() && !syntax.opensClause(i); i++) {
            if (words.isCueConjunction(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether what something is thought to be stands at a token in quotation marks: jugé « A » par X. */
    boolean isJudged(CueVerb verb, int at) {
        return words.knowsFiniteVerbs()
                && verb.act() == SpeechAct.THOUGHT
                && verb.takes(Frame.QUOTED)
                && at < syntax.end()
                && quotations.from(at) != null;
    }

    /** Whether the infinitive of an auxiliary stands behind who was told something: a avoué à la police [être] coupable. */
    private boolean isAuxiliaryInfinitive(CueVerb verb, int at) {
        return verb.takes(Frame.INFINITIVE)
                && words.hasInfinitiveEndings()
                && words.isAuxiliary(tokens.get(at))
                && words.isInfinitive(tokens.get(at))
                && !words.isPreposition(tokens.get(at - 1));
    }

    /** Whether an infinitive stands right behind who was told something: a dit à la presse [vouloir] partir, [ne] rien savoir. */
    private boolean isToldInfinitive(CueVerb verb, int at) {
        return verb.takes(Frame.INFINITIVE)
                && (verb.act() == SpeechAct.SAID || verb.act() == SpeechAct.CONFIRMED)
                && words.knowsFiniteVerbs()
                && !words.isPreposition(tokens.get(at))
                && (words.isInfinitive(tokens.get(at)) || words.isNegatedInfinitive(tokens, at, syntax.end()));
    }

    /** Where a clause begins behind an insertion: a révélé, lors d'une réunion qui …, [que]; -1 where none does. */
    private int behindInserted(int comma) {
        if (comma + 1 >= syntax.end() || !words.isPreposition(tokens.get(comma + 1))) {
            return -1;
        }
        for (int i = comma + 2; i < Math.min(syntax.end() - 1, comma + SentenceSyntax.FARTHEST_BACK); i++) {
            if (syntax.isComma(i) && syntax.isComplementiser(i + 1)) {
                return words.complementisers.skip(tokens, i + 1, syntax.end());
            }
            if (";:".contains(tokens.get(i).text())) {
                return -1;
            }
        }
        return -1;
    }

    /**
     * Whether a conjunction begins a clause about a noun behind a comma, and no content: conclut à une mort naturelle, une thèse [que] …
     */
    private boolean isOfApposition(int after, int conjunction) {
        int commas = 0;
        for (int i = after; i < conjunction; i++) {
            commas += syntax.isComma(i) ? 1 : 0;
        }
        return words.knowsFiniteVerbs()
                && commas % 2 == 1
                && !syntax.isComma(conjunction - 1)
                && (!syntax.isComma(after) || words.isReply(tokens, after + 1, syntax.end()));
    }

    /** Whether a name ends what tells where it was said: a démenti sur son compte [Instagram] les rumeurs. */
    private boolean isNameOfAdverb(Cue cue, int at) {
        return words.knowsFiniteVerbs()
                && at > cue.to()
                && at + 1 < syntax.end()
                && tokens.get(at).isCapitalised()
                && words.isOwnArticle(tokens.get(at + 1))
                && !words.isAdverb(tokens, at + 1, syntax.end());
    }

    /** Whether a participle tells more of where it was said: a dénoncé dans un message [publié] lundi une attaque. */
    private boolean isParticipleOfAdverb(Cue cue, int at) {
        return words.knowsFiniteVerbs()
                && cue.verb().takes(Frame.NOUN)
                && at > cue.behind()
                && words.isOpenForm(tokens.get(at).folded(), VerbForm.PARTICIPLE)
                && !syntax.isFunctionWord(at)
                && !syntax.opensContent(at)
                && objectBehind(at) >= 0;
    }

    /** Whether a quotation is too short for more than a name for something. */
    private static boolean isName(Quotation quotation) {
        return quotation != null && quotation.to() - quotation.from() <= LONGEST_NAME;
    }

    /** Whether the name of a work stands in quotation marks, as what it is stands behind a comma: a chanté [« Avril »], un vieux tube. */
    private boolean isTitle(int mark) {
        Quotation quotation = quotations.opening(mark);
        int comma = quotation.to() + 1;
        return words.knowsFiniteVerbs()
                && quotation.closed()
                && quotation.to() - quotation.from() <= LONGEST_TITLE
                && tokens.get(quotation.from()).isCapitalised()
                && !syntax.isBeforeQuotation(mark - 1)
                && syntax.isComma(comma)
                && comma + 1 < syntax.end()
                && words.isOwnArticle(tokens.get(comma + 1))
                && syntax.finiteVerb(quotation.from(), quotation.to()) == quotation.to();
    }

    /** Whether a clause begins behind a token, before a mark does: a dit au chef des services qu'il viendrait. */
    private boolean isComplementiserSoon(int at) {
        for (int i = at;
                i < Math.min(syntax.end(), at + SentenceSyntax.LONGEST_INSERTION)
                        && tokens.get(i).isWord();
                i++) {
            if (syntax.isComplementiser(i)) {
                return true;
            }
            if (phrases.isCue(i)) {
                return false;
            }
        }
        return false;
    }

    /** Whether an infinitive is what somebody in quotation marks is asked: demande aux « B » de partir. */
    private boolean isAskedOf(CueVerb verb, int mark, int after) {
        Quotation quotation = quotations.opening(mark);
        if (!verb.takes(Frame.INFINITIVE)
                || mark != after + 1
                || !words.isPreposition(tokens.get(after))
                || !quotation.closed()) {
            return false;
        }
        for (int i = quotation.to() + 1;
                i < Math.min(syntax.end() - 1, quotation.to() + SentenceSyntax.LONGEST_INSERTION);
                i++) {
            if (words.isInfinitiveMarker(tokens.get(i)) && syntax.isInfinitiveBehind(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Index behind what a comma and the next one enclose, behind a verb: a promis[, depuis 2003,]; pense[, dit-il,]; -1 where they
     * enclose nothing.
     */
    private int behindInsertion(int comma) {
        if (comma + 1 >= syntax.end()) {
            return -1;
        }
        Token first = tokens.get(comma + 1);
        int close = syntax.commaFrom(comma + 1, SentenceSyntax.FARTHEST_LEAD);
        boolean governed = words.isPreposition(first) && !words.isArticle(first);
        // pense, dit-il, que A
        boolean told = words.knowsFiniteVerbs()
                && close - comma <= LONGEST_INSERTED_CUE
                && IntStream.range(comma + 1, close).anyMatch(i -> words.isInverted(tokens.get(i)));
        if (!governed && !told && words.behindAdverbs(tokens, comma + 1, close) < close) {
            return -1;
        }
        return syntax.isComma(close) && close + 1 < syntax.end() ? close + 1 : -1;
    }

    /** Where an object begins behind who was told it, and where: demande [au gouvernement] des mesures; -1 where none does. */
    private int objectBehind(int preposition) {
        if (isCompound(preposition)) {
            return -1;
        }
        int behind =
                words.behindAdverbs(tokens, syntax.behindBrackets(syntax.behindPhrase(preposition + 1)), syntax.end());
        if (behind > preposition + 1 && behind < syntax.end() && words.isArticle(tokens.get(behind))) {
            return behind;
        }
        if (words.knowsFiniteVerbs() && syntax.isInfinitiveBehind(behind)) {
            // indique aux enquêteurs [connaître] le suspect
            return -1;
        }
        int limit =
                words.knowsFiniteVerbs() ? Math.min(syntax.end(), preposition + SentenceSyntax.LONGEST_INSERTION) : 0;
        for (int i = preposition + 2; i < limit; i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean article = words.isOwnArticle(token);
            boolean governed = words.governs(before);
            if (article
                    && !governed
                    && mentions.at(i) == null
                    && i + 1 < syntax.end()
                    && !words.isAuxiliary(tokens.get(i + 1))) {
                return i;
            }
            if (token.kind() == Token.Kind.PUNCTUATION
                    || syntax.opensClause(i)
                    || words.isAuxiliary(token)
                    || syntax.isFinite(i, preposition)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether an infinitive stands behind a noun phrase, so that it is asked of that: appelle à [X] à cesser. */
    private boolean isToldTo(int at) {
        int behind = syntax.behindPhrase(at);
        return behind > at
                && behind + 1 < syntax.end()
                && words.isInfinitiveMarker(tokens.get(behind))
                && syntax.isInfinitiveBehind(behind + 1);
    }

    /** Whether an infinitive without a marker stands behind whom something is asked: pidió al Gobierno liberar. */
    private boolean isBareInfinitive(CueVerb verb, int at) {
        Token before = tokens.get(at - 1);
        return verb.takes(Frame.INFINITIVE)
                && words.hasInfinitiveEndings()
                && words.dropsSubjects()
                && words.isInfinitive(tokens.get(at))
                && before.isWord()
                && !words.isArticle(before)
                && !words.isPreposition(before);
    }

    /** Whether a clause begins behind a comma that the form of its verb, or its subject, tells to be what was said. */
    private boolean isReported(int at) {
        if (at >= syntax.end() || words.isConjunction(tokens.get(at)) || words.isCoordinator(tokens.get(at))) {
            return false;
        }
        int stop = syntax.clauseStop(at);
        if (words.pronouns.skip(tokens, at, syntax.end()) > at && stop - at > 2) {
            return true;
        }
        for (int i = at + 1; i < stop - 1; i++) {
            if (words.isReportingForm(tokens.get(i)) && !tokens.get(i).isCapitalised()) {
                return true;
            }
        }
        return false;
    }

    /** Whether an infinitive ends the clause that begins at a token. */
    private boolean isInfinitiveLast(int at) {
        int last = syntax.clauseStop(at) - 1;
        if (last < at || !words.isInfinitive(tokens.get(last))) {
            return false;
        }
        return last > at && words.isInfinitiveMarker(tokens.get(last - 1))
                || words.hasInfinitiveMarkerInside(tokens.get(last));
    }

    /** Content that begins without a word that leads to it. */
    private int bareLead(CueVerb verb, int after) {
        Token token = tokens.get(after);
        if (token.kind() == Token.Kind.PUNCTUATION && quotations.from(after) == null) {
            return -1;
        }
        boolean infinitive = verb.takes(Frame.INFINITIVE)
                && words.hasInfinitiveEndings()
                && (!words.isArticle(token) || isObjectOfAuxiliary(after))
                && syntax.isInfinitiveBehind(after);
        // ne regrette rien
        boolean nothing = words.isClitic(token) && !words.isArticle(token);
        // ceux qui la refusent [sont] inquiets
        boolean outer = words.knowsFiniteVerbs() && words.isAuxiliary(token) && !words.isInfinitive(token);
        boolean phrase = verb.takes(Frame.NOUN) && !nothing && !outer && syntax.isNounPhrase(after);
        boolean adjective = verb.takes(Frame.ADJECTIVE)
                && (token.isWord()
                                && !words.isPreposition(token)
                                && !words.isArticle(token)
                                && !(token.isCapitalised() && words.knowsFiniteVerbs())
                                && !syntax.isComplementiser(after)
                        || quotations.from(after) != null && words.knowsFiniteVerbs()
                        || isState(after));
        boolean clause = verb.takes(Frame.BARE) && isClause(after);
        if (verb.takes(Frame.CALL) && words.isNounLinker(token) && !words.isArticle(token)) {
            return after + 1 < syntax.end() ? after + 1 : -1;
        }
        boolean called = verb.takes(Frame.CALL) && (quotes(after) || isCalled(after))
                || verb.takes(Frame.QUOTED) && quotesBeforeComma(verb, after)
                || verb.takes(Frame.QUOTED) && verb.act() == SpeechAct.THOUGHT && isHeldToBe(after)
                || verb.takes(Frame.COMPARED) && isCompared(after)
                || verb.takes(Frame.QUOTED) && verb.act() == SpeechAct.THOUGHT && isThingHeldToBe(after)
                || verb.takes(Frame.NOUN) && isPartitive(after);
        return infinitive || phrase || adjective || clause || called ? after : -1;
    }

    /** Whether a pronoun that is an article, too, stands before the infinitive of an auxiliary: jure [l'avoir] vu. */
    private boolean isObjectOfAuxiliary(int at) {
        return words.isClitic(tokens.get(at))
                && at + 1 < syntax.end()
                && words.isAuxiliary(tokens.get(at + 1))
                && words.isInfinitive(tokens.get(at + 1));
    }

    /** Whether an adjective stands at the end of a phrase that tells what it is held to be: juge [la mesure peu utile]. */
    private boolean isHeldToBe(int at) {
        int limit = Math.min(syntax.end(), at + SentenceSyntax.LONGEST_INSERTION);
        boolean known = words.isArticle(tokens.get(at)) ? !words.isIndefinite(tokens.get(at)) : mentions.at(at) != null;
        if (!words.knowsFiniteVerbs() || !known) {
            return false;
        }
        for (int i = at + 1; i < limit && tokens.get(i).isWord() && !syntax.opensClause(i); i++) {
            boolean last = i + 1 >= syntax.end()
                    || !tokens.get(i + 1).isWord()
                    || words.isPreposition(tokens.get(i + 1))
                    || words.isNounLinker(tokens.get(i + 1))
                    || words.isCoordinator(tokens.get(i + 1));
            if (last
                    && i > at + 1
                    && words.isJudgement(tokens.get(i))
                    && !words.isArticle(tokens.get(i - 1))
                    && mentions.at(i) == null) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a preposition and a noun without an article tell what somebody is: se dit [d'accord] avec X, [en colère], [sans illusions].
     */
    private boolean isState(int at) {
        if (!words.knowsFiniteVerbs() || at + 1 >= syntax.end() || !words.isPreposition(tokens.get(at))) {
            return false;
        }
        Token noun = tokens.get(at + 1);
        return !words.isArticle(tokens.get(at))
                && noun.isWord()
                && !noun.isCapitalised()
                && !words.isArticle(noun)
                && !words.isInfinitive(noun)
                && !syntax.isFunctionWord(at + 1);
    }

    /** Whether a noun phrase is held to be something: considère [A comme B]. */
    private boolean isCompared(int at) {
        if (!words.isArticle(tokens.get(at)) && mentions.at(at) == null) {
            return false;
        }
        for (int i = at + 1; i < Math.min(syntax.end() - 1, at + SentenceSyntax.FARTHEST_LEAD); i++) {
            if (words.isCueConjunction(tokens.get(i))) {
                return !phrases.isCue(i + 1);
            }
            if (!tokens.get(i).isWord() || syntax.opensClause(i) || syntax.isFinite(i, at)) {
                return false;
            }
        }
        return false;
    }

    /** Whether a pronoun for a thing, and what that is held to be, stand at a token: trouve [ça brillant], juge [cela très utile]. */
    private boolean isThingHeldToBe(int at) {
        if (!words.isThing(tokens.get(at)) || !words.knowsFiniteVerbs()) {
            return false;
        }
        int next = words.behindAdverbs(tokens, at + 1, syntax.end());
        return next < syntax.end()
                && mentions.at(next) == null
                && (syntax.isAttributive(next)
                        || next > at + 1 && !tokens.get(next).isWord());
    }

    /** Whether a clause or an infinitive stands behind words that end what tells where it was said: a dit à la radio [locale] que. */
    private boolean isRestOfAdverb(Cue cue, int after) {
        if (!words.knowsFiniteVerbs() || after <= cue.behind()) {
            return false;
        }
        int i = after;
        int next = behindAttribute(i);
        while (next > i && next < syntax.end() && next - after < SentenceSyntax.LONGEST_INSERTION) {
            i = next;
            next = behindAttribute(i);
        }
        if (i == after || i >= syntax.end()) {
            return false;
        }
        return cue.verb().takes(Frame.CLAUSE) && syntax.isComplementiser(i)
                || cue.verb().takes(Frame.INFINITIVE)
                        && words.isInfinitiveMarker(tokens.get(i))
                        && syntax.isInfinitiveBehind(i + 1);
    }

    /**
     * Index behind a word that tells more of a noun, when, or with a preposition where or by whom: publié, lundi, par son agent; the
     * token where none does.
     */
    private int behindAttribute(int at) {
        int behind = words.behindAdverbs(tokens, at, syntax.end());
        if (behind > at) {
            return behind;
        }
        if (syntax.isAttributive(at)) {
            return at + 1;
        }
        boolean governs = words.isPreposition(tokens.get(at))
                && !words.isArticle(tokens.get(at))
                && !(words.isInfinitiveMarker(tokens.get(at)) && syntax.isInfinitiveBehind(at + 1));
        int phrase = governs ? syntax.behindPhrase(at + 1) : at;
        return phrase > at + 1 ? phrase : at;
    }

    /** Whether an article for a part of something stands at a token: demande [de l'] aide; but not: dans un message de la ville. */
    private boolean isPartitive(int at) {
        return at + 1 < syntax.end()
                && !(at - 2 > syntax.start() && words.isArticle(tokens.get(at - 2)))
                && words.isNounLinker(tokens.get(at))
                && !words.isArticle(tokens.get(at))
                && words.isNounLinker(tokens.get(at + 1))
                && words.isArticle(tokens.get(at + 1));
    }

    /** Whether a negation before an adjective belongs to it, and not to the verb: plaide [non] coupable. */
    private boolean isNegatedAdjective(Cue cue, int at) {
        return words.knowsFiniteVerbs()
                && cue.verb().takes(Frame.ADJECTIVE)
                && !cue.verb().takes(Frame.NOUN)
                && at - 1 >= cue.behind()
                && words.isNegation(tokens.get(at - 1))
                && !isNegatedBefore(cue);
    }

    /** Whether a negation stands before a verb, so that one behind it belongs to both: ne se dit [pas] prêt. */
    private boolean isNegatedBefore(Cue cue) {
        return IntStream.range(cue.left(), cue.to()).anyMatch(i -> words.isNegation(tokens.get(i)));
    }

    /** Whether a noun without an article stands behind one that links nouns, as of no or more of it: n'a pas demandé [de rançon]. */
    private boolean isQuantity(int at) {
        return at + 1 < syntax.end()
                && words.isNounLinker(tokens.get(at))
                && !words.isArticle(tokens.get(at))
                && tokens.get(at + 1).isWord()
                && !tokens.get(at + 1).isCapitalised()
                && !words.isArticle(tokens.get(at + 1))
                && !syntax.isFunctionWord(at + 1)
                && !syntax.isInfinitiveBehind(at + 1);
    }

    /**
     * Whether a quotation begins at a token, or behind it before the next mark; of one word where something is judged: juge A « absurde
     * ».
     */
    private boolean quotesBeforeComma(CueVerb verb, int at) {
        for (int i = at; i < Math.min(syntax.end(), at + SentenceSyntax.LONGEST_INSERTION); i++) {
            if (quotations.from(i) != null) {
                // évoque une « catastrophe »
                boolean named = i == at + 1 && words.isIndefinite(tokens.get(at));
                boolean judged = (verb.act() == SpeechAct.THOUGHT || named)
                        && i + 1 < syntax.end()
                        && !tokens.get(i + 1).isCapitalised();
                return words.knowsFiniteVerbs() && (i == at || judged) || syntax.isSaid(i);
            }
            boolean shortened = tokens.get(i).text().equals(".") && i + 1 < syntax.end();
            if (tokens.get(i).kind() == Token.Kind.PUNCTUATION && !shortened
                    || words.isPreposition(tokens.get(i)) && i == at) {
                return false;
            }
        }
        return false;
    }

    /** Whether something is called something else: [la mesure de] nécessaire. */
    private boolean isCalled(int at) {
        int behind = at + 2;
        return words.isArticle(tokens.get(at))
                && behind + 1 < syntax.end()
                && words.isNounLinker(tokens.get(behind))
                && !words.isArticle(tokens.get(behind))
                && !tokens.get(behind + 1).isCapitalised();
    }

    /** Whether a quotation begins not far behind a token. */
    private boolean quotes(int at) {
        for (int i = at; i < Math.min(syntax.end(), at + SentenceSyntax.FARTHEST_LEAD); i++) {
            if (quotations.from(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause can begin at a token, which a comma or preposition says no to. */
    private boolean isClause(int at) {
        Token token = tokens.get(at);
        if (words.pronouns.skip(tokens, at, syntax.end()) > at) {
            // said he would, but not: denied it vigorously
            int next = words.behindAdverbs(tokens, words.pronouns.skip(tokens, at, syntax.end()), syntax.end());
            return next < syntax.end() && tokens.get(next).isWord();
        }
        return syntax.isNounPhrase(at)
                || token.isCapitalised()
                || token.isWord() && !words.isPreposition(token) && !words.isCoordinator(token);
    }

    /** Whether something may stand between a cue and the conjunction of its content: à la presse, lundi. */
    private boolean isSkippable(int at) {
        Token token = tokens.get(at);
        return words.isPreposition(token)
                || token.text().equals(",")
                || token.text().equals(":")
                || token.text().equals("(");
    }
}
