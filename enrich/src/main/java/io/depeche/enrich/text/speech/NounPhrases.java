// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.speech.Draft.Speaker;
import java.util.BitSet;

/** Finds the words that name who speaks, before a verb and behind one, and the entity that they stand for. */
final class NounPhrases {

    private static final int LONGEST = 24;
    private static final int LONGEST_INSERTION = 30;
    private static final int MOST_INSERTIONS = 3;

    private final Tokens tokens;
    private final Mentions mentions;
    private final Quotations quotations;
    private final SpeechWords words;
    private final PersonTitles titles;

    /** The tokens of verbs that announce speech. */
    private final BitSet cues = new BitSet();

    NounPhrases(Tokens tokens, Mentions mentions, Quotations quotations, SpeechWords words, PersonTitles titles) {
        this.tokens = tokens;
        this.mentions = mentions;
        this.quotations = quotations;
        this.words = words;
        this.titles = titles;
    }

    /** Tells which tokens are those of a verb that announces speech. */
    void addCue(Cue cue) {
        cues.set(cue.from(), cue.to());
    }

    /**
     * The subject that ends before a verb.
     *
     * @param start index that it can't begin before
     * @param verb index of the verb's first token
     * @return null where there is none
     */
    Speaker before(int start, int verb) {
        int end = behindInsertions(start, verb);
        if (end <= start) {
            return null;
        }
        if (words.pronouns.skip(tokens, end - 1, end) == end) {
            return speaker(end - 1, end);
        }
        int from = end;
        while (from > start && end - from < LONGEST && !isEdge(from - 1)) {
            from--;
        }
        from = begin(from, end);
        return from < 0 || from >= end || hasVerb(from, end) ? null : speaker(from, end);
    }

    /** Whether a word stands behind a person's name that can be no part of the phrase: Kavanaugh sidestepped questions. */
    private boolean hasVerb(int from, int end) {
        boolean named = false;
        for (int i = from; i < end; i++) {
            Mentions.Place mention = mentions.at(i);
            if (mention != null) {
                named = mention.isPerson();
                i = mention.to() - 1;
                continue;
            }
            Token token = tokens.get(i);
            boolean joined = words.isCoordinator(token)
                    || words.isNounLinker(token)
                    || words.isArticle(token)
                    || token.isCapitalised()
                    || !token.isWord()
                    || words.isAdverb(tokens, i, end);
            if (named && !joined) {
                return true;
            }
            named &= !words.isCoordinator(token);
        }
        return false;
    }

    /** Where the subject ends: before what stands between it and the verb in commas, dashes or brackets. */
    private int behindInsertions(int start, int verb) {
        int end = verb;
        for (int i = 0; i < MOST_INSERTIONS; i++) {
            if (end - 1 <= start) {
                return end;
            }
            String last = tokens.get(end - 1).text();
            String first =
                    switch (last) {
                        case "," -> ",";
                        case ")" -> "(";
                        case "–", "—" -> last;
                        default -> null;
                    };
            if (first == null) {
                return end;
            }
            int open = end - 2;
            while (open >= start && end - open < LONGEST_INSERTION && !tokens.get(open).text().equals(first)) {
                open--;
            }
            if (open <= start || !tokens.get(open).text().equals(first)) {
                return start;
            }
            end = open;
        }
        return end;
    }

    /** Whether a noun phrase can't go on over a token, to the left. */
    private boolean isEdge(int at) {
        Mentions.Place mention = mentions.at(at);
        if (mention != null) {
            return false;
        }
        if (cues.get(at)) {
            return true;
        }
        Token token = tokens.get(at);
        if (token.kind() == Token.Kind.PUNCTUATION) {
            return quotations.at(at) == null || ",;:()«»“”„\"–—.!?…".contains(token.text());
        }
        return words.isRelative(token)
                || words.isVerb(token)
                || words.isConjunction(token)
                || words.complementisers.skip(tokens, at, at + 1) > at
                || words.isCoordinator(token) && !joins(at);
    }

    /** Whether a conjunction joins two names or noun phrases that speak together: A et B. */
    private boolean joins(int at) {
        Mentions.Place left = mentions.at(at - 1);
        int next = at + 1;
        while (next < tokens.size() && words.isArticle(tokens.get(next))) {
            next++;
        }
        return left != null && (mentions.at(next) != null || titles.endOfTitle(tokens, next, tokens.size()) > next);
    }

    /** Where the noun phrase begins between an edge and its end: behind adverbs and what stands before it. */
    private int begin(int edge, int end) {
        int from = words.behindAdverbs(tokens, edge, end);
        if (from == end) {
            return words.pronouns.skip(tokens, edge, end) == end && edge < end ? edge : -1;
        }
        if (isHead(from)) {
            return from;
        }
        // Behind a preposition: the last name or article that has none before it.
        for (int i = end - 1; i > from; i--) {
            Mentions.Place mention = mentions.at(i);
            int head = mention == null ? i : mention.from();
            if (head > from && isHead(head) && !isGoverned(head)) {
                int first = head;
                while (first > from && (isTitlePart(first - 1) || words.isArticle(tokens.get(first - 1)))) {
                    first--;
                }
                return isGoverned(first) ? -1 : first;
            }
        }
        return words.isPreposition(tokens.get(from)) ? -1 : from;
    }

    /** Whether a noun phrase can begin at a token for what it is: an article, a name, an office. */
    boolean isHead(int at) {
        Token token = tokens.get(at);
        return mentions.at(at) != null
                || words.isArticle(token)
                || token.isCapitalised()
                        && !words.isPreposition(token)
                        && !words.isConjunction(token)
                        && !words.isFunctionWord(token)
                || words.pronouns.skip(tokens, at, tokens.size()) > at
                || titles.endOfTitle(tokens, at, tokens.size()) > at;
    }

    private boolean isTitlePart(int at) {
        return titles.isTitlePart(tokens.get(at));
    }

    private boolean isGoverned(int at) {
        if (at == 0) {
            return false;
        }
        Token before = tokens.get(at - 1);
        return mentions.at(at - 1) == null && (words.isPreposition(before) || words.isNounLinker(before) && !words.isArticle(before));
    }

    /**
     * The noun phrase that begins at a token.
     *
     * @param end index that it has to end at or before
     * @return null where none begins there
     */
    Speaker behind(int at, int end) {
        return behind(at, end, false);
    }

    /** The noun phrase that a preposition governs, which needs no article: according to [officials], pelo [governo]. */
    Speaker governed(int at, int end) {
        return behind(at, end, at < end && isNoun(at));
    }

    private boolean isNoun(int at) {
        Token token = tokens.get(at);
        return token.isWord() && !words.isFunctionWord(token) && !cues.get(at) && words.verbs.of(token.folded()).isEmpty();
    }

    private Speaker behind(int at, int end, boolean noun) {
        int from = at;
        int pronoun = words.pronouns.skip(tokens, from, end);
        if (pronoun > from && mentions.at(from) == null) {
            return speaker(from, pronoun);
        }
        if (from >= end || !noun && !isHead(from) && titles.endOfTitle(tokens, from, end) == from) {
            return null;
        }
        int to = from;
        boolean named = false;
        while (to < end && to - from < LONGEST) {
            Mentions.Place mention = mentions.at(to);
            if (mention != null) {
                named |= mention.isPerson();
                to = mention.to();
                continue;
            }
            Token token = tokens.get(to);
            if (token.kind() == Token.Kind.PUNCTUATION && !token.text().equals("-")
                    || words.isConjunction(token)
                    || words.isRelative(token)
                    || words.isVerb(token)
                    || words.complementisers.skip(tokens, to, end) > to
                    || named && !words.isCoordinator(token)
                    || words.isCoordinator(token) && !joins(to)
                    || words.isPreposition(token) && !words.isNounLinker(token) && !words.isCoordinator(token)
                    || words.isAdverb(tokens, to, end) && !words.isArticle(token)) {
                break;
            }
            named &= !words.isCoordinator(token);
            to++;
        }
        return to > from ? speaker(from, to) : null;
    }

    /** Whether a noun phrase begins with an office, or a form of address. */
    boolean isTitled(Speaker speaker) {
        int at = speaker.from();
        while (at < speaker.to() && words.isArticle(tokens.get(at))) {
            at++;
        }
        return titles.endOfTitle(tokens, at, speaker.to()) > at
                || words.pronouns.skip(tokens, speaker.from(), speaker.to()) > speaker.from();
    }

    private Speaker speaker(int from, int to) {
        Mentions.Place head = head(from, to);
        return head == null
                ? new Speaker(from, to, null, false)
                : new Speaker(from, to, head.entity().id(), head.isPerson());
    }

    /** The mention that a noun phrase is about; null where it is about what has no entity. */
    private Mentions.Place head(int from, int to) {
        Mentions.Place last = mentions.at(to - 1);
        int at = from;
        while (at < to && (words.isArticle(tokens.get(at)) || titles.isAddress(tokens, at, to))) {
            at++;
        }
        Mentions.Place first = at < to ? mentions.at(at) : null;
        if (first == null) {
            first = mentions.at(from);
        }
        if (first != null) {
            return first;
        }
        boolean apposed = last != null && last.from() > from && last.isPerson();
        return apposed && !isGoverned(last.from()) ? last : null;
    }
}
