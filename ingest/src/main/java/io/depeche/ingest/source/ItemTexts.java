// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.feed.Feed;
import io.depeche.ingest.format.Document;

/** Where the texts of a feed's items come from. Thread-safe. */
interface ItemTexts {

    /** Delivers each item, or refuses it. */
    void deliver(Feed feed, Document document, Delivery delivery) throws InterruptedException;
}
