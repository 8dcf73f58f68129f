// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import io.depeche.enrich.text.numbers.Numerals;
import io.depeche.enrich.text.pieces.Pieces;
import java.util.List;

/** The layers of a document: the contract between analysers, and what a rebuilt analyser has to produce. */
public final class Layers {

    /** Words, numbers and punctuation, in order; shared by all analysers. */
    public static final Layer<Tokens> TOKENS = new Layer<>("tokens", Tokens.NONE);

    /** The smallest parts of the text, which numbers and dates are read from. */
    public static final Layer<Pieces> PIECES = new Layer<>("pieces", Pieces.NONE);

    /** Numbers in digits and words, without what they mean. */
    public static final Layer<Numerals> NUMERALS = new Layer<>("numerals", Numerals.NONE);

    /** The language of the text. */
    public static final Layer<DetectedLanguage> LANGUAGE = new Layer<>("language", DetectedLanguage.UNDETERMINED);

    /** Sentences, in order, without the white space around them; they do not overlap. */
    public static final Layer<List<Span>> SENTENCES = new Layer<>("sentences", List.of());

    /** Ages, in order: numbers with units of time that are no dates. */
    public static final Layer<List<Span>> AGES = new Layer<>("ages", List.of());

    /** Amounts of money, in order: numbers that are no dates, whatever they look like. */
    public static final Layer<List<Span>> MONEY = new Layer<>("money", List.of());

    /** Dates, in order; they do not overlap. */
    public static final Layer<List<DateExpression>> DATES = new Layer<>("dates", List.of());

    /** Entities, in order of first mention. */
    public static final Layer<List<Entity>> ENTITIES = new Layer<>("entities", List.of());

    /** Figures, in order; they do not overlap. */
    public static final Layer<List<Figure>> FIGURES = new Layer<>("figures", List.of());

    /** Who said what, in order of their start; one may stand in the content of another. */
    public static final Layer<List<Attribution>> ATTRIBUTIONS = new Layer<>("attributions", List.of());

    private Layers() {}
}
