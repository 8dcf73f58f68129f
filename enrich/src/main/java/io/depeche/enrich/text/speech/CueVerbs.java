// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech;

import io.depeche.enrich.text.Token;
import io.depeche.enrich.text.Tokens;
import io.depeche.enrich.text.language.Lexicon;
import io.depeche.enrich.text.language.Section;
import io.depeche.enrich.text.segment.Tokeniser;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** All forms of the verbs that announce speech in one language; immutable. */
final class CueVerbs {

    private static final String REFLEXIVE = "SELF ";
    private static final String NO_ENDING = "-";
    private static final String APART = " … ";

    /**
     * A form of a verb.
     *
     * @param verb the verb
     * @param forms what the form can be
     * @param reflexive whether it announces speech only with a reflexive pronoun
     * @param clitic the word before it that belongs to it, folded: en, in en appeler à; null where it has none
     * @param rest the words behind it that belong to it, folded: entendre, in laisser entendre
     * @param particle the word at the end of the clause that belongs to it, folded; null where it has none
     */
    record Form(
            CueVerb verb, Set<VerbForm> forms, boolean reflexive, String clitic, List<String> rest, String particle) {}

    private final Map<String, List<Form>> forms = new HashMap<>();
    private final WordSet words;

    CueVerbs(Lexicon lexicon, Tokeniser tokeniser) {
        Map<String, Map<VerbForm, List<String>>> paradigms = new HashMap<>();
        for (Lexicon.Entry entry : lexicon.entries(Section.CONJUGATIONS)) {
            paradigms.put(entry.key(), lexicon.read(entry, CueVerbs::paradigm));
        }
        for (Lexicon.Entry entry : lexicon.entries(Section.CUE_VERBS)) {
            add(entry, lexicon, paradigms, tokeniser);
        }
        words = new WordSet(forms.keySet());
    }

    private void add(
            Lexicon.Entry entry,
            Lexicon lexicon,
            Map<String, Map<VerbForm, List<String>>> paradigms,
            Tokeniser tokeniser) {
        CueVerb verb = lexicon.read(entry, CueVerb::parse);
        boolean reflexive = entry.key().startsWith(REFLEXIVE);
        String inner = reflexive ? entry.key().substring(REFLEXIVE.length()) : entry.key();
        int before = inner.indexOf(' ');
        boolean led = before > 0 && inner.lastIndexOf('/', before) < 0;
        String clitic = led ? Token.fold(inner.substring(0, before)) : null;
        String whole = led ? inner.substring(before + 1) : inner;
        int apart = whole.indexOf(APART);
        String key = apart < 0 ? whole : whole.substring(0, apart);
        String particle = apart < 0 ? null : Token.fold(whole.substring(apart + APART.length()));
        int space = key.indexOf(' ');
        String word = space < 0 ? key : key.substring(0, space);
        List<String> rest = new ArrayList<>();
        if (space >= 0) {
            Tokens tokens = tokeniser.tokenise(key.substring(space + 1));
            for (int i = 0; i < tokens.size(); i++) {
                rest.add(tokens.get(i).folded());
            }
        }
        int slash = word.indexOf('/');
        Map<VerbForm, List<String>> paradigm = paradigms.get(word.substring(slash + 1));
        lexicon.read(entry, value -> {
            if (slash < 0 || paradigm == null) {
                throw new IllegalArgumentException(
                        "expected stem/paradigm, with the paradigm one of " + paradigms.keySet());
            }
            return value;
        });
        Map<String, Set<VerbForm>> found = new HashMap<>();
        paradigm.forEach((form, endings) -> {
            for (String ending : endings) {
                String inflected = Token.fold(word.substring(0, slash) + ending);
                found.computeIfAbsent(inflected, w -> EnumSet.noneOf(VerbForm.class))
                        .add(form);
            }
        });
        found.forEach((inflected, kinds) -> forms.computeIfAbsent(inflected, w -> new ArrayList<>())
                .add(new Form(verb, kinds, reflexive, clitic, List.copyOf(rest), particle)));
    }

    private static Map<VerbForm, List<String>> paradigm(String value) {
        Map<VerbForm, List<String>> paradigm = new EnumMap<>(VerbForm.class);
        List<String> current = null;
        for (String word : value.split("\\s+")) {
            if (word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.equals(NO_ENDING)) {
                current = paradigm.computeIfAbsent(VerbForm.valueOf(word), form -> new ArrayList<>());
            } else if (current == null) {
                throw new IllegalArgumentException(
                        "expected FINITE, PARTICIPLE, GERUND, INFINITIVE or IMPERSONAL first");
            } else {
                current.add(word.equals(NO_ENDING) ? "" : word);
            }
        }
        return paradigm;
    }

    /** The forms that a folded word can be; none for most words. */
    List<Form> of(String folded) {
        return words.contains(folded) ? forms.get(folded) : List.of();
    }
}
