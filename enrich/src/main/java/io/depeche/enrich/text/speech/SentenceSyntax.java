// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What stands where in one sentence, as far as reported speech needs it: noun phrases behind and before verbs,
 * quotations, where clauses begin and end. Knows nothing of what was found in the sentence. Everything looks a bounded way left or
 * right.
 */
final class SentenceSyntax {

    /** How far behind a cue its content may begin. */
    static final int FARTHEST_LEAD = 24;

    /** How far before a verb its clause may begin. */
    static final int FARTHEST_BACK = 80;

    /** How many words may stand before a gerund that begins its sentence. */
    private static final int MANNER = 2;

    /** The fewest tokens of a quotation that somebody said without a cue. */
    static final int SHORTEST_QUOTATION = 5;

    private static final int LONGEST_DATELINE = 14;

    /** The most phrases that tell when, where, how or to whom something was said, one behind the other. */
    private static final int MOST_SETTINGS = 6;

    /** The most adjectives and participles that a noun is described by, one behind the other. */
    private static final int MOST_ATTRIBUTES = 4;

    /** The most tokens between a verb and its object, commas included. */
    static final int LONGEST_INSERTION = 10;

    /** The most words up to a number: plus de [trois cents]. */
    private static final int MOST_BEFORE_NUMBER = 3;

    /** The most pronouns, negations and quotation marks before an infinitive. */
    private static final int MOST_BEFORE_INFINITIVE = 3;

    /** How many sentences before it may be looked for. */
    private static final int FARTHEST_SENTENCE = 16;

    final Tokens tokens;
    final SpeechWords words;
    final Quotations quotations;
    final Mentions mentions;
    final NounPhrases phrases;
    final Leads leads;
    final RelativeClauses relatives;
    final Insertions insertions;

    private final List<Tokens.Range> sentences;

    /** Index of the sentence; -1 before the first. */
    private int sentence = -1;

    private int start;
    private int end;

    SentenceSyntax(
            Tokens tokens,
            List<Tokens.Range> sentences,
            SpeechWords words,
            PersonTitles titles,
            Quotations quotations,
            Mentions mentions) {
        this.tokens = tokens;
        this.sentences = sentences;
        this.words = words;
        this.quotations = quotations;
        this.mentions = mentions;
        phrases = new NounPhrases(tokens, mentions, quotations, words, titles);
        // They look at this one only when they are asked.
        leads = new Leads(this);
        relatives = new RelativeClauses(this);
        insertions = new Insertions(this);
    }

    /** Goes on to the next sentence, if there is one. */
    boolean next() {
        if (sentence + 1 >= sentences.size()) {
            return false;
        }
        sentence++;
        end = sentences.get(sentence).to();
        start = behindDateline(sentences.get(sentence).from());
        return true;
    }

    /** Where a sentence begins behind where and when it was written: PARIS, 5 mars (AFP) – */
    private int behindDateline(int from) {
        boolean dated = false;
        int dash = from;
        while (dash < end && dash - from < LONGEST_DATELINE && !isDash(dash)) {
            Token token = tokens.get(dash);
            boolean number = token.kind() == Token.Kind.NUMBER;
            boolean month = dash > from && tokens.get(dash - 1).kind() == Token.Kind.NUMBER;
            if (token.isWord() && !token.isCapitalised() && !month) {
                return from;
            }
            dated |= number || ".)".contains(token.text()) || token.isWord() && isAllCapitals(token);
            dash++;
        }
        boolean stands = dated && dash > from && dash < end - 1 && isDash(dash);
        return stands ? dash + (isDash(dash + 1) ? 2 : 1) : from;
    }

    /** Whether a token is a dash with space before it, or another one. */
    boolean isDash(int at) {
        boolean dash = tokens.get(at).text().length() == 1
                && "-–—".contains(tokens.get(at).text());
        return dash
                && at > 0
                && (isDash(at - 1) || tokens.get(at - 1).end() < tokens.get(at).start());
    }

    static boolean isAllCapitals(Token token) {
        String text = token.text();
        return text.length() > 1 && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Index of the first token of the sentence. */
    int start() {
        return start;
    }

    /** Index behind its last token. */
    int end() {
        return end;
    }

    /** Whether the parts of a verb stand around what is said: wies … zurück, hat … zurückgewiesen. */
    boolean isApart(Cue cue) {
        return cue.isSplit() || isBracketed(cue);
    }

    boolean isBracketed(Cue cue) {
        return cue.left() < cue.from() && words.isBracket(tokens.get(cue.left()));
    }

    /** The noun phrase behind a verb, or behind its auxiliary where that stands apart, which can be its subject. */
    Speaker inverted(Cue cue) {
        int from = isBracketed(cue) ? cue.left() + 1 : cue.to();
        int limit = isBracketed(cue) ? cue.from() : cue.subjectEnd(end);
        Speaker speaker = phrases.behind(words.behindAdverbs(tokens, from, limit), limit);
        if (speaker == null && from == cue.to() && isBehindWhole(cue.left())) {
            return phrases.called(from, limit);
        }
        if (speaker != null && isArticleOfQuotation(speaker)) {
            return null;
        }
        if (speaker != null && phrases.isNobody(speaker)) {
            Speaker place = phrases.inPlace(speaker.to(), limit);
            return place == null ? speaker : place;
        }
        return speaker;
    }

    /** Whether a phrase is no more than the article of what stands in quotation marks: évoquent [une] « impasse ». */
    private boolean isArticleOfQuotation(Speaker phrase) {
        return words.knowsFiniteVerbs() && phrases.isIndefinite(phrase) && quotations.from(phrase.to()) != null;
    }

    /** Whether a verb stands behind a quotation, or behind a clause with a verb of its own and the only comma. */
    private boolean isBehindWhole(int at) {
        return words.knowsFiniteVerbs()
                && isBehindSpeech(at)
                && (isBehindQuotation(at) || finiteVerb(start, at) < at && !hasComma(at - 1));
    }

    /** The organisation or document behind a preposition that speaks where a verb has no subject. */
    Speaker place(Cue cue) {
        int after = words.behindAdverbs(tokens, cue.to(), cue.subjectEnd(end));
        Speaker behind = phrases.inPlace(after, cue.subjectEnd(end));
        return behind == null ? phrases.inPlaceBefore(clauseStart(cue.left()), cue.left(), !cue.subject()) : behind;
    }

    /** Whether a quotation begins with a verb that goes on behind its subject: La direction « [regrette] » la décision. */
    boolean isQuotedVerb(Cue cue) {
        int mark = cue.left() - 1;
        return mark > start
                && words.knowsFiniteVerbs()
                && cue.form() == VerbForm.FINITE
                && quotations.from(mark) != null
                && tokens.get(mark - 1).isWord()
                && !phrases.isCue(mark - 1)
                && !words.isPreposition(tokens.get(mark - 1));
    }

    /** Where what is said is looked for behind a verb: behind the mark, where it is all that is in quotation marks, with adverbs. */
    int behindQuotedVerb(Cue cue, int after) {
        Quotation quotation = isQuotedVerb(cue) ? quotations.from(cue.left() - 1) : null;
        return quotation != null && quotation.closed() && quotation.to() == after
                ? words.behindAdverbs(tokens, after + 1, end)
                : after;
    }

    /** The conjunction that begins the clause of a cue, as wie; -1 where none does. */
    int cueConjunction(int left) {
        for (int i = left; i >= start && left - i < FARTHEST_LEAD; i--) {
            if (words.knowsFiniteVerbs() && i < left && quotations.to(i) != null) {
                // « A, comme B », a dit X
                return -1;
            }
            Token token = tokens.get(i);
            if (words.isCueConjunction(token)
                    && (i <= start + 1 && (i == start || words.isCoordinator(tokens.get(start)))
                            || !tokens.get(i - 1).isWord()
                            || i + 1 == left && words.isClitic(tokens.get(left)))) {
                return i;
            }
            if (i < left && (quotations.at(i) == null && ";:".contains(token.text()) || phrases.isCue(i))) {
                return -1;
            }
        }
        return -1;
    }

    /** Where the part of the sentence begins that a token stands in: behind a colon or semicolon, or a mark that it begins with. */
    int partStart(int at) {
        int from = start;
        for (int i = Math.max(start, at - FARTHEST_BACK); i < at; i++) {
            if (";:".contains(tokens.get(i).text())
                    && quotations.at(i) == quotations.at(at)
                    && quotations.from(i + 1) == null) {
                from = i + 1;
            }
        }
        return quotations.isRepeatedMark(from) || quotations.from(from) != null ? from + 1 : from;
    }

    /** Whether another comma stands before one, so that the verb behind it can be that of what stands before both. */
    boolean hasComma(int at) {
        for (int i = Math.max(start, at - FARTHEST_BACK); i < at; i++) {
            if (isComma(i)) {
                return true;
            }
        }
        return false;
    }

    /** The noun phrase behind a verb that ends before a token, which may have words between: a dit [avec émotion] X. */
    Speaker inverted(int after) {
        int from = words.behindAdverbs(tokens, after, end);
        Speaker speaker = phrases.behind(from, end);
        return speaker == null ? behindAdjuncts(from, from > after) : speaker;
    }

    /**
     * The speaker behind words that tell how, where or to whom it was said: a confié [avec émotion, lundi,] Garcia.
     *
     * @param more whether such words end before the token, and may be told more of: a confié dans un entretien [télévisé] Garcia
     */
    Speaker behindAdjuncts(int adverbs, boolean more) {
        int at = more ? behindDescription(adverbs) : adverbs;
        Speaker next = at > adverbs ? phrases.behind(at, end) : null;
        if (next != null && speaksBehind(next)) {
            return next;
        }
        if (at >= end || !words.isPreposition(tokens.get(at)) && !isComma(at)) {
            return null;
        }
        Speaker linked = null;
        for (int i = at + 1; i < Math.min(end, at + FARTHEST_LEAD); i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean governed = words.governs(before);
            boolean inside = mentions.at(i) != null && mentions.at(i) == mentions.at(i - 1);
            if (!governed && !inside && phrases.isHead(i) && !words.isPreposition(token)) {
                Speaker speaker = phrases.behind(i, end);
                if (speaker != null && speaksBehind(speaker)) {
                    if (!words.knowsFiniteVerbs() || !phrases.isOfNoun(speaker)) {
                        return speaker;
                    }
                    // à l'issue du conseil, X: or des habitants, where nobody follows.
                    linked = linked == null ? speaker : linked;
                }
            }
            if (token.kind() == Token.Kind.PUNCTUATION && mentions.at(i) == null && !isComma(i)
                    || isComplementiser(i)
                    || words.isRelative(token)
                    || words.isFinite(token)) {
                return linked;
            }
        }
        return linked;
    }

    /** Whether a noun phrase behind adjuncts is the subject before them: an article or a person, with no clause behind. */
    private boolean speaksBehind(Speaker speaker) {
        boolean human = words.knowsFiniteVerbs() && (phrases.isHuman(speaker) || phrases.isGroup(speaker));
        boolean person = speaker.person() || phrases.isTitled(speaker) || human;
        Token first = tokens.get(speaker.from());
        int next = speaker.to();
        boolean ends =
                endsClause(next) || human && words.isPreposition(tokens.get(next)) || person && isBeforeAnother(next);
        boolean leads = isComma(next) && isComplementiser(next + 1) && words.knowsFiniteVerbs();
        boolean governed = words.knowsFiniteVerbs() && words.isNounLinker(first) && !words.isClitic(first);
        return ends && !leads && (person || phrases.beginsWithArticle(speaker) && !governed);
    }

    /**
     * Whether a conjunction and another noun phrase, or an adjective, stand at a token, up to the end of the clause: X [et son adjoint],
     * des élus verts [et rouges].
     */
    private boolean isBeforeAnother(int at) {
        if (!words.knowsFiniteVerbs() || at + 1 >= end || !words.isCoordinator(tokens.get(at))) {
            return false;
        }
        Speaker other = phrases.behind(at + 1, end);
        boolean adjective = !isFunctionWord(at + 1) && !phrases.isCue(at + 1) && !isFinite(at + 1, at);
        return endsClause(other != null ? other.to() : adjective ? at + 2 : at);
    }

    /** Whether what stands behind a verb can end before a token as who speaks: dit X[.] dit X [dans un rapport], disent X [et Y]. */
    boolean endsSpeaker(Cue cue, int at) {
        return endsClause(at)
                || words.isPreposition(tokens.get(at))
                || words.isPlural(tokens.get(cue.from())) && isBeforeAnother(at);
    }

    boolean endsClause(int at) {
        return at >= end || !tokens.get(at).isWord();
    }

    /** Whether what stands behind a verb behind a comma is who says it, and not what is said: an office, a name. */
    boolean canSpeak(Cue cue, Speaker speaker) {
        boolean ends = speaker.to() >= cue.subjectEnd(end)
                || endsSpeaker(cue, speaker.to())
                || words.isAdverb(tokens, speaker.to(), end);
        return ends
                && (!cue.verb().takes(Frame.NOUN)
                        || speaker.entity() != null
                        || tokens.get(speaker.from()).isCapitalised()
                        || phrases.isTitled(speaker)
                        || isDocument(speaker)
                        || words.knowsFiniteVerbs() && phrases.isHuman(speaker)
                        || cue.isSplit());
    }

    /** Whether a phrase begins with a noun for what speaks for somebody: un communiqué du groupe. */
    boolean isDocument(Speaker speaker) {
        return speaker.from() + 1 < speaker.to()
                && words.knowsFiniteVerbs()
                && words.isArticle(tokens.get(speaker.from()))
                && words.isDocument(tokens.get(speaker.from() + 1));
    }

    boolean isBehindQuotation(int at) {
        Quotation quotation = at == start && quotations.beginsParagraph(at) ? null : quotations.to(at - 1);
        if (quotation != null) {
            // In the English style, the comma stands inside.
            return !phrases.isGroupName(quotation)
                    && (quotation.to() - quotation.from() >= SHORTEST_QUOTATION
                            || !tokens.get(quotation.to() - 1).isWord() && quotation.to() > quotation.from()
                            || isClause(quotation));
        }
        // « A ». Le pays a relevé B; « A » : les mineurs relèvent la tête: who begins a clause has not said what stands
        // before it.
        boolean apart = at > 0
                && words.knowsFiniteVerbs()
                && (at == start && tokens.get(at - 1).text().equals(".")
                        || tokens.get(at - 1).text().equals(":"));
        return at > 1
                && !apart
                && !tokens.get(at - 1).isWord()
                && quotations.from(at - 1) == null
                && isLong(quotationBefore(at - 1));
    }

    /** Whether a quotation that a sentence begins with has a verb of its own: « C'est grave » a dit X. */
    boolean isClause(Quotation quotation) {
        return words.knowsFiniteVerbs()
                && isDirect(quotation)
                && finiteVerb(quotation.from(), quotation.to()) < quotation.to();
    }

    /** Whether a quotation is one that can be what somebody said, and no name. */
    private boolean isLong(Quotation quotation) {
        return quotation != null && (isDirect(quotation) || quotation.to() - quotation.from() >= SHORTEST_QUOTATION);
    }

    /** The quotation that ends before a token, with a comma or a dash or both between. */
    Quotation quotationBefore(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 3); i--) {
            Quotation quotation = quotations.to(i);
            if (quotation != null || !",.!?–—".contains(tokens.get(i).text())) {
                return quotation;
            }
        }
        return null;
    }

    /** Whether a quotation that is all that is said so far ends before a token. */
    boolean isBehindDirect(int at) {
        Quotation quotation = at > start && isBehindQuotation(at) ? quotations.at(at - 2) : null;
        return quotation != null && isDirect(quotation);
    }

    /** Whether a quotation is all that is said: it goes up to the end of the sentence, or to a mark. */
    boolean isWhole(Quotation quotation) {
        int next = quotation.to() + (quotation.closed() ? 1 : 0);
        return next >= end || tokens.get(next).kind() == Token.Kind.PUNCTUATION;
    }

    /** The end of what is said without the stop or comma at it, which may stand inside its quotation mark. */
    int trimmed(int from, int behind) {
        int to = behind;
        while (to > from && ".,;:".contains(tokens.get(to - 1).text())) {
            to--;
        }
        return to;
    }

    /** Where what is said up to the end of the sentence ends: with a quotation that begins in it and goes on behind the sentence. */
    int quotationEnd(int from, int behind) {
        if (behind > from && quotations.from(behind - 1) != null) {
            // The mark of what the next sentence begins with.
            return behind - 1;
        }
        boolean last = behind >= end - 2;
        Quotation quotation = last && quotations.beginIn(from, behind) ? quotations.at(behind - 1) : null;
        return quotation == null || quotation.from() <= from || !quotation.closed()
                ? behind
                : Math.max(behind, quotation.to());
    }

    boolean isComplementiser(int at) {
        return at < end && words.complementisers.skip(tokens, at, end) > at;
    }

    /** The comma behind words that tell when, where or to whom it was said: a dit X [lundi à la presse], …; the same place without one. */
    int behindSetting(int at) {
        int adverbs = words.behindAdverbs(tokens, at, end);
        if (isComma(adverbs)) {
            return adverbs;
        }
        int from = at < end && words.isPreposition(tokens.get(at)) ? at : adverbs;
        if (from >= end || !words.knowsFiniteVerbs() || !words.isPreposition(tokens.get(from))) {
            return at;
        }
        int comma = commaFrom(from, LONGEST_INSERTION);
        for (int i = from; i < comma; i++) {
            if (!tokens.get(i).isWord() || opensClause(i) || isFinite(i, from)) {
                return at;
            }
        }
        return isComma(comma) ? comma : at;
    }

    /** Whether a clause about all that stands before it begins at a token: A, [ce qui] surprend. */
    boolean isAboutAll(int at) {
        return words.knowsFiniteVerbs()
                && at + 1 < end
                && words.isDemonstrative(tokens.get(at))
                && words.isOnlyRelative(tokens.get(at + 1));
    }

    /** Whether a conjunction or a relative pronoun stands at a token. */
    boolean opensClause(int at) {
        return isComplementiser(at) || words.isOnlyRelative(tokens.get(at));
    }

    int behindPhrase(int at) {
        Speaker phrase = phrases.behind(at, end);
        if (phrase != null) {
            return phrase.to();
        }
        return at < end && tokens.get(at).isWord() && !isFunctionWord(at) ? at + 1 : at;
    }

    /**
     * Index behind the phrases at a token that tell when, where, how or to whom something was said: a dit [dans une interview exclusive
     * accordée à X lundi] que; the token where there are none.
     *
     * @param more whether words without a preposition can go on with a phrase that ends before the token: dans un entretien [accordé à X]
     */
    int behindSettings(int at, boolean more) {
        int behind = at;
        boolean described = more;
        for (int i = 0; i < MOST_SETTINGS && behind < end; i++) {
            int next = words.behindAdverbs(tokens, behind, end);
            next = described || isAttributive(next) && next + 1 < end && words.isPreposition(tokens.get(next + 1))
                    ? behindAttributes(next)
                    : next;
            next = words.behindAdverbs(tokens, next, end);
            if (next + 1 < end && words.isPreposition(tokens.get(next))) {
                int noun = governedBy(next);
                int phrase = behindBrackets(behindPhrase(noun));
                next = phrase > noun ? phrase : next;
            }
            if (next == behind) {
                return behind;
            }
            described = true;
            behind = next;
        }
        return behind;
    }

    /** Where the phrase begins that a preposition governs, with or without one that links the two: lors d'[une réunion], auprès de [X]. */
    int governedBy(int preposition) {
        int phrase = preposition + 1;
        boolean linked = words.knowsFiniteVerbs()
                && phrase < end
                && words.isNounLinker(tokens.get(phrase))
                && !words.isArticle(tokens.get(phrase));
        return linked ? phrase + 1 : phrase;
    }

    /** Index behind what tells more of a phrase that ends before a token: dans un communiqué [publié mardi], le ministre. */
    int behindDescription(int at) {
        return words.knowsFiniteVerbs() ? words.behindAdverbs(tokens, behindAttributes(at), end) : at;
    }

    /** Index behind adjectives and participles at a token, or behind a name in quotation marks: interview [télévisée], émission [« A »]. */
    private int behindAttributes(int at) {
        int behind = at;
        while (behind < end && behind - at < MOST_ATTRIBUTES && mentions.at(behind) == null && isAttributive(behind)) {
            behind++;
        }
        Quotation name = behind == at && at > start && tokens.get(at - 1).isWord() ? quotations.from(at) : null;
        return name != null && name.closed() && name.to() < end && name.to() - name.from() <= MOST_ATTRIBUTES + 2
                ? name.to() + 1
                : behind;
    }

    /** Whether a token can describe the noun before it: an adjective, a participle. */
    boolean isAttributive(int at) {
        if (at >= end) {
            return false;
        }
        Token token = tokens.get(at);
        return token.isWord()
                && !words.isArticle(token)
                && !isFunctionWord(at)
                && !words.isInfinitive(token)
                && !words.isFinite(token);
    }

    /** Index behind what stands in brackets at a token: X (PS); the token where nothing does. */
    int behindBrackets(int at) {
        if (at >= end || !tokens.get(at).text().equals("(")) {
            return at;
        }
        for (int i = at + 1; i < Math.min(end, at + LONGEST_INSERTION); i++) {
            if (tokens.get(i).text().equals(")")) {
                return i + 1;
            }
        }
        return at;
    }

    /** The first finite verb between two places, cues included; the second place where there is none. */
    int finiteVerb(int from, int to) {
        int limit = Math.min(Math.min(to, end), from + FARTHEST_BACK);
        for (int i = from; i < limit; i++) {
            if (mentions.at(i) == null && isFinite(i, from)) {
                return i;
            }
        }
        return to;
    }

    /** Whether a token is a finite verb, and not the first of what begins at another one. */
    boolean isFiniteBehind(int at, int from) {
        return finiteVerb(at, at + 1) == at && at > from;
    }

    /** The quotation that what begins at a token stands in, its mark not counted; null where it stands in none. */
    Quotation around(int from) {
        return quotations.at(quotations.from(from) == null ? from : from - 1);
    }

    /** Whether no finite verb stands before a token in its sentence. */
    boolean isBeforeVerbs(int at) {
        return finiteVerb(start, at) == at;
    }

    /** Whether a verb stands at a token, with the pronouns and negations before it, so that its subject stands before both. */
    boolean isVerbBehindClitics(int at) {
        int verb = behindClitics(at, end);
        return verb < end && finiteVerb(verb, verb + 1) == verb;
    }

    /** Index behind the pronouns and negations at a token, before another place. */
    int behindClitics(int at, int to) {
        int behind = at;
        while (behind < to && isClitic(behind)) {
            behind++;
        }
        return behind;
    }

    /** Whether a token is a finite verb by itself, or by the pronoun or negation before it. */
    boolean isFinite(int at, int from) {
        Token token = tokens.get(at);
        if (words.isFinite(token) || words.isInverted(token)) {
            return at == start || !isNounBehind(tokens.get(at - 1));
        }
        if (at == from || !token.isWord() || words.isInfinitive(token) || isClitic(at)) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean subject = words.pronouns.skip(tokens, at - 1, at) == at && !words.isClitic(before);
        return subject || words.isVerbNegation(before) || words.isReflexive(before);
    }

    /** Whether a noun stands behind an article or a preposition that has one in it: la marche, au [fait] de. */
    private boolean isNounBehind(Token before) {
        return words.isArticle(before) && !words.isClitic(before) || words.isContracted(before);
    }

    /** Whether a phrase begins at a token that tells how many: [plus de 300] soldats. */
    boolean isCounted(int at, int end) {
        return IntStream.range(at, Math.min(end, at + MOST_BEFORE_NUMBER))
                .anyMatch(i -> tokens.get(i).kind() == Token.Kind.NUMBER);
    }

    /**
     * Whether a word that can be a finite verb stands behind what can be its subject, and before an object, an infinitive or a day: Trump
     * [visite] la ville.
     */
    boolean hasVerbBetweenPhrases(int from, int to) {
        for (int i = from + 1; i + 1 < Math.min(to, from + FARTHEST_LEAD); i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            Token behind = tokens.get(i + 1);
            boolean stands = token.isWord()
                    && before.isWord()
                    && mentions.at(i) == null
                    && !token.isCapitalised()
                    && !isFunctionWord(i)
                    && (!words.governs(before) && !isFunctionWord(i - 1) || words.isVerbNegation(before))
                    && words.isOpenForm(token.folded(), VerbForm.FINITE)
                    && !words.isOpenForm(token.folded(), VerbForm.PARTICIPLE);
            boolean governs = isInfinitiveBehind(i + 1)
                    || words.isInfinitiveMarker(behind) && i + 2 < to && isInfinitiveBehind(i + 2);
            boolean placed = words.isDay(tokens, i + 1, to) || words.isPlural(token) && words.isPreposition(behind);
            if (stands && (governs || placed || words.isOwnArticle(behind) || words.isVerbNegation(before))) {
                return true;
            }
        }
        return false;
    }

    /** Index of the mark that ends a clause; a full stop inside the sentence is that of an abbreviation. */
    int clauseStop(int at) {
        int stop = at;
        int limit = Math.min(end, at + FARTHEST_BACK);
        while (stop < limit
                && !(tokens.get(stop).text().length() == 1
                        && (",;:!?".contains(tokens.get(stop).text())
                                || stop == end - 1 && tokens.get(stop).text().equals(".")))) {
            stop++;
        }
        return stop;
    }

    /** Whether a colon stands at a token, and a quotation begins behind it, which may be the next paragraph. */
    boolean isBeforeQuotation(int at) {
        return at < end
                && at + 1 < tokens.size()
                && tokens.get(at).text().equals(":")
                && quotations.from(at + 1) != null;
    }

    /** A quotation of some length, or one that is all that follows. */
    boolean isSaid(int mark) {
        Quotation quotation = quotations.opening(mark);
        return quotation.to() - quotation.from() >= 2 || isWhole(quotation);
    }

    boolean isInfinitiveBehind(int at) {
        int verb = at;
        while (verb < end
                && verb - at < MOST_BEFORE_INFINITIVE
                && !words.isInfinitive(tokens.get(verb))
                && (isClitic(verb) || quotations.from(verb) != null)) {
            verb++;
        }
        return verb < end && words.isInfinitive(tokens.get(verb));
    }

    boolean isClitic(int at) {
        Token token = tokens.get(at);
        return words.isReflexive(token)
                || words.isNegation(token)
                || words.isClitic(token)
                || words.isAdverb(tokens, at, at + 1);
    }

    /** Whether a subject or a question can begin at a token, and with it a main clause. */
    boolean beginsMainClause(int at, int to) {
        return isNounPhrase(at)
                || words.pronouns.skip(tokens, at, to) > at
                || words.questionWords.skip(tokens, at, to) > at;
    }

    boolean isNounPhrase(int at) {
        Token token = tokens.get(at);
        return words.isArticle(token)
                || at + 1 < end && words.isArticle(token, tokens.get(at + 1))
                || mentions.at(at) != null
                || token.kind() == Token.Kind.NUMBER
                || quotations.from(at) != null
                || token.isWord() && !isFunctionWord(at);
    }

    boolean isFunctionWord(int at) {
        Token token = tokens.get(at);
        return words.isPreposition(token)
                || words.isConjunction(token)
                || words.isCoordinator(token)
                || words.isRelative(token)
                || words.isInfinitiveMarker(token)
                || words.isAgent(token)
                || words.complementisers.skip(tokens, at, end) > at
                || words.pronouns.skip(tokens, at, end) > at
                || words.isAdverb(tokens, at, end);
    }

    boolean opensContent(int at) {
        Token token = tokens.get(at);
        return words.isArticle(token)
                || isComplementiser(at)
                || words.isInfinitiveMarker(token)
                || quotations.from(at) != null
                || mentions.at(at) != null;
    }

    boolean isComma(int at) {
        return at >= start && at < end && tokens.get(at).text().equals(",");
    }

    /** Where the clause of a verb begins: behind a conjunction, or where a quotation that it stands in does. */
    int clauseStart(int at) {
        Quotation quotation = quotations.at(at);
        int from = quotation == null || quotation.from() > at ? start : Math.max(start, quotation.from());
        int brackets = 0;
        from = Math.max(from, at - FARTHEST_BACK);
        for (int i = at - 1; i > from; i--) {
            if (tokens.get(i).text().equals(")")) {
                brackets++;
            } else if (tokens.get(i).text().equals("(")) {
                brackets--;
            } else if (brackets == 0
                    && (words.complementisers.skip(tokens, i, i + 1) > i && !words.joinsNouns(tokens, i)
                            || ";:".contains(tokens.get(i).text()))) {
                return i + 1;
            }
        }
        return from;
    }

    /** Whether a gerund begins its sentence: Tout en réitérant … */
    boolean isFronted(Cue cue) {
        return cue.form() == VerbForm.GERUND && cue.left() - start <= MANNER;
    }

    /** Whether what is said ends before a token: at a comma, a quotation mark or a dash. */
    boolean isBehindSpeech(int at) {
        if (at <= 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        if (isBehindQuotation(at)) {
            return true;
        }
        return at > start
                && (before.text().equals(",")
                        || before.text().equals("–")
                        || before.text().equals("—")
                        || words.knowsFiniteVerbs() && isCall(before));
    }

    /** Whether a mark ends what is asked or called out, behind which who did can stand: Qui paiera ? demande X. */
    private static boolean isCall(Token mark) {
        return mark.kind() == Token.Kind.PUNCTUATION && "?!…".contains(mark.text());
    }

    /** Whether a quotation is all that is said before its cue: it begins where its sentence does, or behind a mark. */
    boolean isDirect(Quotation quotation) {
        int mark = quotation.from() - 1;
        if (mark <= start) {
            return true;
        }
        Token before = tokens.get(mark - 1);
        return before.kind() == Token.Kind.PUNCTUATION && ".:!?".contains(before.text());
    }

    /** Where a quotation ends that goes on behind the cue: at the end of the next one. */
    int goesOn(int behind, Quotation quotation) {
        int next = behind;
        while (next < tokens.size()
                && next - behind < 2
                && ",.:;".contains(tokens.get(next).text())) {
            next++;
        }
        Quotation other = next > behind ? quotations.from(next) : null;
        other = other == null ? resumed(behind) : other;
        boolean another = other != null && other != quotation && !isCueBehind(other) && !isSigned(other);
        return another ? other.to() : quotation.to();
    }

    /**
     * The quotation that goes on in the middle of a sentence behind what is told of who speaks, and where: « A », dit X à Y, qui a vu B,
     * [« et C »]; null where none does.
     */
    private Quotation resumed(int behind) {
        int comma = words.knowsFiniteVerbs() ? behindSetting(behind) : behind;
        int limit = words.knowsFiniteVerbs() && isComma(comma) ? Math.min(end, comma + FARTHEST_LEAD) : comma;
        for (int i = comma; i + 1 < limit && !phrases.isCue(i); i++) {
            Quotation next = quotations.from(i + 1);
            if (next != null || quotations.from(i) != null) {
                return next != null
                                && isComma(i)
                                && next.from() < end
                                && !tokens.get(next.from()).isCapitalised()
                        ? next
                        : null;
            }
        }
        return null;
    }

    /** The quotation that is all that stands between two places; null where there is none. */
    Quotation quotationOf(int from, int to) {
        Quotation quotation = quotations.from(from);
        return quotation != null && quotation.to() >= to - 1 ? quotation : null;
    }

    /** Whether a dash with a name stands behind a quotation, or with anybody on a line of its own: « … » — X. */
    boolean isSigned(Quotation quotation) {
        int dash = quotation.to() + 1;
        boolean signed = quotation.closed() && dash + 1 < tokens.size() && isDash(dash);
        return signed
                && (mentions.at(dash + 1) != null
                        || quotations.beginsParagraph(dash)
                                && tokens.get(dash + 1).isCapitalised());
    }

    boolean isCueBehind(Quotation quotation) {
        int next = quotation.to() + 1;
        if (beginsNextSentence(quotation, next)) {
            return false;
        }
        for (int i = next; i < Math.min(tokens.size(), next + 4); i++) {
            String folded = tokens.get(i).folded();
            boolean verb = !words.verbs.of(folded).isEmpty() || words.invertedVerb(folded) != null;
            if (verb && quotation.closed()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether what stands behind a quotation begins another sentence, as a stop and a capital, or a paragraph, tell: « A. » Le maire dit
     * B.
     */
    private boolean beginsNextSentence(Quotation quotation, int next) {
        int last = quotation.to() - 1;
        return quotation.closed()
                && next < tokens.size()
                && last >= 0
                && (quotations.beginsParagraph(next)
                        || tokens.get(last).text().equals(".")
                                && tokens.get(next).isCapitalised());
    }

    /** Whether a verb behind a comma has its speaker behind it, and what was said before it. */
    boolean isParenthesis(Cue cue, int after) {
        if (cue.subject()) {
            // A, a-t-il dit lors d'une visite.
            boolean placed = words.knowsFiniteVerbs() && after < end && words.isPreposition(tokens.get(after));
            return placed || after >= end || !tokens.get(after).isWord();
        }
        if (cue.form() != VerbForm.FINITE || isComplementiser(after)) {
            return false;
        }
        Speaker speaker = phrases.behind(after, end);
        if (speaker == null && words.knowsFiniteVerbs()) {
            // …, a déclaré à Reuters X
            Speaker person = behindAdjuncts(after, false);
            speaker = person != null && (person.person() || phrases.isTitled(person)) ? person : null;
        }
        return speaker != null && canSpeak(cue, speaker);
    }

    boolean isTrailing(int at) {
        Token token = tokens.get(at);
        return ".!?…,;:".contains(token.text()) || isDash(at) || words.isCoordinator(token) && at == end - 1;
    }

    boolean isParenthesis(int at, Speaker speaker) {
        boolean ends = speaker.to() >= end
                || !tokens.get(speaker.to()).isWord()
                || words.isPreposition(tokens.get(speaker.to()));
        return ends && at > start && isBehindSpeech(at);
    }

    /** Index of the first comma from a token on, or of the token where the search ends without one. */
    int commaFrom(int at, int farthest) {
        int next = at;
        while (next < end && next - at < farthest && !isComma(next)) {
            next++;
        }
        return next;
    }

    /** Whether a clause begins at a token: behind a conjunction or where a quotation does. */
    boolean isOpening(int at) {
        Token before = tokens.get(at - 1);
        return words.complementisers.skip(tokens, at - 1, at) > at - 1
                || quotations.from(at - 1) != null
                || ";:".contains(before.text());
    }

    boolean isSentenceStart(int at) {
        return sentenceStart(at) == at;
    }

    /** Where the sentence of a token begins that stands in this one or not far before it. */
    int sentenceStart(int at) {
        return sentences.get(sentenceOf(at)).from();
    }

    /** Index of the sentence of a token that stands in this one or not far before it. */
    private int sentenceOf(int at) {
        int of = sentence;
        while (of > 0 && sentences.get(of).from() > at && sentence - of < FARTHEST_SENTENCE) {
            of--;
        }
        return of;
    }

    /** Index of the first token of the sentence before that of a token. */
    int lastSentence(int at) {
        return sentences.get(Math.max(0, sentenceOf(at) - 1)).from();
    }
}
