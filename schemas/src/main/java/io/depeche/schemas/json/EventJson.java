// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;

/**
 * Events as plain JSON: the schema's field names, no union wrappers, moments as ISO 8601 in UTC, bytes in Base64, null fields
 * left out.
 * An event takes one line. Thread-safe.
 */
public final class EventJson {

    private final JsonFactory json = new JsonFactory();

    /** One event on one line, without a line end. */
    public String line(SpecificRecord event) {
        StringWriter line = new StringWriter();
        try (JsonGenerator generator = json.createGenerator(line)) {
            write(event, generator);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return line.toString();
    }

    private static void write(SpecificRecord event, JsonGenerator generator) throws IOException {
        generator.writeStartObject();
        for (Schema.Field field : event.getSchema().getFields()) {
            Object value = event.get(field.pos());
            if (value != null) {
                generator.writeFieldName(field.name());
                writeValue(value, generator);
            }
        }
        generator.writeEndObject();
    }

    private static void writeValue(Object value, JsonGenerator generator) throws IOException {
        if (value instanceof SpecificRecord nested) {
            write(nested, generator);
        } else if (value instanceof List<?> list) {
            generator.writeStartArray();
            for (Object item : list) {
                writeValue(item, generator);
            }
            generator.writeEndArray();
        } else if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                generator.writeFieldName(entry.getKey().toString());
                writeValue(entry.getValue(), generator);
            }
            generator.writeEndObject();
        } else if (value instanceof Integer number) {
            generator.writeNumber(number);
        } else if (value instanceof Long number) {
            generator.writeNumber(number);
        } else if (value instanceof Float number) {
            generator.writeNumber(number);
        } else if (value instanceof Boolean bool) {
            generator.writeBoolean(bool);
        } else if (value instanceof ByteBuffer bytes) {
            generator.writeBinary(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
        } else {
            // Strings, enum symbols, and moments in the form that Instant.toString() gives.
            generator.writeString(value.toString());
        }
    }
}
