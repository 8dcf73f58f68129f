// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import java.time.Duration;
import java.util.List;

/**
 * What has come out, and what is wrong with it.
 *
 * @param records statements
 * @param doubled that came again, or were never written
 * @param disordered that came before or behind another revision of theirs
 * @param misnumbered whose revision number is another than that of their text
 * @param deadLetters none of which the load has caused
 * @param openFigures statements that have more or fewer records of figures than figures
 * @param gap the longest time since the last mark in which nothing came out on one of the partitions
 * @param delay the longest from a statement's writing to its coming out, since the last mark
 * @param faults the first of them, in words
 */
record Account(
        long records,
        long doubled,
        long disordered,
        long misnumbered,
        long deadLetters,
        long openFigures,
        Duration gap,
        Duration delay,
        List<String> faults) {

    /** How much is wrong, once all has come out. */
    long wrong() {
        return doubled + disordered + misnumbered + deadLetters + openFigures;
    }
}
