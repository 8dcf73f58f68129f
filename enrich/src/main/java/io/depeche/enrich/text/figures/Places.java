// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.figures;

import io.depeche.enrich.text.Span;
import java.util.Map;
import java.util.TreeMap;

/** Places in a text that do not overlap, each with the id of what stands there. */
final class Places {

    private record Place(Span span, int id) {}

    private final TreeMap<Integer, Place> byStart = new TreeMap<>();

    void add(Span span, int id) {
        byStart.put(span.start(), new Place(span, id));
    }

    /** End of the place that an offset lies in; the offset itself where it lies in none. */
    int skip(int offset) {
        Map.Entry<Integer, Place> place = byStart.floorEntry(offset);
        return place == null ? offset : Math.max(offset, place.getValue().span().end());
    }

    /** The id of all places within a span; null where there are none or they have several. */
    Integer only(Span span) {
        Integer only = null;
        for (Place place : byStart.subMap(span.start(), span.end()).values()) {
            if (span.contains(place.span())) {
                if (only != null && only != place.id()) {
                    return null;
                }
                only = place.id();
            }
        }
        return only;
    }
}
