// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** Is told when analysers run, to take their time for one. Called by every thread that annotates: thread-safe, and quick. */
public interface AnalysisObserver {

    /** For who does not want to know. */
    AnalysisObserver NONE = layer -> () -> {};

    /**
     * An analyser begins to run.
     *
     * @param layer name of the layer that it makes
     * @return is run in the same thread when it has ended, or broken
     */
    Runnable begins(String layer);
}
