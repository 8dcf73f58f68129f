// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.schemas.Events;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {

    private final Map<String, Schema> types = types();

    @Test
    void everyTypeSaysWhatItIs() {
        assertThat(types)
                .isNotEmpty()
                .allSatisfy((name, type) -> assertThat(type.getDoc()).as(name).isNotBlank());
    }

    @Test
    void everyFieldSaysWhatItIs() {
        types.forEach((name, type) -> {
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(type.getFields())
                        .allSatisfy(field -> assertThat(field.doc())
                                .as(name + "." + field.name())
                                .isNotBlank());
            }
        });
    }

    @Test
    void everyEnumReadsSymbolsOfLaterVersionsAsItsDefault() {
        types.forEach((name, type) -> {
            if (type.getType() == Schema.Type.ENUM) {
                assertThat(type.getEnumDefault()).as(name).isIn(type.getEnumSymbols());
            }
        });
    }

    @Test
    void everyFieldThatMayBeMissingDefaultsToNull() {
        types.forEach((name, type) -> {
            if (type.getType() == Schema.Type.RECORD) {
                assertThat(type.getFields())
                        .filteredOn(field -> field.schema().isNullable())
                        .allSatisfy(field -> assertThat(field.hasDefaultValue()
                                        && field.schema().getTypes().get(0).getType() == Schema.Type.NULL)
                                .as(name + "." + field.name())
                                .isTrue());
            }
        });
    }

    private static Map<String, Schema> types() {
        Map<String, Schema> types = new LinkedHashMap<>();
        Events.schemas().values().forEach(schema -> collect(schema, types));
        return types;
    }

    private static void collect(Schema schema, Map<String, Schema> types) {
        switch (schema.getType()) {
            case ARRAY -> collect(schema.getElementType(), types);
            case MAP -> collect(schema.getValueType(), types);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, types));
            case ENUM -> types.put(schema.getName(), schema);
            case RECORD -> {
                if (types.put(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), types));
                }
            }
            default -> {
                // Primitive types have no documentation of their own.
            }
        }
    }
}
