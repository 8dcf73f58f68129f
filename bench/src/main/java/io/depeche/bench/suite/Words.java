// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.DateExpression;
import io.depeche.enrich.text.Figure;
import io.depeche.enrich.text.Qualifier;

/** What was found, in words for people. */
final class Words {

    private Words() {}

    static String of(String text, Figure figure) {
        return figure.span().of(text) + " = "
                + (figure.qualifier() == Qualifier.EXACT ? "" : figure.qualifier() + " ")
                + figure.value()
                + (figure.upper() == null ? "" : " to " + figure.upper())
                + " " + figure.kind()
                + (figure.unit() == null ? "" : " " + figure.unit());
    }

    static String of(String text, DateExpression date) {
        return date.span().of(text) + " = " + date.value() + " " + date.type();
    }
}
