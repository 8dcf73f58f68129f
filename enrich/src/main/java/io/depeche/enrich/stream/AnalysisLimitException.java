// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

/** An analyser took more time or memory for a text than it may; where it was seen at work, the stack trace is its own. */
final class AnalysisLimitException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    AnalysisLimitException(String message) {
        super(message);
    }
}
