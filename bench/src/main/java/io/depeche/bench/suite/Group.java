// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

/** What a model of the suite is about. */
enum Group {
    NUMBER("Number"),
    ORDINAL("Ordinal"),
    PERCENT("Percent"),
    CURRENCY("Currency"),
    DIMENSION("Dimension"),
    AGE("Age"),
    TEMPERATURE("Temperature"),
    NUMBER_RANGE("NumberRange"),
    DATE_TIME("DateTime");

    private final String label;

    Group(String label) {
        this.label = label;
    }

    /** Its name in tables. */
    String label() {
        return label;
    }
}
