// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import io.depeche.enrich.text.Attribution;
import io.depeche.enrich.text.Span;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.IntStream;

/** Tells in whose words something stands. Asked in the order of the text; each attribution is looked at once. */
final class Claims {

    private final List<Attribution> attributions;
    private final int[] byStart;
    private int next;

    /** Those whose content has begun, the shortest first: in one that stands in another, the inner one speaks. */
    private final PriorityQueue<Integer> begun;

    Claims(List<Attribution> attributions) {
        this.attributions = attributions;
        byStart = IntStream.range(0, attributions.size())
                .boxed()
                .sorted(Comparator.comparingInt(
                        i -> attributions.get(i).content().start()))
                .mapToInt(Integer::intValue)
                .toArray();
        begun = new PriorityQueue<>(Comparator.comparingInt(this::end).thenComparing(i -> -start(i)));
    }

    private int start(int i) {
        return attributions.get(i).content().start();
    }

    private int end(int i) {
        return attributions.get(i).content().end();
    }

    /**
     * Index of the innermost attribution whose content a span stands in; null where it stands in none.
     *
     * @param span starts no earlier than the one asked for before
     */
    Integer of(Span span) {
        while (next < byStart.length && start(byStart[next]) <= span.start()) {
            begun.add(byStart[next++]);
        }
        while (!begun.isEmpty() && end(begun.peek()) < span.end()) {
            begun.poll();
        }
        return begun.peek();
    }
}
