// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * What stands where in one sentence, as far as reported speech needs it: what leads from a cue to its content, noun phrases behind and
 * before verbs, where clauses begin and end. Knows nothing of what was found in the sentence. Everything looks a bounded way left or
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

    /** The most tokens between a verb and its object, commas included. */
    private static final int LONGEST_INSERTION = 10;

    /** The most phrases that tell when, where or to whom it was said, one behind the other, before what was said. */
    private static final int MOST_SETTINGS = 3;

    /** The most words in quotation marks that are no more than a name for something. */
    private static final int LONGEST_NAME = 2;

    /** The most pronouns, negations and quotation marks before an infinitive. */
    private static final int MOST_BEFORE_INFINITIVE = 3;

    /** The most words, and what follows, by which something is judged. */
    private static final int MOST_JUDGED = 6;

    /** The most words of a noun phrase behind a preposition, with it. */
    private static final int MOST_GOVERNED = 8;

    /** How many sentences before it may be looked for. */
    private static final int FARTHEST_SENTENCE = 16;

    /** The most words for a source before a verb: d'après ce que. */
    private static final int LONGEST_SOURCE = 4;

    final Tokens tokens;
    final SpeechWords words;
    final Quotations quotations;
    final Mentions mentions;
    final NounPhrases phrases;

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
        if (speaker != null && phrases.isNobody(speaker)) {
            Speaker place = phrases.inPlace(speaker.to(), limit);
            return place == null ? speaker : place;
        }
        return speaker;
    }

    /** Whether a verb stands behind a quotation, or behind a clause with a verb of its own and a comma. */
    private boolean isBehindWhole(int at) {
        return words.knowsFiniteVerbs() && isBehindSpeech(at) && (isBehindQuotation(at) || finiteVerb(start, at) < at);
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

    /** Where a word for a source begins that ends before a token; -1 where none does. */
    int sourceBefore(int at, boolean verb) {
        int found = -1;
        for (int from = at - 1; from >= Math.max(start, at - LONGEST_SOURCE); from--) {
            Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, from, at);
            if (source != null
                    && source.to() == at
                    && !source.value().behind()
                    && !source.value().named()
                    && (source.value().verb() || !verb)) {
                found = from;
            }
        }
        return found;
    }

    /** Whether words for a source stand at a token, and nothing but it up to the end of the sentence, or of its part: selon X. */
    boolean isTrailingSource(int at) {
        Phrases.Match<SpeechWords.Source> source =
                quotations.at(at) == null && words.knowsFiniteVerbs() ? words.sources.longest(tokens, at, end) : null;
        if (source == null
                || source.value().behind()
                || source.value().named()
                || source.value().verb()) {
            return false;
        }
        Speaker speaker = phrases.governed(source.to(), end);
        if (speaker == null || phrases.isMeasure(speaker)) {
            return false;
        }
        int comma = commaFrom(speaker.to(), FARTHEST_BACK);
        return finiteVerb(speaker.to(), comma) == comma
                && (!isComma(comma)
                        || comma + 1 < end && words.isCoordinator(tokens.get(comma + 1))
                        || endsWithApposition(comma)
                        || comma + 1 < end
                                && words.isPreposition(tokens.get(comma + 1))
                                && finiteVerb(comma + 1, end) == end);
    }

    /** Whether a word for a source that stands before it begins the sentence: Selon X, … */
    boolean beginsWithSource() {
        Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, start, end);
        return source != null && !source.value().behind() && !source.value().verb();
    }

    /** The noun phrase behind a verb that ends before a token, which may have words between: a dit [avec émotion] X. */
    Speaker inverted(int after) {
        int from = words.behindAdverbs(tokens, after, end);
        Speaker speaker = phrases.behind(from, end);
        return speaker == null ? behindAdjuncts(from) : speaker;
    }

    /** The speaker behind words that tell how, where or to whom it was said: a confié [avec émotion, lundi,] Garcia. */
    Speaker behindAdjuncts(int at) {
        if (at >= end || !words.isPreposition(tokens.get(at)) && !isComma(at)) {
            return null;
        }
        for (int i = at + 1; i < Math.min(end, at + FARTHEST_LEAD); i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean governed = words.isPreposition(before)
                    || words.isArticle(before)
                    || words.isNounLinker(before)
                    || words.isCoordinator(before);
            boolean inside = mentions.at(i) != null && mentions.at(i) == mentions.at(i - 1);
            if (!governed && !inside && phrases.isHead(i) && !words.isPreposition(token)) {
                Speaker speaker = phrases.behind(i, end);
                if (speaker != null && speaksBehind(speaker)) {
                    return speaker;
                }
            }
            if (token.kind() == Token.Kind.PUNCTUATION && mentions.at(i) == null && !isComma(i)
                    || isComplementiser(i)
                    || words.isRelative(token)
                    || words.isFinite(token)) {
                return null;
            }
        }
        return null;
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
        return ends && !leads && (person || words.isArticle(first) && !governed);
    }

    /** Whether a conjunction and another noun phrase stand at a token, up to the end of the clause: [et son adjoint]. */
    private boolean isBeforeAnother(int at) {
        Speaker other = words.knowsFiniteVerbs() && at + 1 < end && words.isCoordinator(tokens.get(at))
                ? phrases.behind(at + 1, end)
                : null;
        return other != null && endsClause(other.to());
    }

    boolean endsClause(int at) {
        return at >= end || !tokens.get(at).isWord();
    }

    /** Whether what stands behind a verb behind a comma is who says it, and not what is said: an office, a name. */
    boolean canSpeak(Cue cue, Speaker speaker) {
        boolean ends = speaker.to() >= cue.subjectEnd(end)
                || !tokens.get(speaker.to()).isWord()
                || words.isPreposition(tokens.get(speaker.to()))
                || words.isAdverb(tokens, speaker.to(), end);
        return ends
                && (!cue.verb().takes(Frame.NOUN)
                        || speaker.entity() != null
                        || tokens.get(speaker.from()).isCapitalised()
                        || phrases.isTitled(speaker)
                        || isDocument(speaker)
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
                            || !tokens.get(quotation.to() - 1).isWord() && quotation.to() > quotation.from());
        }
        // « A ». Le pays a relevé B: who begins a sentence has not said what stands before it.
        boolean apart = at > 0
                && at == start
                && words.knowsFiniteVerbs()
                && tokens.get(at - 1).text().equals(".");
        return at > 1
                && !apart
                && !tokens.get(at - 1).isWord()
                && quotations.from(at - 1) == null
                && isLong(quotationBefore(at - 1));
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

    /** Where the content begins behind a cue; -1 where none does. */
    int lead(Cue cue, int after) {
        return lead(cue, after, MOST_SETTINGS);
    }

    /** @param settings how many phrases that tell when, where or to whom it was said may still stand before it */
    private int lead(Cue cue, int after, int settings) {
        CueVerb verb = cue.verb();
        if (after >= end || isComma(after) && isComplementiser(after + 1) && words.knowsFiniteVerbs()) {
            // dit que A avance[, que] B recule
            return -1;
        }
        if (settings > 0 && isComma(after) && !words.hasBrackets()) {
            int inserted = behindInsertion(after);
            int lead = inserted < 0 ? -1 : lead(cue, inserted, settings - 1);
            if (lead >= 0 && IntStream.range(inserted, lead).noneMatch(phrases::isCue)) {
                return lead;
            }
        }
        int behindClause =
                verb.takes(Frame.CLAUSE) && isComma(after) && words.knowsFiniteVerbs() ? behindInserted(after) : -1;
        if (behindClause >= 0) {
            return behindClause;
        }
        if (verb.takes(Frame.OBJECT)
                && verb.takes(Frame.PERSON)
                && words.isNounLinker(tokens.get(after))
                && !words.isClitic(tokens.get(after))
                && !(words.hasInfinitiveEndings() && isInfinitiveBehind(after + 1))) {
            // attire l'attention [de X] sur
            int behind = behindPhrase(after + 1);
            if (behind + 1 < end && behind > after + 1 && words.isPreposition(tokens.get(behind))) {
                return behind + 1;
            }
        }
        if (verb.takes(Frame.CHARGE) && isCharge(after)) {
            return after + 1;
        }
        if (verb.takes(Frame.OBJECT)
                && quotations.from(after) != null
                && after + 1 < end
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
        int told = end;
        int bare = bareLead(verb, isNameOfAdverb(cue, after) ? after + 1 : after);
        boolean infinitiveBehind = words.isInfinitiveMarker(tokens.get(after)) && isInfinitiveBehind(after + 1);
        if (bare < 0
                && verb.takes(Frame.NOUN)
                && words.isPreposition(tokens.get(after))
                && !(words.hasInfinitiveEndings() && infinitiveBehind)) {
            // demande [au gouvernement] des mesures
            bare = objectBehind(after);
            told = bare < 0 || isComplementiserSoon(bare) ? end : bare;
        }
        boolean clause = !words.knowsFiniteVerbs()
                && !verb.takes(Frame.NOUN)
                && !verb.takes(Frame.BARE)
                && words.isArticle(tokens.get(after));
        boolean linked = words.isNounLinker(tokens.get(after))
                && !words.isArticle(tokens.get(after))
                && after + 1 < end
                && words.isArticle(tokens.get(after + 1))
                && words.knowsFiniteVerbs();
        boolean skips = isSkippable(after) && !linked && !(verb.takes(Frame.NOUN) && words.isArticle(tokens.get(after)))
                || clause
                || verb.takes(Frame.PERSON);
        int limit = Math.min(told, after + (skips ? FARTHEST_LEAD : 1));
        // affirme [en avoir fini avec « A »]
        boolean infinitiveFirst = bare == after && verb.takes(Frame.INFINITIVE) && isInfinitiveBehind(after);
        int infinitive = -1;
        int object = -1;
        int behindTold = words.isPreposition(tokens.get(after)) ? behindBrackets(behindPhrase(after + 1)) : after;
        for (int i = after; i < limit; i++) {
            Token token = tokens.get(i);
            int behind = words.complementisers.skip(tokens, i, end);
            if (verb.takes(Frame.CLAUSE)
                    && behind > i
                    && (i == after || isFarClause(verb, i, behind))
                    && !isOfApposition(after, i)) {
                return behind;
            }
            boolean comma = token.text().equals(",");
            if (comma && verb.takes(Frame.REPORTED) && isReported(i + 1)) {
                return i + 1;
            }
            if (comma && verb.takes(Frame.INFINITIVE_LAST) && isInfinitiveLast(i + 1)) {
                return i + 1;
            }
            boolean direct = i == after
                    || verb.takes(Frame.PERSON)
                    || i == after + 1 && tokens.get(after).text().equals(",");
            boolean asked = direct
                    || i == behindTold
                    || words.isPreposition(tokens.get(after))
                            && !words.isPreposition(tokens.get(i - 1))
                            && !words.isRelative(token)
                            && finiteVerb(after, i) == i;
            asked &= i == after || !words.isOnlyRelative(token);
            if (verb.takes(Frame.QUESTION) && asked && words.questionWords.skip(tokens, i, end) > i) {
                return i;
            }
            if (verb.takes(Frame.QUOTE)
                    && token.text().equals(":")
                    && (i + 1 < end || isBeforeQuotation(i))
                    && tokens.get(i - 1).kind() != Token.Kind.NUMBER
                    && (i == after
                            || verb.takes(Frame.CLAUSE)
                            || !words.dropsSubjects()
                            || quotations.from(i + 1) != null)) {
                return i + 1;
            }
            if (quotations.opening(i) != null
                    && !(i > after && infinitiveFirst && !isBeforeQuotation(i - 1))
                    && (verb.takes(Frame.QUOTE) || verb.takes(Frame.BARE))
                    && isSaid(i)
                    && !isAskedOf(verb, i, after)) {
                return i;
            }
            if (verb.takes(Frame.INFINITIVE) && words.areInfinitivesBare() && words.isInfinitive(token)) {
                return i;
            }
            if (verb.takes(Frame.INFINITIVE)
                    && words.isInfinitiveMarker(token)
                    && i + 1 < end
                    && !isName(quotations.from(i + 1))
                    && isInfinitiveBehind(i + 1)) {
                return i + 1;
            }
            if (infinitive < 0 && i > after && isBareInfinitive(verb, i)) {
                infinitive = i;
            }
            if (infinitive < 0 && i > after && isAuxiliaryInfinitive(verb, i)) {
                infinitive = i;
            }
            if (verb.takes(Frame.OBJECT) && direct && i + 1 < end && isObject(verb, i, after)) {
                int fact = words.complementisers.skip(tokens, i + 1, end);
                if (verb.takes(Frame.CLAUSE) && fact > i + 1) {
                    // insiste sur le fait que
                    return fact;
                }
                if (i == after || !words.isNounLinker(token)) {
                    return i == after ? i + 1 : behindPerson(i);
                }
                object = object < 0 || !words.isArticle(tokens.get(i + 1)) ? i + 1 : object;
            }
            boolean apart = !verb.takes(Frame.CLAUSE) || commaFrom(after, i - after) < i;
            if (i > after && phrases.isCue(i) && apart && words.knowsFiniteVerbs()) {
                break;
            }
            if (i > after && behind > i && words.knowsFiniteVerbs() && !verb.takes(Frame.CLAUSE)) {
                break;
            }
            boolean asks = verb.takes(Frame.PERSON) && verb.takes(Frame.INFINITIVE);
            boolean stops = ";!?".contains(token.text())
                    || token.text().equals(".") && (i == end - 1 || quotations.at(i) != null);
            if (stops || i > after && words.isRelative(token) && !asks) {
                break;
            }
        }
        if (bare >= 0) {
            return isNegatedAdjective(cue, bare) ? bare - 1 : bare;
        }
        if (verb.takes(Frame.QUOTED) && verb.takes(Frame.CLAUSE) && isJudged(after)) {
            return after;
        }
        if (infinitive < 0
                && verb.takes(Frame.ADJECTIVE)
                && after > cue.behind()
                && words.isNegation(tokens.get(cue.behind()))) {
            // se dit plus à l'aise
            return cue.behind();
        }
        return object >= 0 ? object : infinitive;
    }

    /** Where a quotation begins behind a colon, to which no other clause leads: a félicité X : [« A »]; -1 where none does. */
    int leadBehindColon(int after) {
        for (int i = after; i < Math.min(end, after + FARTHEST_LEAD); i++) {
            if (isBeforeQuotation(i)) {
                return i + 1;
            }
            boolean other =
                    mentions.at(i) == null && isFinite(i, after) || phrases.isCue(i) || quotations.at(i) != null;
            if (other || opensClause(i)) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a conjunction behind more words begins what is said, and no other clause: dit à X [que]; se dit plus grand que, crié et que. */
    private boolean isFarClause(CueVerb verb, int at, int behind) {
        return !verb.takes(Frame.ADJECTIVE)
                && !words.isCompoundConjunction(tokens, at - 1, behind)
                && words.clauseConjunctions.skip(tokens, at - 1, behind) != behind
                && !(words.knowsFiniteVerbs() && words.isCoordinator(tokens.get(at - 1)));
    }

    /** Where the object begins behind where it was said: plaide [devant la presse] pour la paix, fait état [dans un rapport] d'une hausse. */
    private int leadBehindSetting(Cue cue, int preposition, int settings) {
        int behind = behindPhrase(preposition + 1);
        int next = isComma(behind) ? behind + 1 : behind;
        int lead = next < end && words.isPreposition(tokens.get(next)) ? lead(cue, next, settings) : -1;
        for (int i = preposition + 2; lead < 0 && i + 1 < behind; i++) {
            Token article = tokens.get(i + 1);
            if (isCharge(i) && words.isArticle(article) && !words.isClitic(article)) {
                lead = i + 1;
            }
        }
        return lead;
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

    /** Whether a clause or an infinitive stands behind what is said of it: juge [peu utile] de partir, trouve [bon] que. */
    private boolean isJudged(int after) {
        if (!words.knowsFiniteVerbs()) {
            return false;
        }
        for (int i = after; i < Math.min(end - 1, after + MOST_JUDGED); i++) {
            Token token = tokens.get(i);
            boolean leads = isComplementiser(i) || words.isInfinitiveMarker(token) && isInfinitiveBehind(i + 1);
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
        int behind = behindPhrase(preposition + 1);
        boolean asked = words.knowsFiniteVerbs()
                && words.isContracted(tokens.get(preposition))
                && behind + 1 < end
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
        boolean marked = words.isContracted(token) || words.isInfinitiveMarker(token);
        if (at > after) {
            boolean fits = marked || !verb.takes(Frame.INFINITIVE) || !words.knowsFiniteVerbs();
            return fits && commaFrom(after, at - after) == at;
        }
        return !verb.takes(Frame.INFINITIVE)
                || words.isContracted(token)
                || words.isInfinitiveMarker(token) && !isToldTo(at + 1);
    }

    /** Whether a preposition stands at a token behind which somebody is told to have done something: accusé [de] fraude. */
    boolean isCharge(int at) {
        return at + 1 < end && words.isNounLinker(tokens.get(at)) && !words.isClitic(tokens.get(at));
    }

    /** Whether somebody stands at a token who charges with what is in quotation marks behind: qualifié [par X de « A »]. */
    boolean isChargedBy(int at) {
        if (!words.knowsFiniteVerbs() || at >= end || !words.isAgent(tokens.get(at))) {
            return false;
        }
        int limit = Math.min(end - 1, at + LONGEST_INSERTION);
        for (int i = at + 1; i < limit && tokens.get(i).isWord(); i++) {
            if (isCharge(i) && quotations.from(i + 1) != null) {
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
                && at < end
                && quotations.from(at) != null;
    }

    /** Whether être or avoir stand behind who was told something: a avoué à la police [être] coupable. */
    private boolean isAuxiliaryInfinitive(CueVerb verb, int at) {
        return verb.takes(Frame.INFINITIVE)
                && words.hasInfinitiveEndings()
                && words.isAuxiliary(tokens.get(at))
                && words.isInfinitive(tokens.get(at))
                && !words.isPreposition(tokens.get(at - 1));
    }

    /** Where a clause begins behind an insertion: a révélé, lors d'une réunion qui …, [que]; -1 where none does. */
    private int behindInserted(int comma) {
        if (comma + 1 >= end || !words.isPreposition(tokens.get(comma + 1))) {
            return -1;
        }
        for (int i = comma + 2; i < Math.min(end - 1, comma + FARTHEST_BACK); i++) {
            if (isComma(i) && isComplementiser(i + 1)) {
                return words.complementisers.skip(tokens, i + 1, end);
            }
            if (";:".contains(tokens.get(i).text())) {
                return -1;
            }
        }
        return -1;
    }

    /** Whether a conjunction begins a clause about a noun behind a comma, and no content: conclut à une mort naturelle, une thèse [que] … */
    private boolean isOfApposition(int after, int conjunction) {
        int commas = 0;
        for (int i = after; i < conjunction; i++) {
            commas += isComma(i) ? 1 : 0;
        }
        return words.knowsFiniteVerbs() && commas % 2 == 1 && !isComma(conjunction - 1) && !isComma(after);
    }

    /** Whether a name ends what tells where it was said: a démenti sur son compte [Instagram] les rumeurs. */
    private boolean isNameOfAdverb(Cue cue, int at) {
        return words.knowsFiniteVerbs()
                && at > cue.to()
                && at + 1 < end
                && tokens.get(at).isCapitalised()
                && words.isArticle(tokens.get(at + 1))
                && (words.isClitic(tokens.get(at + 1)) || !words.isNounLinker(tokens.get(at + 1)))
                && !words.isAdverb(tokens, at + 1, end);
    }

    /** Whether a quotation is too short for more than a name for something. */
    private static boolean isName(Quotation quotation) {
        return quotation != null && quotation.to() - quotation.from() <= LONGEST_NAME;
    }

    /** Whether a clause begins behind a token, before a mark does: a dit au chef des services qu'il viendrait. */
    private boolean isComplementiserSoon(int at) {
        for (int i = at;
                i < Math.min(end, at + LONGEST_INSERTION) && tokens.get(i).isWord();
                i++) {
            if (isComplementiser(i)) {
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
        for (int i = quotation.to() + 1; i < Math.min(end - 1, quotation.to() + LONGEST_INSERTION); i++) {
            if (words.isInfinitiveMarker(tokens.get(i)) && isInfinitiveBehind(i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Index behind what a comma and the next one enclose, behind a verb: a promis[, depuis 2003,]; -1 where they enclose nothing. */
    private int behindInsertion(int comma) {
        if (comma + 1 >= end) {
            return -1;
        }
        Token first = tokens.get(comma + 1);
        int close = commaFrom(comma + 1, FARTHEST_LEAD);
        boolean governed = words.isPreposition(first) && !words.isArticle(first);
        if (!governed && words.behindAdverbs(tokens, comma + 1, close) < close) {
            return -1;
        }
        return isComma(close) && close + 1 < end ? close + 1 : -1;
    }

    /** Where an object begins behind who was told it, and where: demande [au gouvernement] des mesures; -1 where none does. */
    private int objectBehind(int preposition) {
        int behind = words.behindAdverbs(tokens, behindBrackets(behindPhrase(preposition + 1)), end);
        if (behind > preposition + 1 && behind < end && words.isArticle(tokens.get(behind))) {
            return behind;
        }
        int limit = words.knowsFiniteVerbs() ? Math.min(end, preposition + LONGEST_INSERTION) : 0;
        for (int i = preposition + 2; i < limit; i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean article = words.isArticle(token) && (words.isClitic(token) || !words.isNounLinker(token));
            boolean governed = words.isPreposition(before)
                    || words.isArticle(before)
                    || words.isNounLinker(before)
                    || words.isCoordinator(before);
            if (article
                    && !governed
                    && mentions.at(i) == null
                    && i + 1 < end
                    && !words.isAuxiliary(tokens.get(i + 1))) {
                return i;
            }
            if (!token.isWord() || opensClause(i) || words.isAuxiliary(token) || isFinite(i, preposition)) {
                return -1;
            }
        }
        return -1;
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

    /** Whether an infinitive stands behind a noun phrase, so that it is asked of that: appelle à [X] à cesser. */
    private boolean isToldTo(int at) {
        int behind = behindPhrase(at);
        return behind > at
                && behind + 1 < end
                && words.isInfinitiveMarker(tokens.get(behind))
                && isInfinitiveBehind(behind + 1);
    }

    /** Whether an infinitive without a marker stands behind whom something is asked: pidió al Gobierno liberar. */
    boolean isBareInfinitive(CueVerb verb, int at) {
        Token before = tokens.get(at - 1);
        return verb.takes(Frame.INFINITIVE)
                && words.hasInfinitiveEndings()
                && words.dropsSubjects()
                && words.isInfinitive(tokens.get(at))
                && before.isWord()
                && !words.isArticle(before)
                && !words.isPreposition(before);
    }

    int behindPhrase(int at) {
        Speaker phrase = phrases.behind(at, end);
        if (phrase != null) {
            return phrase.to();
        }
        return at < end && tokens.get(at).isWord() && !isFunctionWord(at) ? at + 1 : at;
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

    /** Whether a clause begins behind a comma that the form of its verb, or its subject, tells to be what was said. */
    boolean isReported(int at) {
        if (at >= end || words.isConjunction(tokens.get(at)) || words.isCoordinator(tokens.get(at))) {
            return false;
        }
        int stop = clauseStop(at);
        if (words.pronouns.skip(tokens, at, end) > at && stop - at > 2) {
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
    boolean isInfinitiveLast(int at) {
        int last = clauseStop(at) - 1;
        if (last < at || !words.isInfinitive(tokens.get(last))) {
            return false;
        }
        return last > at && words.isInfinitiveMarker(tokens.get(last - 1))
                || words.hasInfinitiveMarkerInside(tokens.get(last));
    }

    /** The first finite verb between two places, cues included; the second place where there is none. */
    int finiteVerb(int from, int to) {
        int limit = Math.min(to, from + FARTHEST_BACK);
        for (int i = from; i < limit; i++) {
            if (mentions.at(i) == null && isFinite(i, from)) {
                return i;
            }
        }
        return to;
    }

    /** Whether a token is a finite verb by itself, or by the pronoun or negation before it. */
    private boolean isFinite(int at, int from) {
        Token token = tokens.get(at);
        if (words.isFinite(token) || words.isInverted(token)) {
            return !(at > start && words.isArticle(tokens.get(at - 1)) && !words.isClitic(tokens.get(at - 1)));
        }
        if (at == from || !token.isWord() || words.isInfinitive(token) || isClitic(at)) {
            return false;
        }
        Token before = tokens.get(at - 1);
        boolean subject = words.pronouns.skip(tokens, at - 1, at) == at && !words.isClitic(before);
        return subject || words.isReflexive(before);
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

    /** Content that begins without a word that leads to it. */
    int bareLead(CueVerb verb, int after) {
        Token token = tokens.get(after);
        if (token.kind() == Token.Kind.PUNCTUATION && quotations.from(after) == null) {
            return -1;
        }
        boolean infinitive = verb.takes(Frame.INFINITIVE)
                && words.hasInfinitiveEndings()
                && !words.isArticle(token)
                && isInfinitiveBehind(after);
        boolean phrase = verb.takes(Frame.NOUN) && isNounPhrase(after);
        boolean adjective = verb.takes(Frame.ADJECTIVE)
                && (token.isWord() && !words.isPreposition(token) && !words.isArticle(token)
                        || quotations.from(after) != null && words.knowsFiniteVerbs());
        boolean clause = verb.takes(Frame.BARE) && isClause(after);
        if (verb.takes(Frame.CALL) && words.isNounLinker(token) && !words.isArticle(token)) {
            return after + 1 < end ? after + 1 : -1;
        }
        boolean called = verb.takes(Frame.CALL) && (quotes(after) || isCalled(after))
                || verb.takes(Frame.QUOTED) && quotesBeforeComma(after)
                || verb.takes(Frame.COMPARED) && isCompared(after)
                || verb.takes(Frame.NOUN) && isPartitive(after);
        return infinitive || phrase || adjective || clause || called ? after : -1;
    }

    /** Whether a noun phrase is held to be something: considère [A comme B]. */
    private boolean isCompared(int at) {
        if (!words.isArticle(tokens.get(at)) && mentions.at(at) == null) {
            return false;
        }
        for (int i = at + 1; i < Math.min(end - 1, at + FARTHEST_LEAD); i++) {
            if (words.isCueConjunction(tokens.get(i))) {
                return !phrases.isCue(i + 1);
            }
            if (!tokens.get(i).isWord() || opensClause(i) || isFinite(i, at)) {
                return false;
            }
        }
        return false;
    }

    /** Whether an article for a part of something stands at a token: demande [de l'] aide; but not: dans un message de la ville. */
    private boolean isPartitive(int at) {
        return at + 1 < end
                && !(at - 2 > start && words.isArticle(tokens.get(at - 2)))
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
                && IntStream.range(cue.left(), cue.to()).noneMatch(i -> words.isNegation(tokens.get(i)));
    }

    /** Whether a noun without an article stands behind one that links nouns, as of no or more of it: n'a pas demandé [de rançon]. */
    private boolean isQuantity(int at) {
        return at + 1 < end
                && words.isNounLinker(tokens.get(at))
                && !words.isArticle(tokens.get(at))
                && tokens.get(at + 1).isWord()
                && !tokens.get(at + 1).isCapitalised()
                && !words.isArticle(tokens.get(at + 1))
                && !isFunctionWord(at + 1)
                && !isInfinitiveBehind(at + 1);
    }

    /** Whether a quotation begins at a token, or behind it before the next mark. */
    private boolean quotesBeforeComma(int at) {
        for (int i = at; i < Math.min(end, at + LONGEST_INSERTION); i++) {
            if (quotations.from(i) != null) {
                return i == at && words.knowsFiniteVerbs() || isSaid(i);
            }
            boolean shortened = tokens.get(i).text().equals(".") && mentions.at(i) != null;
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
                && behind + 1 < end
                && words.isNounLinker(tokens.get(behind))
                && !words.isArticle(tokens.get(behind))
                && !tokens.get(behind + 1).isCapitalised();
    }

    /** Whether something in the rest of the sentence stands in quotation marks. */
    boolean quotes(int at) {
        for (int i = at; i < Math.min(end, at + FARTHEST_LEAD); i++) {
            if (quotations.from(i) != null) {
                return true;
            }
        }
        return false;
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

    /** Whether a clause can begin at a token, which a comma or preposition says no to. */
    boolean isClause(int at) {
        Token token = tokens.get(at);
        if (words.pronouns.skip(tokens, at, end) > at) {
            // said he would, but not: denied it vigorously
            int next = words.behindAdverbs(tokens, words.pronouns.skip(tokens, at, end), end);
            return next < end && tokens.get(next).isWord();
        }
        return isNounPhrase(at)
                || token.isCapitalised()
                || token.isWord() && !words.isPreposition(token) && !words.isCoordinator(token);
    }

    /** Whether something may stand between a cue and the conjunction of its content: à la presse, lundi. */
    boolean isSkippable(int at) {
        Token token = tokens.get(at);
        return words.isPreposition(token)
                || token.text().equals(",")
                || token.text().equals(":")
                || token.text().equals("(");
    }

    boolean opensContent(int at) {
        Token token = tokens.get(at);
        return words.isArticle(token)
                || isComplementiser(at)
                || words.isInfinitiveMarker(token)
                || quotations.from(at) != null
                || mentions.at(at) != null;
    }

    boolean isBehindRelative(int at) {
        return at > start && words.isRelative(tokens.get(at - 1));
    }

    /** The noun phrase that a relative pronoun stands for. */
    Speaker beforeRelative(int relative) {
        int first = words.knowsFiniteVerbs() ? firstRelative(relative) : relative;
        int clause = clauseStart(first);
        int behind = governor(first);
        if (behind > clause && words.isCoordinator(tokens.get(behind - 1)) && words.knowsFiniteVerbs()) {
            // Le directeur, arrivé hier, et qui a dit
            return phrases.behind(words.behindAdverbs(tokens, clause, behind), behind);
        }
        if (behind > clause && isComma(behind - 1)) {
            behind = beforeAdjective(clause, behind - 1);
        }
        Speaker apposed = words.knowsFiniteVerbs() ? phrases.withOffice(clause, behind) : null;
        if (apposed != null) {
            return apposed;
        }
        Speaker speaker = phrases.before(clause, behind);
        if (words.knowsFiniteVerbs() && (speaker == null || isPart(speaker) || hasAgent(speaker))) {
            Speaker governed = governedBefore(behind);
            governed = governed == null && speaker == null ? phrases.governedBefore(clause, behind) : governed;
            speaker = governed == null ? speaker : governed;
        }
        return speaker == null || speaker.entity() == null ? phrases.named(clause, behind, speaker) : speaker;
    }

    /** The relative pronoun that one behind a conjunction stands for the same as: X, [qui] a vu A et qui dit B; itself where none is. */
    private int firstRelative(int relative) {
        if (relative <= start || !words.isCoordinator(tokens.get(relative - 1))) {
            return relative;
        }
        for (int i = relative - 2; i > start && relative - i < FARTHEST_BACK; i--) {
            Token token = tokens.get(i);
            if (words.isOnlyRelative(token)) {
                return i;
            }
            if (";:".contains(token.text())) {
                return relative;
            }
        }
        return relative;
    }

    /** The comma before a single word between two of them: 60 % des gens[,] déçus, qui disent; the second where none stands alone. */
    private int beforeAdjective(int clause, int comma) {
        if (comma - 2 <= clause) {
            return comma;
        }
        Token word = tokens.get(comma - 1);
        boolean alone = words.knowsFiniteVerbs()
                && isComma(comma - 2)
                && mentions.at(comma - 1) == null
                && word.isWord()
                && !word.isCapitalised()
                && words.isOpenForm(word.folded(), VerbForm.PARTICIPLE);
        return alone ? comma - 2 : comma;
    }

    /** Whether a phrase can be no more than the end of a longer one: aux syndicats de la [RATP]. */
    private boolean isPart(Speaker phrase) {
        Token before = phrase.from() > start ? tokens.get(phrase.from() - 1) : null;
        boolean linked = before != null && (words.isNounLinker(before) || words.isArticle(before));
        return linked || !phrases.isHead(phrase.from());
    }

    /** Whether a phrase tells by whom something was done, who is what a relative pronoun behind it stands for: un projet porté [par X]. */
    private boolean hasAgent(Speaker phrase) {
        return IntStream.range(phrase.from() + 1, phrase.to()).anyMatch(i -> words.isAgent(tokens.get(i)));
    }

    /** The noun phrase behind a preposition that ends before a token: tombe sur [un message] disant. */
    Speaker governedBefore(int behind) {
        for (int i = behind - 1; i >= start && tokens.get(i).isWord() && behind - i < MOST_GOVERNED; i--) {
            if (words.isPreposition(tokens.get(i)) && !words.isNounLinker(tokens.get(i))) {
                return phrases.governed(i + 1, behind);
            }
        }
        return null;
    }

    /** Where the preposition stands that governs a relative pronoun, as in con las que; the pronoun where there is none. */
    int governor(int relative) {
        int at = relative;
        if (at - 1 > start && words.isArticle(tokens.get(at - 1))) {
            at--;
        }
        return at - 1 > start && words.isPreposition(tokens.get(at - 1)) ? at - 1 : relative;
    }

    /** The subject of a verb behind a relative clause: the man [that lives here] said; null where there is no such clause. */
    Speaker outerSubject(int clause, int verb, Speaker inner) {
        boolean relative = clause - 1 > start
                && words.isRelative(tokens.get(clause - 1))
                && words.complementisers.skip(tokens, clause - 1, clause) == clause
                && (!isComma(clause - 2) || isComma(verb - 1));
        boolean whole = inner != null
                && phrases.isHead(inner.from())
                && (inner.from() <= words.behindAdverbs(tokens, clause, end)
                        || words.isCoordinator(tokens.get(inner.from() - 1)));
        Speaker outer = relative && !whole ? beforeRelative(clause - 1) : null;
        return outer == null || !phrases.isHead(outer.from()) ? null : outer;
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

    /** The quotation that goes on in the middle of a sentence behind what is told of who speaks: « A », dit X, qui a vu B, [« et C »]; null where none does. */
    private Quotation resumed(int behind) {
        int limit = words.knowsFiniteVerbs() && isComma(behind) ? Math.min(end, behind + FARTHEST_LEAD) : behind;
        for (int i = behind + 1; i + 1 < limit && !phrases.isCue(i); i++) {
            Quotation next = quotations.from(i + 1);
            if (next != null || quotations.from(i) != null) {
                return next != null && isComma(i) && !tokens.get(next.from()).isCapitalised() ? next : null;
            }
        }
        return null;
    }

    /** The quotation that is all that stands between two places; null where there is none. */
    Quotation quotationOf(int from, int to) {
        Quotation quotation = quotations.from(from);
        return quotation != null && quotation.to() >= to - 1 ? quotation : null;
    }

    /** Whether a dash with a name stands behind a quotation: « … » — X. */
    boolean isSigned(Quotation quotation) {
        int dash = quotation.to() + 1;
        return quotation.closed() && dash + 1 < tokens.size() && isDash(dash) && mentions.at(dash + 1) != null;
    }

    boolean isCueBehind(Quotation quotation) {
        int next = quotation.to() + 1;
        for (int i = next; i < Math.min(tokens.size(), next + 4); i++) {
            String folded = tokens.get(i).folded();
            boolean verb = !words.verbs.of(folded).isEmpty() || words.invertedVerb(folded) != null;
            if (verb && quotation.closed()) {
                return true;
            }
        }
        return false;
    }

    /** Where a clause ends that stands before the main one: Lorsqu'il a dit que oui, la police est venue. */
    int frontedEnd(int from, int farthest) {
        for (int i = from + 1; i + 1 < Math.min(end, from + farthest); i++) {
            if (tokens.get(i).text().equals(",") && quotations.at(i) == quotations.at(from)) {
                boolean main = isNounPhrase(i + 1)
                        || words.pronouns.skip(tokens, i + 1, end) > i + 1
                        || words.questionWords.skip(tokens, i + 1, end) > i + 1;
                return main ? i : end;
            }
        }
        return end;
    }

    /** Whether a verb behind a comma has its speaker behind it, and what was said before it. */
    boolean isParenthesis(Cue cue, int after) {
        if (cue.subject()) {
            return after >= end || !tokens.get(after).isWord();
        }
        if (cue.form() != VerbForm.FINITE || isComplementiser(after)) {
            return false;
        }
        Speaker speaker = phrases.behind(after, end);
        return speaker != null && canSpeak(cue, speaker);
    }

    /** Whether a relative clause between two commas ends before a verb: X, qui vient de A, [dit]. */
    boolean isBehindInsertedRelative(int verb) {
        if (!isComma(verb - 1)) {
            return false;
        }
        int comma = verb - 2;
        while (comma > start && verb - comma < FARTHEST_LEAD && !isComma(comma)) {
            comma--;
        }
        int relative = words.isCoordinator(tokens.get(comma + 1)) ? comma + 2 : comma + 1;
        return isComma(comma) && words.isOnlyRelative(tokens.get(relative)) && finiteVerb(start, comma) == comma;
    }

    /**
     * The first relative pronoun between a subject and the comma before its verb, where no other verbs stand than those of relative
     * clauses: X, [qui] a vu A, dit B; -1 where it is not so.
     */
    int relativeOfSubject(int verb) {
        int from = clauseStart(verb);
        int first = -1;
        int open = 0;
        for (int i = from; i < verb; i++) {
            if (words.isOnlyRelative(tokens.get(i))) {
                first = first < 0 ? i : first;
                open++;
            } else if (mentions.at(i) == null && isFinite(i, from)) {
                open--;
            }
            if (open < 0) {
                return -1;
            }
        }
        return isComma(verb - 1) ? first : -1;
    }

    /** Where a relative clause ends: at the comma before the verb of the clause around it; the second place where there is none. */
    int insertedEnd(int from, int to) {
        for (int i = from + 1; i < Math.min(to, from + FARTHEST_BACK) - 1; i++) {
            boolean verb = words.isAuxiliary(tokens.get(i + 1))
                    || words.isNegation(tokens.get(i + 1))
                    || phrases.isCue(i + 1)
                    || finiteVerb(i + 1, i + 2) == i + 1;
            if (verb && isComma(i) && quotations.at(i) == quotations.at(from - 1)) {
                return i;
            }
        }
        return to;
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

    int behindComma(int at) {
        int comma = commaFrom(at, FARTHEST_BACK);
        return isComma(comma) ? comma + 1 : at;
    }

    /** The end of what is said without the marks and words at it that lead on. */
    int withoutTrailing(int from, int behind) {
        int to = behind;
        while (to > from && isTrailing(to - 1)) {
            to--;
        }
        return to;
    }

    /** The comma behind the name or office that stands behind one between commas; the same where none does. */
    int behindApposition(int comma) {
        Speaker apposed = comma + 1 < end && isComma(comma) ? phrases.behind(comma + 1, end) : null;
        boolean named = apposed != null
                && apposed.to() < end
                && isComma(apposed.to())
                && (apposed.person() && mentions.at(comma + 1) != null
                        || phrases.isTitled(apposed) && !words.isArticle(tokens.get(comma + 1)));
        return named ? apposed.to() : behindVerbless(comma);
    }

    /** The comma behind a phrase without a verb, before another phrase that begins a clause; the same where none does. */
    private int behindVerbless(int comma) {
        int from = comma + 1;
        boolean begins = from < end
                && (words.isArticle(tokens.get(from))
                        || tokens.get(from).isWord() && !tokens.get(from).isCapitalised() && !isFunctionWord(from));
        if (!words.knowsFiniteVerbs() || !begins) {
            return comma;
        }
        int phrase = commaFrom(from, FARTHEST_LEAD);
        boolean relative = phrase + 1 < end && words.isOnlyRelative(tokens.get(phrase + 1));
        int next = relative ? commaFrom(phrase + 1, FARTHEST_LEAD) : phrase;
        int close = commaFrom(next + 1, FARTHEST_BACK);
        boolean verbless = isComma(next)
                && next + 1 < end
                && finiteVerb(from, phrase) == phrase
                && !words.isPreposition(tokens.get(next + 1))
                && !words.isOnlyRelative(tokens.get(next + 1))
                && !words.isAdverb(tokens, next + 1, end)
                && (finiteVerb(next + 1, close) < close
                        || words.isOpenForm(tokens.get(from).folded(), VerbForm.PARTICIPLE) && isNounPhrase(next + 1));
        return verbless ? next : comma;
    }

    /** Whether a word can only be a noun without an article: filiale du groupe. */
    private boolean isBareNoun(int at) {
        return at + 1 < end
                && tokens.get(at).isWord()
                && !tokens.get(at).isCapitalised()
                && !isFunctionWord(at)
                && !words.isAuxiliary(tokens.get(at))
                && words.isNounLinker(tokens.get(at + 1))
                && !words.isClitic(tokens.get(at + 1));
    }

    /** Whether all that stands behind a comma is of who stands before it: a dit X, le président de Y. */
    boolean endsWithApposition(int comma) {
        int from = comma + 1;
        if (from < end && words.isOnlyRelative(tokens.get(from))) {
            return true;
        }
        Speaker apposed = phrases.behind(from, end);
        if (apposed != null && apposed.person() && words.knowsFiniteVerbs() && mentions.at(from) != null) {
            // selon le maire, X, cité par Y
            return !isMainClause(apposed.to(), end);
        }
        boolean fits = apposed == null
                ? words.hasArticles() && !words.hasCapitalNouns() && isBareNoun(from)
                : apposed.entity() == null
                        && phrases.isTitled(apposed)
                        && !(words.knowsFiniteVerbs() && phrases.isPronoun(apposed));
        int close = commaFrom(apposed == null ? from : apposed.to(), FARTHEST_BACK);
        return fits && withoutTrailing(from, close) == withoutTrailing(from, end) && !isMainClause(from, close);
    }

    /** Whether a clause stands between two places, and no relative one: [seul X a raison]. */
    private boolean isMainClause(int from, int to) {
        int verb = words.knowsFiniteVerbs() ? finiteVerb(from, to) : to;
        for (int i = from; i < verb; i++) {
            if (words.isRelative(tokens.get(i)) || isComplementiser(i)) {
                return false;
            }
        }
        return verb < to;
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
