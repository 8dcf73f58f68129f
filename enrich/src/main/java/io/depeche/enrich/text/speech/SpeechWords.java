// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.SpeechAct;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.CalendarNames;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What speech is told by in one language; immutable. */
final class SpeechWords {

    private static final int SHORTEST_ADVERB = 6;
    private static final int LONGEST_ENDING = 16;
    private static final int SHORTEST_VERB = 4;
    private static final int LONGEST_COMMENT = 4;
    private static final int SHORTEST_OPEN = 3;
    private static final int LONGEST_OPEN_ENDING = 4;
    private static final int LONGEST_PREPOSITION = 2;
    private static final int LONGEST_BEFORE_DAY = 2;
    private static final String NOBODY = "NOBODY";
    private static final String PURPOSE = "PURPOSE";

    /** Words of a noun and of the two that begin its relative clause: rumeur selon laquelle. */
    private static final int NOUN_AND_RELATIVE = 3;

    private static final String THING = "THING";
    private static final String UNNAMED = "UNNAMED";
    private static final String LISTING = "LISTING";
    private static final String HUMAN = "HUMAN";
    private static final String COURT = "COURT";
    private static final String GOVERNED = "GOVERNED";
    private static final String NOUN = "NOUN";
    private static final String NOUNS = "NOUNS";
    private static final String ARTICLE = "ARTICLE";
    private static final String ONE = "ONE";
    private static final String PASSIVE = "PASSIVE";
    private static final String NAMED = "NAMED";
    private static final String UNREAL = "UNREAL";
    private static final String BRACKET = "BRACKET";
    private static final String WEAK = "WEAK";
    private static final String PARENTHESIS = "PARENTHESIS";
    private static final String MARKED = "MARKED";
    private static final String CONTRAST = "CONTRAST";
    private static final String CEASING = "CEASING";
    private static final String HEARING = "HEARING";
    private static final String DEFINITE = "DEFINITE";
    private static final String INDEFINITE = "INDEFINITE";
    private static final String VERB = "VERB";
    private static final String COMMA = "COMMA";
    private static final String SETTING = "SETTING";
    private static final String PLACE = "PLACE";
    private static final String DAY = "DAY";
    private static final String REPLY = "REPLY";
    private static final String COMMENT = "COMMENT";
    private static final String ATTRIBUTE = "ATTRIBUTE";
    private static final Set<String> LAST_ADJUNCTS = Set.of(SETTING, PLACE, DAY, REPLY, COMMENT, ATTRIBUTE);
    private static final String SUBJUNCTIVE = "SUBJUNCTIVE";
    private static final String NEXT = "NEXT";
    private static final String DEMONSTRATIVE = "DEMONSTRATIVE";
    private static final String ALONE = "ALONE";
    private static final String SELF = "SELF";
    private static final String OBJECT = "OBJECT";

    /**
     * Words for a source.
     *
     * @param behind whether they stand behind it
     * @param named whether only before one that is named, with a comma behind
     * @param parenthesis whether only behind what was said, and a comma
     * @param verb whether only before a verb that announces speech
     * @param act what it does
     */
    record Source(boolean behind, boolean named, boolean parenthesis, boolean verb, SpeechAct act) {

        static Source parse(String value) {
            String[] words = value.split("\\s+");
            boolean behind = switch (words[0]) {
                case "BEFORE" -> false;
                case "BEHIND" -> true;
                default -> throw new IllegalArgumentException("expected BEFORE or BEHIND");
            };
            boolean named = words.length > 1 && words[1].equals(NAMED);
            boolean parenthesis = words.length > 1 && words[1].equals(PARENTHESIS);
            boolean verb = words.length > 1 && words[1].equals(VERB);
            int act = named || parenthesis || verb ? 2 : 1;
            return new Source(
                    behind,
                    named,
                    parenthesis,
                    verb,
                    words.length > act ? SpeechAct.valueOf(words[act]) : SpeechAct.SAID);
        }
    }

    final CueVerbs verbs;
    /** What verbs end in that are not listed, and what form that is. */
    private final Map<String, Set<VerbForm>> openEndings;

    private final boolean openCues;

    /** Phrases before a cue that stand for what was said before: c'est ce que. */
    final Phrases<Boolean> resumptions;

    final Phrases<Source> sources;
    final Phrases<SpeechAct> nouns;

    /** Nouns of those phrases that a relative clause follows, which may stand apart: rumeur [du jour] selon laquelle. */
    private final Map<String, SpeechAct> nounActs = new HashMap<>();

    /** What those relative clauses begin with. */
    private final Phrases<Boolean> nounRelatives;

    final Phrases<Boolean> complementisers;
    final Phrases<Boolean> questionWords;
    /** COMMA, NEXT, NOUNS, SETTING, PLACE, DAY, REPLY, COMMENT or nothing of these. */
    private final Phrases<String> trailingAdjuncts;

    private final WordSet timeUnits;
    private final WordSet months;
    private final WordSet weekdays;
    private final Endings backshiftedEndings;
    final Phrases<Boolean> clauseConjunctions;
    /** True where the conjunction joins nouns, not clauses. */
    private final Phrases<Boolean> compoundConjunctions;

    private final WordSet groups;
    private final WordSet listings;
    private final WordSet speakingNouns;
    private final WordSet noSources;
    private final WordSet humans;
    private final WordSet courts;
    private final WordSet prenominal;
    private final Endings abstractEndings;
    private final Endings judgingEndings;
    private final Phrases<Boolean> adverbs;
    private final Endings adverbEndings;
    private final WordSet noAdverbs;
    /** True where the pronoun stands for nobody. */
    final Phrases<Boolean> pronouns;

    /** What is hung behind verbs, and what it is: NOBODY, SELF, OBJECT or nothing of these. */
    private final Map<String, String> invertedPronouns;

    /** Pronouns that can be hung to a verb, without their hyphen. */
    private final WordSet subjects;

    /** Pronouns, and what is hung behind verbs, that stand for one person who was named. */
    private final WordSet onePerson;

    /** True where the form makes a passive. */
    private final Map<String, Boolean> auxiliaries;

    private final WordSet auxiliaryWords;

    private final WordSet unreal;
    private final WordSet brackets;
    private final boolean capitalNouns;
    private final WordSet cueConjunctions;
    private final WordSet speakingPlaces;
    private final Phrases<Boolean> cuePrepositions;
    private final WordSet finiteVerbs;
    private final boolean knowsFiniteVerbs;
    private final WordSet subjunctives;

    /** True where the form is no other one, too. */
    private final Map<String, Boolean> reportingForms;

    private final WordSet unnamedForms;
    private final WordSet reportingStoppers;
    private final WordSet documents;
    private final WordSet things;
    private final WordSet marked;
    private final WordSet ceasing;
    private final WordSet hearings;
    private final WordSet definite;
    private final WordSet indefinite;
    private final boolean dropsSubjects;
    private final WordSet infinitiveMarkers;
    private final WordSet contracted;
    /** Pronouns and particles before verbs, with the endings of the verbs that they can only be the subject of. */
    private final Map<String, Endings> clitics;

    private final WordSet cliticWords;

    private final WordSet agents;
    private final WordSet reflexives;
    private final Map<String, Set<String>> ownReflexives = new HashMap<>();
    private final WordSet negations;
    private final WordSet verbNegations;
    private final WordSet relatives;
    private final WordSet governedRelatives;
    private final WordSet coordinators;
    private final WordSet contrasts;
    private final WordSet articles;
    /** Of articles of two words, what may stand behind the first. */
    private final Map<String, Set<String>> articlePairs;

    private final WordSet pairedArticles;

    private final WordSet demonstratives;
    private final WordSet aloneArticles;
    private final WordSet nounLinkers;
    private final WordSet prepositions;
    private final WordSet settings;
    private final WordSet conjunctions;
    private final Endings infinitiveEndings;

    /** Nouns and adjectives that end as infinitives do. */
    private final WordSet noInfinitives;

    private final WordSet functionWords;
    private final Endings verbEndings;
    private final Endings pluralEndings;

    SpeechWords(Lexicon lexicon, Tokeniser tokeniser) {
        verbs = new CueVerbs(lexicon, tokeniser);
        openEndings = lexicon.map(Section.OPEN_CUE_ENDINGS, SpeechWords::verbForms);
        openCues = !openEndings.isEmpty();
        sources = Phrases.of(lexicon, Section.SOURCES, Source::parse, tokeniser);
        nouns = Phrases.of(lexicon, Section.CUE_NOUNS, SpeechAct::valueOf, tokeniser);
        Map<String, Boolean> clauses = new HashMap<>();
        for (Lexicon.Entry entry : lexicon.entries(Section.CUE_NOUNS)) {
            String[] noun = entry.key().split(" ");
            if (noun.length == NOUN_AND_RELATIVE) {
                nounActs.put(Token.fold(noun[0]), lexicon.read(entry, SpeechAct::valueOf));
                clauses.put(noun[1] + ' ' + noun[2], true);
            }
        }
        nounRelatives = new Phrases<>(clauses, tokeniser);
        complementisers = Phrases.of(lexicon, Section.COMPLEMENTISERS, tokeniser);
        clauseConjunctions = Phrases.of(lexicon, Section.CLAUSE_CONJUNCTIONS, tokeniser);
        trailingAdjuncts = Phrases.of(lexicon, Section.TRAILING_ADJUNCTS, value -> value, tokeniser);
        timeUnits = new WordSet(lexicon.words(Section.TIME_UNITS));
        CalendarNames calendar = new CalendarNames(lexicon);
        months = new WordSet(folded(calendar.months().keySet()));
        weekdays = new WordSet(folded(calendar.weekdays().keySet()));
        backshiftedEndings = new Endings(lexicon.words(Section.BACKSHIFTED_ENDINGS));
        compoundConjunctions = Phrases.of(lexicon, Section.COMPOUND_CONJUNCTIONS, NOUNS::equals, tokeniser);
        listings = new WordSet(lexicon.words(Section.CONJUNCTIONS, LISTING));
        groups = new WordSet(lexicon.words(Section.ORGANISATION_WORDS));
        speakingNouns = new WordSet(lexicon.words(Section.SPEAKING_NOUNS, ""));
        humans = new WordSet(lexicon.words(Section.SPEAKING_NOUNS, HUMAN));
        courts = new WordSet(lexicon.words(Section.SPEAKING_NOUNS, COURT));
        prenominal = new WordSet(lexicon.words(Section.PRENOMINAL));
        noSources = new WordSet(lexicon.words(Section.NO_SOURCES));
        abstractEndings = new Endings(lexicon.words(Section.ABSTRACT_ENDINGS));
        judgingEndings = new Endings(lexicon.words(Section.JUDGING_ENDINGS));
        questionWords = Phrases.of(lexicon, Section.QUESTION_WORDS, tokeniser);
        resumptions = Phrases.of(lexicon, Section.RESUMPTIONS, tokeniser);
        adverbs = Phrases.of(lexicon, Section.CUE_ADVERBS, tokeniser);
        adverbEndings = new Endings(lexicon.words(Section.ADVERB_ENDINGS));
        noAdverbs = new WordSet(lexicon.words(Section.NO_ADVERBS));
        pronouns = Phrases.of(lexicon, Section.SPEAKING_PRONOUNS, NOBODY::equals, tokeniser);
        invertedPronouns = lexicon.map(Section.INVERTED_PRONOUNS, value -> value);
        subjects = new WordSet(invertedPronouns.keySet().stream()
                .filter(pronoun -> pronoun.startsWith("-"))
                .map(pronoun -> pronoun.substring(1))
                .toList());
        onePerson = new WordSet(Stream.of(Section.SPEAKING_PRONOUNS, Section.INVERTED_PRONOUNS)
                .flatMap(section -> lexicon.entries(section).stream())
                .filter(entry -> entry.value().equals(ONE))
                .map(entry -> Token.fold(entry.key()))
                .collect(Collectors.toUnmodifiableSet()));
        auxiliaries = lexicon.map(Section.AUXILIARIES, value -> value.startsWith(PASSIVE));
        auxiliaryWords = new WordSet(auxiliaries.keySet());
        unreal = new WordSet(lexicon.words(Section.AUXILIARIES, UNREAL));
        brackets = new WordSet(lexicon.words(Section.AUXILIARIES, BRACKET));
        cueConjunctions = new WordSet(lexicon.words(Section.CUE_CONJUNCTIONS));
        cuePrepositions = Phrases.of(lexicon, Section.CUE_PREPOSITIONS, PURPOSE::equals, tokeniser);
        finiteVerbs = new WordSet(lexicon.words(Section.FINITE_VERBS));
        knowsFiniteVerbs = !finiteVerbs.isEmpty();
        subjunctives = new WordSet(lexicon.words(Section.FINITE_VERBS, SUBJUNCTIVE));
        speakingPlaces = new WordSet(lexicon.words(Section.SPEAKING_PLACES));
        reportingForms = lexicon.map(Section.REPORTING_FORMS, value -> !WEAK.equals(value));
        unnamedForms = new WordSet(lexicon.words(Section.REPORTING_FORMS, UNNAMED));
        reportingStoppers = new WordSet(lexicon.words(Section.REPORTING_STOPPERS));
        documents = new WordSet(lexicon.words(Section.DOCUMENTS));
        things = new WordSet(lexicon.words(Section.SPEAKING_PRONOUNS, THING));
        capitalNouns = "CAPITAL"
                .equals(lexicon.map(Section.NOUN_PHRASE, value -> value).get("head"));
        marked = new WordSet(lexicon.words(Section.AUXILIARIES, MARKED));
        ceasing = new WordSet(lexicon.words(Section.AUXILIARIES, CEASING));
        definite = new WordSet(lexicon.words(Section.ARTICLES, DEFINITE));
        indefinite = new WordSet(lexicon.words(Section.ARTICLES, INDEFINITE));
        hearings = new WordSet(lexicon.words(Section.DOCUMENTS, HEARING));
        dropsSubjects =
                "yes".equals(lexicon.map(Section.SUBJECTS, value -> value).get("dropped"));
        contracted = new WordSet(lexicon.words(Section.INFINITIVE_MARKERS, ARTICLE));
        infinitiveMarkers = new WordSet(lexicon.words(Section.INFINITIVE_MARKERS, ""));
        clitics =
                lexicon.map(Section.CLITICS, value -> new Endings(value.isEmpty() ? List.of() : Lexicon.kinds(value)));
        cliticWords = new WordSet(clitics.keySet());
        agents = new WordSet(lexicon.words(Section.AGENTS));
        reflexives = new WordSet(lexicon.words(Section.REFLEXIVES));
        for (String pair : lexicon.words(Section.REFLEXIVES)) {
            int space = pair.indexOf(' ');
            if (space > 0) {
                ownReflexives
                        .computeIfAbsent(pair.substring(0, space), subject -> new HashSet<>())
                        .add(pair.substring(space + 1));
            }
        }
        negations = new WordSet(lexicon.words(Section.NEGATIONS));
        verbNegations = new WordSet(lexicon.words(Section.NEGATIONS, VERB));
        relatives = new WordSet(lexicon.words(Section.RELATIVES, ""));
        governedRelatives = new WordSet(lexicon.words(Section.RELATIVES, GOVERNED));
        coordinators = new WordSet(lexicon.words(Section.COORDINATORS));
        contrasts = new WordSet(lexicon.words(Section.COORDINATORS, CONTRAST));
        articles = new WordSet(lexicon.words(Section.ARTICLES));
        articlePairs = pairs(lexicon.words(Section.ARTICLES));
        pairedArticles = new WordSet(articlePairs.keySet());
        demonstratives = new WordSet(lexicon.words(Section.ARTICLES, DEMONSTRATIVE));
        aloneArticles = new WordSet(lexicon.words(Section.ARTICLES, ALONE));
        nounLinkers = new WordSet(lexicon.words(Section.NOUN_LINKERS));
        prepositions = new WordSet(lexicon.words(Section.PREPOSITIONS));
        settings = new WordSet(lexicon.words(Section.PREPOSITIONS, SETTING));
        conjunctions = new WordSet(lexicon.words(Section.CONJUNCTIONS));
        noInfinitives = new WordSet(lexicon.words(Section.INFINITIVE_ENDINGS, NOUN));
        Set<String> infinitives = new HashSet<>(lexicon.words(Section.INFINITIVE_ENDINGS));
        infinitives.removeAll(noInfinitives.all());
        infinitiveEndings = new Endings(infinitives);
        functionWords = new WordSet(lexicon.words(Section.FUNCTION_WORDS));
        verbEndings = new Endings(lexicon.words(Section.VERB_ENDINGS));
        pluralEndings = new Endings(lexicon.words(Section.PLURAL_VERB_ENDINGS));
    }

    private static Set<String> folded(Set<String> names) {
        return names.stream().map(Token::fold).collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, Set<String>> pairs(Set<String> articles) {
        Map<String, Set<String>> pairs = new HashMap<>();
        for (String article : articles) {
            int elided = article.indexOf('\'') + 1;
            int space = article.indexOf(' ');
            int first = space > 0 ? space : elided;
            if (first > 0 && first < article.length()) {
                pairs.computeIfAbsent(article.substring(0, first), word -> new HashSet<>())
                        .add(article.substring(first).strip());
            }
        }
        return pairs;
    }

    private static Set<VerbForm> verbForms(String value) {
        return Lexicon.kinds(value).stream().map(VerbForm::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether a conjunction between two places is one that no content follows: ainsi que. */
    boolean isCompoundConjunction(Tokens tokens, int from, int to) {
        return from >= 0 && compoundConjunctions.skip(tokens, from, to) == to;
    }

    /** Whether a phrase that tells when something was said begins behind a comma: [après] la guerre. */
    boolean isTrailingAdjunct(Tokens tokens, int at, int to) {
        Phrases.Match<String> match = trailingAdjuncts.longest(tokens, at, to);
        return match != null && !LAST_ADJUNCTS.contains(match.value());
    }

    /** Index behind a noun that stands for what was said before a comma, where it is commented on: [une mesure] critiquée par X. */
    int behindComment(Tokens tokens, int at, int to) {
        return behindAdjunct(tokens, at, to, COMMENT);
    }

    /** Whether a gerund stands at a token that belongs to the noun before: une loi [visant] à A. */
    boolean isAttribute(Tokens tokens, int at, int to) {
        return behindAdjunct(tokens, at, to, ATTRIBUTE) > at;
    }

    /** Index behind what leads to what others say to it: [ce que], [une version que] la police dément; the token where nothing does. */
    int behindReply(Tokens tokens, int at, int to) {
        int comment = behindComment(tokens, at, to);
        int noun = comment == at ? behindIndefinite(tokens, at, to) : comment;
        int clause = noun > at ? complementisers.skip(tokens, noun, to) : at;
        return clause > noun ? clause : behindAdjunct(tokens, at, to, REPLY);
    }

    /**
     * Index behind a noun with an indefinite article, and its adjective, before a conjunction: [une démarche] que X dément; the token
     * where none is.
     */
    private int behindIndefinite(Tokens tokens, int at, int to) {
        if (at >= to) {
            return at;
        }
        Token article = tokens.get(at);
        if (!isArticle(article) || isDefinite(article) || isDemonstrative(article)) {
            return at;
        }
        for (int i = at + 2; i < Math.min(to, at + LONGEST_COMMENT); i++) {
            if (complementisers.skip(tokens, i, to) > i) {
                return i;
            }
        }
        return at;
    }

    private int behindAdjunct(Tokens tokens, int at, int to, String kind) {
        Phrases.Match<String> match = trailingAdjuncts.longest(tokens, at, to);
        return match != null && match.value().equals(kind) ? match.to() : at;
    }

    /** Whether something leads to what others say to what was said. */
    boolean isReply(Tokens tokens, int at, int to) {
        return behindReply(tokens, at, to) > at;
    }

    /** Whether one begins that needs no comma: [après avoir] dit, not behind an infinitive. */
    boolean isCloseAdjunct(Tokens tokens, int at, int to, boolean infinitive) {
        Phrases.Match<String> match = trailingAdjuncts.longest(tokens, at, to);
        return match != null && (match.value().isEmpty() || match.value().equals(NOUNS) && !infinitive);
    }

    /**
     * Whether a phrase begins that tells where or to whom something was said: [dans un communiqué].
     *
     * @param verb whether what was said has a verb, which some can belong to: a dit avoir chanté [à la télévision]
     */
    boolean isSetting(Tokens tokens, int at, int to, boolean verb) {
        Phrases.Match<String> match = trailingAdjuncts.longest(tokens, at, to);
        return match != null && (match.value().equals(SETTING) || match.value().equals(PLACE) && !verb);
    }

    /** Whether what begins behind a comma tells what was done next, even behind a clause: a dit qu'il venait, [avant de] partir. */
    boolean isNextDeed(Tokens tokens, int at, int to) {
        return behindAdjunct(tokens, at, to, NEXT) > at;
    }

    /** Whether a weekday or another day stands at a token: lundi, ce lundi, hier. */
    boolean isDay(Tokens tokens, int at, int to) {
        Token token = tokens.get(at);
        boolean demonstrative = isDemonstrative(token) && at + 1 < to;
        return behindAdjunct(tokens, at, to, DAY) > at
                || weekdays.contains((demonstrative ? tokens.get(at + 1) : token).folded());
    }

    /** Whether a finite verb has the tense of what was said in the past: venait. */
    boolean isBackshifted(Token token) {
        return backshiftedEndings.end(token.folded());
    }

    /** Whether a word is a unit of time: ans. */
    boolean isTimeUnit(Token token) {
        return timeUnits.contains(token.folded());
    }

    /** Whether a conjunction joins nouns with the word before it: ministres tels [que] X. */
    boolean joinsNouns(Tokens tokens, int at) {
        Phrases.Match<Boolean> match = at < 1 ? null : compoundConjunctions.longest(tokens, at - 1, at + 1);
        return match != null && match.to() == at + 1 && match.value();
    }

    /** Whether a word is a noun for a group or an organisation that can speak. */
    boolean isGroup(Token token) {
        return groups.contains(token.folded()) || speakingNouns.contains(token.folded());
    }

    /** Whether a word is a noun for a court, or for who judges there. */
    boolean isCourt(Token token) {
        return courts.contains(token.folded());
    }

    /** Whether a word is a noun for what something is measured by, and not for who says it: selon les cas. */
    boolean isMeasure(Token token) {
        return noSources.contains(token.folded());
    }

    /** Whether a word that looks like a verb is a noun for what was said behind such an adjective: une petite [note]. */
    boolean isDescribedNoun(Token adjective, Token noun) {
        return prenominal.contains(adjective.folded()) && nounActs.containsKey(noun.folded());
    }

    /** Whether a word is a noun for a person. */
    boolean isHuman(Token token) {
        return humans.contains(token.folded());
    }

    /** Whether a word is a noun for what is nobody, by its ending: situation, and no group or document. */
    boolean isAbstract(Token token) {
        String folded = token.folded();
        return !token.isCapitalised() && abstractEndings.end(folded) && !isGroup(token) && !isDocument(token);
    }

    /** Whether a word can be an adjective that tells what something is held to be. */
    boolean isJudgement(Token token) {
        return token.isWord() && !token.isCapitalised() && judgingEndings.end(token.folded());
    }

    /** Whether a token is a word for a source that can stand before a verb: según dijo. */
    boolean isSource(Tokens tokens, int at) {
        Phrases.Match<Source> source = at < 0 ? null : sources.longest(tokens, at, at + 1);
        return dropsSubjects
                && source != null
                && !source.value().behind()
                && !source.value().named();
    }

    /** Index behind the adverbs at a token. */
    int behindAdverbs(Tokens tokens, int at, int to) {
        int end = at;
        while (end < to) {
            int next = behindAdverb(tokens, end, to);
            if (next == end) {
                return end;
            }
            end = next;
        }
        return end;
    }

    private int behindAdverb(Tokens tokens, int at, int to) {
        int date = behindDate(tokens, at, to);
        if (date > at) {
            return date;
        }
        int listed = adverbs.skip(tokens, at, to);
        boolean noun = at > 0 && isArticle(tokens.get(at - 1));
        if (noun && listed == at + 1 && knowsFiniteVerbs()) {
            // le [dernier] bilan
            return at;
        }
        if (listed == at + 1
                && knowsFiniteVerbs()
                && listed < to
                && (isPreposition(tokens.get(at))
                                && (isArticle(tokens.get(listed))
                                        || tokens.get(listed).kind() == Token.Kind.NUMBER
                                        || listed + 1 < to && isTimeUnit(tokens.get(listed + 1)))
                        || isArticle(tokens.get(at), tokens.get(listed)))) {
            // depuis le début, depuis 2019, depuis dix ans, plus de cent témoins
            return at;
        }
        return listed > at || noun || !isAdverbByEnding(tokens.get(at)) ? listed : at + 1;
    }

    /** Index behind the date that tells when something was done: le 5 mars 2020, mardi [5 mars]; the token where none begins. */
    private int behindDate(Tokens tokens, int at, int to) {
        int day = at;
        while (day + 1 < to && !isDay(tokens.get(day)) && day - at < LONGEST_BEFORE_DAY) {
            day++;
        }
        if (day + 1 >= to
                || !isDay(tokens.get(day))
                || !months.contains(tokens.get(day + 1).folded())) {
            return at;
        }
        boolean weekday = day > 0 && weekdays.contains(tokens.get(day - 1).folded());
        boolean article = isOwnArticle(tokens.get(at));
        boolean begins = day == at ? weekday : article && (day == at + 1 || weekday);
        if (!begins) {
            return at;
        }
        boolean year = day + 2 < to && tokens.get(day + 2).kind() == Token.Kind.NUMBER;
        return year ? day + 3 : day + 2;
    }

    private static boolean isDay(Token token) {
        return token.kind() == Token.Kind.NUMBER || token.kind() == Token.Kind.ALPHANUMERIC;
    }

    private boolean isAdverbByEnding(Token token) {
        return !token.isCapitalised() && isAdverbByEnding(token.folded());
    }

    /** Whether a folded word, which has no capital but for its place, is an adverb by its ending: régulièrement. */
    boolean isAdverbByEnding(String folded) {
        if (folded.length() < SHORTEST_ADVERB || noAdverbs.contains(folded)) {
            return false;
        }
        return adverbEndings.end(folded) && verbs.of(folded).isEmpty() && !isListedFinite(folded);
    }

    /** Whether a token is an adverb, or begins one. */
    boolean isAdverb(Tokens tokens, int at, int to) {
        return at < to && behindAdverb(tokens, at, to) > at;
    }

    /** Whether an adverb begins at a token that goes on behind a word that can be a source there: [pour] sa part. */
    boolean isLongerAdverb(Tokens tokens, int at, int to) {
        return knowsFiniteVerbs() && adverbs.skip(tokens, at, tokens.size()) > to;
    }

    /** The verb of a word with a pronoun hung behind it: dit-il; null where there is none. */
    String invertedVerb(String folded) {
        String ending = invertedEnding(folded);
        return ending == null ? null : folded.substring(0, folded.length() - ending.length());
    }

    /** Whether a pronoun that speaks is hung to a word: dit-il, a-t-il. */
    boolean isInverted(Token token) {
        return invertedEnding(token.folded()) != null;
    }

    /** Whether a pronoun, or one that is hung to a word, stands for one person who was named: il, a-t-elle dit. */
    boolean isOnePerson(Token token) {
        String ending = invertedEnding(token.folded());
        return onePerson.contains(ending == null ? token.folded() : ending);
    }

    /** Whether a pronoun can only be a subject, as it can be hung behind a verb too: ils. */
    boolean isSubject(Token token) {
        return subjects.contains(token.folded());
    }

    /** Whether a word begins a list of some of those that stand before: dont. */
    boolean isListing(Token token) {
        return listings.contains(token.folded());
    }

    /** Where that pronoun begins in the word. */
    int invertedPronoun(Token token) {
        return token.text().lastIndexOf('-') + 1;
    }

    /** Whether the pronoun behind a verb stands for nobody: dit-on. */
    boolean isInvertedNobody(String folded) {
        String ending = invertedEnding(folded);
        return NOBODY.equals(hung(ending));
    }

    /** Whether the pronoun behind a verb is no subject: queixou-se, disse-lhe. */
    boolean isInvertedObject(String folded) {
        String kind = hung(invertedEnding(folded));
        return SELF.equals(kind) || OBJECT.equals(kind);
    }

    /** Whether the pronoun behind a verb is reflexive: queixou-se. */
    boolean isInvertedReflexive(String folded) {
        return SELF.equals(hung(invertedEnding(folded)));
    }

    private String hung(String ending) {
        return ending == null ? null : invertedPronouns.get(ending);
    }

    /** Whether a verb can do without a subject, or have it behind it. */
    boolean dropsSubjects() {
        return dropsSubjects;
    }

    private String invertedEnding(String folded) {
        // Endings are short; a word can be as long as the text.
        int hyphen = folded.indexOf('-', Math.max(0, folded.length() - LONGEST_ENDING));
        while (hyphen > 0) {
            String ending = folded.substring(hyphen);
            if (invertedPronouns.containsKey(ending)) {
                return ending;
            }
            hyphen = folded.indexOf('-', hyphen + 1);
        }
        return null;
    }

    boolean isAuxiliary(Token token) {
        return auxiliaryWords.contains(token.folded());
    }

    boolean isAuxiliary(String folded) {
        return auxiliaryWords.contains(folded);
    }

    /** Whether an auxiliary makes something of it that was not said: would say. */
    boolean isUnreal(Token token) {
        return unreal.contains(token.folded());
    }

    /** Whether the participle of an auxiliary can stand at the end of its clause, or right before it. */
    boolean isBracket(Token token) {
        return brackets.contains(token.folded());
    }

    /** Whether verbs stand second or last in their clauses: a participle far from its auxiliary. */
    boolean hasBrackets() {
        return !brackets.isEmpty();
    }

    /** Whether a clause with a cue can begin with a word, before or behind what was said: wie. */
    boolean isCueConjunction(Token token) {
        return cueConjunctions.contains(token.folded());
    }

    /** Where the words begin that end before an infinitive that announces speech: pour dire, avant de dire; -1 where none do. */
    int cuePreposition(Tokens tokens, int start, int at) {
        for (int from = Math.max(start, at - LONGEST_PREPOSITION); from < at; from++) {
            if (cuePrepositions.skip(tokens, from, at) == at) {
                return from;
            }
        }
        return -1;
    }

    /** Whether an infinitive tells what something else is for, by the words before it: pour demander. */
    boolean isPurpose(Tokens tokens, int start, int at) {
        int from = cuePreposition(tokens, start, at);
        return from >= 0 && cuePrepositions.longest(tokens, from, at).value();
    }

    /** Index behind the words that begin a relative clause that tells what was said: selon laquelle; the token where none do. */
    int behindNounRelative(Tokens tokens, int at, int to) {
        return nounRelatives.skip(tokens, at, to);
    }

    /** What a noun before such a clause says was done by saying it; null where it is none. */
    SpeechAct nounAct(Token token) {
        return nounActs.get(token.folded());
    }

    /** Whether what stands behind a preposition can speak where there is no subject. */
    boolean isSpeakingPlace(Token token) {
        return speakingPlaces.contains(token.folded());
    }

    /** Whether a form of a verb tells that a clause is what somebody said. */
    boolean isReportingForm(Token token) {
        return reportingForms.containsKey(token.folded());
    }

    /** Whether it tells so by itself, without a verb that announces it. */
    boolean isStrongReportingForm(Token token) {
        return reportingForms.getOrDefault(token.folded(), false);
    }

    /** Whether it tells so and leaves open who said it. */
    boolean isUnnamedReportingForm(Token token) {
        return unnamedForms.contains(token.folded());
    }

    /** Whether a word makes something else of such a form. */
    boolean isReportingStopper(Token token) {
        return reportingStoppers.contains(token.folded());
    }

    /** Whether a word is a noun for who can show something by saying it: a study. */
    boolean isDocument(Token token) {
        return documents.contains(token.folded());
    }

    /** Whether a pronoun stands for what can't speak: cela. */
    boolean isThing(Token token) {
        return things.contains(token.folded());
    }

    /** Whether an auxiliary has to have what stands before infinitives behind it. */
    boolean isMarked(Token token) {
        return marked.contains(token.folded());
    }

    /** Whether a negation of a verb leaves true what stands behind it: ne cesse de dire. */
    boolean isCeasing(Token token) {
        return ceasing.contains(token.folded());
    }

    /** Whether an article tells that it is known what its noun stands for: le, cette. */
    boolean isDefinite(Token token) {
        return definite.contains(token.folded());
    }

    /** Whether an article tells that it is not known yet what its noun stands for: une, des. */
    boolean isIndefinite(Token token) {
        return indefinite.contains(token.folded());
    }

    /** Whether a noun is that of a court, before which others speak: le tribunal a appris que. */
    boolean isHearing(Token token) {
        return hearings.contains(token.folded());
    }

    boolean isPassive(Token token) {
        return isPassive(token.folded());
    }

    boolean isPassive(String folded) {
        return auxiliaries.getOrDefault(folded, false);
    }

    boolean isInfinitiveMarker(Token token) {
        return infinitiveMarkers.contains(token.folded());
    }

    /** Whether a word is such a marker and an article together, which no infinitive follows: au. */
    boolean isContracted(Token token) {
        return contracted.contains(token.folded());
    }

    boolean isClitic(Token token) {
        return cliticWords.contains(token.folded());
    }

    /** Whether a negation stands only before a verb, and its pronouns: ne. */
    boolean isVerbNegation(Token token) {
        return verbNegations.contains(token.folded());
    }

    /** Whether a pronoun is subject or object by the form of its verb: nous disons, nous dit. */
    boolean isSubjectByVerb(Token pronoun) {
        Endings endings = clitics.get(pronoun.folded());
        return endings != null && !endings.isEmpty();
    }

    /** Whether the form of a verb tells that such a pronoun is its subject. */
    boolean isSubjectOf(Token pronoun, Token verb) {
        return clitics.get(pronoun.folded()).end(verb.folded());
    }

    boolean isAgent(Token token) {
        return agents.contains(token.folded());
    }

    boolean isReflexive(Token token) {
        return reflexives.contains(token.folded());
    }

    /** Whether a pronoun is reflexive behind its subject: je me, nous nous. */
    boolean isReflexive(Token subject, Token token) {
        return ownReflexives.getOrDefault(subject.folded(), Set.of()).contains(token.folded());
    }

    boolean isNegation(Token token) {
        return negations.contains(token.folded());
    }

    /** Whether a word is a relative pronoun, which may be one that only stands behind a preposition: selon laquelle. */
    boolean isGovernedRelative(Token token) {
        return isRelative(token) || governedRelatives.contains(token.folded());
    }

    boolean isRelative(Token token) {
        return relatives.contains(token.folded());
    }

    /** Whether a word is a relative pronoun, and no article too, as German der is. */
    boolean isOnlyRelative(Token token) {
        return isRelative(token) && !isArticle(token);
    }

    /** Whether a word is an article that no preposition is a part of: le, but not du. */
    boolean isOwnArticle(Token token) {
        return isArticle(token) && (isClitic(token) || !isNounLinker(token));
    }

    /** Whether what stands behind a word belongs to it or to what stands before: of, the, and. */
    boolean governs(Token token) {
        return isPreposition(token) || isArticle(token) || isNounLinker(token) || isCoordinator(token);
    }

    boolean isCoordinator(Token token) {
        return coordinators.contains(token.folded());
    }

    /** Whether a conjunction sets what follows against what stands before: mais. */
    boolean isContrast(Token token) {
        return contrasts.contains(token.folded());
    }

    boolean isFunctionWord(Token token) {
        return functionWords.contains(token.folded());
    }

    boolean isArticle(Token token) {
        return articles.contains(token.folded());
    }

    /** Whether a noun phrase that begins with a word points to what was told before: ce. */
    boolean isDemonstrative(Token token) {
        return demonstratives.contains(token.folded());
    }

    /** Whether a word that stands before nouns can be a subject without one, too: certains, deux. */
    boolean isAloneArticle(Token token) {
        return aloneArticles.contains(token.folded());
    }

    /** Whether two words are an article together: de nombreux, beaucoup d'. */
    boolean isArticle(Token first, Token second) {
        return pairedArticles.contains(first.folded())
                && articlePairs.get(first.folded()).contains(second.folded());
    }

    boolean isNounLinker(Token token) {
        return nounLinkers.contains(token.folded());
    }

    boolean isConjunction(Token token) {
        return conjunctions.contains(token.folded());
    }

    /** Whether a verb is one that several do, by its ending: disent, ont. */
    boolean isPlural(Token token) {
        return pluralEndings.end(token.folded());
    }

    /** Whether a word is a finite verb by its ending. */
    boolean isVerb(Token token) {
        String folded = token.folded();
        return folded.length() >= SHORTEST_VERB && !token.isCapitalised() && verbEndings.end(folded);
    }

    /** Whether a word is a finite verb by its ending, or listed as one. */
    boolean isFinite(Token token) {
        return isVerb(token) || !token.isCapitalised() && finiteVerbs.contains(token.folded());
    }

    /** Whether any verb can announce what stands in quotation marks before it. */
    boolean hasOpenCues() {
        return openCues;
    }

    /** Whether a folded word can be a form of a verb that is not listed, by its ending: ironise, ironisé. */
    boolean isOpenForm(String folded, VerbForm form) {
        if (folded.length() < SHORTEST_OPEN) {
            return false;
        }
        for (int from = Math.max(1, folded.length() - LONGEST_OPEN_ENDING); from < folded.length(); from++) {
            if (openEndings.getOrDefault(folded.substring(from), Set.of()).contains(form)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a folded word is listed as a finite verb. */
    boolean isListedFinite(String folded) {
        return finiteVerbs.contains(folded);
    }

    /** Whether the language lists finite verbs. */
    boolean knowsFiniteVerbs() {
        return knowsFiniteVerbs;
    }

    /** Whether a word can be an infinitive by its ending, as no month is: octobre; any can where the language has no such endings. */
    boolean isInfinitive(Token token) {
        return token.isWord()
                && !token.isCapitalised()
                && (infinitiveEndings.isEmpty()
                        || infinitiveEndings.end(token.folded())
                                && !noInfinitives.contains(token.folded())
                                && !months.contains(token.folded())
                                && !prenominal.contains(token.folded())
                                && !isArticle(token));
    }

    /** Whether an infinitive stands behind negations at a token, so that it is what is said that is negated: ne pas savoir. */
    boolean isNegatedInfinitive(Tokens tokens, int at, int to) {
        int verb = at;
        while (verb < to && (isNegation(tokens.get(verb)) || verb > at && isBeforeInfinitive(tokens.get(verb)))) {
            verb++;
        }
        return hasInfinitiveEndings() && verb > at && verb < to && isInfinitive(tokens.get(verb));
    }

    /** Whether a token can stand between a negation and its infinitive: a pronoun, a quotation mark. */
    private boolean isBeforeInfinitive(Token token) {
        return isReflexive(token) || isClitic(token) || token.kind() == Token.Kind.PUNCTUATION;
    }

    /** Whether a word has the marker of infinitives inside: einzustellen. */
    boolean hasInfinitiveMarkerInside(Token token) {
        return infinitiveMarkers.all().stream()
                .anyMatch(marker -> token.folded().indexOf(marker) > 1);
    }

    /** Whether infinitives have no marker, and are told by their endings only. */
    boolean areInfinitivesBare() {
        return infinitiveMarkers.isEmpty() && !infinitiveEndings.isEmpty();
    }

    /** Whether nouns have capitals. */
    boolean hasCapitalNouns() {
        return capitalNouns;
    }

    /** Whether the language has articles. */
    boolean hasArticles() {
        return !articles.isEmpty();
    }

    /** Whether the language has infinitives without a marker. */
    boolean hasInfinitiveEndings() {
        return !infinitiveEndings.isEmpty();
    }

    boolean isPreposition(Token token) {
        return prepositions.contains(token.folded());
    }

    /** Whether a preposition tells when, where or to whom something is done, so that it leads to no object: devant. */
    boolean isSettingPreposition(Token token) {
        return settings.contains(token.folded());
    }

    /** Whether a verb is only that of a clause that a conjunction begins; without one, it joins nouns: [soit] deux fois plus. */
    boolean isSubjunctive(Token token) {
        return subjunctives.contains(token.folded());
    }
}
