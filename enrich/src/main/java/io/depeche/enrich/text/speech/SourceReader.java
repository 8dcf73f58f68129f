// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.stream.IntStream;

/** Reads what is said by a source: selon X, according to X, X zufolge. */
final class SourceReader {

    /** The most tokens before a source that begin its sentence and are not what it says. */
    private static final int LONGEST_FRONT = 8;

    /** The most tokens of a number with what is counted, before a source. */
    private static final int LONGEST_FIGURE = 8;

    private final SentenceSyntax syntax;
    private final Insertions insertions;
    private final RelativeClauses relatives;
    private final Tokens tokens;
    private final SpeechWords words;
    private final Quotations quotations;
    private final NounPhrases phrases;
    private final Drafts drafts;
    private final Contents contents;
    private final Speakers speakers;

    SourceReader(SentenceSyntax syntax, Drafts drafts, Contents contents, Speakers speakers) {
        this.syntax = syntax;
        insertions = syntax.insertions;
        relatives = syntax.relatives;
        tokens = syntax.tokens;
        words = syntax.words;
        quotations = syntax.quotations;
        phrases = syntax.phrases;
        this.drafts = drafts;
        this.contents = contents;
        this.speakers = speakers;
    }

    void read(int at, int behind, SpeechWords.Source source) {
        if (source.behind()) {
            Speaker speaker = phrases.beforePostposition(syntax.start(), at);
            if (speaker != null) {
                add(at, behind, source.act(), speaker, speaker.from(), behind);
            }
            return;
        }
        boolean ordinal =
                at > syntax.start() && (words.isArticle(tokens.get(at - 1)) || words.isNounLinker(tokens.get(at - 1)));
        if (source.verb() || ordinal) {
            return;
        }
        if (words.knowsFiniteVerbs() && behind < syntax.end() && words.isGovernedRelative(tokens.get(behind))) {
            relative(at, behind, source.act());
            return;
        }
        Speaker name = words.knowsFiniteVerbs() && !source.named() ? phrases.quotedName(behind) : null;
        if (name != null) {
            add(at, behind, source.act(), name, at, name.to() + 1);
            return;
        }
        Speaker speaker =
                source.parenthesis() ? phrases.behind(behind, syntax.end()) : phrases.governed(behind, syntax.end());
        boolean fits = (!source.named() || speaker != null && isNamed(at, speaker))
                && (!source.parenthesis() || speaker != null && syntax.isParenthesis(at, speaker));
        if (speaker != null && fits && !phrases.isMeasure(speaker)) {
            add(at, behind, source.act(), speakers.resolve(speaker), at, speaker.to());
        }
    }

    /** Reads a relative clause that is by who stands before it: X, pour qui A; the minister, according to whom A. */
    private void relative(int at, int pronoun, SpeechAct act) {
        Speaker speaker = speakers.resolve(relatives.beforeRelative(pronoun));
        boolean speaks = speaker != null && phrases.isSource(speaker);
        int from = pronoun + 1;
        int to =
                speaks ? insertions.withoutTrailing(from, relatives.insertedEnd(from, contents.clauseEnd(from))) : from;
        if (to > from) {
            drafts.add(new Draft(speaker, at, pronoun, from, to, false, act, false));
        }
    }

    /**
     * Adds what is said by a source.
     *
     * @param at index of the first token of the words for it, the cue
     * @param behind index behind the last
     * @param left where the cue and its speaker begin
     * @param to index behind both
     */
    void add(int at, int behind, SpeechAct act, Speaker speaker, int left, int to) {
        int contentFrom;
        int contentTo;
        if (opensRelative(left, to)) {
            contentFrom = to;
            contentTo = insertions.withoutTrailing(to, relatives.insertedEnd(to, contents.clauseEnd(to)));
        } else if (isFronted(left, to)) {
            int first = syntax.commaFrom(to, SentenceSyntax.FARTHEST_LEAD);
            // selon Reuters, X est parti: no other name explains one.
            boolean another = speaker != null && isName(speaker.from()) && isName(first + 1);
            int comma = another ? first : insertions.behindApposition(first);
            comma = isSubjectWithAge(comma) ? first : comma;
            contentFrom = syntax.isComma(comma) ? comma + 1 : to;
            contentFrom = behindListed(behindRelative(behindCited(behindAge(contentFrom))));
            if (words.hasBrackets()) {
                // The verb follows; a comma only begins what is said of the speaker.
                contentFrom = syntax.isComma(to) ? insertions.behindComma(to + 1) : to;
            } else {
                for (int i = comma + 1; i < Math.min(syntax.end(), comma + SentenceSyntax.FARTHEST_LEAD); i++) {
                    boolean behindComma = tokens.get(i - 1).text().equals(",");
                    if (words.knowsFiniteVerbs() && behindComma && syntax.finiteVerb(comma + 1, i) < i) {
                        break;
                    }
                    if (behindComma && quotations.from(i) != null && syntax.isSaid(i)) {
                        // What stands between is about the speaker.
                        contentFrom = i;
                        break;
                    }
                }
            }
            contentTo = beforeOtherSource(contentFrom, contents.sourcedEnd(contentFrom));
        } else {
            boolean goesOn = syntax.isComma(to)
                    && !isClosed(left)
                    && !insertions.endsWithApposition(to)
                    && !isExplained(left, to)
                    && !contents.isContrasted(left - 1, to)
                    && !contents.isAside(to);
            int figure = figure(left, to);
            goesOn &= figure < 0;
            int other = goesOn ? -1 : figure < 0 ? otherFigure(left) : figure;
            contentFrom = other < 0
                    ? quoted(left, contents.speechStart(left - 1, goesOn || isInClause(speaker, left)))
                    : other;
            if (syntax.isComma(to) && isClosed(left)) {
                contentFrom = insertedRelative(contentFrom, left);
            }
            contentTo = left;
            if (contentFrom >= left) {
                contentFrom = to + 1;
            }
            if (goesOn) {
                contentTo = contents.sourcedEnd(to + 1);
            } else if ((isBehindVerb(left) || isInClause(speaker, left)) && to < syntax.end() && !syntax.isComma(to)) {
                contentTo = contents.sourcedEnd(to);
            } else if (to < syntax.end()
                    && words.hasBrackets()
                    && tokens.get(to).isWord()
                    && tokens.get(left - 1).isWord()) {
                contentTo = contents.clauseEnd(to);
            }
        }
        contentTo = insertions.withoutTrailing(contentFrom, contentTo);
        Quotation before = words.knowsFiniteVerbs() ? quotations.to(contentTo - 1) : null;
        if (before != null && before.from() <= contentFrom && before.from() <= syntax.start()) {
            // « A. B », selon X: it began in another sentence.
            contentFrom = quotations.start(before);
        }
        if (syntax.isBeforeQuotation(contentTo) && isPhrase(contentFrom, contentTo)) {
            // Pour X, son secrétaire général : « … »
            contentFrom = contentTo + 1;
            contentTo = quotations.from(contentFrom).to();
        }
        Quotation around = words.knowsFiniteVerbs() ? quotations.at(left) : null;
        if (around != null) {
            // « A, selon moi »: who speaks is a source in his own words.
            contentFrom = Math.max(contentFrom, around.from());
            contentTo = Math.min(contentTo, around.to());
        }
        Quotation whole = syntax.quotationOf(contentFrom, contentTo);
        boolean direct = whole != null && whole != around;
        if (direct) {
            contentFrom = whole.from();
            contentTo = syntax.trimmed(contentFrom, whole.to());
        }
        if (contentTo > contentFrom) {
            drafts.add(new Draft(speaker, at, behind, contentFrom, contentTo, direct, act, false));
        }
    }

    /** Where what a source says ends before a part of the sentence that begins with another one: selon X, A[ ;] selon Y, B. */
    private int beforeOtherSource(int from, int to) {
        for (int i = from; words.knowsFiniteVerbs() && i < Math.min(to, from + SentenceSyntax.FARTHEST_BACK) - 1; i++) {
            boolean parted = tokens.get(i).text().equals(";") && quotations.at(i) == quotations.at(from);
            if (parted && words.sources.longest(tokens, i + 1, to) != null) {
                return i;
            }
        }
        return to;
    }

    /**
     * Where a part without a verb begins before a source, where another source has said what stands before that, which then ends
     * there: 3 000 personnes selon X, [10 000] selon Y; -1 where there is none.
     */
    private int otherFigure(int left) {
        int from = left;
        while (from > syntax.start()
                && left - from < SentenceSyntax.FARTHEST_LEAD
                && !syntax.isComma(from - 1)
                && !words.isCoordinator(tokens.get(from - 1))) {
            from--;
        }
        boolean parted = from > syntax.start() && from < left && left - from < SentenceSyntax.FARTHEST_LEAD;
        if (!words.knowsFiniteVerbs() || !parted || syntax.finiteVerb(from, left) < left) {
            return -1;
        }
        for (int i = drafts.firstOfSentence(); i < drafts.all().size(); i++) {
            Draft draft = drafts.get(i);
            boolean source = draft.cueFrom() >= syntax.start()
                    && draft.cueFrom() < from
                    && words.sources.longest(tokens, draft.cueFrom(), syntax.end()) != null;
            if (source && draft.from() < from - 1) {
                boolean behind = draft.cueFrom() > draft.from();
                int end = Math.min(draft.to(), behind ? draft.cueFrom() : from - 1);
                drafts.end(i, syntax.trimmed(draft.from(), end));
                return from;
            }
        }
        return -1;
    }

    /**
     * Where a number begins behind a comma or bracket, which is all that a source tells, as another one tells another: des manifestants,
     * [3 000] selon X, 10 000 selon Y, …; -1 where it is not so.
     */
    private int figure(int left, int to) {
        int from = left - 1;
        while (from > syntax.start()
                && left - from < LONGEST_FIGURE
                && tokens.get(from - 1).kind() != Token.Kind.PUNCTUATION) {
            from--;
        }
        boolean parted = from > syntax.start()
                && words.knowsFiniteVerbs()
                && tokens.get(from).kind() == Token.Kind.NUMBER
                && syntax.finiteVerb(from, left) == left;
        return parted && (isBeforeFigure(to) || isBehindFigure(from - 1)) ? from : -1;
    }

    /** Whether another source ends before a mark, which has told a part of the sentence. */
    private boolean isBehindFigure(int mark) {
        return drafts.recentOfSentence().stream()
                .anyMatch(draft -> draft.speaker() != null
                        && draft.speaker().from() == draft.cueTo()
                        && draft.speaker().to() == mark
                        && draft.to() == draft.cueFrom());
    }

    /** Whether a number and a source stand behind a comma or conjunction. */
    private boolean isBeforeFigure(int mark) {
        int number = mark + 1;
        int limit = Math.min(syntax.end(), number + LONGEST_FIGURE);
        boolean begins = number < limit
                && (syntax.isComma(mark) || words.isCoordinator(tokens.get(mark)))
                && tokens.get(number).kind() == Token.Kind.NUMBER;
        return begins
                && IntStream.range(number + 1, limit)
                        .anyMatch(i -> words.sources.longest(tokens, i, syntax.end()) != null);
    }

    /** Where what is said begins behind how old the speaker is: selon X, [âgé de 30 ans,] A; the same place where that is not told. */
    private int behindAge(int from) {
        int comma = syntax.commaFrom(from, SentenceSyntax.LONGEST_INSERTION);
        boolean age =
                syntax.isComma(comma) && from > syntax.start() && phrases.beforeAge(syntax.start(), comma) == from - 1;
        return age ? comma + 1 : from;
    }

    /** Whether the age of a name before a comma stands behind it, and then a verb: selon X, Paul Martin[,] 30 ans, est parti. */
    private boolean isSubjectWithAge(int comma) {
        int close = syntax.commaFrom(comma + 1, SentenceSyntax.LONGEST_INSERTION);
        return syntax.isComma(comma)
                && syntax.isComma(close)
                && close + 1 < syntax.end()
                && phrases.beforeAge(syntax.start(), close) == comma
                && contents.isPredicate(close + 1);
    }

    /** Where what is said begins behind whom the speaker cites: selon X, [citant Y,] A; the same place where they cite nobody. */
    private int behindCited(int from) {
        int gerund = from < syntax.end() && words.isReflexive(tokens.get(from)) ? from + 1 : from;
        boolean cites = words.knowsFiniteVerbs()
                && gerund < syntax.end()
                && !words.isAuxiliary(tokens.get(gerund))
                && words.isOpenForm(tokens.get(gerund).folded(), VerbForm.GERUND);
        int comma = cites ? syntax.commaFrom(gerund, SentenceSyntax.FARTHEST_LEAD) : syntax.end();
        boolean clause = syntax.isComma(comma) && syntax.finiteVerb(gerund, comma) == comma;
        return clause && comma + 1 < syntax.end() ? comma + 1 : from;
    }

    /** Where what is said begins behind some of several who speak: selon des élus, [dont X, maire de Y,] A; the same place without them. */
    private int behindListed(int from) {
        boolean listed = words.knowsFiniteVerbs() && from < syntax.end() && words.isListing(tokens.get(from));
        int comma = listed ? contents.mainClause(from, syntax.end()) : syntax.end();
        return comma < syntax.end() ? comma + 1 : from;
    }

    /** Where what is said begins behind a relative clause about the speaker, or about his office: selon X, l'agent de Y, qui a vu Z, … */
    private int behindRelative(int from) {
        Speaker office = words.knowsFiniteVerbs() ? phrases.behind(from, syntax.end()) : null;
        boolean told = office != null && syntax.isComma(office.to());
        int relative = told ? office.to() + 1 : from;
        boolean clause = relative < syntax.end()
                && (words.isRelative(tokens.get(relative))
                        || words.knowsFiniteVerbs()
                                && syntax.isComma(relative - 1)
                                && syntax.isComplementiser(relative));
        if (!clause) {
            return from;
        }
        int behind = insertions.behindComma(relative);
        boolean begins = behind > relative && phrases.behind(behind, syntax.end()) != null;
        return told && (!begins || contents.isPredicate(behind)) ? from : behind;
    }

    /** Where what a source right behind a quotation says begins: with that one, where it stands apart: et ce, [« A »] selon X. */
    private int quoted(int left, int from) {
        int mark = syntax.isComma(left - 1) ? left - 2 : left - 1;
        Quotation quotation = words.knowsFiniteVerbs() ? quotations.to(mark) : null;
        if (quotation != null && quotation.from() <= syntax.start() && from <= left) {
            // « A. B », selon X
            return quotations.start(quotation);
        }
        boolean topic = quotation != null
                && tokens.get(Math.max(0, quotation.from() - 2)).text().equals(":");
        if (quotation == null || mark < left - 1 && !topic || quotation.from() - 2 <= from) {
            return from;
        }
        Token before = tokens.get(quotation.from() - 2);
        boolean apart = before.kind() == Token.Kind.PUNCTUATION || words.isConjunction(before);
        return apart ? quotation.from() - 1 : from;
    }

    private boolean isName(int at) {
        return words.knowsFiniteVerbs() && at < syntax.end() && syntax.mentions.at(at) != null;
    }

    /** Whether a source begins its sentence or clause, so that what is said stands behind it. */
    private boolean isFronted(int left, int to) {
        if (left == syntax.start() || syntax.isOpening(left)) {
            return true;
        }
        Token before = tokens.get(left - 1);
        if (left == syntax.start() + 1) {
            // Insuffisant selon X
            boolean all = words.knowsFiniteVerbs()
                    && before.isWord()
                    && !syntax.isFunctionWord(left - 1)
                    && (to >= syntax.end() || !tokens.get(to).isWord());
            return !all;
        }
        return words.isOnlyRelative(before) && words.knowsFiniteVerbs()
                || isBehindAdjunct(left) && to < syntax.end() && syntax.opensClause(to)
                || (isBehindConjunction(left) || isBehindFront(left)) && isBeforeComma(to);
    }

    /** Whether words that are no subject and have no verb stand before a source, and a comma: D'autre part, selon X, A. */
    private boolean isBehindFront(int left) {
        int from = syntax.start();
        Token first = tokens.get(from);
        return isBehindPhrase(left)
                && left - 1 > from
                && left - from < LONGEST_FRONT
                && syntax.commaFrom(from, left - from) == left - 1
                && (words.isPreposition(first) || words.isConjunction(first) || words.isAdverb(tokens, from, left));
    }

    /** Whether only words that tell when or where stand before a source: Dans le détail, selon X … */
    private boolean isBehindAdjunct(int left) {
        return isBehindPhrase(left) && words.isPreposition(tokens.get(syntax.start()));
    }

    /** Whether a comma stands before a source, and no verb before that in the sentence. */
    private boolean isBehindPhrase(int left) {
        return words.knowsFiniteVerbs() && syntax.isComma(left - 1) && syntax.isBeforeVerbs(left);
    }

    /** Whether a comma stands behind a source and the words that tell more of it: mais selon un message [anonyme sur internet,] … */
    private boolean isBeforeComma(int to) {
        int comma = words.knowsFiniteVerbs() ? syntax.commaFrom(to, SentenceSyntax.FARTHEST_LEAD) : to;
        return syntax.isComma(comma) && syntax.finiteVerb(to, comma) == comma;
    }

    /** Whether a verb stands right before a source, so that what is said goes on behind it: A est selon X B; A aurait, selon X B. */
    private boolean isBehindVerb(int left) {
        int verb = syntax.isComma(left - 1) ? left - 2 : left - 1;
        return words.knowsFiniteVerbs() && syntax.finiteVerb(verb, verb + 1) == verb;
    }

    /** Whether a pronoun for a source, which nothing explains, stands in the middle of a clause: A est dû selon [eux] à B. */
    private boolean isInClause(Speaker speaker, int left) {
        return isClosed(left) && speaker != null && phrases.isPronoun(speaker);
    }

    /** Whether a source stands in a relative clause, between its pronoun and its verb: X, qui [selon Y] fait A, … */
    private boolean opensRelative(int left, int to) {
        return words.knowsFiniteVerbs()
                && left > syntax.start()
                && words.isOnlyRelative(tokens.get(left - 1))
                && to < syntax.end()
                && tokens.get(to).isWord();
    }

    /** Whether a source without a comma before it stands behind a clause, which then ends there: A est B selon X, … */
    private boolean isClosed(int left) {
        Token before = tokens.get(left - 1);
        return words.knowsFiniteVerbs()
                && (before.isWord() || before.text().equals(")"))
                && !isBehindVerb(left)
                && syntax.finiteVerb(syntax.start(), left) < left;
    }

    /**
     * Where a relative clause between commas begins that ends with a source: A, [qui est B] selon X, fait C; the first place where there
     * is none.
     */
    private int insertedRelative(int from, int left) {
        for (int i = left - 1; i > from && left - i < SentenceSyntax.FARTHEST_LEAD; i--) {
            if (syntax.isComma(i)) {
                return words.isRelative(tokens.get(i + 1)) ? i + 1 : from;
            }
        }
        return from;
    }

    /** Whether all that stands behind a source without a verb tells who it is, as what was said is whole: A, selon X, [un club de Y]. */
    private boolean isExplained(int left, int comma) {
        int last = left - 2;
        return words.knowsFiniteVerbs()
                && syntax.isComma(left - 1)
                && comma + 1 < syntax.end()
                && isExplanation(comma + 1)
                && syntax.finiteVerb(comma + 1, syntax.end()) == syntax.end()
                && syntax.finiteVerb(syntax.start(), last) < last
                && (!contents.isParticiple(last) || contents.isParticiple(comma + 1))
                && !words.isFinite(tokens.get(last));
    }

    /** Whether what begins behind a comma can tell who somebody is: [un club de Y], [fondé en 2001], [X]. */
    private boolean isExplanation(int at) {
        return words.isArticle(tokens.get(at))
                || contents.isParticiple(at)
                || tokens.get(at).isCapitalised() && syntax.endsClause(at + 1);
    }

    /** Whether a phrase behind a preposition at the beginning names who speaks, with a mark behind: pour [X], … */
    private boolean isNamed(int at, Speaker speaker) {
        boolean first = at == syntax.start()
                || words.isCoordinator(tokens.get(at - 1)) && (at - 1 == syntax.start() || syntax.isComma(at - 2))
                || syntax.isComma(at - 1) && (isBehindConjunction(at) || isBehindFront(at))
                || words.knowsFiniteVerbs() && tokens.get(at - 1).text().equals(";");
        int behind = behindName(speaker);
        return first
                && behind < syntax.end()
                && ",:".contains(tokens.get(behind).text())
                && !words.isThing(tokens.get(speaker.from()))
                && (phrases.isSource(speaker) || phrases.isIndefinite(speaker));
    }

    /** Index behind what is told of a source without a comma: pour [Anne Martin du syndicat X], … */
    private int behindName(Speaker speaker) {
        int behind = words.behindAdverbs(tokens, syntax.behindBrackets(speaker.to()), syntax.end());
        boolean goesOn = words.knowsFiniteVerbs()
                && speaker.person()
                && behind < syntax.end()
                && (words.isPreposition(tokens.get(behind)) || words.isNounLinker(tokens.get(behind)));
        int comma = goesOn ? syntax.commaFrom(behind, SentenceSyntax.FARTHEST_LEAD) : behind;
        boolean whole = syntax.isComma(comma)
                && syntax.finiteVerb(behind, comma) == comma
                && !phrases.holdsInfinitive(behind, comma);
        return whole ? comma : behind;
    }

    /** Whether a conjunction stands before a token, behind which another clause begins: car selon X, …; car, selon X, … */
    private boolean isBehindConjunction(int at) {
        int before = syntax.isComma(at - 1) ? at - 2 : at - 1;
        if (before < syntax.start()) {
            return false;
        }
        Token token = tokens.get(before);
        return !words.isPreposition(token) && (words.isConjunction(token) || words.isCoordinator(token));
    }

    /** Whether a noun phrase is all between two places. */
    private boolean isPhrase(int from, int to) {
        Speaker phrase = phrases.behind(from, to);
        return phrase != null && phrase.to() == to;
    }
}
