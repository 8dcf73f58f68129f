// SPDX-License-Identifier: Apache-2.0

import io.depeche.event.EnrichedStatement;
import io.depeche.schemas.serde.AvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads enriched statements in Java: java -cp 'local/target/depeche/lib/*' docs/consumers/java/Consume.java
 * [BROKER [REGISTRY [COUNT]]]. With Confluent's KafkaAvroDeserializer, set specific.avro.reader=true besides.
 */
public class Consume {

    public static void main(String[] arguments) {
        String broker = arguments.length > 0 ? arguments[0] : "localhost:9092";
        String registry = arguments.length > 1 ? arguments[1] : "http://localhost:8081";
        long count = arguments.length > 2 ? Long.parseLong(arguments[2]) : Long.MAX_VALUE;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", broker,
                "group.id", "java-consumer",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", AvroDeserializer.class,
                "schema.registry.url", registry,
                "specific.avro.value.type", EnrichedStatement.class.getName());
        try (KafkaConsumer<String, EnrichedStatement> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of("statements.enriched"));
            for (long seen = 0; seen < count; ) {
                for (var record : consumer.poll(Duration.ofSeconds(1))) {
                    EnrichedStatement statement = record.value();
                    statement.getFigures().forEach(figure -> System.out.println(
                            statement.getId() + " " + figure.getQualifier() + " " + figure.getText()
                                    + (figure.getCounted() == null ? "" : " " + figure.getCounted().getText())));
                    seen++;
                }
            }
        }
    }
}
