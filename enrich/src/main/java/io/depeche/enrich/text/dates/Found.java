// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

import java.math.BigDecimal;
import java.util.Arrays;

/** What the slots of a rule were filled with; for use by one thread. */
final class Found {

    /** A slot that the rule does not have. */
    static final int NONE = Integer.MIN_VALUE;

    private static final int DEEPEST = 16;

    private final int[] numbers = new int[2 * Slot.values().length];
    private final BigDecimal[] amounts = new BigDecimal[2];
    private final Value[] values = new Value[DEEPEST];
    private int depth;
    private Rule rule;

    /** The value emitted last, for rules that go on from it; or null. */
    Value last;

    Found() {
        Arrays.fill(numbers, NONE);
    }

    void put(int key, int number) {
        numbers[key] = number;
    }

    /** @param second whether for the second slot of its kind */
    void put(Slot slot, boolean second, int number) {
        numbers[2 * slot.ordinal() + (second ? 1 : 0)] = number;
    }

    void putAmount(int second, BigDecimal amount) {
        amounts[second] = amount;
    }

    void push(Value value) {
        values[depth++] = value;
    }

    void pop() {
        depth--;
    }

    void setRule(Rule rule) {
        this.rule = rule;
    }

    /** Whether the rule has a slot. */
    boolean has(Slot slot) {
        return rule.has(slot, false);
    }

    /** The number that a slot was filled with; {@link #NONE} where the rule does not have it. */
    int get(Slot slot) {
        return rule.has(slot, false) ? numbers[2 * slot.ordinal()] : NONE;
    }

    /** The number of the second slot of its kind. */
    int second(Slot slot) {
        return rule.has(slot, true) ? numbers[2 * slot.ordinal() + 1] : NONE;
    }

    /** The number that a slot was filled with; a default where the rule does not have it. */
    int get(Slot slot, int otherwise) {
        int number = get(slot);
        return number == NONE ? otherwise : number;
    }

    /** The amount of the slot {@link Slot#N}; null where the text leaves it open. */
    BigDecimal amount() {
        return amounts[0];
    }

    /** The unit that the rule names or the text has; null where there is none. */
    TimeUnit unit() {
        int unit = get(Slot.UNIT);
        return unit == NONE ? null : TimeUnit.values()[unit];
    }

    /** What a rule of an earlier level found: the first of them, the second …; null where there are not so many. */
    Value value(int index) {
        return index < depth ? values[index] : null;
    }
}
