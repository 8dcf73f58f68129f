// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.event;

import io.depeche.event.ChangeType;
import io.depeche.event.FigureChange;
import io.depeche.event.FigureKind;
import io.depeche.event.FigureValue;
import io.depeche.event.Qualifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What differs between the figures of two revisions.
 *
 * <p>Figures of the same kind, unit and counted noun with the same value and qualifier have not changed, wherever they
 * stand and however they are written. Of what is left, those of the same kind, unit and noun are paired in the order of
 * the text: ALTERED. The others are ADDED or REMOVED. The same figures give the same changes; time is linear.
 */
public final class FigureDiff {

    /** What two figures have to share to be about the same thing. */
    private record Subject(FigureKind kind, String unit, String counted) {

        static Subject of(FigureValue figure) {
            String counted = figure.getCounted();
            return new Subject(
                    figure.getKind(), figure.getUnit(), counted == null ? null : counted.toLowerCase(Locale.ROOT));
        }
    }

    private record Claim(Subject subject, String value, String upper, Qualifier qualifier) {

        static Claim of(FigureValue figure) {
            return new Claim(Subject.of(figure), figure.getValue(), figure.getUpper(), figure.getQualifier());
        }
    }

    private FigureDiff() {}

    /**
     * The changes from one revision to the next.
     *
     * @param before figures of the last revision
     * @param after figures of this revision, in the order of the event's figures, which the changes refer to
     * @return those with a figure in this revision in its order, then the REMOVED ones in the order of the last one
     */
    public static List<FigureChange> between(List<FigureValue> before, List<FigureValue> after) {
        boolean[] gone = new boolean[before.size()];
        boolean[] kept = unchanged(before, after, gone);
        Map<Subject, Deque<Integer>> altered = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            if (gone[i]) {
                altered.computeIfAbsent(Subject.of(before.get(i)), subject -> new ArrayDeque<>())
                        .add(i);
            }
        }
        List<FigureChange> changes = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            if (kept[i]) {
                continue;
            }
            FigureValue now = after.get(i);
            Deque<Integer> candidates = altered.get(Subject.of(now));
            Integer earlier = candidates == null ? null : candidates.poll();
            if (earlier == null) {
                changes.add(new FigureChange(ChangeType.ADDED, now.getCounted(), null, now, i));
            } else {
                gone[earlier] = false;
                changes.add(new FigureChange(ChangeType.ALTERED, now.getCounted(), before.get(earlier), now, i));
            }
        }
        for (int i = 0; i < before.size(); i++) {
            if (gone[i]) {
                FigureValue was = before.get(i);
                changes.add(new FigureChange(ChangeType.REMOVED, was.getCounted(), was, null, null));
            }
        }
        return changes;
    }

    /** Which figures of this revision were in the last one; marks those of the last one that are not in this one. */
    private static boolean[] unchanged(List<FigureValue> before, List<FigureValue> after, boolean[] gone) {
        Map<Claim, Deque<Integer>> same = new HashMap<>();
        for (int i = 0; i < before.size(); i++) {
            gone[i] = true;
            same.computeIfAbsent(Claim.of(before.get(i)), claim -> new ArrayDeque<>())
                    .add(i);
        }
        boolean[] kept = new boolean[after.size()];
        for (int i = 0; i < after.size(); i++) {
            Deque<Integer> places = same.get(Claim.of(after.get(i)));
            Integer place = places == null ? null : places.poll();
            if (place != null) {
                gone[place] = false;
                kept[i] = true;
            }
        }
        return kept;
    }
}
