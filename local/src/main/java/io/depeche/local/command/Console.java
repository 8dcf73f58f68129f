// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import java.io.PrintWriter;

/**
 * Standard error for people: messages, and one progress line that is written over, where it is a terminal. Thread-safe.
 */
final class Console {

    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean terminal;
    private String progress = "";

    /** @param terminal whether {@code err} is one; elsewhere progress is not shown */
    Console(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Whether the launcher found standard error to be a terminal. */
    static boolean isTerminal() {
        return Boolean.getBoolean("depeche.terminal");
    }

    synchronized void say(String message) {
        clearProgress();
        err.println(message);
        showProgress();
    }

    synchronized void progress(String line) {
        clearProgress();
        progress = line;
        showProgress();
    }

    synchronized void endProgress() {
        clearProgress();
        progress = "";
        err.flush();
    }

    private void clearProgress() {
        if (terminal && !progress.isEmpty()) {
            err.print(CLEAR_LINE);
        }
    }

    private void showProgress() {
        if (terminal && !progress.isEmpty()) {
            err.print(progress);
        }
        err.flush();
    }
}
