// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Span;
import java.util.List;

/**
 * One result that the suite expects.
 *
 * @param text its words
 * @param span its place in the input
 * @param type type name of the suite, such as {@code ordinal.relative} or {@code datetimeV2.set}
 * @param value number in the notation of the input's language, or null
 * @param unit name of the unit in the input's language, or null
 * @param currency ISO 4217 code, or null
 * @param candidates readings of a date; none for numbers
 */
record Expected(
        String text, Span span, String type, String value, String unit, String currency, List<Candidate> candidates) {}
