// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** Has an analyser read a document: where a limit is to be set to what analysers take, this is the place. */
public interface AnalyserRunner {

    /** Without any limit. */
    AnalyserRunner DIRECT = Analyser::analyse;

    /**
     * What the analyser finds.
     *
     * @throws RuntimeException what the analyser throws, or why it was not run or its result not taken; either costs its
     *     layer only
     */
    <T> Analysed<T> run(Analyser<T> analyser, Document document);
}
