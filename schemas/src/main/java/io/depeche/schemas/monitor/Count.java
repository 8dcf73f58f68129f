// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.monitor;

import java.util.Optional;

/**
 * What is counted of the records of a partition. Of each record that came in, one other outcome is counted in the end:
 * {@code in = out + unchanged + replaced + dead + held}.
 *
 * @param outcome IN, or what became of a record
 * @param reason of a dead one: the simple name of the exception; else empty
 */
public record Count(Outcome outcome, String reason) {

    /** What can become of a record. */
    public enum Outcome {
        /** Read and settled, in any way. */
        IN,
        /** Passed on. */
        OUT,
        /** Not passed on, for it says nothing new. */
        UNCHANGED,
        /** Never passed on, for a later version came while it was held. */
        REPLACED,
        /** Gone to the dead letters. */
        DEAD,
        /** Waiting for its time: the one that goes down, too. */
        HELD
    }

    public static final Count IN = new Count(Outcome.IN, "");
    public static final Count OUT = new Count(Outcome.OUT, "");
    public static final Count UNCHANGED = new Count(Outcome.UNCHANGED, "");
    public static final Count REPLACED = new Count(Outcome.REPLACED, "");
    public static final Count HELD = new Count(Outcome.HELD, "");

    private static final int LONGEST_REASON = 80;

    /** A record that was given up for this. */
    public static Count dead(Throwable reason) {
        String name = reason.getClass().getName();
        String simple = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
        return new Count(Outcome.DEAD, simple.substring(0, Math.min(simple.length(), LONGEST_REASON)));
    }

    /** As it is written down: {@code OUT}, or {@code DEAD.SerializationException}. */
    @Override
    public String toString() {
        return reason.isEmpty() ? outcome.name() : outcome.name() + "." + reason;
    }

    /** Reads what {@link #toString()} gives; empty where it is anything else, of another version for one. */
    public static Optional<Count> parse(String written) {
        int dot = written.indexOf('.');
        String name = dot < 0 ? written : written.substring(0, dot);
        String reason = dot < 0 ? "" : written.substring(dot + 1);
        for (Outcome outcome : Outcome.values()) {
            if (outcome.name().equals(name)) {
                return Optional.of(new Count(outcome, reason));
            }
        }
        return Optional.empty();
    }
}
