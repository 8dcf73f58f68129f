// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The classifiers that CoreNLP 4.5.10 documents for its languages (the {@code ner.model} of each language's properties;
 * in English the first of the three), and how tokens are written for them.
 *
 * <p>Each was trained on tokens of its own corpus, and a token that was written otherwise there is an unknown word. So
 * the words that the model files have weights for were looked through, and whole spellings tried on open gold (typed F1
 * over persons, places and organisations in percent, as is and respelled); the best of them is used. They were chosen on
 * the files that are compared, which favours CoreNLP if anybody:
 *
 * <ul>
 *   <li>French, trained on WikiNER: elided words are tokens of their own as in our corpora, but with a straight
 *       apostrophe; the only double quotation mark is {@code "}, the only dash that is frequent the hyphen. With these,
 *       68.3 instead of 66.6 on news.
 *   <li>Spanish, trained on AnCora and others: {@code "}, 74.8 instead of 74.5.
 *   <li>English, trained on CoNLL, MUC, ACE, OntoNotes and WikiNER, mostly in the Penn Treebank's writing: {@code ''} for
 *       double quotation marks, up to 0.2 points more; {@code ``} for the opening ones is no better overall.
 *   <li>German: umlauts, ß and {@code „ “} are written as we do, words with hyphens are whole. Nothing is gained by any change.
 * </ul>
 *
 * <p>Brackets stay: no model knows {@code -LRB-} or {@code =LRB=}, which cost up to 2 points. Composing what is
 * written with combining accents changes nothing. American spelling and classes of unknown words are put in by the
 * classifier itself.
 */
enum CoreNlpModel {
    FRENCH("fr", "french-wikiner-4class", CoreNlpModel::french),
    ENGLISH("en", "english.all.3class.distsim", token -> isDoubleQuote(token) ? "''" : token),
    GERMAN("de", "german.distsim", UnaryOperator.identity()),
    SPANISH("es", "spanish.ancora.distsim.s512", token -> isDoubleQuote(token) ? "\"" : token);

    private final String language;
    private final String file;
    private final UnaryOperator<String> spelling;

    CoreNlpModel(String language, String file, UnaryOperator<String> spelling) {
        this.language = language;
        this.file = file;
        this.spelling = spelling;
    }

    /** The model of a language by its subtag. */
    static Optional<CoreNlpModel> of(String language) {
        return Arrays.stream(values())
                .filter(model -> model.language.equals(language))
                .findFirst();
    }

    /** Where the class path has it. */
    String resource() {
        return "edu/stanford/nlp/models/ner/" + file + ".crf.ser.gz";
    }

    /** A token as the model was trained to read it. */
    String spell(String token) {
        return spelling.apply(token);
    }

    private static String french(String token) {
        if (isDoubleQuote(token)) {
            return "\"";
        }
        return switch (token) {
            case "–", "—", "−" -> "-";
            default -> token.replace('’', '\'').replace('‘', '\'');
        };
    }

    private static boolean isDoubleQuote(String token) {
        return switch (token) {
            case "\"", "«", "»", "“", "”", "„" -> true;
            default -> false;
        };
    }
}
