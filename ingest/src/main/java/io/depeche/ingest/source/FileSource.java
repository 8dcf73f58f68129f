// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.source;

import io.depeche.ingest.format.StatementReader;
import java.io.IOException;
import java.nio.file.Path;

/** One file, read once. A plain text's own id is the file's name. */
public final class FileSource implements Source {

    private final String id;
    private final Path file;
    private final FileReading reading;

    /**
     * @param file as it is to be called in messages and origins
     * @param reader this source's own
     */
    public FileSource(String id, Path file, StatementReader reader) {
        this.id = id;
        this.file = file;
        this.reading = new FileReading(id, reader);
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
        return false;
    }

    @Override
    public void run(Delivery delivery) throws InterruptedException {
        try {
            Path name = file.getFileName();
            reading.read(file, name == null ? id : name.toString(), delivery);
        } catch (IOException e) {
            delivery.refuse(reading.unreadable(file, e));
        }
    }
}
