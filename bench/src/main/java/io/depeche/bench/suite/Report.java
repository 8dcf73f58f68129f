// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Prints scores as a table: one line for each file, then one for each group, and one for each language. */
final class Report {

    private record Row(String language, String name, Score score) {}

    private final PrintWriter out;
    private final boolean markdown;
    private final List<Row> files = new ArrayList<>();
    private final List<Row> groups = new ArrayList<>();
    private Score all = Score.NONE;

    Report(PrintWriter out, boolean markdown) {
        this.out = out;
        this.markdown = markdown;
    }

    /** Takes the scores of one language. */
    void add(String language, Map<SuiteModel, Score> scores) {
        Map<Group, Score> sums = new EnumMap<>(Group.class);
        Score sum = Score.NONE;
        for (Map.Entry<SuiteModel, Score> entry : scores.entrySet()) {
            files.add(new Row(language, entry.getKey().fileName(), entry.getValue()));
            sums.merge(entry.getKey().group(), entry.getValue(), Score::plus);
            sum = sum.plus(entry.getValue());
        }
        sums.forEach((group, score) -> groups.add(new Row(language, group.label(), score)));
        groups.add(new Row(language, "all", sum));
        all = all.plus(sum);
    }

    /** Prints all that was added. */
    void print() {
        table("model", files);
        table("group", groups);
        if (!all.unitsNotCompared().isEmpty()) {
            out.println(all.unitsNotCompared().size() + " units were not compared, as their names are not in CLDR: "
                    + String.join(", ", new TreeSet<>(all.unitsNotCompared())));
        }
        out.flush();
    }

    private void table(String kind, List<Row> rows) {
        String form = markdown ? "| %s | %s | %s | %s | %s | %s |%n" : "%-12s %-36s %6s %6s %7s %10s%n";
        out.printf(Locale.ROOT, form, "language", kind, "cases", "right", "share", "set aside");
        if (markdown) {
            out.println("|---|---|--:|--:|--:|--:|");
        }
        for (Row row : rows) {
            Score score = row.score();
            String share = score.cases() == 0
                    ? "-"
                    : String.format(Locale.ROOT, "%.1f%%", 100.0 * score.right() / score.cases());
            out.printf(
                    Locale.ROOT,
                    form,
                    row.language(),
                    row.name(),
                    score.cases(),
                    score.right(),
                    share,
                    score.setAside());
        }
        out.println();
    }
}
