// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.event.Coverage;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Entity;
import io.depeche.event.EntityType;
import io.depeche.event.Mention;
import io.depeche.event.MentionKind;
import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.schemas.EventArbitraries;
import io.depeche.schemas.Events;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    private final EventJson json = new EventJson();
    private final ObjectMapper jackson = new ObjectMapper();

    @Test
    void anEventReadsLikeItsSchema() {
        EnrichedStatement statement = EnrichedStatement.newBuilder()
                .setId("1")
                .setSource("afp")
                .setText("Ilham Aliyev\na parlé.")
                .setLanguage("fr")
                .setLanguageConfidence(0.5f)
                .setReceivedAt(Instant.parse("2022-12-12T10:15:30.120Z"))
                .setOrigin(Origin.newBuilder().build())
                .setEntities(List.of(Entity.newBuilder()
                        .setId(1)
                        .setType(EntityType.PERSON)
                        .setName("Ilham Aliyev")
                        .setMentions(List.of(Mention.newBuilder()
                                .setStart(0)
                                .setEnd(12)
                                .setText("Ilham Aliyev")
                                .setKind(MentionKind.NAME)
                                .build()))
                        .build()))
                .setCoverage(Map.of("figures", Coverage.RAN))
                .build();

        assertThat(json.line(statement))
                .isEqualTo("{\"id\":\"1\",\"source\":\"afp\",\"text\":\"Ilham Aliyev\\na parlé.\","
                        + "\"mediaType\":\"text/plain\",\"language\":\"fr\",\"languageConfidence\":0.5,"
                        + "\"receivedAt\":\"2022-12-12T10:15:30.120Z\",\"status\":\"NEW\",\"categories\":[],"
                        + "\"origin\":{\"format\":\"text\"},\"revision\":1,\"changes\":[],\"sentences\":[],"
                        + "\"entities\":[{\"id\":1,\"type\":\"PERSON\",\"name\":\"Ilham Aliyev\",\"roles\":[],"
                        + "\"mentions\":[{\"start\":0,\"end\":12,\"text\":\"Ilham Aliyev\",\"kind\":\"NAME\","
                        + "\"confidence\":1.0}]}],\"figures\":[],\"dates\":[],\"attributions\":[],"
                        + "\"coverage\":{\"figures\":\"RAN\"},\"analysis\":{\"version\":\"\",\"analysers\":{}},"
                        + "\"timings\":{}}");
    }

    @Property(tries = 300)
    void anEventIsOneLineThatHoldsAllOfIt(@ForAll("events") SpecificRecord event) throws Exception {
        String line = json.line(event);

        assertThat(line).doesNotContain("\n", "\r");
        assertThat(event(event.getSchema(), jackson.readTree(line))).isEqualTo(event);
    }

    @Provide
    Arbitrary<SpecificRecord> events() {
        return Arbitraries.of(Events.schemas().values()).flatMap(EventArbitraries::of);
    }

    @Test
    void everyKindOfLineEndStaysInsideTheString() throws JsonProcessingException {
        RawStatement statement = Events.statement("a\nb\r\nc\u0085d\u2028e\u0000f\tg");

        String line = json.line(statement);

        assertThat(line.lines()).hasSize(1);
        assertThat(jackson.readTree(line).get("text").textValue()).isEqualTo(statement.getText());
    }

    /** The way back, for the schema alone to say what a value is: no wrapper, no mark of a type. */
    private static SpecificRecord event(Schema schema, JsonNode node) {
        SpecificRecord event = (SpecificRecord) SpecificData.get().newRecord(null, schema);
        List<String> expectedNames = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = node.get(field.name());
            if (value != null) {
                assertThat(value.isNull()).isFalse();
                expectedNames.add(field.name());
                event.put(field.pos(), value(field.schema(), value));
            }
        }
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        assertThat(names).isEqualTo(expectedNames);
        return event;
    }

    private static Object value(Schema schema, JsonNode node) {
        return switch (schema.getType()) {
            case RECORD -> event(schema, node);
            case UNION -> value(schema.getTypes().get(1), node);
            case ARRAY -> {
                List<Object> items = new ArrayList<>();
                node.forEach(item -> items.add(value(schema.getElementType(), item)));
                yield items;
            }
            case MAP -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                node.properties()
                        .forEach(entry -> entries.put(entry.getKey(), value(schema.getValueType(), entry.getValue())));
                yield entries;
            }
            case ENUM -> SpecificData.get().createEnum(node.textValue(), schema);
            case STRING -> node.textValue();
            case BYTES -> ByteBuffer.wrap(Base64.getDecoder().decode(node.textValue()));
            case BOOLEAN -> node.booleanValue();
            case INT -> node.intValue();
            case LONG -> schema.getLogicalType() == null ? (Object) node.longValue() : Instant.parse(node.textValue());
            case FLOAT -> node.floatValue();
            default -> throw new IllegalArgumentException("no event has a " + schema.getType() + " yet");
        };
    }
}
