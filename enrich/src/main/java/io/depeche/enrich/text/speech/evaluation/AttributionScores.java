// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.speech.evaluation;

import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Attribution;
import io.depeche.enrich.text.Entity;
import io.depeche.enrich.text.Layers;
import io.depeche.enrich.text.Mention;
import io.depeche.enrich.text.Span;
import io.depeche.enrich.text.speech.evaluation.GoldStatement.GoldAttribution;
import io.depeche.enrich.text.speech.evaluation.GoldStatement.GoldEntity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How well it is found who said what. Each attribution is held against the one of the gold that it overlaps most, by cue and
 * content. The cue is right where the two overlap, or neither has one; the speaker where the words that name it overlap, or the
 * entity has a mention at a place of the gold's; the content by overlap where what both share is 80 % of the longer one.
 */
public final class AttributionScores {

    private static final double OVERLAP = 0.8;

    /** What can be right of an attribution. */
    private enum Part {
        CUE,
        SPEAKER,
        CONTENT,
        CONTENT_EXACT,
        ALL_THREE
    }

    private final int[] right = new int[Part.values().length];
    private int found;
    private int there;
    private int named;
    private int namedRight;
    private int namedMatched;

    /** Takes in a statement with what was found in it. */
    public void add(GoldStatement gold, Annotations annotations) {
        List<Attribution> attributions = annotations.get(Layers.ATTRIBUTIONS);
        found += attributions.size();
        there += gold.attributions().size();
        Set<Attribution> used = new HashSet<>();
        for (GoldAttribution wanted : gold.attributions()) {
            Attribution best = best(wanted, attributions, used);
            if (best != null) {
                used.add(best);
                count(gold, wanted, best, annotations.get(Layers.ENTITIES));
            }
        }
        for (Attribution attribution : attributions) {
            named += attribution.speakerSpan() != null ? 1 : 0;
        }
    }

    private static Attribution best(GoldAttribution wanted, List<Attribution> attributions, Set<Attribution> used) {
        Attribution best = null;
        double most = 0.5;
        for (Attribution attribution : attributions) {
            double score = share(wanted.content(), attribution.content());
            if (overlap(wanted.cue(), attribution.cue())) {
                score++;
            } else if (wanted.cue() == null != (attribution.cue() == null)) {
                score -= 0.3;
            }
            if (score > most && !used.contains(attribution)) {
                most = score;
                best = attribution;
            }
        }
        return best;
    }

    private void count(GoldStatement gold, GoldAttribution wanted, Attribution got, List<Entity> entities) {
        boolean cue = wanted.cue() == null ? got.cue() == null : overlap(wanted.cue(), got.cue());
        boolean speaker = isSpeaker(gold, wanted, got, entities);
        boolean content = share(wanted.content(), got.content()) >= OVERLAP;
        count(Part.CUE, cue);
        count(Part.SPEAKER, speaker);
        count(Part.CONTENT, content);
        count(Part.CONTENT_EXACT, wanted.content().equals(got.content()));
        count(Part.ALL_THREE, cue && speaker && content);
        namedMatched += got.speakerSpan() != null ? 1 : 0;
        namedRight += speaker && got.speakerSpan() != null ? 1 : 0;
    }

    private void count(Part part, boolean isRight) {
        right[part.ordinal()] += isRight ? 1 : 0;
    }

    private static boolean isSpeaker(
            GoldStatement gold, GoldAttribution wanted, Attribution got, List<Entity> entities) {
        if (wanted.speaker() == null || got.speakerSpan() == null) {
            return wanted.speaker() == null && got.speakerSpan() == null;
        }
        if (got.speaker() == null) {
            return overlap(wanted.speaker(), got.speakerSpan());
        }
        // The entity decides where there is one: its mentions have to be the gold's.
        List<Span> places = new ArrayList<>(List.of(wanted.speaker()));
        for (GoldEntity entity : gold.entities()) {
            if (wanted.speakers().contains(entity.name())) {
                places.addAll(entity.mentions());
            }
        }
        List<Mention> mentions = entities.get(got.speaker() - 1).mentions();
        return mentions.stream().anyMatch(mention -> places.stream().anyMatch(place -> overlap(place, mention.span())));
    }

    private static boolean overlap(Span one, Span other) {
        return one != null && other != null && one.start() < other.end() && other.start() < one.end();
    }

    /** What two places share, of the longer one. */
    private static double share(Span one, Span other) {
        int both = Math.min(one.end(), other.end()) - Math.max(one.start(), other.start());
        return (double) Math.max(0, both) / Math.max(one.end() - one.start(), other.end() - other.start());
    }

    /** Of the attributions found and of those in the gold, how many are right in cue, speaker and content, in percent. */
    public double f1() {
        return percent(2 * right[Part.ALL_THREE.ordinal()], found + there);
    }

    /** Of the speakers of attributions that the gold has, too, how many are right, in percent. */
    public double speakerPrecision() {
        return percent(namedRight, namedMatched);
    }

    /** A table for people. */
    public String table() {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-22s%8s%8s%8s   %d in the gold%n", "", "P", "R", "F1", there));
        for (Part part : Part.values()) {
            int count = right[part.ordinal()];
            table.append(String.format(
                    Locale.ROOT,
                    "%-22s%8.2f%8.2f%8.2f%n",
                    part.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                    percent(count, found),
                    percent(count, there),
                    percent(2 * count, found + there)));
        }
        table.append(String.format(
                Locale.ROOT,
                "speakers named: %.2f right in attributions that the gold has, %.2f in all%n",
                speakerPrecision(),
                percent(namedRight, named)));
        return table.toString();
    }

    private static double percent(int part, int whole) {
        return whole == 0 ? 0 : 100.0 * part / whole;
    }
}
