// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.List;
import java.util.Objects;

/**
 * Somebody, something or some place that the text names.
 *
 * @param id number within the text, from 1 in order of first mention
 * @param type what it is
 * @param name canonical name: a country's name in the text's language, else its fullest form in the text
 * @param link what it stands for outside the text, {@code country:AZ} (ISO 3166-1), or null
 * @param roles offices that the text gives it, in order
 * @param mentions all mentions, in order; at least one
 */
public record Entity(int id, EntityType type, String name, String link, List<Span> roles, List<Mention> mentions) {

    public Entity {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        roles = List.copyOf(roles);
        mentions = List.copyOf(mentions);
    }
}
