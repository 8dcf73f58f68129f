// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Objects;

/**
 * A date, time, duration or recurring time in the text.
 *
 * @param span its place, with the weekday where it is given
 * @param type what it denotes
 * @param value TIMEX3 value (ISO 24617-1): 2023-01-23, 2023-01, 2021, XXXX-12-12 where the year is open
 * @param anchor the date that it was resolved against, in ISO 8601; null where the text alone gives the value
 */
public record DateExpression(Span span, DateType type, String value, String anchor) {

    public DateExpression {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(value, "value");
    }
}
