// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Objects;

/**
 * One place that refers to an entity.
 *
 * @param span the place
 * @param kind how it refers
 * @param confidence from 0 to 1
 */
public record Mention(Span span, MentionKind kind, float confidence) {

    public Mention {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(kind, "kind");
    }
}
