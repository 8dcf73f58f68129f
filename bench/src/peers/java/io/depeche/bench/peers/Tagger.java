// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.peers;

import io.depeche.enrich.text.names.training.Sentence;
import java.util.List;

/** Finds the names of documents whose tokens are given. Need not be thread-safe. */
interface Tagger {

    /** What tables call it. */
    String name();

    /** The labels of each sentence: see {@link io.depeche.enrich.text.names.tagger.Labels}. Its own are not looked at. */
    List<byte[]> tag(List<Sentence> document);
}
