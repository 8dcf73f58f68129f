// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.language.Lexicons;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.pieces.Vocabularies;
import java.util.Map;

/** What figures are told by, in each language that has it; made once, for all analysers that go by it; immutable. */
public final class FigureGrammars {

    private final Map<String, FigureGrammar> byLanguage;
    private final String version;

    public FigureGrammars(Lexicons lexicons, Vocabularies vocabularies) {
        byLanguage = lexicons.tables(
                lexicon -> new FigureGrammar(lexicon, lexicons.common(), vocabularies.of(lexicon.language())),
                Section.NUMBER_FORMAT,
                Section.NUMBERS,
                Section.QUALIFIERS);
        version = lexicons.version();
    }

    /** The grammar of a language, or null. */
    FigureGrammar of(String language) {
        return byLanguage.get(language);
    }

    /** Changes where a language file or the CLDR data does. */
    String version() {
        return version;
    }
}
