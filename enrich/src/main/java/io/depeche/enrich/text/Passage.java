// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Objects;

/**
 * A part of a text, of one paragraph or more, in another language than most of it.
 *
 * @param span its place
 * @param tag BCP 47 tag of its language
 */
public record Passage(Span span, String tag) {

    public Passage {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(tag, "tag");
    }
}
