// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Injects faults into one scene that is under load all the time, and keeps account of each. After every fault all that
 * was written by then has to come out.
 */
final class FaultRun {

    /** One line of the table: what was seen from the first injection to the last. */
    record Row(
            Fault fault,
            int injected,
            long records,
            long lost,
            long doubled,
            long disordered,
            long dead,
            Duration gap,
            Duration delay) {

        static final String HEAD = """
                | fault | injected | statements | lost | doubled | out of order | dead letters | longest gap | longest delay |
                |---|---|---|---|---|---|---|---|---|""";

        /** Whether it took longer than is promised. */
        boolean isLate() {
            return gap.compareTo(fault.within()) > 0;
        }

        /** In Markdown, with the sums. */
        static String table(List<Row> rows) {
            StringBuilder table = new StringBuilder(HEAD).append('\n');
            rows.forEach(row -> table.append(row.line()).append('\n'));
            return table.append("| **all** | %d | %d | %d | %d | %d | %d | | |%n"
                            .formatted(
                                    rows.stream().mapToInt(Row::injected).sum(),
                                    rows.stream().mapToLong(Row::records).sum(),
                                    rows.stream().mapToLong(Row::lost).sum(),
                                    rows.stream().mapToLong(Row::doubled).sum(),
                                    rows.stream().mapToLong(Row::disordered).sum(),
                                    rows.stream().mapToLong(Row::dead).sum()))
                    .toString();
        }

        /** In Markdown. */
        String line() {
            return "| %s | %d | %d | %d | %d | %d | %d | %.1f s | %.1f s |"
                    .formatted(
                            fault.title(),
                            injected,
                            records,
                            lost,
                            doubled,
                            disordered,
                            dead,
                            gap.toMillis() / 1e3,
                            delay.toMillis() / 1e3);
        }
    }

    private final Scene scene;
    private final PrintStream log;

    private FaultRun(Scene scene, PrintStream log) {
        this.scene = scene;
        this.log = log;
    }

    /**
     * Runs a plan to its end, or to the first fault that broke a promise.
     *
     * @param folder for files and logs, kept
     * @param data folders of the three brokers
     * @param plan how often to inject what, in this order
     * @param calm how long statements flow before the first of them
     * @throws AssertionError where a promise was broken
     */
    static List<Row> run(
            Path folder, List<Path> data, long seed, Map<Fault, Integer> plan, Duration calm, PrintStream log)
            throws IOException, InterruptedException {
        List<Row> rows = new ArrayList<>();
        try (Scene scene = Scene.start(folder, data, seed)) {
            scene.flow(calm);
            FaultRun run = new FaultRun(scene, log);
            for (Map.Entry<Fault, Integer> entry : plan.entrySet()) {
                rows.add(run.inject(entry.getKey(), entry.getValue()));
                run.check(entry.getKey(), rows.get(rows.size() - 1).lost());
            }
        }
        return rows;
    }

    private Row inject(Fault fault, int times) throws IOException, InterruptedException {
        Account before = scene.account();
        Duration gap = Duration.ZERO;
        Duration delay = Duration.ZERO;
        long lost = 0;
        for (int i = 1; i <= times; i++) {
            scene.mark();
            fault.inject(scene);
            // Everybody is there again first: what came out before the end of a role is no sign of its return.
            scene.mend();
            lost += scene.settle();
            Account account = scene.account();
            log.printf(
                    "%s, %d of %d: gap %.1f s, delay %.1f s%n",
                    fault.title(),
                    i,
                    times,
                    account.gap().toMillis() / 1e3,
                    account.delay().toMillis() / 1e3);
            gap = longer(gap, account.gap());
            delay = longer(delay, account.delay());
        }
        lost += scene.balance();
        Account after = scene.account();
        Row row = new Row(
                fault,
                times * fault.count(),
                after.records() - before.records(),
                lost,
                after.doubled() - before.doubled(),
                after.disordered() + after.misnumbered() - before.disordered() - before.misnumbered(),
                after.deadLetters() - before.deadLetters(),
                gap,
                delay);
        log.println(row.line());
        return row;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private void check(Fault fault, long lost) {
        Account account = scene.account();
        if (lost + account.wrong() > 0) {
            throw new AssertionError("after " + fault.title() + ": " + lost + " lost, " + account);
        }
    }
}
