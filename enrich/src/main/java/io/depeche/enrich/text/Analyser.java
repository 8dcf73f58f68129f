// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

import java.util.Set;

/**
 * A pure function over a document that adds one layer to it.
 *
 * <p>The same document gives the same value. Time and memory are linear in the text's length, for any text: unpaired
 * surrogates, control characters and a megabyte of the same character included. Implementations are shared by threads.
 * What one throws costs its own layer only: see {@link Annotator}.
 *
 * @param <T> type of the layer's value
 */
public interface Analyser<T> {

    /** The layer that this analyser adds; its name is the analyser's name too. */
    Layer<T> layer();

    /** The layers that it reads; no other can be read. */
    Set<Layer<?>> needs();

    /** Version of the analyser, and of the language files or model that it uses; it changes where the results may. */
    String version();

    /**
     * Reads the document.
     *
     * @param document the text, with all the layers that this analyser needs
     */
    Analysed<T> analyse(Document document);
}
