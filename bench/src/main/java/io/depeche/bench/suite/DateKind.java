// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.DateType;
import java.util.regex.Pattern;

/** What a file of the suite lists of the dates and times in its inputs; it leaves out those of other kinds. */
enum DateKind {
    DATE,
    PERIOD,
    TIME,
    TIME_PERIOD,
    DATE_TIME,
    DATE_TIME_PERIOD,
    DURATION,
    SET,
    /** All of them. */
    ANY;

    private static final Pattern DAY =
            Pattern.compile("[0-9X]{4}-[0-9X]{2}-[0-9X]{2}|XXXX-WXX-[1-7]|[0-9X]{4}-[0-9X]{2}-WXX-.*");

    /** Whether an expression of ours is of this kind. */
    boolean includes(DateExpression date) {
        return this == ANY || this == of(date.type(), date.value());
    }

    static DateKind of(DateType type, String value) {
        return switch (type) {
            case DURATION -> DURATION;
            case SET -> SET;
            case TIME -> time(value);
            case DATE ->
                value.equals("PRESENT_REF") ? DATE_TIME : DAY.matcher(value).matches() ? DATE : PERIOD;
        };
    }

    private static DateKind time(String value) {
        boolean ofAnyDay = value.startsWith("T");
        boolean point = value.indexOf('/') < 0 && Character.isDigit(value.charAt(value.indexOf('T') + 1));
        if (ofAnyDay) {
            return point ? TIME : TIME_PERIOD;
        }
        return point ? DATE_TIME : DATE_TIME_PERIOD;
    }
}
