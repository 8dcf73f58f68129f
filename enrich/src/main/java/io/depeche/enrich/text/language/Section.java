// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The sections of a language file; in the file, in lower case with hyphens: {@code [function-words]}. A file may leave
 * sections out; an analyser that misses one which it can't do without has nothing for that language.
 */
public enum Section {
    /** Articles, prepositions, pronouns, auxiliaries: what a language is told by, and what no name or noun is. */
    FUNCTION_WORDS,
    /** What is cut off before an apostrophe, without it: l, d, qu. */
    ELISIONS,
    /** What is cut off behind an apostrophe, without it: s. */
    ENCLITICS,
    /**
     * Words with a full stop that may end no sentence, with it: titles, which the sentence goes on behind; NUMBER where a
     * number follows and COUNTED where one precedes; NAME for parts of names, and END, which may end the sentence.
     */
    ABBREVIATIONS,
    /** Number words below a thousand = their value; with +N where the next word may add up to N: soixante = 60 +19. */
    NUMBERS,
    /** Words for one that are pronouns or articles too; COUNTS where one before a noun is a number. */
    ONE,
    /** Articles that are a number before a scale or fraction only: [a] hundred. */
    ONE_BEFORE_SCALE,
    /**
     * Words that a number is multiplied by = their value; ALONE where they are a number by themselves, WORDS where they
     * stand behind words below twenty only.
     */
    SCALES,
    /** Scales that stand behind digits only = their value; MONEY where only behind or before a currency: $5[m]. */
    SHORT_SCALES,
    /**
     * Words for so and so many = their value; ABOUT where the number is a round one, OPEN without a number before it;
     * OPEN ONE where it is open too, but one of it behind a qualifier: около тысячи.
     */
    COLLECTIVES,
    /** Words for a number that is left open: [several] hundred. */
    OPEN_NUMBERS,
    /** Words inside numbers = behind what: TENS, HUNDREDS, ANY; or UNITS, between them and the tens. */
    NUMBER_CONNECTORS,
    /** Ordinal words = their value. */
    ORDINALS,
    /** What makes an ordinal of digits: 3[rd]. */
    ORDINAL_SUFFIXES,
    /**
     * What makes an ordinal of a number word of twenty or more: zwanzig[ste]; with a value where it is a number itself:
     * hundert[erste].
     */
    ORDINAL_ENDINGS,
    /** Words for fractions = their value; ALONE where they need no number before them. */
    FRACTIONS,
    /** Words that divide the number before them = by what. */
    DENOMINATORS,
    /** What makes a denominator of a number that is one word: einundzwanzig[stel]. */
    DENOMINATOR_ENDINGS,
    /** Words between a number and the fraction that is added to it. */
    FRACTION_CONNECTORS,
    /** Words between a fraction and its scale: half [a] million. */
    FRACTION_LINKERS,
    /** Words for the decimal sign. */
    DECIMAL_WORDS,
    /** Words for the sign of negative numbers. */
    NEGATIVES,
    /** Words before those that make something else of them: au [moins]. */
    NEGATIVE_STOPPERS,
    /** Words between part and whole: one [out of] five; DIVISION where nothing is counted behind it: 20 [over] 3. */
    PROPORTIONS,
    /**
     * Words that are written as one with the word before them, and read as two = what that is: NUMBER, HALF, WEEKDAY or
     * MONTH: fünf[prozentig], пол[восьмого], Montag[abend].
     */
    COMPOUNDS,
    /** Words behind or before a Roman number that make an ordinal of it: siècle. */
    ROMAN_CUES,
    /**
     * group = the characters between thousands, decimal = the one before the fraction; SPACE for the spaces; compounds =
     * yes where numbers are one word; ordinals = chained where all parts of an ordinal are ordinals: vigésimo quinto.
     */
    NUMBER_FORMAT,
    /** Words before a number = a {@link io.depeche.enrich.text.Qualifier}. */
    QUALIFIERS,
    /**
     * Words behind a number, its unit or what it counts = a {@link io.depeche.enrich.text.Qualifier}; EXACT adds the value
     * itself to what is more or less than it: less than 12 [or equal].
     */
    QUALIFIERS_BEHIND,
    /** Words between a qualifier and its number: more than [the] 12. */
    DETERMINERS,
    /** Two bounds, as {@code between _ and _}; without a word before the first one, as {@code _ to _}. */
    RANGES,
    /** Words between numbers that share what is behind the last one: 3 [or] 4 dead. */
    COORDINATIONS,
    /**
     * Words and signs behind a number = kind and unit: {@code MONEY EUR}, {@code MEASURE km}; for money whose currency the
     * word leaves open its family: {@code MONEY ?dollar}; of minor units {@code MONEY EUR/100} or {@code MONEY ?/100};
     * of millions {@code MONEY USD x1000000}; {@code DEGREE} where the text around it decides between temperature and angle.
     */
    UNITS,
    /** Signs and words before a number = kind and unit. */
    UNIT_PREFIXES,
    /** Units by their names in the CLDR = kind and unit. */
    MEASURES,
    /** Units of time by their names in the CLDR = unit. */
    TIME_MEASURES,
    /** Words between a unit and that of time: miles [per] hour. */
    RATES,
    /** ISO 4217 codes = the family of currencies that share a word. */
    CURRENCY_FAMILIES,
    /**
     * Units by their names in the CLDR = the smaller one that is told behind them, and how many make one; HYPHEN or BARE
     * where it can be left out, as in 6-foot-4 and in 1 m 80; how it is written only there.
     */
    UNIT_PARTS,
    /**
     * Words behind degrees that count them downwards: 10 degrees [below zero]; DEGREES where they do so behind degrees
     * only, and not behind a bare number.
     */
    BELOW_ZERO,
    /** Words that make angles of degrees. */
    ANGLE_CUES,
    /** Words behind a number and a unit of time that make an age of them: years [old]. */
    AGE_CUES_BEHIND,
    /** Words before a number and a unit of time that make an age of them: [aged] 12. */
    AGE_CUES,
    /** Words before an age, if it is one in years: [a los] 45 años. */
    YEAR_AGE_CUES,
    /** Words before an age that need no unit: [aged] 12. */
    BARE_AGE_CUES,
    /** Words before a bare number that is an age where a clause ends or {@link #AGE_CLAUSES} go on behind it: [he was] 13. */
    AGE_SUBJECTS,
    /** Words behind such a number: he was 13 [when]. */
    AGE_CLAUSES,
    /** Phrases with ordinals and numbers that are names: premier ministre. */
    NO_FIGURES,
    /** Where the noun stands in what is counted: head = FIRST, LAST or CAPITAL. */
    NOUN_PHRASE,
    /** Words between a scale or unit and what is counted: millions [of] people. */
    COUNT_LINKERS,
    /** Those of them that stand between a measure and what it is a measure of: tonnes [of] wheat. */
    MEASURE_LINKERS,
    /** Adjectives between number and noun that do not change what is counted. */
    PRENOMINAL,
    /** How adjectives before a noun end. */
    PRENOMINAL_ENDINGS,
    /** Words before the word for one that make a pronoun of it: this [one]. */
    ONE_DETERMINERS,
    /** Words behind a number that are not what is counted: participles. */
    NOT_COUNTED,
    /** How words end that are not what is counted: verbs. */
    NOT_COUNTED_ENDINGS,
    /** How nouns in the plural end; where given, what is counted is the first such word of the three that follow. */
    PLURAL_ENDINGS,
    /** How nouns in the singular end that end as plurals do: busine[ss]. */
    SINGULAR_ENDINGS,
    /** Plurals that do not end so. */
    PLURAL_NOUNS,
    /** Words behind a number that make a time of it. */
    CLOCK_WORDS,
    /** Words before a number that make an identifier of it: article 5. */
    NUMBERED,
    /** Words behind a number, or behind a number and a name, that make an address of them: 590 Madison [Avenue]. */
    STREETS,
    /** Words before an amount by which something changes to another one: fell [1.20 dollars to 45 dollars]. */
    CHANGES,
    /** Words between a figure and its owner. */
    OWNER_CUES,
    /** Words between a figure without a noun and its owner, where an earlier figure of the sentence has one. */
    OWNER_LINKS,
    /** Function words inside a noun phrase. */
    PHRASE_PARTICLES,
    /** What of the work the file is not enough for yet, by the names of the layers. */
    PARTIAL,
    /** Names of months that the CLDR lacks = the month: Sept. */
    MONTHS,
    /** Names of months that are other words, too: may. They stand alone behind a preposition only. */
    WEAK_MONTHS,
    /** Names of weekdays that the CLDR lacks = the weekday, from Monday = 1. */
    WEEKDAYS,
    /** Names of weekdays that are other words, too, as short names of them are = the weekday: segunda. */
    SHORT_WEEKDAYS,
    /** Short names of weekdays that are other words without their full stop: ter[.] */
    DOTTED_WEEKDAYS,
    /** Units of time = unit: hour, night, business-day, fortnight, quarter, half-year, decade, century. */
    TIME_UNITS,
    /** Seasons = SP, SU, FA or WI. */
    SEASONS,
    /** Parts of the day = MO, MI, AF, EV, NI or DT. */
    DAY_PARTS,
    /** Halves of the day = AM or PM. */
    DAY_HALVES,
    /** Feasts = 12-25, EASTER+39, or 11-W4#4 for the fourth Thursday of November. */
    HOLIDAYS,
    /** Words for recurring times = the length from one to the next: weekly = P1W. */
    FREQUENCIES,
    /** DMY, MDY or YMD: what stands first in a date in digits. */
    DATE_ORDER,
    /** Classes of words that the rules below use = phrase | phrase. */
    DATE_CLASSES,
    /**
     * What looks like a date and is none. This section and those below hold rules, {@code pattern = meaning}: see
     * {@code io.depeche.enrich.text.dates.RuleCompiler}. A rule can't start with a square bracket: write {@code (the|)}.
     */
    NO_DATES,
    /** Rules for times of the day. */
    CLOCK_RULES,
    /** Rules for lengths of one unit of time. */
    LENGTH_RULES,
    /** Rules for lengths of time. */
    DURATION_RULES,
    /** Rules for from one time of the day to another. */
    CLOCK_RANGE_RULES,
    /** Rules for what is longer than a day: weeks, months, years. */
    PERIOD_RULES,
    /** Rules for days. */
    DATE_RULES,
    /** Rules for dates and times together, and for what is told by another date. */
    MOMENT_RULES,
    /** Rules for periods from one date to another. */
    RANGE_RULES,
    /** Rules for recurring times. */
    SET_RULES,
    /** Rules for dates that go on from the one before them: 12 March [and 13]. */
    NEXT_RULES,
    /** Words before a person's name; = address where they tell no office, as Mr. */
    TITLES,
    /** Adjectives that belong to the title or organisation before them: président [azerbaïdjanais]. */
    ADJECTIVES,
    /** First names. */
    GIVEN_NAMES,
    /** Lower-case words inside persons' names: de, von. */
    NAME_PARTICLES,
    /** Words inside organisations' names: Bank [of] America. */
    ORGANISATION_PARTICLES,
    /** Common nouns that make an organisation of the name that they are part of. */
    ORGANISATION_WORDS,
    /** Legal forms behind the names of companies: Inc, GmbH. */
    ORGANISATION_SUFFIXES,
    /** Names of organisations. */
    ORGANISATIONS,
    /** Names of places. */
    LOCATIONS,
    /** Words before a place's name. */
    LOCATION_CUES,
    /** Words for a state, which with a country's name are a name of that country: Republic. */
    STATE_WORDS,
    /** Names of countries that the CLDR lacks = ISO 3166-1 code. */
    COUNTRIES,
    /**
     * Subjects of verbs: dropped = yes where a verb can do without one; the one that spoke before then goes on, and one that
     * is there can stand behind the verb: dijo el ministro que.
     */
    SUBJECTS,
    /**
     * Paradigms of verbs: name = endings behind FINITE, PARTICIPLE (behind an auxiliary), GERUND, INFINITIVE and
     * IMPERSONAL (without a subject); - is no ending.
     */
    CONJUGATIONS,
    /**
     * Verbs that announce speech: stem/paradigm, with the words that belong to it behind, = its act, and what it takes: see
     * {@code io.depeche.enrich.text.speech.Frame}. A word behind … stands at the end of the
     * clause: teil/en … mit. Before the stem SELF, where it is so only with a reflexive pronoun.
     */
    CUE_VERBS,
    /**
     * Words for a source = BEFORE or BEHIND, where they stand to it: selon; NAMED where only before one that is named and with a
     * comma, VERB where only before a verb that announces speech: como dijo; an act, where it is not SAID.
     */
    SOURCES,
    /**
     * Nouns for groups that speak without being organisations: opposition, experts; HUMAN for persons without an office: mère; COURT for
     * who judges.
     */
    SPEAKING_NOUNS,
    /** Nouns for what something is measured by, and nobody who says it, behind a word for a source: selon les cas. */
    NO_SOURCES,
    /** What nouns end in that are nobody who could ask, promise or think something, unless they are of groups: situation. */
    ABSTRACT_ENDINGS,
    /** What adjectives end in that tell what somebody holds something to be, behind it: juge la loi [inutile]; whole words among them. */
    JUDGING_ENDINGS,
    /** Words that a clause with the cue begins with, before or behind what was said: wie, как. */
    CUE_CONJUNCTIONS,
    /** Prepositions before the organisation or document that speaks where the verb has no subject: сообщили [в] полиции. */
    SPEAKING_PLACES,
    /**
     * Forms of verbs that tell that a clause is what somebody said: sei, habe; WEAK where only behind a cue, UNNAMED where it leaves
     * open who.
     */
    REPORTING_FORMS,
    /** Words that make of such a form a condition or a wish, and no report: si, pu. */
    REPORTING_STOPPERS,
    /**
     * Nouns for who says something with the verbs of DOCUMENT, which say nothing of others: étude, rapport, chercheurs; HEARING where
     * others speak before it: le tribunal a appris que.
     */
    DOCUMENTS,
    /** Nouns with the words behind them that lead to what was said = its act: claims that, allégations selon lesquelles. */
    CUE_NOUNS,
    /** Conjunctions that lead from the cue to the content, which they are no part of: que, that. */
    COMPLEMENTISERS,
    /** Conjunctions that the content begins with: si, whether. */
    QUESTION_WORDS,
    /** What stands before an infinitive: à, de, to. */
    INFINITIVE_MARKERS,
    /**
     * Forms of auxiliaries; PASSIVE where they make a passive with a participle, UNREAL where nothing was said by it;
     * BRACKET where the participle can stand at the end of the clause, or the auxiliary behind it; MARKED where what stands
     * before an infinitive has to follow: volvió [a]; CEASING where nothing is denied by a negation of it: ne cesse de dire.
     */
    AUXILIARIES,
    /** What stands before the one that does it in a passive: par, by. */
    AGENTS,
    /** Reflexive pronouns; with a subject before them where only behind that: je me. */
    REFLEXIVES,
    /** Words that negate a verb; VERB where they stand only before one: ne. */
    NEGATIONS,
    /** Pronouns that stand as objects before a verb: lui, y; = the endings of verbs whose subject they are: nous = ons. */
    CLITICS,
    /** Words that can stand inside or around a cue: également, also. */
    CUE_ADVERBS,
    /** What verbs end in that announce what stands in quotation marks before them though they are not listed, and what form that is. */
    OPEN_CUE_ENDINGS,
    /** What adverbs end in that can stand inside or around a cue: -ment, -ly. */
    ADVERB_ENDINGS,
    /** Words with such an ending that are none: gouvernement. */
    NO_ADVERBS,
    /**
     * Pronouns that can speak; ONE where they stand for one person who was named, NOBODY where they stand for none, THING where for
     * what can't speak.
     */
    SPEAKING_PRONOUNS,
    /**
     * What is hung behind a verb with a hyphen in place of a subject = NOBODY where it stands for none: -t-il; SELF and
     * OBJECT where it is no subject, but reflexive or an object: -se, -lhe.
     */
    INVERTED_PRONOUNS,
    /** Relative pronouns in place of a subject: qui, who; GOVERNED where only behind a preposition: selon laquelle. */
    RELATIVES,
    /** Conjunctions of equals = CONTRAST where what follows is set against what stands before: et, and, mais. */
    COORDINATORS,
    /** Forms of to be, become, remain, elect: an office behind them is what somebody is, and no mention of somebody. */
    COPULAS,
    /**
     * Words, or pairs of them, that a noun phrase with an article or the like begins with: le, de nombreux; DEFINITE and INDEFINITE ones,
     * DEMONSTRATIVE words, those that can be a subject ALONE. The file of a language without articles has none.
     */
    ARTICLES,
    /** Prepositions that go on with a noun phrase: the minister [of] finance. */
    NOUN_LINKERS,
    /**
     * Prepositions, which a noun phrase does not go on at, but for those above; {@code SETTING} where they tell when, where or to whom
     * something is done, and lead to no object of a verb: devant.
     */
    PREPOSITIONS,
    /** Words that a clause begins with, and a noun phrase ends before. */
    CONJUNCTIONS,
    /**
     * Conjunctions that end as those before content do, and that no content follows: avant que; NOUNS where they join nouns: ainsi
     * que.
     */
    COMPOUND_CONJUNCTIONS,
    /** Conjunctions behind a comma that go on from what has no verb, and was said, to a clause of the statement: bien que. */
    CLAUSE_CONJUNCTIONS,
    /**
     * What begins a phrase or clause that tells when something was said, or what is opposed to it, behind what has no verb and was
     * said; {@code COMMA} where only behind a comma, {@code NEXT} where behind clauses, too, {@code NOUNS} where not behind
     * infinitives. Of those that are all that is left of a sentence: {@code SETTING} where it tells where it was said, {@code PLACE}
     * where it does so only behind what has no verb, {@code DAY} where it tells the day, behind what has none, too. {@code REPLY} behind
     * a comma before what others say to it: ce que; {@code COMMENT} for it before a participle: une mesure critiquée; {@code
     * ATTRIBUTE} a gerund that belongs to the noun before it: une loi visant à A.
     */
    TRAILING_ADJUNCTS,
    /** What finite verbs end in where what was said in the past stands in the past too: a dit qu'il venait. */
    BACKSHIFTED_ENDINGS,
    /** Endings of finite verbs that several do: A et B disent. */
    PLURAL_VERB_ENDINGS,
    /** Words that point back to all that the sentence before says: c'est ce que [X a annoncé]. */
    RESUMPTIONS,
    /** Prepositions before an infinitive that announces speech: pour dire que; PURPOSE where that is what something else is for. */
    CUE_PREPOSITIONS,
    /** What infinitives end in, where no marker has to stand before them; NOUN where a word ends so, and is none: commentaire. */
    INFINITIVE_ENDINGS,
    /**
     * Finite verbs that none of these endings tell, for where clauses begin and end; {@code SUBJUNCTIVE} where they are those of clauses
     * with a conjunction only.
     */
    FINITE_VERBS,
    /** What finite verbs end in, and hardly any other words: -ó, -aron. */
    VERB_ENDINGS;

    static Optional<Section> named(String name) {
        return Arrays.stream(values())
                .filter(section -> section.title().equals(name))
                .findFirst();
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
