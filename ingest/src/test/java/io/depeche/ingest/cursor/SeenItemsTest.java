// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SeenItemsTest {

    private record Step(String kind, String item, long fingerprint, int minute) {}

    private record Seen(long fingerprint, int minute) {}

    /** Few items, which share their low bits, so that they get in each other's way. */
    @Provide
    Arbitrary<Step> steps() {
        Arbitrary<String> items = Combinators.combine(
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.integers().between(0, 3))
                .as((high, low) -> "%016x%016x".formatted(high, low * 64));
        return Combinators.combine(
                        Arbitraries.of("put", "put", "put", "remove", "old"),
                        items,
                        Arbitraries.longs().between(1, 4),
                        Arbitraries.integers().between(0, 50))
                .as(Step::new);
    }

    @Property
    void isAMap(@ForAll List<@net.jqwik.api.From("steps") Step> steps) {
        SeenItems items = new SeenItems();
        Map<String, Seen> model = new HashMap<>();
        for (Step step : steps) {
            switch (step.kind()) {
                case "put" -> {
                    items.put(step.item(), step.fingerprint(), step.minute());
                    model.put(step.item(), new Seen(step.fingerprint(), step.minute()));
                }
                case "remove" -> {
                    items.remove(step.item());
                    model.remove(step.item());
                }
                default -> {
                    List<String> old = items.removeOlder(step.minute());
                    assertThat(old)
                            .containsExactlyInAnyOrderElementsOf(model.keySet().stream()
                                    .filter(item -> model.get(item).minute() <= step.minute())
                                    .toList());
                    model.keySet().removeAll(old);
                }
            }
            assertThat(items.size()).isEqualTo(model.size());
            assertThat(items.has(step.item(), step.fingerprint()))
                    .isEqualTo(model.containsKey(step.item())
                            && model.get(step.item()).fingerprint() == step.fingerprint());
        }
        model.forEach((item, seen) -> {
            assertThat(items.has(item, seen.fingerprint())).isTrue();
            assertThat(items.lastSeen(item)).isEqualTo(seen.minute());
        });
    }

    @Test
    void growsAndFindsTheMinuteOfItsOldest() {
        SeenItems items = new SeenItems();
        for (int i = 0; i < 10_000; i++) {
            items.put("%032x".formatted(i), i, i);
        }
        assertThat(items.size()).isEqualTo(10_000);
        assertThat(items.lastSeen("%032x".formatted(10_000))).isNegative();
        assertThat(items.removeOlder(items.minuteOfOldest(100))).hasSize(100);
        assertThat(items.size()).isEqualTo(9_900);
    }
}
