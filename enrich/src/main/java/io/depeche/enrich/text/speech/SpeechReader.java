// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.ArrayList;
import java.util.List;

/** Reads who said what out of one text, sentence by sentence. */
final class SpeechReader {

    /** How far behind a cue its content may begin. */
    private static final int FARTHEST_LEAD = 24;

    /** The fewest tokens of a quotation that somebody said without a cue. */
    private static final int SHORTEST_QUOTATION = 5;

    /** The most words for a source before a verb: tal y como. */
    private static final int LONGEST_SOURCE = 3;

    /** How many sentences before it a pronoun can stand for a name of. */
    private static final int PRONOUN_REACH = 2;

    private final Tokens tokens;
    private final List<Tokens.Range> sentences;
    private final SpeechWords words;
    private final Quotations quotations;
    private final Mentions mentions;
    private final NounPhrases phrases;
    private final List<Draft> drafts = new ArrayList<>();

    /** The sentence that is read. */
    private int sentence;

    private int start;

    private int end;
    private List<Cue> cues = List.of();
    /** Index of the first attribution of the sentence. */
    private int firstDraft;

    SpeechReader(
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

    List<Draft> read() {
        for (sentence = 0; sentence < sentences.size(); sentence++) {
            Tokens.Range range = sentences.get(sentence);
            start = range.from();
            end = range.to();
            firstDraft = drafts.size();
            cues = new CueFinder(tokens, range, words).all();
            cues.forEach(phrases::addCue);
            int next = 0;
            for (int at = start; at < end; at++) {
                Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, at, end);
                if (source != null) {
                    source(at, source.to(), source.value());
                }
                while (next < cues.size() && cues.get(next).to() - 1 <= at) {
                    verb(cues.get(next));
                    next++;
                }
            }
            quotationsOfSentence();
        }
        return drafts;
    }

    // Verbs

    private void verb(Cue cue) {
        if (isSaidSo(cue)) {
            return;
        }
        if (cue.passive()) {
            passive(cue);
            return;
        }
        int after = words.behindAdverbs(tokens, cue.to(), end);
        boolean behindSpeech = isBehindSpeech(cue.left());
        if (cue.subject()) {
            Speaker speaker = cue.nobody() ? null : pronoun(cue.from(), cue.to());
            int lead = lead(cue, after);
            if (lead >= 0 && !behindSpeech) {
                add(cue, speaker, lead);
            } else {
                parenthesis(cue, cue.left(), cue.to(), speaker);
            }
            return;
        }
        boolean quotes = cue.form() == VerbForm.FINITE
                && (cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE));
        if (behindSpeech && quotes && !isComplementiser(after)) {
            Speaker speaker = phrases.behind(after, end);
            boolean named = speaker != null && (speaker.entity() != null || phrases.isTitled(speaker));
            boolean object = cue.verb().takes(Frame.NOUN)
                    && (words.isPreposition(tokens.get(start)) || words.isConjunction(tokens.get(start)));
            boolean inserted = words.dropsSubjects() && (object || !named && hasComma(cue.left() - 1));
            if (speaker != null && (isBehindQuotation(cue.left()) || !inserted && canSpeak(cue, speaker))) {
                parenthesis(cue, cue.left(), speaker.to(), resolve(speaker));
                return;
            }
            if (speaker == null && words.dropsSubjects() && isBehindQuotation(cue.left())) {
                parenthesis(cue, cue.left(), cue.to(), dropped(cue));
                return;
            }
        }
        int lead = lead(cue, after);
        Speaker speaker = cue.form() == VerbForm.GERUND ? ofGerund(cue) : subject(cue);
        if (speaker == null && words.dropsSubjects() && cue.form() == VerbForm.FINITE) {
            withoutSubject(cue, after, lead);
            return;
        }
        boolean said = speaker != null
                && quotes
                && !isBehindRelative(cue.left())
                && (words.dropsSubjects() ? isBehindDirect(speaker.from()) : isBehindSpeech(speaker.from()));
        if (said && (lead < 0 || speaker.from() > start && isBehindQuotation(speaker.from()) && !isComplementiser(after))) {
            parenthesis(cue, speaker.from(), cue.to(), speaker);
        } else if (lead >= 0) {
            add(cue, speaker, lead);
        }
    }

    /** Whether another comma stands before one, so that the verb behind it can be that of what stands before both. */
    private boolean hasComma(int at) {
        for (int i = start; i < at; i++) {
            if (isComma(i)) {
                return true;
            }
        }
        return false;
    }

    /** A verb with its subject behind it, or with none, which is then what spoke before. */
    private void withoutSubject(Cue cue, int after, int lead) {
        Speaker behind = phrases.behind(after, end);
        boolean speaks = behind != null
                && (!cue.verb().takes(Frame.NOUN) || behind.entity() != null || phrases.isTitled(behind)
                        || isComplementiser(behind.to()) && !words.isRelative(tokens.get(behind.to())));
        int next = speaks ? words.behindAdverbs(tokens, behind.to(), end) : end;
        int nextLead = next < end ? lead(cue, next) : -1;
        if (nextLead > next || nextLead == next && quotations.from(next) != null) {
            add(cue, resolve(behind), nextLead);
        } else if (lead >= 0) {
            add(cue, dropped(cue), lead);
        }
    }

    /** Who a verb without a subject is about: who spoke last, where that is close and no part of a quotation. */
    private Speaker dropped(Cue cue) {
        boolean first = words.behindAdverbs(tokens, start, end) >= cue.left()
                || words.isPreposition(tokens.get(start))
                || words.isConjunction(tokens.get(start));
        boolean joined = cue.left() > start
                && (words.isCoordinator(tokens.get(cue.left() - 1))
                        || words.complementisers.skip(tokens, cue.left() - 1, cue.left()) == cue.left());
        if (quotations.at(cue.from()) != null || !first && !joined && !isBehindQuotation(cue.left())) {
            return null;
        }
        int last = outer(reach());
        return last < 0 ? null : drafts.get(last).speaker();
    }

    /** A verb behind a word for a source is what the rest of the sentence is by: según dijo el ministro. */
    private boolean isSaidSo(Cue cue) {
        if (cue.form() != VerbForm.FINITE) {
            return false;
        }
        int after = words.behindAdverbs(tokens, cue.to(), end);
        Speaker speaker = null;
        int from = sourceBefore(cue.left(), false);
        if (from < 0 && !cue.passive() && !cue.subject()) {
            speaker = subject(cue);
            from = speaker == null || speaker.from() >= cue.left() ? -1 : sourceBefore(speaker.from(), true);
        }
        if (from < 0) {
            return false;
        }
        boolean planned = cue.passive() && !words.isReflexive(tokens.get(cue.from()));
        if (planned || from > start && !isOpening(from) && !isBehindSpeech(from)) {
            return true;
        }
        if (speaker == null && !cue.passive()) {
            speaker = cue.subject() ? pronoun(cue.from(), cue.to()) : resolve(phrases.behind(after, end));
            speaker = speaker == null && words.dropsSubjects() ? dropped(cue) : speaker;
        }
        int behind = speaker != null && speaker.from() >= after ? speaker.to() : cue.to();
        for (int i = behind; i < Math.min(end - 1, behind + FARTHEST_LEAD); i++) {
            if (tokens.get(i).text().equals(":") && quotations.from(i + 1) != null) {
                add(cue, speaker, i + 1);
                return true;
            }
        }
        sourced(cue.from(), cue.to(), cue.verb().act(), speaker, from, behind);
        return true;
    }

    /** Where a word for a source begins that ends before a token; -1 where none does. */
    private int sourceBefore(int at, boolean verb) {
        int found = -1;
        for (int from = at - 1; from >= Math.max(start, at - LONGEST_SOURCE); from--) {
            Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, from, at);
            if (source != null && source.to() == at && !source.value().behind() && !source.value().named()
                    && (source.value().verb() || !verb)) {
                found = from;
            }
        }
        return found;
    }

    /** Whether what stands behind a verb behind a comma is who says it, and not what is said: an office, a name. */
    private boolean canSpeak(Cue cue, Speaker speaker) {
        boolean ends = speaker.to() >= end || !tokens.get(speaker.to()).isWord() || words.isPreposition(tokens.get(speaker.to()));
        return ends && (!cue.verb().takes(Frame.NOUN) || speaker.entity() != null || phrases.isTitled(speaker));
    }

    private boolean isBehindQuotation(int at) {
        Quotation quotation = at == start && quotations.beginsParagraph(at) ? null : quotations.to(at - 1);
        if (quotation != null) {
            // In the English style, the comma stands inside.
            return quotation.to() - quotation.from() >= SHORTEST_QUOTATION
                    || !tokens.get(quotation.to() - 1).isWord() && quotation.to() > quotation.from();
        }
        return at > 1 && !tokens.get(at - 1).isWord() && quotations.to(at - 2) != null;
    }

    /** Whether a quotation that is all that is said so far ends before a token. */
    private boolean isBehindDirect(int at) {
        Quotation quotation = at > start && isBehindQuotation(at) ? quotations.at(at - 2) : null;
        return quotation != null && isDirect(quotation);
    }

    /** A passive has a speaker only where it says by whom. */
    private void passive(Cue cue) {
        int at = words.behindAdverbs(tokens, cue.to(), end);
        Speaker speaker = null;
        if (at < end && words.isAgent(tokens.get(at))) {
            speaker = phrases.governed(at + 1, end);
            at = speaker == null ? at : words.behindAdverbs(tokens, speaker.to(), end);
        }
        int complementiser = words.complementisers.skip(tokens, at, end);
        if (cue.verb().takes(Frame.CLAUSE) && complementiser > at) {
            add(cue, speaker, complementiser);
        }
    }

    private void add(Cue cue, Speaker speaker, int lead) {
        Quotation quotation = quotations.from(lead);
        if (quotation != null && isWhole(quotation)) {
            add(speaker, cue, quotation.from(), afterwards(quotation.to()), true);
            return;
        }
        int from = isComma(lead) ? lead + 1 : lead;
        int to = clauseEnd(from);
        if (isBehindRelative(cue.left()) && isComma(governor(cue.left() - 1) - 1)) {
            to = insertionEnd(from, to);
        }
        add(speaker, cue, from, to, false);
    }

    /** Where what is said in a relative clause between commas ends: before the verb of the clause around it. */
    private int insertionEnd(int from, int to) {
        for (Cue cue : cues) {
            if (cue.left() - 1 > from && cue.left() - 1 < to && isComma(cue.left() - 1) && cue.form() == VerbForm.FINITE) {
                return cue.left() - 1;
            }
        }
        return to;
    }

    /** Whether a quotation is all that is said: it goes up to the end of the sentence, or to a mark. */
    private boolean isWhole(Quotation quotation) {
        int next = quotation.to() + (quotation.closed() ? 1 : 0);
        return next >= end || tokens.get(next).kind() == Token.Kind.PUNCTUATION;
    }

    private void add(Speaker speaker, Cue cue, int from, int to, boolean quotation) {
        if (to > from) {
            drafts.add(new Draft(
                    speaker,
                    cue.from(),
                    cue.to(),
                    from,
                    to,
                    quotation,
                    cue.verb().act(),
                    cue.negated()));
        }
    }

    private boolean isComplementiser(int at) {
        return at < end && words.complementisers.skip(tokens, at, end) > at;
    }

    /** Where the content begins behind a cue; -1 where none does. */
    private int lead(Cue cue, int after) {
        CueVerb verb = cue.verb();
        if (after >= end) {
            return -1;
        }
        int bare = bareLead(verb, after);
        boolean skips = isSkippable(after) && !(verb.takes(Frame.NOUN) && words.isArticle(tokens.get(after))) || verb.takes(Frame.PERSON);
        int limit = Math.min(end, after + (skips ? FARTHEST_LEAD : 1));
        int infinitive = -1;
        for (int i = after; i < limit; i++) {
            Token token = tokens.get(i);
            int behind = words.complementisers.skip(tokens, i, end);
            if (verb.takes(Frame.CLAUSE) && behind > i) {
                return behind;
            }
            boolean direct = i == after || verb.takes(Frame.PERSON);
            if (verb.takes(Frame.QUESTION) && direct && words.questionWords.skip(tokens, i, end) > i) {
                return i;
            }
            if (verb.takes(Frame.QUOTE)
                    && token.text().equals(":")
                    && i + 1 < end
                    && (i == after || verb.takes(Frame.CLAUSE) || !words.dropsSubjects() || quotations.from(i + 1) != null)) {
                return i + 1;
            }
            if (quotations.from(i) != null && (verb.takes(Frame.QUOTE) || verb.takes(Frame.BARE)) && isSaid(i)) {
                return i;
            }
            if (verb.takes(Frame.INFINITIVE)
                    && words.isInfinitiveMarker(token)
                    && i + 1 < end
                    && isInfinitiveBehind(i + 1)) {
                return i + 1;
            }
            if (infinitive < 0 && i > after && isBareInfinitive(verb, i)) {
                infinitive = i;
            }
            if (verb.takes(Frame.OBJECT) && direct && i > after - 1 && words.isPreposition(token) && i + 1 < end
                    && (!verb.takes(Frame.PERSON) || i > after || !verb.takes(Frame.INFINITIVE))) {
                return i + 1;
            }
            if (".;!?".contains(token.text()) || i > after && words.isRelative(token)) {
                break;
            }
        }
        return bare >= 0 ? bare : infinitive;
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

    /** A quotation of some length, or one that is all that follows. */
    private boolean isSaid(int mark) {
        Quotation quotation = quotations.from(mark);
        return quotation.to() - quotation.from() >= 2 || isWhole(quotation);
    }

    private boolean isInfinitiveBehind(int at) {
        int verb = at;
        while (verb < end && verb - at < 3 && !words.isInfinitive(tokens.get(verb)) && isClitic(verb)) {
            verb++;
        }
        return verb < end && words.isInfinitive(tokens.get(verb));
    }

    private boolean isClitic(int at) {
        Token token = tokens.get(at);
        return words.isReflexive(token)
                || words.isNegation(token)
                || words.isClitic(token)
                || words.isAdverb(tokens, at, at + 1);
    }

    /** Content that begins without a word that leads to it. */
    private int bareLead(CueVerb verb, int after) {
        Token token = tokens.get(after);
        if (token.kind() == Token.Kind.PUNCTUATION && quotations.from(after) == null) {
            return -1;
        }
        boolean infinitive = verb.takes(Frame.INFINITIVE) && words.hasInfinitiveEndings() && isInfinitiveBehind(after);
        boolean phrase = verb.takes(Frame.NOUN) && isNounPhrase(after);
        boolean adjective = verb.takes(Frame.ADJECTIVE) && token.isWord() && !words.isPreposition(token) && !words.isArticle(token);
        boolean clause = verb.takes(Frame.BARE) && isClause(after);
        boolean called = verb.takes(Frame.CALL) && quotes(after);
        return infinitive || phrase || adjective || clause || called ? after : -1;
    }

    /** Whether something in the rest of the sentence stands in quotation marks. */
    private boolean quotes(int at) {
        for (int i = at; i < Math.min(end, at + FARTHEST_LEAD); i++) {
            if (quotations.from(i) != null) {
                return true;
            }
        }
        return false;
    }

    private boolean isNounPhrase(int at) {
        Token token = tokens.get(at);
        return words.isArticle(token)
                || mentions.at(at) != null
                || token.kind() == Token.Kind.NUMBER
                || quotations.from(at) != null
                || token.isWord() && !isFunctionWord(at);
    }

    private boolean isFunctionWord(int at) {
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
    private boolean isClause(int at) {
        Token token = tokens.get(at);
        return isNounPhrase(at)
                || token.isCapitalised()
                || token.isWord() && !words.isPreposition(token) && !words.isCoordinator(token);
    }

    /** Whether something may stand between a cue and the conjunction of its content: à la presse, lundi. */
    private boolean isSkippable(int at) {
        Token token = tokens.get(at);
        return words.isPreposition(token) || token.text().equals(",") || token.text().equals(":") || token.text().equals("(");
    }

    // Subjects

    private Speaker subject(Cue cue) {
        int left = cue.left();
        if (isBehindRelative(left)) {
            return governor(left - 1) < left - 1 ? shared() : resolve(beforeRelative(left - 1));
        }
        int clause = clauseStart(left);
        if (left > clause && words.isCoordinator(tokens.get(left - 1))) {
            return shared();
        }
        Speaker speaker = phrases.before(clause, left);
        Speaker outer = outerSubject(clause, left, speaker);
        if (outer == null && speaker == null && words.dropsSubjects() && isComma(left - 1)) {
            return resolve(phrases.before(start, left));
        }
        return resolve(outer == null ? speaker : outer);
    }

    private boolean isBehindRelative(int at) {
        return at > start && words.isRelative(tokens.get(at - 1));
    }

    /** The noun phrase that a relative pronoun stands for. */
    private Speaker beforeRelative(int relative) {
        int clause = clauseStart(relative);
        int behind = governor(relative);
        if (behind > clause && isComma(behind - 1)) {
            behind--;
        }
        return phrases.before(clause, behind);
    }

    /** Where the preposition stands that governs a relative pronoun, as in con las que; the pronoun where there is none. */
    private int governor(int relative) {
        int at = relative;
        if (at - 1 > start && words.isArticle(tokens.get(at - 1))) {
            at--;
        }
        return at - 1 > start && words.isPreposition(tokens.get(at - 1)) ? at - 1 : relative;
    }

    /** The subject of a verb behind a relative clause: the man [that lives here] said; null where there is no such clause. */
    private Speaker outerSubject(int clause, int verb, Speaker inner) {
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

    private boolean isComma(int at) {
        return at >= start && tokens.get(at).text().equals(",");
    }

    /** Where the clause of a verb begins: behind a conjunction, or where a quotation that it stands in does. */
    private int clauseStart(int at) {
        Quotation quotation = quotations.at(at);
        int from = quotation == null ? start : Math.max(start, quotation.from());
        int brackets = 0;
        for (int i = at - 1; i > from; i--) {
            if (tokens.get(i).text().equals(")")) {
                brackets++;
            } else if (tokens.get(i).text().equals("(")) {
                brackets--;
            } else if (brackets == 0
                    && (words.complementisers.skip(tokens, i, i + 1) > i || ";:".contains(tokens.get(i).text()))) {
                return i + 1;
            }
        }
        return from;
    }

    /** Who a gerund is about: the noun phrase right before it, or who speaks in the sentence. */
    private Speaker ofGerund(Cue cue) {
        int left = cue.left();
        if (left > start && tokens.get(left - 1).kind() != Token.Kind.PUNCTUATION && !words.isPreposition(tokens.get(left - 1))) {
            Speaker before = phrases.before(clauseStart(left), left);
            if (before != null) {
                return before;
            }
        }
        if (left == start) {
            int comma = left;
            while (comma < end && !tokens.get(comma).text().equals(",")) {
                comma++;
            }
            return comma + 1 < end ? resolve(phrases.behind(comma + 1, end)) : null;
        }
        return shared();
    }

    /** The speaker of what stands before in the sentence, or its subject. */
    private Speaker shared() {
        if (drafts.size() > firstDraft) {
            return drafts.get(drafts.size() - 1).speaker();
        }
        return resolve(phrases.behind(words.behindAdverbs(tokens, start, end), end));
    }

    private Speaker pronoun(int from, int to) {
        return resolve(new Speaker(from, to, null, false));
    }

    /** A pronoun stands for the person that spoke last. */
    private Speaker resolve(Speaker speaker) {
        if (speaker == null || speaker.entity() != null || drafts.isEmpty()) {
            return speaker;
        }
        if (words.pronouns.skip(tokens, speaker.from(), speaker.to()) != speaker.to()) {
            return speaker;
        }
        for (int i = drafts.size() - 1; i >= 0; i--) {
            Draft draft = drafts.get(i);
            if (Math.max(draft.cueTo(), draft.to()) < reach()) {
                break;
            }
            Speaker last = draft.speaker();
            if (last != null && last.person()) {
                return new Speaker(speaker.from(), speaker.to(), last.entity(), true);
            }
        }
        return speaker;
    }

    /** Index of the first token that a pronoun can stand for a name of. */
    private int reach() {
        return sentences.get(Math.max(0, sentence - PRONOUN_REACH)).from();
    }

    // What stands before the cue

    /** Whether what is said ends before a token: at a comma, a quotation mark or a dash. */
    private boolean isBehindSpeech(int at) {
        if (at <= 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        if (isBehindQuotation(at)) {
            return true;
        }
        return at > start && (before.text().equals(",") || before.text().equals("–") || before.text().equals("—"));
    }

    /** A cue with its speaker behind what was said, or in the middle of it. */
    private void parenthesis(Cue cue, int from, int behind, Speaker speaker) {
        int last = from - 1;
        Quotation quotation = quotations.to(last);
        if (quotation == null && last > start && tokens.get(last).kind() == Token.Kind.PUNCTUATION) {
            quotation = quotations.to(last - 1);
        }
        Quotation inside = quotations.at(last);
        if (quotation != null && isDirect(quotation)) {
            add(speaker, cue, quotation.from(), afterwards(goesOn(behind, quotation)), true);
        } else if (quotation == null && inside != null && quotations.at(behind) == inside) {
            add(speaker, cue, inside.from(), inside.to(), true);
        } else {
            int first = speechStart(last);
            int to = last;
            if (words.behindAdverbs(tokens, first, last) == last) {
                return;
            }
            if (behind < end && tokens.get(behind).text().equals(",") && !isCueSoon(behind + 1)) {
                to = clauseEnd(behind + 1);
            }
            add(speaker, cue, first, to, false);
        }
    }

    /** Whether a quotation is all that is said before its cue: it begins where its sentence does, or behind a mark. */
    private boolean isDirect(Quotation quotation) {
        int mark = quotation.from() - 1;
        if (mark <= start) {
            return true;
        }
        Token before = tokens.get(mark - 1);
        return before.kind() == Token.Kind.PUNCTUATION && ".:!?".contains(before.text());
    }

    /** Where a quotation ends that goes on behind the cue: at the end of the next one. */
    private int goesOn(int behind, Quotation quotation) {
        int next = behind;
        while (next < tokens.size() && next - behind < 2 && ",.:;".contains(tokens.get(next).text())) {
            next++;
        }
        Quotation other = next > behind ? quotations.from(next) : null;
        return other != null && other != quotation && !isCueBehind(other) ? other.to() : quotation.to();
    }

    private boolean isCueBehind(Quotation quotation) {
        int next = quotation.to() + 1;
        for (int i = next; i < Math.min(tokens.size(), next + 4); i++) {
            if (!words.verbs.of(tokens.get(i).folded()).isEmpty() && quotation.closed()) {
                return true;
            }
        }
        return false;
    }

    private int afterwards(int to) {
        return to;
    }

    private boolean isCueSoon(int at) {
        for (Cue cue : cues) {
            boolean goesOn = cue.form() != VerbForm.FINITE || cue.subject() || !words.dropsSubjects();
            if (cue.left() == at && goesOn) {
                return true;
            }
        }
        return false;
    }

    /** Where what is said before a cue begins: with the sentence, or behind the last attribution in it. */
    private int speechStart(int last) {
        int from = start;
        for (int i = firstDraft; i < drafts.size(); i++) {
            Draft draft = drafts.get(i);
            if (draft.to() < last && draft.cueFrom() < last) {
                from = Math.max(from, draft.to());
            }
        }
        while (from < last && tokens.get(from).kind() == Token.Kind.PUNCTUATION && quotations.from(from) == null) {
            from++;
        }
        return from;
    }

    // The end of what is said

    private int clauseEnd(int from) {
        Quotation around = quotations.at(from);
        int limit = end;
        if (around != null && around.from() <= from && around.to() > from && quotations.from(from) == null) {
            limit = Math.min(limit, around.to());
        }
        for (Cue cue : cues) {
            int left = cue.left();
            if (left <= from || left >= limit) {
                continue;
            }
            Token before = tokens.get(left - 1);
            for (int i = from; i < left; i++) {
                if (tokens.get(i).text().equals(";")) {
                    limit = i;
                    break;
                }
            }
            if (limit < left) {
                break;
            }
            boolean goesOn = cue.form() == VerbForm.GERUND && before.text().equals(",")
                    || words.isCoordinator(before) && cue.form() == VerbForm.FINITE && !cue.subject();
            if (goesOn && lead(cue, words.behindAdverbs(tokens, cue.to(), end)) >= 0) {
                limit = left - 1;
                break;
            }
        }
        while (limit > from && isTrailing(limit - 1)) {
            limit--;
        }
        return limit;
    }

    private boolean isTrailing(int at) {
        Token token = tokens.get(at);
        return ".!?…,;:".contains(token.text()) || words.isCoordinator(token) && at == end - 1;
    }

    // Sources

    private void source(int at, int behind, SpeechWords.Source source) {
        if (source.behind()) {
            Speaker speaker = phrases.before(start, at);
            if (speaker != null) {
                sourced(at, behind, source.act(), speaker, speaker.from(), behind);
            }
            return;
        }
        boolean ordinal = at > start && (words.isArticle(tokens.get(at - 1)) || words.isNounLinker(tokens.get(at - 1)));
        if (source.verb() || ordinal) {
            return;
        }
        Speaker speaker = phrases.governed(behind, end);
        boolean fits = !source.named() || speaker != null && isNamed(at, speaker);
        if (speaker != null && fits) {
            sourced(at, behind, source.act(), resolve(speaker), at, speaker.to());
        }
    }

    private boolean isNamed(int at, Speaker speaker) {
        return speaker.entity() != null
                && (speaker.person() || at == start)
                && at == start
                && speaker.to() < end
                && tokens.get(speaker.to()).text().equals(",");
    }

    private void sourced(int at, int behind, SpeechAct act, Speaker speaker, int from, int to) {
        int contentFrom;
        int contentTo;
        int left = from;
        if (left <= start + 1 || isOpening(left)) {
            int comma = to;
            while (comma < end && comma - to < FARTHEST_LEAD && !tokens.get(comma).text().equals(",")) {
                comma++;
            }
            comma = behindApposition(comma);
            contentFrom = comma < end && tokens.get(comma).text().equals(",") ? comma + 1 : to;
            contentTo = clauseEnd(contentFrom);
        } else {
            contentFrom = speechStart(left);
            contentTo = left;
            if (to < end && tokens.get(to).text().equals(",")) {
                contentTo = clauseEnd(to + 1);
            }
        }
        while (contentTo > contentFrom && isTrailing(contentTo - 1)) {
            contentTo--;
        }
        Quotation whole = quotations.from(contentFrom);
        boolean direct = whole != null && whole.to() >= contentTo - 1;
        if (direct) {
            contentFrom = whole.from();
            contentTo = Math.min(contentTo, whole.to());
        }
        if (contentTo > contentFrom) {
            drafts.add(new Draft(speaker, at, behind, contentFrom, contentTo, direct, act, false));
        }
    }

    /** The comma behind the name or office that stands behind one between commas; the same where none does. */
    private int behindApposition(int comma) {
        Speaker apposed = comma + 1 < end && isComma(comma) ? phrases.behind(comma + 1, end) : null;
        boolean named = apposed != null
                && apposed.to() < end
                && isComma(apposed.to())
                && (apposed.person() && mentions.at(comma + 1) != null
                        || phrases.isTitled(apposed) && !words.isArticle(tokens.get(comma + 1)));
        return named ? apposed.to() : comma;
    }

    /** Whether a clause begins at a token: behind a conjunction or where a quotation does. */
    private boolean isOpening(int at) {
        Token before = tokens.get(at - 1);
        return words.complementisers.skip(tokens, at - 1, at) > at - 1
                || quotations.from(at - 1) != null
                || ";:".contains(before.text());
    }

    // Quotations without a cue

    /** What is in quotation marks and nobody was found to say: who spoke last goes on, where it follows closely. */
    private void quotationsOfSentence() {
        for (int i = start; i < end; i++) {
            Quotation quotation = quotations.from(i);
            if (quotation == null) {
                continue;
            }
            if (quotation.to() - quotation.from() >= SHORTEST_QUOTATION && i == start && isWhole(quotation) && !isCovered(i)) {
                int outer = outer(sentences.get(Math.max(0, sentence - 1)).from());
                Draft last = outer < 0 ? null : drafts.get(outer);
                boolean close = last != null && Math.max(last.to(), last.cueTo()) >= sentences.get(Math.max(0, sentence - 1)).from();
                if (close && isQuoted(last) && last.goesOn() && last.to() < i) {
                    drafts.set(outer, last.until(quotation.to()));
                } else if (close) {
                    drafts.add(new Draft(
                            last.speaker(), -1, -1, quotation.from(), quotation.to(), true, SpeechAct.SAID, false));
                }
            }
            i = Math.max(i, Math.min(quotation.to(), end));
        }
    }

    /** Whether what is said begins or ends with a quotation. */
    private boolean isQuoted(Draft draft) {
        return draft.quotation()
                || quotations.at(draft.from()) != null
                || quotations.to(draft.to()) != null
                || quotations.to(draft.to() - 1) != null;
    }

    /** Index of the last attribution behind a token that does not stand in a quotation; -1 where there is none. */
    private int outer(int from) {
        for (int i = drafts.size() - 1; i >= 0 && drafts.get(i).to() >= from; i--) {
            Draft draft = drafts.get(i);
            if (draft.cueFrom() < 0 || quotations.at(draft.cueFrom()) == null) {
                return i;
            }
        }
        return -1;
    }

    private boolean isCovered(int at) {
        for (int i = Math.max(0, drafts.size() - 8); i < drafts.size(); i++) {
            if (drafts.get(i).from() <= at + 1 && drafts.get(i).to() > at) {
                return true;
            }
        }
        return false;
    }
}
