// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.io.InputStream;

/**
 * A stream that is open already, standard input for one: JSON lines, each published as soon as it is there, else one
 * plain text. Reading may block where an interrupt doesn't reach it. The stream is not closed.
 */
public final class StreamSource implements Source {

    private final String id;
    private final String place;
    private final InputStream in;
    private final StatementReader reader;

    /**
     * @param place what to call the stream in messages and origins
     * @param reader this source's own
     */
    public StreamSource(String id, String place, InputStream in, StatementReader reader) {
        this.id = id;
        this.place = place;
        this.in = in;
        this.reader = reader;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public boolean isFinite() {
        return true;
    }

    @Override
    public boolean isBound() {
        return true;
    }

    @Override
    public void run(Delivery delivery) throws IOException {
        reader.read(in, new Document(id, place, null), delivery);
    }
}
