// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest;

import io.depeche.ingest.cursor.Shares;
import io.depeche.ingest.source.Delivery;

/** All sources in one share, which the test opens and closes; they all deliver to the same. Thread-safe. */
final class OneShare implements Shares, Shares.Share {

    private final Delivery delivery;
    private volatile Holder holder;

    OneShare(Delivery delivery) {
        this.delivery = delivery;
    }

    @Override
    public void start(Holder sources) {
        holder = sources;
        open();
    }

    void open() {
        holder.opened(this);
    }

    void revoke() {
        holder.closed(this);
    }

    @Override
    public boolean isReady() {
        return holder != null;
    }

    @Override
    public void close() {
        // Nothing is left open.
    }

    @Override
    public boolean holds(String source) {
        return true;
    }

    @Override
    public Delivery delivery(String source) {
        return delivery;
    }
}
