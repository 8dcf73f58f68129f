// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names;

import io.depeche.enrich.text.Span;
import java.util.List;
import java.util.Set;

/**
 * An office that stands in a text: le Président azerbaïdjanais.
 *
 * @param span its place, without an article
 * @param whole its place with the article; the same where it has none
 * @param rank the words, folded, that titles of the same office share: président
 * @param qualifiers what tells it from others of that rank, cut to what inflection leaves: azerb
 */
record Office(Span span, Span whole, List<String> rank, Set<String> qualifiers) {

    /** Whether two titles can be those of one person: minister and foreign minister, the one the end of the other. */
    boolean canBe(Office other) {
        return (isPart(rank, other.rank) || isPart(other.rank, rank)) && !contradicts(other);
    }

    private static boolean isPart(List<String> part, List<String> whole) {
        int rest = whole.size() - part.size();
        return rest >= 0
                && (whole.subList(0, part.size()).equals(part)
                        || whole.subList(rest, whole.size()).equals(part));
    }

    private boolean contradicts(Office other) {
        return !qualifiers.isEmpty()
                && !other.qualifiers.isEmpty()
                && qualifiers.stream().noneMatch(other.qualifiers::contains);
    }
}
