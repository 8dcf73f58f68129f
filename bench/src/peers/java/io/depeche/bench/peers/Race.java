// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import io.depeche.enrich.text.names.training.Corpus;
import io.depeche.enrich.text.names.training.Sentence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Speeds in one process, on one thread, in turns, so that what else the machine does meets all alike. A turn tags the
 * whole text, again and again until its time is over; the first turn of each only warms up.
 */
final class Race {

    private final List<Tagger> taggers;
    private final double[][] speeds;

    private Race(List<Tagger> taggers, int turns) {
        this.taggers = taggers;
        speeds = new double[taggers.size()][turns];
    }

    /**
     * Runs it.
     *
     * @param turns of each that count
     * @param seconds that a turn lasts at least
     */
    static Race run(List<Tagger> taggers, Corpus text, int turns, int seconds) {
        Race race = new Race(taggers, turns);
        for (int turn = -1; turn < turns; turn++) {
            for (int i = 0; i < taggers.size(); i++) {
                double speed = turn(taggers.get(i), text, seconds);
                if (turn >= 0) {
                    race.speeds[i][turn] = speed;
                }
            }
        }
        for (double[] ofOne : race.speeds) {
            Arrays.sort(ofOne);
        }
        return race;
    }

    private static double turn(Tagger tagger, Corpus text, int seconds) {
        int tokens = text.tokens();
        long tagged = 0;
        long start = System.nanoTime();
        long time;
        do {
            for (List<Sentence> document : text.documents()) {
                tagger.tag(document);
            }
            tagged += tokens;
            time = System.nanoTime() - start;
        } while (time < seconds * 1_000_000_000L);
        return tagged * 1e9 / time;
    }

    /** The lines of a table for people: the median of each in tokens a second, and how many times the first it is. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < speeds.length; i++) {
            double[] ofOne = speeds[i];
            lines.add(String.format(
                    Locale.ROOT,
                    "%-10s%,10.0f tokens/s  (%,.0f to %,.0f)  %.1f times %s",
                    taggers.get(i).name(),
                    median(ofOne),
                    ofOne[0],
                    ofOne[ofOne.length - 1],
                    median(ofOne) / median(speeds[0]),
                    taggers.get(0).name()));
        }
        return lines;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
