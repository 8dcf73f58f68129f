// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.EntityType;

/**
 * A name that is known beforehand.
 *
 * @param type what it names
 * @param link {@code country:AZ}, or null
 * @param name canonical name
 * @param allCapitals whether it stands for this in capitals only: US is a country, us is not
 */
record KnownName(EntityType type, String link, String name, boolean allCapitals) {

    static KnownName of(EntityType type, String link, String name, String phrase) {
        return new KnownName(type, link, name, isAllCapitals(phrase));
    }

    static boolean isAllCapitals(String text) {
        boolean capital = false;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
            capital |= Character.isUpperCase(text.charAt(i));
        }
        return capital;
    }
}
