// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import io.depeche.enrich.text.EntityType;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.CalendarNames;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What names are told by in one language: its file, and the countries of the CLDR; immutable. */
final class NameWords {

    private final Phrases<KnownName> known;
    final PersonTitles titles;

    private final Set<String> months;
    private final Set<String> weekdays;
    private final Set<String> functionWords;
    private final Map<String, Boolean> articles;
    private final Set<String> copulas;
    private final Set<String> givenNames;
    private final Set<String> nameParticles;
    private final Set<String> organisationParticles;
    private final Set<String> organisationWords;
    private final Set<String> organisationSuffixes;
    private final Set<String> locationCues;
    private final Set<String> stateWords;

    /** @param common what all languages share */
    NameWords(Lexicon lexicon, Lexicon common, PersonTitles titles, Tokeniser tokeniser) {
        Map<String, KnownName> names = new LinkedHashMap<>();
        countries(lexicon, names);
        for (Lexicon.Entry entry : lexicon.entries(Section.ORGANISATIONS)) {
            names.put(entry.key(), KnownName.of(EntityType.ORGANISATION, null, entry.key(), entry.key()));
        }
        for (Lexicon.Entry entry : lexicon.entries(Section.LOCATIONS)) {
            names.put(entry.key(), KnownName.of(EntityType.LOCATION, null, entry.key(), entry.key()));
        }
        known = new Phrases<>(names, tokeniser);
        this.titles = titles;
        CalendarNames calendar = new CalendarNames(lexicon);
        months = folded(calendar.months());
        weekdays = folded(calendar.weekdays());
        functionWords = lexicon.words(Section.FUNCTION_WORDS);
        articles = lexicon.map(Section.ARTICLES, value -> Lexicon.kinds(value).contains("DEFINITE"));
        copulas = lexicon.words(Section.COPULAS);
        givenNames = lexicon.words(Section.GIVEN_NAMES);
        nameParticles = lexicon.words(Section.NAME_PARTICLES);
        organisationParticles = lexicon.words(Section.ORGANISATION_PARTICLES);
        organisationWords = lexicon.words(Section.ORGANISATION_WORDS);
        organisationSuffixes = common.words(Section.ORGANISATION_SUFFIXES);
        locationCues = lexicon.words(Section.LOCATION_CUES);
        stateWords = lexicon.words(Section.STATE_WORDS);
    }

    private static Set<String> folded(Map<String, Integer> names) {
        return names.keySet().stream().map(Token::fold).collect(Collectors.toUnmodifiableSet());
    }

    private static void countries(Lexicon lexicon, Map<String, KnownName> names) {
        LocaleDisplayNames display = LocaleDisplayNames.getInstance(ULocale.forLanguageTag(lexicon.language()));
        Map<String, String> nameOfCode = new HashMap<>();
        for (String code : ULocale.getISOCountries()) {
            String name = display.regionDisplayName(code);
            nameOfCode.put(code, name);
            // Myanmar (Birmanie) is both names.
            for (String alias : name.split("[()]", -1)) {
                if (!alias.isBlank()) {
                    names.putIfAbsent(alias.strip(), country(code, name, alias.strip()));
                }
            }
        }
        for (Lexicon.Entry entry : lexicon.entries(Section.COUNTRIES)) {
            String code = entry.value().toUpperCase(Locale.ROOT);
            names.put(entry.key(), country(code, nameOfCode.getOrDefault(code, entry.key()), entry.key()));
        }
    }

    private static KnownName country(String code, String name, String phrase) {
        return KnownName.of(EntityType.LOCATION, "country:" + code, name, phrase);
    }

    /** The listed name that starts at a token, with a capital, and in capitals where it has to be; or null. */
    Phrases.Match<KnownName> knownAt(Tokens tokens, int at, int to) {
        if (!tokens.get(at).isCapitalised()) {
            return null;
        }
        Phrases.Match<KnownName> match = known.longest(tokens, at, to);
        if (match == null || !match.value().allCapitals()) {
            return match;
        }
        for (int i = at; i < match.to(); i++) {
            Token token = tokens.get(i);
            if (token.isWord() && !KnownName.isAllCapitals(token.text())) {
                return null;
            }
        }
        return match;
    }

    boolean isMonth(Token token) {
        return months.contains(token.folded());
    }

    boolean isWeekday(Token token) {
        return weekdays.contains(token.folded());
    }

    boolean isFunctionWord(Token token) {
        return functionWords.contains(token.folded());
    }

    /** Whether a token is an adjective of nationality or rank, or its plural. */
    boolean isAdjective(Token token) {
        return titles.isAdjective(token);
    }

    boolean isArticle(Token token) {
        return articles.containsKey(token.folded());
    }

    boolean isDefinite(Token token) {
        return articles.getOrDefault(token.folded(), false);
    }

    /** Whether a word says what somebody is or becomes, and an office behind it therefore is no mention. */
    boolean isCopula(Token token) {
        return copulas.contains(token.folded());
    }

    boolean isGivenName(Token token) {
        return givenNames.contains(token.folded());
    }

    boolean isNameParticle(Token token) {
        return nameParticles.contains(token.folded());
    }

    boolean isOrganisationParticle(Token token) {
        return organisationParticles.contains(token.folded());
    }

    boolean isOrganisationWord(Token token) {
        return organisationWords.contains(token.folded());
    }

    /** Whether a token is a legal form, which a company's name ends in. */
    boolean isOrganisationSuffix(Token token) {
        return token.isCapitalised() && organisationSuffixes.contains(token.folded());
    }

    boolean isLocationCue(Token token) {
        return locationCues.contains(token.folded());
    }

    boolean isStateWord(Token token) {
        return stateWords.contains(token.folded());
    }
}
