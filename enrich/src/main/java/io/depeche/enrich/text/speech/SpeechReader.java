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
import java.util.BitSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Reads who said what out of one text, sentence by sentence. */
final class SpeechReader extends SentenceSyntax {

    /** How many attributions before one are looked at for what it has in common with them. */
    private static final int MOST_BACK = 16;

    /** How many tokens before it a pronoun can stand for a name of. */
    private static final int FARTHEST_NAME = 150;

    private final List<Tokens.Range> sentences;
    private final List<Draft> drafts = new ArrayList<>();

    /** Index of the sentence that is read. */
    private int sentence;

    private List<Cue> cues = List.of();
    /** Where verbs begin that announce speech, and those of them that have no subject of their own before them. */
    private final BitSet lefts = new BitSet();

    private final BitSet others = new BitSet();
    private final NavigableSet<Integer> cuts = new TreeSet<>();
    /** Index of the first attribution of the sentence. */
    private int firstDraft;

    SpeechReader(
            Tokens tokens,
            List<Tokens.Range> sentences,
            SpeechWords words,
            PersonTitles titles,
            Quotations quotations,
            Mentions mentions) {
        super(tokens, words, titles, quotations, mentions);
        this.sentences = sentences;
    }

    List<Draft> read() {
        for (sentence = 0; sentence < sentences.size(); sentence++) {
            Tokens.Range range = sentences.get(sentence);
            enter(range);
            firstDraft = drafts.size();
            cues = new CueFinder(tokens, range, words, mentions).all();
            cues.forEach(phrases::addCue);
            cues.forEach(cue -> lefts.set(cue.left()));
            cues.forEach(cue -> others.set(cue.left(), cue.form() != VerbForm.FINITE || cue.subject()));
            findCuts();
            int next = 0;
            for (int at = start; at < end; at++) {
                Phrases.Match<SpeechWords.Source> source = words.sources.longest(tokens, at, end);
                if (source != null) {
                    source(at, source.to(), source.value());
                }
                noun(at);
                while (next < cues.size() && cues.get(next).to() - 1 <= at) {
                    verb(cues.get(next));
                    next++;
                }
            }
            quotationsOfSentence();
        }
        return drafts;
    }

    /** A noun that says that something was said, by nobody who is told: allegations that. */
    private void noun(int at) {
        Phrases.Match<SpeechAct> noun = words.nouns.longest(tokens, at, end);
        if (noun != null && noun.to() < end && !(phrases.isCue(at) && phrases.before(clauseStart(at), at) != null)) {
            int to = trimmed(noun.to(), clauseEnd(noun.to()));
            if (to > noun.to()) {
                drafts.add(new Draft(null, at, at + 1, noun.to(), to, false, noun.value(), false));
            }
        }
    }

    // Verbs

    private void verb(Cue cue) {
        if (isInCueClause(cue) || isSaidSo(cue)) {
            return;
        }
        if (cue.passive()) {
            passive(cue);
            return;
        }
        int limit = cue.subjectEnd(end);
        int after = words.behindAdverbs(tokens, cue.to(), limit);
        boolean inContent =
                words.hasInfinitiveEndings() && after + 1 < limit && words.isInfinitive(tokens.get(after + 1));
        if (after < limit && words.isNegation(tokens.get(after)) && !inContent) {
            after = words.behindAdverbs(tokens, after + 1, limit);
        }
        boolean behindSpeech = isBehindSpeech(cue.left());
        if (cue.subject()) {
            Speaker speaker = cue.nobody() ? place(cue) : pronoun(cue);
            int behind = Math.max(cue.behind(), speaker == null ? after : speaker.to());
            int lead = lead(cue, behind);
            if (lead >= 0 && !behindSpeech) {
                add(cue, speaker, lead);
            } else if (behindSpeech) {
                parenthesis(cue, cue.left(), Math.max(cue.to(), speaker == null ? 0 : speaker.to()), speaker);
            } else if (cue.form() == VerbForm.FINITE && !cue.impersonal()) {
                parenthesis(cue, cue.left(), cue.to(), speaker);
            }
            return;
        }
        boolean quotes = cue.form() == VerbForm.FINITE
                && (cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE));
        Speaker inverted = inverted(cue);
        if (inverted == null && quotes && isBehindQuotation(cue.left())) {
            inverted = behindManner(after);
        }
        if (behindSpeech && quotes && !isComplementiser(after)) {
            boolean named = inverted != null && (inverted.entity() != null || phrases.isTitled(inverted));
            boolean object = cue.verb().takes(Frame.NOUN)
                    && (words.isPreposition(tokens.get(start)) || words.isConjunction(tokens.get(start)));
            boolean inserted = words.dropsSubjects() && (object || !named && hasComma(cue.left() - 1));
            boolean fits = inverted != null
                    && (isBehindQuotation(cue.left())
                            || !inserted && canSpeak(cue, inverted) && !isBehindClause(cue, inverted));
            fits |= inverted != null
                    && !inserted
                    && !words.dropsSubjects()
                    && (endsClause(inverted.to()) || words.isPreposition(tokens.get(inverted.to())))
                    && isWithoutSubject(cue);
            Speaker speaker = fits || !cue.impersonal() ? inverted : place(cue);
            if (fits || inverted == null && speaker != null) {
                parenthesis(cue, cue.left(), Math.max(cue.behind(), speaker.to()), resolve(speaker));
                return;
            }
            if (speaker == null && words.dropsSubjects() && isBehindQuotation(cue.left())) {
                parenthesis(cue, cue.left(), cue.to(), dropped(cue));
                return;
            }
        }
        int lead = lead(cue, Math.max(after, cue.behind()));
        if (cue.form() == VerbForm.PARTICIPLE) {
            // a qualifié … et affirmé que: the auxiliary is that of the verb before.
            if (lead >= 0 && drafts.size() > firstDraft) {
                add(cue, shared(), lead);
            }
            return;
        }
        Speaker place = cue.impersonal() && inverted == null ? place(cue) : null;
        Speaker speaker = place != null ? place : cue.form() == VerbForm.GERUND ? ofGerund(cue) : subject(cue);
        int objectFrom = isBracketed(cue) ? cue.left() + 1 : cue.to();
        if (place != null && place.from() >= cue.to()) {
            lead = lead(cue, words.behindAdverbs(tokens, place.to(), end));
        } else if (inverted != null
                && cue.form() == VerbForm.FINITE
                && !cue.verb().takes(Frame.BARE)
                && (speaker == null || phrases.isPronoun(inverted))
                && (isApart(cue) || canSpeak(cue, inverted))) {
            int behind = words.behindAdverbs(tokens, Math.max(inverted.to(), cue.behind()), end);
            int other = lead(cue, behind);
            if (other >= 0 || isApart(cue)) {
                speaker = resolve(inverted);
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
                && !isBehindRelative(cue.left())
                && (words.dropsSubjects() ? isBehindDirect(speaker.from()) : isBehindSpeech(speaker.from()));
        boolean verbFirst = words.hasBrackets()
                || !words.hasArticles() && !isBehindQuotation(speaker == null ? start : speaker.from());
        boolean comma = said && !isBehindQuotation(speaker.from());
        boolean placed = cue.verb().takes(Frame.BARE) && after < end && words.isPreposition(tokens.get(after));
        if (comma && lead < 0 && !endsClause(after) && !placed) {
            // Début 2018, le groupe a mentionné … : what stands before is no speech.
            return;
        }
        if (said && verbFirst && lead < 0) {
            // The verb would stand before its subject.
            return;
        }
        if (said
                && speaker.to() <= cue.left()
                && (lead < 0
                        || speaker.from() > start && isBehindQuotation(speaker.from()) && !isComplementiser(after))) {
            parenthesis(cue, speaker.from(), cue.behind(), speaker);
        } else if (lead >= 0) {
            add(cue, speaker, lead);
        } else if (isApart(cue) && cue.verb().takes(Frame.NOUN)) {
            object(cue, speaker, objectFrom);
        }
    }

    /** What stands between the parts of a verb. */
    private void object(Cue cue, Speaker speaker, int from) {
        int to = isBracketed(cue) ? cue.from() : cue.subjectEnd(end);
        int at = words.behindAdverbs(tokens, from, to);
        while (at < to && words.isPreposition(tokens.get(at)) && !words.isArticle(tokens.get(at))) {
            do {
                at++;
            } while (at < to && !tokens.get(at).isCapitalised());
            at = words.behindAdverbs(tokens, Math.min(at + 1, to), to);
        }
        if (at < to && isNounPhrase(at)) {
            add(speaker, cue, at, to, false);
        }
    }

    /** Reads a cue in a clause of its own before or behind what is said: wie er sagte. False where it is in none. */
    private boolean isInCueClause(Cue cue) {
        boolean quotes = cue.verb().takes(Frame.QUOTE) || cue.verb().takes(Frame.CLAUSE);
        int at = quotes ? cueConjunction(cue.left()) : -1;
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
            speaker = inverted(cue);
            speaker = speaker == null && cue.impersonal() ? place(cue) : speaker;
            to = Math.max(to, speaker == null ? 0 : speaker.to());
            while (to < end && to - cue.to() < FARTHEST_LEAD && tokens.get(to).isWord()) {
                to++;
            }
        }
        boolean ends = to >= end || !tokens.get(to).isWord();
        boolean leads = isComplementiser(to) || isComplementiser(to + 1);
        if (!ends || leads || speaker == null && !cue.passive() && !cue.impersonal()) {
            return false;
        }
        if (at > start && tokens.get(at - 1).kind() == Token.Kind.PUNCTUATION) {
            parenthesis(cue, at, to, resolve(speaker));
        } else if (to < end) {
            add(resolve(speaker), cue, to + 1, clauseEnd(to + 1), false);
        }
        return true;
    }

    /** Whether what stands before a cue is a clause that tells when or why it was said, as what was said stands behind. */
    private boolean isBehindClause(Cue cue, Speaker speaker) {
        Token first = tokens.get(speechStart(cue.left() - 1));
        return words.isConjunction(first) && lead(cue, Math.max(speaker.to(), cue.behind())) >= 0;
    }

    /** A verb with its subject behind it, or with none, which is then what spoke before. */
    private void withoutSubject(Cue cue, int after, int lead) {
        Speaker behind = phrases.behind(after, end);
        boolean speaks = behind != null
                && (!cue.verb().takes(Frame.NOUN)
                        || behind.entity() != null
                        || phrases.isTitled(behind)
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
        int last = outer(lastSentence(start));
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
            speaker = cue.subject() ? pronoun(cue) : resolve(phrases.behind(after, end));
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

    /** Whether no noun phrase before a verb can be its subject, so that the one behind it is. */
    private boolean isWithoutSubject(Cue cue) {
        Speaker subject = subject(cue);
        return subject == null || !phrases.isHead(subject.from());
    }

    /** A passive has a speaker only where it says by whom. */
    private void passive(Cue cue) {
        int at = words.behindAdverbs(tokens, cue.to(), end);
        Speaker speaker = null;
        if (at < end && words.isAgent(tokens.get(at))) {
            speaker = phrases.governed(at + 1, end);
            at = speaker == null ? at : words.behindAdverbs(tokens, speaker.to(), end);
        }
        if (cue.verb().takes(Frame.INFINITIVE)
                && !cue.verb().takes(Frame.OBJECT)
                && at + 1 < end
                && words.isInfinitiveMarker(tokens.get(at))
                && isInfinitiveBehind(at + 1)) {
            add(cue, speaker, at + 1);
            return;
        }
        int complementiser = words.complementisers.skip(tokens, at, end);
        if (cue.verb().takes(Frame.CLAUSE) && complementiser > at) {
            add(cue, speaker, complementiser);
        }
    }

    private void add(Cue cue, Speaker speaker, int lead) {
        Quotation quotation = quotations.from(lead);
        if (quotation != null && isWhole(quotation)) {
            add(speaker, cue, quotation.from(), quotation.to(), true);
            return;
        }
        int from = isComma(lead) ? lead + 1 : lead;
        boolean clause = lead > start && words.complementisers.skip(tokens, lead - 1, lead) == lead;
        int to = clauseEnd(from);
        if (isFronted(cue)) {
            to = Math.min(to, frontedEnd(from));
        }
        Quotation explained = to + 1 < end && tokens.get(to).text().equals(":") ? quotations.from(to + 1) : null;
        if (explained != null && !clause) {
            // dénonce ces pratiques : « … »
            add(speaker, cue, explained.from(), explained.to(), true);
            return;
        }
        if (isBehindRelative(cue.left()) && isComma(governor(cue.left() - 1) - 1)) {
            to = insertionEnd(from, to);
        }
        boolean noun = speaker == null && words.nouns.longest(tokens, cue.from(), end) != null;
        if (!noun && (speaker != null || cue.passive() || clause || cue.nobody())) {
            // An adjective that a verb has made has no subject: the recently announced plan.
            add(speaker, cue, from, to, false);
        }
    }

    /** Where what is said in a relative clause between commas ends: before the verb of the clause around it. */
    private int insertionEnd(int from, int to) {
        for (int left = lefts.nextSetBit(from + 2); left >= 0 && left <= Math.min(to, from + FARTHEST_BACK); ) {
            if (isComma(left - 1)) {
                return left - 1;
            }
            left = lefts.nextSetBit(left + 1);
        }
        return to;
    }

    private void add(Speaker speaker, Cue cue, int from, int behind, boolean quotation) {
        int to = trimmed(from, behind);
        if (to > from) {
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

    // Subjects

    private Speaker subject(Cue cue) {
        int left = cue.left();
        if (isBehindRelative(left)) {
            return governor(left - 1) < left - 1 ? shared() : resolve(beforeRelative(left - 1));
        }
        int clause = clauseStart(left);
        if (left > clause && words.isCoordinator(tokens.get(left - 1))) {
            // A noun that looks like the verb has no article, nor what it is of: engagements et annonces.
            boolean noun = cue.from() == cue.left()
                    && cue.to() - cue.from() == 1
                    && drafts.size() == firstDraft
                    && cue.to() < end
                    && !opensContent(cue.to());
            return noun ? null : shared();
        }
        Speaker speaker = phrases.before(clause, left);
        Speaker outer = outerSubject(clause, left, speaker);
        if (outer == null && speaker == null && words.dropsSubjects() && isComma(left - 1)) {
            return resolve(phrases.before(start, left));
        }
        return resolve(outer == null ? speaker : outer);
    }

    /** Who a gerund is about: the noun phrase right before it, or who speaks in the sentence. */
    private Speaker ofGerund(Cue cue) {
        int left = cue.left();
        if (left > start
                && tokens.get(left - 1).kind() != Token.Kind.PUNCTUATION
                && !words.isPreposition(tokens.get(left - 1))) {
            Speaker before = phrases.before(clauseStart(left), left);
            if (before != null) {
                return before;
            }
        }
        if (isFronted(cue)) {
            int comma = commaFrom(left, FARTHEST_BACK);
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

    /** The pronoun that is hung to a verb, or to its auxiliary: a-t-il dit. */
    private Speaker pronoun(Cue cue) {
        int at = cue.from();
        while (at < cue.to() - 1 && !words.isInverted(tokens.get(at))) {
            at++;
        }
        return resolve(new Speaker(at, at + 1, null, false));
    }

    /** A pronoun of one person stands for who spoke last, where nobody else is named since. */
    private Speaker resolve(Speaker speaker) {
        if (speaker == null || speaker.entity() != null || !isOnePerson(speaker)) {
            return speaker;
        }
        for (int i = drafts.size() - 1; i >= Math.max(0, drafts.size() - MOST_BACK); i--) {
            Draft draft = drafts.get(i);
            if (Math.max(draft.cueTo(), draft.to()) < lastSentence(start)) {
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

    // What stands before the cue

    /** A cue with its speaker behind what was said, or in the middle of it. */
    private void parenthesis(Cue cue, int from, int behind, Speaker speaker) {
        int last = from - 1;
        Quotation quotation = quotationBefore(last + 1);
        Quotation inside = quotations.at(last);
        if (quotation != null && isDirect(quotation)) {
            add(speaker, cue, firstOf(quotation), goesOn(behind, quotation), true);
        } else if (quotation == null && inside != null && quotations.at(behind) == inside) {
            add(speaker, cue, inside.from(), inside.to(), true);
        } else {
            int first = speechStart(last);
            int to = last;
            boolean goesOn = isComma(behind) && !isCueSoon(behind + 1);
            if (!(goesOn && behind + 1 < end) && words.behindAdverbs(tokens, first, last) == last) {
                return;
            }
            if (goesOn) {
                to = clauseEnd(behind + 1);
            }
            add(speaker, cue, first, to, false);
        }
    }

    /** Where the first begins of quotations in a row, the last of which has a cue behind it. */
    private int firstOf(Quotation quotation) {
        int from = quotation.from();
        Quotation before = quotations.to(from - 2);
        for (int i = 0; i < MOST_BACK && before != null && !isCovered(before.from() - 1); i++) {
            from = before.from();
            before = quotations.to(from - 2);
        }
        return from;
    }

    private boolean isCueSoon(int at) {
        return lefts.get(at) && (!words.dropsSubjects() || others.get(at));
    }

    /** Where what is said before a cue begins: with the sentence, or behind the last attribution in it. */
    private int speechStart(int last) {
        int from = start;
        for (int i = Math.max(firstDraft, drafts.size() - MOST_BACK); i < drafts.size(); i++) {
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

    /** Where what is said ends in a sentence: before another verb of the same speaker, and at semicolons before a verb. */
    private void findCuts() {
        cuts.clear();
        for (Cue cue : cues) {
            int left = cue.left();
            if (left <= start) {
                continue;
            }
            Token before = tokens.get(left - 1);
            int after = words.behindAdverbs(tokens, cue.to(), end);
            boolean comma = before.text().equals(",");
            if (left - 2 > start
                    && words.isCoordinator(tokens.get(left - 2))
                    && words.pronouns.skip(tokens, left - 1, left) == left
                    && lead(cue, after) >= 0) {
                // …, mais il a dit que
                cuts.add(left - 2);
                continue;
            }
            boolean goesOn = cue.form() == VerbForm.GERUND && comma
                    || words.isCoordinator(before) && cue.form() != VerbForm.GERUND && !cue.subject();
            if (goesOn ? lead(cue, after) >= 0 : comma && isParenthesis(cue, after)) {
                cuts.add(left - 1);
            }
        }
        for (int i = start + 1; i < end; i++) {
            if (words.contrasts.skip(tokens, i, end) > i
                    || tokens.get(i).text().equals(":") && quotations.from(i + 1) != null && isSaid(i + 1)) {
                cuts.add(i);
            }
        }
        int last = cues.isEmpty() ? start : cues.get(cues.size() - 1).left();
        for (int i = start; i < last; i++) {
            if (tokens.get(i).text().equals(";") && quotations.at(i) == null) {
                cuts.add(i);
            }
        }
    }

    private int clauseEnd(int from) {
        Quotation around = quotations.at(from);
        int limit = end;
        if (around != null && around.from() <= from && around.to() > from && quotations.from(from) == null) {
            limit = Math.min(limit, around.to());
        }
        if (words.isConjunction(tokens.get(start)) && from < start + FARTHEST_LEAD) {
            limit = Math.min(limit, frontedEnd(from));
        }
        Integer cut = cuts.higher(from);
        if (cut != null && cut < limit) {
            limit = cut;
        }
        return withoutTrailing(from, limit);
    }

    // Sources

    private void source(int at, int behind, SpeechWords.Source source) {
        if (source.behind()) {
            Speaker speaker = phrases.beforePostposition(start, at);
            if (speaker != null) {
                sourced(at, behind, source.act(), speaker, speaker.from(), behind);
            }
            return;
        }
        boolean ordinal = at > start && (words.isArticle(tokens.get(at - 1)) || words.isNounLinker(tokens.get(at - 1)));
        if (source.verb() || ordinal) {
            return;
        }
        Speaker speaker = source.parenthesis() ? phrases.behind(behind, end) : phrases.governed(behind, end);
        boolean fits = (!source.named() || speaker != null && isNamed(at, speaker))
                && (!source.parenthesis() || speaker != null && isParenthesis(at, speaker));
        if (speaker != null && fits) {
            sourced(at, behind, source.act(), resolve(speaker), at, speaker.to());
        }
    }

    private void sourced(int at, int behind, SpeechAct act, Speaker speaker, int from, int to) {
        int contentFrom;
        int contentTo;
        int left = from;
        if (left <= start + 1 || isOpening(left)) {
            int comma = behindApposition(commaFrom(to, FARTHEST_LEAD));
            contentFrom = isComma(comma) ? comma + 1 : to;
            int adverbs = words.behindAdverbs(tokens, contentFrom, end);
            if (isComma(adverbs)) {
                contentFrom = adverbs + 1;
            } else if (contentFrom < end && words.isRelative(tokens.get(contentFrom))) {
                contentFrom = behindComma(contentFrom);
            }
            if (words.hasBrackets()) {
                // The verb follows; a comma only begins what is said of the speaker.
                contentFrom = isComma(to) ? behindComma(to + 1) : to;
            } else {
                for (int i = comma + 1; i < Math.min(end, comma + FARTHEST_LEAD); i++) {
                    if (tokens.get(i - 1).text().equals(",") && quotations.from(i) != null && isSaid(i)) {
                        // What stands between is about the speaker.
                        contentFrom = i;
                    }
                }
            }
            contentTo = clauseEnd(contentFrom);
        } else {
            contentFrom = speechStart(left);
            contentTo = left;
            if (isComma(to)) {
                contentTo = clauseEnd(to + 1);
            } else if (to < end
                    && words.hasBrackets()
                    && tokens.get(to).isWord()
                    && tokens.get(left - 1).isWord()) {
                contentTo = clauseEnd(to);
            }
        }
        contentTo = withoutTrailing(contentFrom, contentTo);
        if (contentTo + 1 < end && tokens.get(contentTo).text().equals(":") && quotations.from(contentTo + 1) != null) {
            contentFrom = contentTo + 1;
            contentTo = quotations.from(contentFrom).to();
        }
        Quotation whole = quotations.from(contentFrom);
        boolean direct = whole != null && whole.to() >= contentTo - 1;
        if (direct) {
            contentFrom = whole.from();
            contentTo = trimmed(contentFrom, whole.to());
        }
        if (contentTo > contentFrom) {
            drafts.add(new Draft(speaker, at, behind, contentFrom, contentTo, direct, act, false));
        }
    }

    // Quotations without a cue

    /** What is in quotation marks and nobody was found to say: who spoke last goes on, where it follows closely. */
    private void quotationsOfSentence() {
        reportOfSentence();
        int at = start;
        while (at < end) {
            Quotation quotation = quotations.at(at);
            if (quotation == null) {
                at++;
                continue;
            }
            if (quotation.to() <= end) {
                withoutCue(quotation);
            }
            at = Math.max(at + 1, quotation.to() + 1);
        }
    }

    /** A quotation that ends in the sentence. */
    private void withoutCue(Quotation quotation) {
        int mark = quotation.from() - 1;
        boolean opens = isSentenceStart(mark)
                || mark > start && tokens.get(mark - 1).text().equals(":");
        if (!opens
                || quotation.to() - quotation.from() < SHORTEST_QUOTATION
                || !isWhole(quotation)
                || isCovered(mark)) {
            return;
        }
        int to = trimmed(quotation.from(), quotation.to());
        if (!isSentenceStart(mark) && drafts.size() == firstDraft) {
            Speaker named = subjectOf(mark);
            if (named != null) {
                drafts.add(Draft.withoutCue(named, quotation.from(), to, true));
            }
            return;
        }
        int outer = outer(lastSentence(mark));
        if (outer < 0) {
            return;
        }
        Draft last = drafts.get(outer);
        boolean next = isSentenceStart(mark) && last.to() < mark;
        if (next && (last.goesOn() || quotations.at(last.to()) != null)) {
            drafts.set(outer, last.until(to));
        } else if (to > quotation.from()) {
            drafts.add(Draft.withoutCue(last.speaker(), quotation.from(), to, true));
        }
    }

    /** Who a sentence is about that a quotation explains: Rogers : « … »; a person, where more stands before the colon. */
    private Speaker subjectOf(int mark) {
        int first = sentences.get(sentenceOf(mark)).from();
        if (mark - 1 <= first || mark - first > FARTHEST_LEAD) {
            return null;
        }
        Speaker speaker = resolve(phrases.behind(words.behindAdverbs(tokens, first, mark - 1), mark - 1));
        return speaker != null && (speaker.to() == mark - 1 || speaker.person()) ? speaker : null;
    }

    private boolean isSentenceStart(int at) {
        return sentences.get(sentenceOf(at)).from() == at;
    }

    /** Index of the sentence of a token that stands in this one or not far before it. */
    private int sentenceOf(int at) {
        int of = sentence;
        while (of > 0 && sentences.get(of).from() > at && sentence - of < MOST_BACK) {
            of--;
        }
        return of;
    }

    /** Index of the first token of the sentence before that of a token. */
    private int lastSentence(int at) {
        return sentences.get(Math.max(0, sentenceOf(at) - 1)).from();
    }

    /** A sentence whose verb tells that somebody said it, behind one that says who: Er habe nichts gewusst. */
    private void reportOfSentence() {
        int outer = drafts.size() == firstDraft ? outer(lastSentence(start)) : -1;
        if (outer < 0 || drafts.get(outer).speaker() == null || quotations.at(start) != null) {
            return;
        }
        int stop = clauseStop(start);
        for (int i = start + 1; i < stop; i++) {
            if (words.isStrongReportingForm(tokens.get(i)) && quotations.at(i) == null) {
                int to = clauseEnd(start);
                Speaker speaker = drafts.get(outer).speaker();
                drafts.add(Draft.withoutCue(speaker, start, to, false));
                return;
            }
        }
    }

    /** Index of the last attribution behind a token that does not stand in a quotation; -1 where there is none. */
    private int outer(int from) {
        int first = Math.max(0, drafts.size() - MOST_BACK);
        for (int i = drafts.size() - 1; i >= first && drafts.get(i).to() >= from; i--) {
            Draft draft = drafts.get(i);
            if (draft.cueFrom() < 0 || quotations.at(draft.cueFrom()) == null) {
                return i;
            }
        }
        return -1;
    }

    private boolean isCovered(int at) {
        for (int i = Math.max(0, drafts.size() - MOST_BACK); i < drafts.size(); i++) {
            if (drafts.get(i).from() <= at + 1 && drafts.get(i).to() > at) {
                return true;
            }
        }
        return false;
    }
}
