// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/**
 * Has an analyser read a document: the place to measure what analysers take, and to set limits to it. Called by every
 * thread that annotates: thread-safe.
 */
public interface AnalyserRunner {

    /** Without more ado. */
    AnalyserRunner DIRECT = Analyser::analyse;

    /**
     * What the analyser finds.
     *
     * @throws RuntimeException what the analyser throws, or why it was not run or its result not taken; either costs its
     *     layer only
     */
    <T> Analysed<T> run(Analyser<T> analyser, Document document);
}
