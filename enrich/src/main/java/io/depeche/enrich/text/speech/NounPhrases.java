// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.names.PersonTitles;
import io.depeche.enrich.text.speech.Draft.Speaker;
import io.depeche.enrich.text.speech.Quotations.Quotation;
import java.util.BitSet;
import java.util.stream.IntStream;

/** Finds the words that name who speaks, before a verb and behind one, and the entity that they stand for. */
final class NounPhrases {

    private static final int LONGEST = 24;

    /** The most tokens of a name in quotation marks. */
    private static final int LONGEST_NAME = 8;

    /** The most words between such a name and the noun that it is the name of, with that one. */
    private static final int FARTHEST_GROUP = 4;

    private static final int LONGEST_INSERTION = 30;

    /** How far before the comma behind an age the one before it may stand: , âgée de 30 ans, */
    private static final int LONGEST_AGE = 6;

    private static final int MOST_INSERTIONS = 3;
    private static final int MOST_CLITICS = 3;

    /** How far before a conjunction a word for what something is of may stand. */
    private static final int FARTHEST_LINKER = 4;

    /** How many words what speaks in place of a subject has at most, but one. */
    private static final int MOST_BRIEF = 4;

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

    /** Whether a token is one of a verb that announces speech. */
    boolean isCue(int at) {
        return cues.get(at);
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
        return before(start, verb, true);
    }

    private Speaker before(int start, int verb, boolean again) {
        int end = behindInsertions(start, verb);
        if (end <= start) {
            return again && words.knowsFiniteVerbs() ? beforeComma(start, verb) : null;
        }
        Quotation name = words.knowsFiniteVerbs() ? quotations.to(end - 1) : null;
        if (name != null) {
            return isName(name) && name.from() > start ? quoted(start, name) : null;
        }
        boolean governed = end - 2 >= start
                && words.isPreposition(tokens.get(end - 2))
                && mentions.at(end - 2) == null
                && (!words.isSubject(tokens.get(end - 1)) || words.isNounLinker(tokens.get(end - 2)));
        if (words.pronouns.skip(tokens, end - 1, end) == end && !governed) {
            return speaker(end - 1, end);
        }
        int from = end;
        while (from > start && end - from < LONGEST && !isEdge(from - 1)) {
            from--;
        }
        int edge = from;
        from = begin(edge, end);
        if (from < 0 && again && edge > start + 1 && tokens.get(edge - 1).text().equals(",")) {
            // What stands between goes on up to the verb: l'opposition, avec X (PSOE) demanda.
            return before(start, edge - 1, false);
        }
        if (again && end < verb && isBehindExample(start, edge)) {
            return before(start, edge - 2, false);
        }
        from = behindInfinitive(from, end);
        if (from < 0 || from >= end || isVerbal(from) || hasVerb(from, end)) {
            return null;
        }
        Speaker person = words.knowsFiniteVerbs() ? withOffice(start, end) : null;
        boolean object = person != null && person.from() > start && !isEdge(person.from() - 1);
        person = person == null || object ? titled(start, from, end) : person;
        if (person != null) {
            // Its apposition is not closed by a comma: X, professeur à Y affirme.
            return person;
        }
        boolean several = from == words.behindAdverbs(tokens, edge, end) && isPlural(verb);
        int joined = several ? joinedBefore(start, edge - 1) : -1;
        joined = several && joined < 0 ? listedBefore(start, edge - 1) : joined;
        return joined < 0 ? explained(speaker(from, end), verb) : speaker(joined, end);
    }

    /** Whether a name stands behind who did something: Cité par l'agence [X], le ministre a dit. */
    private boolean isByAgent(int start, int name) {
        for (int i = name - 1;
                words.knowsFiniteVerbs() && i >= start && tokens.get(i).isWord();
                i--) {
            if (words.isAgent(tokens.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a quotation is the name of the group that stands before it: l'association « Sauvons le lac ». */
    boolean isGroupName(Quotation quotation) {
        int mark = quotation.from() - 1;
        boolean fits = words.knowsFiniteVerbs()
                && quotation.closed()
                && quotation.to() - quotation.from() <= LONGEST_NAME
                && tokens.get(quotation.from()).isCapitalised();
        for (int i = mark - 1; fits && i > 0 && mark - i <= FARTHEST_GROUP; i--) {
            if (words.isGroup(tokens.get(i)) && words.isArticle(tokens.get(i - 1))) {
                return true;
            }
            fits = mentions.at(i) == null && !isEdge(i) && !words.isAuxiliary(tokens.get(i));
        }
        return false;
    }

    /** What a quotation names that a mark at a token begins; null where it names nobody: selon [« Le Monde »]. */
    Speaker quotedName(int mark) {
        Quotation name = quotations.from(mark);
        return name != null && name.closed() && isName(name) ? speaker(name.from(), name.to()) : null;
    }

    /** Whether a quotation can be what somebody is called: few words with a capital, and no verb. */
    private boolean isName(Quotation quotation) {
        int length = quotation.to() - quotation.from();
        return length > 0
                && length <= LONGEST_NAME
                && tokens.get(quotation.from()).isCapitalised()
                && IntStream.range(quotation.from(), quotation.to())
                        .noneMatch(i -> words.isFinite(tokens.get(i)) || words.isAuxiliary(tokens.get(i)));
    }

    /** Who is called what stands in quotation marks, with the noun before that where there is one: [Le collectif « A »] dénonce B. */
    private Speaker quoted(int start, Quotation name) {
        int mark = name.from() - 1;
        if (mark == start || !tokens.get(mark - 1).isWord()) {
            return speaker(name.from(), name.to());
        }
        Speaker noun = before(start, mark, false);
        return noun != null && noun.to() == mark && isHead(noun.from())
                ? new Speaker(noun.from(), name.to() + 1, noun.entity(), noun.person())
                : null;
    }

    /** Who is called what stands in quotation marks that end a clause, from an opening one: A, écrit [« B »]; null where nobody is. */
    Speaker called(int mark, int end) {
        Speaker name = quotedName(mark);
        if (name == null) {
            return null;
        }
        int behind = name.to() + 1;
        boolean ends = behind >= end
                || ",.;".contains(tokens.get(behind).text())
                || words.isPreposition(tokens.get(behind))
                || words.isAdverb(tokens, behind, end);
        return ends ? name : null;
    }

    /** The person before a comma behind whose name a phrase begins with an office; null where it does not. */
    private Speaker titled(int start, int from, int end) {
        boolean apart = from - 2 >= start && tokens.get(from - 1).text().equals(",");
        Mentions.Place person = apart ? mentions.at(from - 2) : null;
        int title = words.knowsFiniteVerbs() ? behindArticle(from) : from;
        boolean titled = person != null
                && person.isPerson()
                && !isByAgent(start, person.from())
                && titles.endOfTitle(tokens, title, end) > title;
        Speaker named = titled ? withTitle(start, person) : null;
        // Après un entretien avec X, [le ministre] a dit
        boolean governed =
                named != null && named.from() > start && (isGoverned(named.from()) || tellsOf(named.from() - 1));
        return governed && title > from ? null : named;
    }

    /** A person with the article and the office that stand before the name: [Le juge X], de la cour de Y; the name where none do. */
    private Speaker withTitle(int start, Mentions.Place person) {
        int edge = person.from();
        while (edge > start && person.from() - edge < LONGEST && !isEdge(edge - 1)) {
            edge--;
        }
        int from = words.knowsFiniteVerbs() && edge < person.from() ? begin(edge, person.to()) : person.from();
        int title = from < 0 || from >= person.from() ? person.from() : behindArticle(from);
        boolean whole = title > from
                && title < person.from()
                && (titles.endOfTitle(tokens, title, person.from()) > title
                        || IntStream.range(title, person.from()).noneMatch(i -> words.isPreposition(tokens.get(i))));
        return whole ? speaker(from, person.to()) : speaker(person.from(), person.to());
    }

    /**
     * Where a noun phrase begins that a conjunction joins to the one behind it, as no verb stands before: [Le ministre] et son homologue.
     *
     * @return -1 where none does
     */
    private int joinedBefore(int start, int conjunction) {
        if (conjunction <= start || !words.isCoordinator(tokens.get(conjunction))) {
            return -1;
        }
        int edge = conjunction;
        while (edge > start && conjunction - edge < LONGEST && !isEdge(edge - 1)) {
            edge--;
            if (words.isAuxiliary(tokens.get(edge)) || words.isReflexive(tokens.get(edge))) {
                return -1;
            }
        }
        int from = words.behindAdverbs(tokens, edge, conjunction);
        boolean whole = edge == start || tokens.get(edge - 1).text().equals(",");
        return whole && from < conjunction && behindArticle(from) > from && !words.isPreposition(tokens.get(from))
                ? from
                : -1;
    }

    /**
     * Where a list begins that a conjunction joins to its last part, as no verb stands before: [Les ministres français, belge] et danois.
     *
     * @return -1 where none does
     */
    private int listedBefore(int start, int conjunction) {
        int from = words.behindAdverbs(tokens, start, Math.max(start, conjunction));
        boolean list = words.knowsFiniteVerbs()
                && conjunction > from
                && conjunction - from < LONGEST_INSERTION
                && words.isCoordinator(tokens.get(conjunction))
                && (mentions.at(from) != null || behindArticle(from) > from);
        for (int i = from; list && i < conjunction; i++) {
            list = mentions.at(i) != null || isOfList(i);
        }
        return list ? from : -1;
    }

    /** Whether a token can stand in a list of who does something: no verb, nor what begins a clause or a phrase of its own. */
    private boolean isOfList(int at) {
        Token token = tokens.get(at);
        return token.isWord()
                ? words.isArticle(token)
                        || words.isNounLinker(token)
                        || isNoun(at) && !words.isOnlyRelative(token) && !words.isFinite(token)
                : ",()".contains(token.text());
    }

    /** Whether a verb is one that several do, behind the clitics that stand before it: n'ont pas dit. */
    private boolean isPlural(int at) {
        int verb = at;
        while (verb < tokens.size() - 1
                && verb - at < MOST_CLITICS
                && (words.isNegation(tokens.get(verb))
                        || words.isClitic(tokens.get(verb))
                        || words.isReflexive(tokens.get(verb)))) {
            verb++;
        }
        return words.isPlural(tokens.get(verb));
    }

    /** The subject that a comma parts from its verb, which stands first: Le porte-parole du collectif[,] a dit. */
    private Speaker beforeComma(int start, int verb) {
        boolean inner = start > 0 && words.complementisers.skip(tokens, start - 1, start) == start;
        if (inner || verb - 2 < start || !tokens.get(verb - 1).text().equals(",")) {
            return null;
        }
        int from = words.behindAdverbs(tokens, start, verb);
        Speaker subject = from < verb - 1 && isHead(from) ? before(start, verb - 1, false) : null;
        return subject != null && subject.from() == from && subject.to() == verb - 1 ? subject : null;
    }

    /** A noun phrase with the name behind it that says who it is: le porte-parole, [X], a dit. */
    private Speaker explained(Speaker speaker, int limit) {
        int comma = speaker.to();
        if (speaker.entity() != null
                || comma + 2 > limit
                || !tokens.get(comma).text().equals(",")) {
            return speaker;
        }
        int from = titles.endOfTitle(tokens, comma + 1, limit);
        Mentions.Place name = mentions.at(from);
        boolean named = name != null
                && name.isPerson()
                && name.from() == from
                && (name.to() >= limit || !tokens.get(name.to()).isWord());
        return named ? new Speaker(speaker.from(), speaker.to(), name.entity().id(), true) : speaker;
    }

    /**
     * The name before a relative pronoun that a phrase without one stands for: the one that it is the apposition of, or that a
     * preposition stands before. The phrase itself where there is none.
     */
    Speaker named(int start, int behind, Speaker phrase) {
        Mentions.Place last = mentions.at(behind - 1);
        if (phrase == null) {
            return last == null ? null : speaker(last.from(), last.to());
        }
        int comma = phrase.from() - 1;
        Mentions.Place before = comma > start && tokens.get(comma).text().equals(",") ? mentions.at(comma - 1) : null;
        boolean speaks = before != null && (before.isPerson() || words.knowsFiniteVerbs() && before.isOrganisation());
        boolean apposed = speaks && words.isArticle(tokens.get(phrase.from()));
        return apposed ? withTitle(start, before) : phrase;
    }

    /** Where a noun phrase begins behind an infinitive and what stands before the phrase: poursuivre [les journaux] qui affirment. */
    private int behindInfinitive(int from, int end) {
        boolean infinitive = from >= 0
                && from < end
                && words.knowsFiniteVerbs()
                && mentions.at(from) == null
                && !tokens.get(from).isCapitalised()
                && words.isInfinitive(tokens.get(from));
        if (!infinitive) {
            return from;
        }
        for (int i = from + 1; i < end; i++) {
            if (words.isArticle(tokens.get(i)) || mentions.at(i) != null) {
                return i;
            }
        }
        return -1;
    }

    /**
     * The person before a comma behind whose name stands what they are, without an article, up to a token: [X], élu de Y et neveu de Z;
     * null where none does.
     */
    Speaker withOffice(int start, int behind) {
        for (int i = behind - 1; i > start && behind - i < LONGEST_INSERTION; i--) {
            Token token = tokens.get(i);
            if (token.text().equals(",")) {
                Mentions.Place mention = mentions.at(i - 1);
                boolean office = !tokens.get(i + 1).isCapitalised() && (isPlainNoun(i + 1) || tellsOf(i + 1));
                boolean person =
                        office && mention != null && mention.isPerson() && !isBehindExample(start, mention.from());
                return person ? withTitle(start, mention) : null;
            }
            if (token.kind() == Token.Kind.PUNCTUATION && mentions.at(i) == null || words.isFinite(token)) {
                return null;
            }
        }
        return null;
    }

    /** Whether a comma and a conjunction stand before a phrase that is only one of those who are meant: certains, comme [X], 54 ans, … */
    private boolean isBehindExample(int start, int phrase) {
        return words.knowsFiniteVerbs()
                && phrase - 2 > start
                && words.isCueConjunction(tokens.get(phrase - 1))
                && tokens.get(phrase - 2).text().equals(",");
    }

    /**
     * Whether a word begins what is told of a name before a comma, and no noun phrase of its own: X, [du] cabinet Y, not X, [l']autorité.
     */
    private boolean tellsOf(int at) {
        return words.isNounLinker(tokens.get(at)) && !words.isClitic(tokens.get(at));
    }

    /** Whether a phrase begins as a verb does: ont participé, s'étouffer. */
    private boolean isVerbal(int from) {
        Token token = tokens.get(from);
        return mentions.at(from) == null
                && !words.isArticle(token)
                && (words.isAuxiliary(token) || words.isReflexive(token))
                && words.pronouns.skip(tokens, from, from + 1) == from;
    }

    /** Whether a word stands in it, or behind a person's name, that can be no part of the phrase: Kavanaugh sidestepped questions. */
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
                    || "'’".indexOf(token.text().charAt(0)) >= 0
                    || words.isAdverb(tokens, i, end);
            if (named && !joined && !tellsOffice(i, end) || words.isVerbNegation(token)) {
                return true;
            }
            boolean linked = words.knowsFiniteVerbs() && (words.isNounLinker(token) || words.isPreposition(token));
            named &= !words.isCoordinator(token) && !linked;
        }
        return false;
    }

    /** Whether a word right behind a name tells without a comma who that is, with what it is of: X [spécialiste] de Y. */
    private boolean tellsOffice(int at, int end) {
        return words.knowsFiniteVerbs()
                && at + 2 < end
                && isPlainNoun(at)
                && !words.isFinite(tokens.get(at))
                && (words.isNounLinker(tokens.get(at + 1)) || words.isPreposition(tokens.get(at + 1)))
                && !holdsInfinitive(at + 2, end);
    }

    /** Whether an infinitive stands between two places; a word behind an article is a noun: la mer. */
    boolean holdsInfinitive(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(i -> mentions.at(i) == null
                        && words.isInfinitive(tokens.get(i))
                        && !words.isArticle(tokens.get(i - 1)));
    }

    /** Where the subject ends: before what stands between it and the verb in commas, dashes or brackets. */
    private int behindInsertions(int start, int verb) {
        int end = verb;
        for (int i = 0; i < MOST_INSERTIONS; i++) {
            if (end - 1 <= start) {
                return end;
            }
            String last = tokens.get(end - 1).text();
            String first = switch (last) {
                case "," -> ",";
                case ")" -> "(";
                case "–", "—" -> last;
                default -> null;
            };
            if (first == null) {
                return end;
            }
            int open = end - 2;
            while (open >= start
                    && end - open < LONGEST_INSERTION
                    && !tokens.get(open).text().equals(first)) {
                open--;
            }
            if (open <= start || !tokens.get(open).text().equals(first)) {
                return start;
            }
            open = first.equals(",") ? listed(start, open) : open;
            end = open;
            Mentions.Place person = first.equals(",") ? personBefore(start, open) : null;
            end = person == null ? beforeAge(start, open) : person.to();
        }
        return end;
    }

    /** The comma before an age that ends before another one: X[,] âgé de 30 ans, qui dit; the second where none does. */
    int beforeAge(int start, int comma) {
        boolean age = words.knowsFiniteVerbs()
                && comma - 2 > start
                && words.isTimeUnit(tokens.get(comma - 1))
                && tokens.get(comma - 2).kind() == Token.Kind.NUMBER;
        for (int i = comma - 3; age && i > start && comma - i <= LONGEST_AGE; i--) {
            if (tokens.get(i).text().equals(",")) {
                return i;
            }
        }
        return comma;
    }

    /** Where an insertion that lists names begins: D'autres, [dont A, B et C,] ont dit; the same comma where it is no list. */
    private int listed(int start, int comma) {
        for (int i = comma - 1; i > start && comma - i < LONGEST_INSERTION; i--) {
            Token token = tokens.get(i);
            if (words.isListing(token) && tokens.get(i - 1).text().equals(",")) {
                return i - 1;
            }
            if (mentions.at(i) == null && !token.text().equals(",") && !words.isArticle(token)) {
                return comma;
            }
        }
        return comma;
    }

    /** The person with a comma behind, and what is told of them up to another one: [X], du cabinet Y, qui a dit. */
    private Mentions.Place personBefore(int start, int comma) {
        for (int i = comma - 1; i > start && comma - i < LONGEST_INSERTION; i--) {
            if (tokens.get(i).text().equals(",")) {
                Mentions.Place mention = mentions.at(i - 1);
                boolean told = words.isNounLinker(tokens.get(i + 1)) || words.isPreposition(tokens.get(i + 1));
                return told && mention != null && mention.isPerson() ? mention : null;
            }
            if (tokens.get(i).kind() == Token.Kind.PUNCTUATION) {
                return null;
            }
        }
        return null;
    }

    /** Whether a percent sign stands behind a number, so that it is a word of a phrase and no mark. */
    boolean isPercent(int at) {
        return at > 0
                && tokens.get(at).text().equals("%")
                && tokens.get(at - 1).kind() == Token.Kind.NUMBER
                && words.knowsFiniteVerbs();
    }

    /** Whether a phrase begins with a share of many, whatever stands before the number: [seuls 12 %] des habitants. */
    private boolean isShare(int from, int end) {
        for (int i = from; i < Math.min(end, from + MOST_BRIEF); i++) {
            if (isPercent(i)) {
                return true;
            }
            Token token = tokens.get(i);
            if (words.isAgent(token) || words.isPreposition(token) && !words.isNounLinker(token)) {
                return false;
            }
        }
        return false;
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
        if (at > 0 && token.text().equals(".") && titles.endOfTitle(tokens, at - 1, at + 1) == at + 1) {
            // Mr. Adams
            return false;
        }
        if (isPercent(at)) {
            return false;
        }
        if (token.kind() == Token.Kind.PUNCTUATION) {
            return quotations.at(at) == null || ",;:()«»“”„\"–—.!?…".contains(token.text());
        }
        return words.isOnlyRelative(token)
                || words.isFinite(token) && !(at > 0 && words.isContracted(tokens.get(at - 1)))
                || words.isConjunction(token) && !isDemonstrative(at)
                || words.complementisers.skip(tokens, at, at + 1) > at && !words.joinsNouns(tokens, at)
                || words.isCoordinator(token) && !joins(at);
    }

    /** Whether a word that begins a clause with the next one is an article here: ce journal. */
    private boolean isDemonstrative(int at) {
        return words.isArticle(tokens.get(at))
                && at + 1 < tokens.size()
                && words.complementisers.skip(tokens, at + 1, at + 2) == at + 1;
    }

    /** Whether a conjunction joins two names or noun phrases that speak together: A et B. */
    private boolean joins(int at) {
        Mentions.Place left = mentions.at(at - 1);
        int next = at + 1;
        if (next < tokens.size()
                && words.hasArticles()
                && words.isNounLinker(tokens.get(next))
                && words.knowsFiniteVerbs()
                && (!words.isArticle(tokens.get(next)) || isLinked(at, next))) {
            // la police de A et [de] B
            return true;
        }
        while (next < tokens.size() && words.isArticle(tokens.get(next))) {
            next++;
        }
        return left != null && (mentions.at(next) != null || titles.endOfTitle(tokens, next, tokens.size()) > next);
    }

    /**
     * Whether the same kind of word for what something is of stands before a conjunction and behind it: ministre de la Culture et [des]
     * Sports.
     */
    private boolean isLinked(int conjunction, int next) {
        if (words.isClitic(tokens.get(next))) {
            return false;
        }
        for (int i = conjunction - 2; i > 0 && conjunction - i <= FARTHEST_LINKER; i--) {
            Token token = tokens.get(i);
            if (words.isNounLinker(token) && !words.isClitic(token)) {
                return tokens.get(i - 1).isWord();
            }
        }
        return false;
    }

    /** Where the noun phrase begins between an edge and its end: behind adverbs and what stands before it. */
    private int begin(int edge, int end) {
        int from = words.behindAdverbs(tokens, edge, end);
        if (from == end) {
            // tous deux
            boolean alone = edge < end
                    && (words.pronouns.skip(tokens, edge, end) == end || words.isAloneArticle(tokens.get(edge)));
            return alone ? edge : -1;
        }
        if (isHead(from) || isShare(from, end)) {
            return from;
        }
        if (from + 1 < end
                && words.isNounLinker(tokens.get(from))
                && (tokens.get(from + 1).kind() == Token.Kind.NUMBER
                        || words.knowsFiniteVerbs() && from > edge && words.isArticle(tokens.get(from + 1)))) {
            // plus de 300 personnes, plus d'une centaine de personnes
            return edge;
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
                if (!words.hasArticles()) {
                    first = titleBefore(from, first);
                }
                return isGoverned(first) ? -1 : first;
            }
        }
        return words.isPreposition(tokens.get(from)) ? -1 : from;
    }

    /** The first title between two places that no preposition stands before, or in; the second place where there is none. */
    private int titleBefore(int from, int head) {
        int first = head;
        for (int i = head - 1; i > from && !words.isPreposition(tokens.get(i)); i--) {
            if (titles.endOfTitle(tokens, i, head) > i && !isGoverned(i)) {
                first = i;
            }
        }
        return first;
    }

    /** Whether a noun phrase can begin at a token for what it is: an article, a name, an office. */
    boolean isHead(int at) {
        Token token = tokens.get(at);
        return mentions.at(at) != null
                || isPairOfArticles(at)
                || words.isArticle(token) && (words.dropsSubjects() || !words.isPreposition(token))
                || !words.hasArticles() && isNoun(at)
                || token.isCapitalised()
                        && !words.isPreposition(token)
                        && !words.isConjunction(token)
                        && !words.isFunctionWord(token)
                || words.pronouns.skip(tokens, at, tokens.size()) > at
                || titles.endOfTitle(tokens, at, tokens.size()) > at;
    }

    private boolean isPairOfArticles(int at) {
        return at + 1 < tokens.size() && words.isArticle(tokens.get(at), tokens.get(at + 1));
    }

    /** Whether a phrase begins with an article, of one word or two. */
    boolean beginsWithArticle(Speaker phrase) {
        return behindArticle(phrase.from()) > phrase.from();
    }

    /** Index behind the article at a token, of one word or two; the token where none is. */
    private int behindArticle(int at) {
        return words.isArticle(tokens.get(at)) ? at + 1 : isPairOfArticles(at) ? at + 2 : at;
    }

    /** Whether a word can be a noun, or an adjective before one. */
    private boolean isNoun(int at) {
        Token token = tokens.get(at);
        return token.isWord()
                && !words.isPreposition(token)
                && !words.isConjunction(token)
                && !words.isCoordinator(token)
                && !words.isRelative(token)
                && !words.isNegation(token)
                && !words.isReflexive(token)
                && !words.isAuxiliary(token)
                && !cues.get(at)
                && words.complementisers.skip(tokens, at, tokens.size()) == at
                && words.questionWords.skip(tokens, at, tokens.size()) == at
                && !words.isAdverb(tokens, at, tokens.size());
    }

    private boolean isTitlePart(int at) {
        return titles.isAdjective(tokens.get(at));
    }

    private boolean isGoverned(int at) {
        if (at == 0) {
            return false;
        }
        int last = at - 1;
        while (words.hasCapitalNouns() && last > 0 && isAdjective(last)) {
            last--;
        }
        Token before = tokens.get(last);
        return mentions.at(last) == null
                && (words.isPreposition(before) || words.isNounLinker(before) && !words.isArticle(before));
    }

    /** Whether a word can be an adjective, in a language where nouns have capitals. */
    private boolean isAdjective(int at) {
        Token token = tokens.get(at);
        return isNoun(at) && !token.isCapitalised() && !words.isArticle(token) && !words.isNounLinker(token);
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
        Quotation name = words.knowsFiniteVerbs() ? quotations.from(at) : null;
        boolean quoted = name != null
                && name.closed()
                && name.to() < end
                && name.to() - name.from() <= LONGEST_NAME
                && tokens.get(name.from()).isCapitalised();
        return quoted
                ? speaker(at, name.to() + 1)
                : behind(at, end, at < end && (isPlainNoun(at) || behindArticle(at) > at));
    }

    private boolean isPlainNoun(int at) {
        Token token = tokens.get(at);
        return token.isWord()
                && !words.isFunctionWord(token)
                && !(words.knowsFiniteVerbs() && words.isInfinitive(token))
                && !cues.get(at)
                && words.verbs.of(token.folded()).isEmpty();
    }

    /** The noun phrase before a word that stands behind what it governs: [einem Bericht] zufolge. */
    Speaker beforePostposition(int start, int at) {
        int from = at;
        while (from > start && at - from < LONGEST && !isEdge(from - 1)) {
            from--;
            Token token = tokens.get(from);
            if (words.isAuxiliary(token)) {
                from++;
                break;
            }
            if (words.isArticle(token) && !words.isNounLinker(token)) {
                break;
            }
        }
        from = words.behindAdverbs(tokens, from, at);
        return from < at && tokens.get(at - 1).isWord() ? speaker(from, at) : null;
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
        int to = behindArticle(from);
        boolean named = false;
        while (to < end && to - from < LONGEST) {
            Mentions.Place mention = mentions.at(to);
            if (mention != null) {
                named |= mention.isPerson();
                to = mention.to();
                continue;
            }
            Token token = tokens.get(to);
            if (token.text().equals(".") && to > from && titles.endOfTitle(tokens, to - 1, to + 1) == to + 1) {
                to++;
                continue;
            }
            if (token.kind() == Token.Kind.PUNCTUATION && !token.text().equals("-") && !isPercent(to)
                    || words.isConjunction(token)
                    || words.isOnlyRelative(token)
                    || words.isFinite(token)
                    || to > from
                            && words.knowsFiniteVerbs()
                            && (cues.get(to) && !isNounBehindArticle(from, to)
                                    || mentions.at(to - 1) != null && words.isInfinitive(token)
                                    || beginsAnother(to)
                                    || words.isReflexive(token)
                                    || words.isNegation(token)
                                    || words.isClitic(token) && !words.isArticle(token))
                    || words.isAuxiliary(token) && !words.isArticle(token) && !words.isPreposition(token)
                    || words.complementisers.skip(tokens, to, end) > to
                    || named && !words.isCoordinator(token)
                    || to > from && endsNoun(to)
                    || words.isCoordinator(token) && !joins(to)
                    || words.isPreposition(token) && !words.isNounLinker(token) && !words.isCoordinator(token)
                    || words.isAdverb(tokens, to, end) && !words.isArticle(token)) {
                break;
            }
            named &= !words.isCoordinator(token);
            to++;
        }
        while (words.knowsFiniteVerbs()
                && to - from > 2
                && mentions.at(to - 1) == null
                && words.isNounLinker(tokens.get(to - 1))) {
            // Et le maire [de] conclure
            to--;
        }
        return to > from ? explained(speaker(from, to), end) : null;
    }

    /** Whether an article stands at a token that no preposition is before, so that it begins another phrase. */
    private boolean beginsAnother(int at) {
        Token token = tokens.get(at);
        Token before = tokens.get(at - 1);
        return words.isArticle(token)
                && words.isClitic(token)
                && (mentions.at(at) == null || mentions.at(at - 1) != mentions.at(at))
                && !words.isPreposition(before)
                && !words.isArticle(before)
                && !words.isCoordinator(before);
    }

    /** Whether a word right behind the article of a phrase is a noun that looks like a gerund: l'[enseignant]. */
    private boolean isNounBehindArticle(int from, int at) {
        return at == behindArticle(from)
                && words.verbs.of(tokens.get(at).folded()).stream()
                        .allMatch(verb -> verb.forms().contains(VerbForm.GERUND));
    }

    /** Whether a token can't go on with the noun before it, in a language where these have capitals. */
    private boolean endsNoun(int at) {
        Token token = tokens.get(at);
        return words.hasCapitalNouns()
                && tokens.get(at - 1).isCapitalised()
                && !token.isCapitalised()
                && !words.isNounLinker(token)
                && !words.isCoordinator(token);
    }

    /** What speaks behind a preposition: [in dem Bericht] heißt es; null where a token is none, or no noun follows. */
    Speaker inPlace(int at, int end) {
        if (at + 1 >= end || !words.isSpeakingPlace(tokens.get(at))) {
            return null;
        }
        int from = at + 1;
        int to = from;
        while (to < end
                && (words.isArticle(tokens.get(to))
                        || mentions.at(to) != null
                        || isNoun(to)
                        || words.isNounLinker(tokens.get(to)))) {
            to++;
        }
        return to > from && !words.isArticle(tokens.get(to - 1)) ? speaker(from, to) : null;
    }

    /**
     * What speaks behind a preposition, up to a verb without a subject; null where nothing does.
     *
     * @param brief whether it can be of few words only, as a subject may stand among more
     */
    Speaker inPlaceBefore(int start, int verb, boolean brief) {
        for (int i = verb - 2; i >= start && verb - i < LONGEST; i--) {
            if (tokens.get(i).kind() == Token.Kind.PUNCTUATION && quotations.at(i) == null) {
                return null;
            }
            Speaker speaker = inPlace(i, verb);
            if (speaker != null) {
                boolean fits = !brief || speaker.to() - speaker.from() < MOST_BRIEF;
                return fits && words.behindAdverbs(tokens, speaker.to(), verb) == verb ? speaker : null;
            }
        }
        return null;
    }

    /** Whether a pronoun that stands for nobody is all of a noun phrase. */
    boolean isNobody(Speaker speaker) {
        Phrases.Match<Boolean> match = words.pronouns.longest(tokens, speaker.from(), speaker.to());
        return match != null && match.value() && match.to() == speaker.to();
    }

    /** Whether a noun phrase is a pronoun. */
    boolean isPronoun(Speaker speaker) {
        return words.pronouns.skip(tokens, speaker.from(), speaker.to()) == speaker.to();
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

    /** Whether a phrase begins with a noun for who can speak: le parti. */
    boolean isGroup(Speaker speaker) {
        return speaker.from() + 1 < speaker.to()
                && words.isArticle(tokens.get(speaker.from()))
                && (words.isGroup(tokens.get(speaker.from() + 1))
                        || speaker.from() + 2 < speaker.to() && words.isGroup(tokens.get(speaker.from() + 2)));
    }

    /** Whether a phrase belongs to the noun before it: le directeur [du port]. */
    boolean isOfNoun(Speaker speaker) {
        Token first = tokens.get(speaker.from());
        return speaker.from() > 0
                && words.isNounLinker(first)
                && !words.isClitic(first)
                && tokens.get(speaker.from() - 1).isWord();
    }

    /** Whether a noun phrase, and no pronoun that may stand for anything, is for who can speak. */
    boolean isSomebody(Speaker speaker) {
        return speaker.person() || !isPronoun(speaker) && (isTitled(speaker) || isGroup(speaker) || isHuman(speaker));
    }

    /**
     * The noun phrase that ends before a token, behind a preposition or the edge before it: Il s'agit d'[un homme] qui A; null where none
     * does.
     */
    Speaker endingAt(int start, int end) {
        int from = end;
        while (from > start && end - from < LONGEST && !isEdge(from - 1)) {
            from--;
            boolean governs = words.isPreposition(tokens.get(from)) && !words.isNounLinker(tokens.get(from));
            if (governs && mentions.at(from) == null) {
                from += words.isArticle(tokens.get(from)) ? 0 : 1;
                break;
            }
        }
        if (from < end && words.isNounLinker(tokens.get(from)) && !words.isArticle(tokens.get(from))) {
            from++;
        }
        return from < end && behindArticle(from) > from ? speaker(from, end) : null;
    }

    /** Whether a phrase is for who can be a source: an entity, or a noun for somebody. */
    boolean isSource(Speaker speaker) {
        return speaker.entity() != null || isTitled(speaker) || isGroup(speaker) || isHuman(speaker);
    }

    /** Whether an article for some of many is all of a phrase, which then is of people: pour [certains], … ; pour [d'autres], … */
    boolean isIndefinite(Speaker speaker) {
        return words.knowsFiniteVerbs() && behindArticle(speaker.from()) == speaker.to();
    }

    /** Whether a phrase begins with a noun for a person. */
    boolean isHuman(Speaker speaker) {
        int noun = behindArticle(speaker.from());
        return noun < speaker.to() && words.isHuman(tokens.get(noun))
                || noun + 1 < speaker.to() && words.isHuman(tokens.get(noun + 1));
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

    /** Whether something is measured by a phrase, which nobody says: selon [la taille du jardin]. */
    boolean isMeasure(Speaker phrase) {
        int at = phrase.from();
        while (at < phrase.to() - 1 && words.isArticle(tokens.get(at))) {
            at++;
        }
        while (at < phrase.to() && !words.isNounLinker(tokens.get(at)) && !words.isPreposition(tokens.get(at))) {
            if (words.isMeasure(tokens.get(at))) {
                return true;
            }
            at++;
        }
        return false;
    }
}
