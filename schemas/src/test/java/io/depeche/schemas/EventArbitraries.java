// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Arbitrary events, made from their schemas: every field, every branch of a union, every symbol, all of Unicode. */
public final class EventArbitraries {

    private static final Instant YEAR_1 = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T23:59:59.999Z");

    private EventArbitraries() {}

    /** Events of the class that was generated from a schema. */
    public static Arbitrary<SpecificRecord> of(Schema schema) {
        List<Arbitrary<Object>> fields =
                schema.getFields().stream().map(field -> value(field.schema())).toList();
        // The edge cases of some twenty fields multiply; each value brings its own instead.
        return Combinators.combine(fields)
                .as(values -> {
                    SpecificRecord event = (SpecificRecord) SpecificData.get().newRecord(null, schema);
                    for (int i = 0; i < values.size(); i++) {
                        event.put(i, values.get(i));
                    }
                    return event;
                })
                .withoutEdgeCases();
    }

    private static Arbitrary<Object> value(Schema schema) {
        return switch (schema.getType()) {
            case STRING -> text().asGeneric();
            case BYTES -> Arbitraries.bytes().array(byte[].class).ofMaxSize(50).map(ByteBuffer::wrap);
            case INT ->
                Arbitraries.oneOf(
                                Arbitraries.of(0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE), Arbitraries.integers())
                        .asGeneric();
            case LONG ->
                schema.getLogicalType() instanceof LogicalTypes.TimestampMillis
                        ? moment().asGeneric()
                        : Arbitraries.oneOf(Arbitraries.of(0L, Long.MAX_VALUE, Long.MIN_VALUE), Arbitraries.longs())
                                .asGeneric();
            case FLOAT -> Arbitraries.floats().between(0, 1).asGeneric();
            case BOOLEAN -> Arbitraries.of(true, false).asGeneric();
            case ENUM ->
                Arbitraries.of(schema.getEnumSymbols())
                        .map(symbol -> SpecificData.get().createEnum(symbol, schema));
            case ARRAY -> value(schema.getElementType()).list().ofMaxSize(3).asGeneric();
            case MAP ->
                Arbitraries.maps(text(), value(schema.getValueType()))
                        .ofMaxSize(3)
                        .asGeneric();
            case UNION -> Arbitraries.of(schema.getTypes()).flatMap(EventArbitraries::value);
            case NULL -> Arbitraries.just(null);
            case RECORD -> of(schema).asGeneric();
            default -> throw new IllegalArgumentException("no event has a " + schema.getType() + " yet");
        };
    }

    /** Valid Unicode: with line ends, zeros and characters outside the basic plane, without lone surrogates. */
    private static Arbitrary<String> text() {
        Arbitrary<Integer> codePoint = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.integers().between(' ', '~')),
                Tuple.of(2, Arbitraries.of((int) '\n', (int) '\r', 0, (int) '"', (int) '\\', 0x2028, 0xFEFF, 0xFFFF)),
                Tuple.of(2, Arbitraries.integers().between(0x80, 0xD7FF)),
                Tuple.of(1, Arbitraries.integers().between(0xE000, 0xFFFD)),
                Tuple.of(2, Arbitraries.integers().between(0x10000, Character.MAX_CODE_POINT)));
        return codePoint.map(Character::toString).list().ofMaxSize(20).map(characters -> String.join("", characters));
    }

    private static Arbitrary<Instant> moment() {
        return Arbitraries.longs()
                .between(YEAR_1.toEpochMilli(), YEAR_9999.toEpochMilli())
                .map(Instant::ofEpochMilli);
    }
}
