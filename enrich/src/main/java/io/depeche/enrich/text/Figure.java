// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Objects;

/**
 * A number in the text with what it means.
 *
 * @param span number, scale and unit, not the qualifier
 * @param kind what kind of figure it is
 * @param value plain decimal number, not rounded; of a range, the lower bound; null where the text leaves it open
 * @param upper upper bound of a range, or null
 * @param qualifier what the text says of the value
 * @param unit ISO 4217 code of money, UCUM unit of other kinds; null where there is none or the text does not decide it
 * @param counted the noun that is counted, which may stand with an earlier figure, or null
 * @param owner whose figure it is, or null
 */
public record Figure(
        Span span,
        FigureKind kind,
        String value,
        String upper,
        Qualifier qualifier,
        String unit,
        Span counted,
        Owner owner) {

    public Figure {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(qualifier, "qualifier");
    }

    /**
     * Whose figure it is.
     *
     * @param span the words that say so
     * @param entity id of the one entity that they name, or null
     */
    public record Owner(Span span, Integer entity) {}
}
