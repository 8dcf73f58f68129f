// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import io.depeche.event.HeldStatement;
import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.event.RevisionState;
import io.depeche.event.StatementStatus;
import io.depeche.schemas.topic.Topic;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** The contract's schemas by name, and an event to work with. */
public final class Events {

    private Events() {}

    /** Today's schema of each value that is kept in a topic: those of the catalogue and those of the inner changelogs. */
    public static Map<String, Schema> schemas() {
        Map<String, Schema> schemas = new TreeMap<>();
        Stream.concat(
                        Stream.of(Topic.values()).map(Topic::valueSchema).flatMap(Optional::stream),
                        Stream.of(RevisionState.getClassSchema(), HeldStatement.getClassSchema()))
                .forEach(schema -> schemas.put(schema.getName(), schema));
        return schemas;
    }

    /** A statement with a text. */
    public static RawStatement statement(String text) {
        return RawStatement.newBuilder()
                .setId("00112233445566778899aabbccddeeff")
                .setSource("test")
                .setTitle("Haut-Karabakh")
                .setText(text)
                .setReceivedAt(Instant.parse("2022-12-12T10:15:30.123Z"))
                .setStatus(StatementStatus.NEW)
                .setCategories(List.of("medtop:11000000"))
                .setOrigin(Origin.newBuilder().setFormat("text").build())
                .build();
    }
}
