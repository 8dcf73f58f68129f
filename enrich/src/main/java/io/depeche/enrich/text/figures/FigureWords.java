// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Qualifier;
import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.dates.CalendarWords;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Phrases;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.List;
import java.util.Set;

/** What figures are told by in one language; immutable. */
final class FigureWords {

    final NumberFormat format;
    final NumberWords numbers;
    final Phrases<Qualifier> qualifiers;
    final Phrases<Unit> units;
    final Phrases<Unit> unitPrefixes;
    final Phrases<Boolean> countLinkers;
    final Phrases<Boolean> ownerCues;
    final Phrases<Boolean> ownerLinks;
    final Phrases<Boolean> clockWords;
    final Set<String> numbered;
    final Set<String> phraseParticles;

    private final CalendarWords calendar;
    private final Set<String> functionWords;
    private final Set<String> notCounted;
    private final Set<String> prenominal;
    private final List<String> pluralEndings;
    private final Set<String> pluralNouns;

    FigureWords(Lexicon lexicon, Tokeniser tokeniser) {
        format = NumberFormat.of(lexicon);
        numbers = new NumberWords(lexicon, tokeniser);
        qualifiers = Phrases.of(lexicon, Section.QUALIFIERS, FigureWords::qualifier, tokeniser);
        units = Phrases.of(lexicon, Section.UNITS, Unit::parse, tokeniser);
        unitPrefixes = Phrases.of(lexicon, Section.UNIT_PREFIXES, Unit::parse, tokeniser);
        countLinkers = Phrases.of(lexicon, Section.COUNT_LINKERS, tokeniser);
        ownerCues = Phrases.of(lexicon, Section.OWNER_CUES, tokeniser);
        ownerLinks = Phrases.of(lexicon, Section.OWNER_LINKS, tokeniser);
        clockWords = Phrases.of(lexicon, Section.CLOCK_WORDS, tokeniser);
        numbered = lexicon.words(Section.NUMBERED);
        phraseParticles = lexicon.words(Section.PHRASE_PARTICLES);
        calendar = new CalendarWords(lexicon, tokeniser);
        functionWords = lexicon.words(Section.FUNCTION_WORDS);
        notCounted = lexicon.words(Section.NOT_COUNTED);
        prenominal = lexicon.words(Section.PRENOMINAL);
        pluralEndings = List.copyOf(lexicon.words(Section.PLURAL_ENDINGS));
        pluralNouns = lexicon.words(Section.PLURAL_NOUNS);
    }

    private static Qualifier qualifier(String value) {
        try {
            return Qualifier.valueOf(value);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("expected one of " + List.of(Qualifier.values()));
        }
    }

    boolean isFunctionWord(Token token) {
        return functionWords.contains(token.folded());
    }

    boolean canBeCounted(Token token) {
        return token.isWord()
                && !isFunctionWord(token)
                && !notCounted.contains(token.folded())
                && numbers.scaleAfterDigits(token) == null;
    }

    boolean isMonth(Token token) {
        return calendar.isMonth(token);
    }

    boolean isPrenominal(Token token) {
        return prenominal.contains(token.folded());
    }

    /** Whether nouns in the plural can be told from adjectives. */
    boolean tellsPlurals() {
        return !pluralEndings.isEmpty();
    }

    boolean isPlural(Token token) {
        return pluralNouns.contains(token.folded()) || pluralEndings.stream().anyMatch(token.folded()::endsWith);
    }
}
