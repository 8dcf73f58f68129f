// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import org.apache.kafka.common.errors.SerializationException;

/** The Confluent wire format: a zero byte, a schema id in four bytes, big-endian, then the value. */
final class WireFormat {

    static final byte MAGIC = 0;
    static final int HEADER = 1 + Integer.BYTES;

    private WireFormat() {}

    static int schemaId(String topic, byte[] data) {
        if (data.length < HEADER || data[0] != MAGIC) {
            throw new SerializationException("a value of topic " + topic + " (" + data.length + " bytes, the first "
                    + (data.length == 0 ? "missing" : "0x%02x".formatted(data[0]))
                    + ") is not in the Confluent wire format: 0x00, schema id in 4 bytes, Avro");
        }
        return ByteBuffer.wrap(data, 1, Integer.BYTES).getInt();
    }

    static void close(Registry registry) {
        if (registry == null) {
            return;
        }
        try {
            registry.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
