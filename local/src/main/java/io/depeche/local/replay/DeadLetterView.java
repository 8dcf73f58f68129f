// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import io.depeche.event.EnrichedStatement;
import io.depeche.event.RawStatement;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.json.EventJson;
import io.depeche.schemas.topic.DeadLetterHeaders;
import io.depeche.schemas.topic.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Deserializer;

/** Dead letters in words. */
public final class DeadLetterView {

    private static final int MOST_BYTES = 256;
    private static final String ROW = "%-22s %7s %9s  %-20s  %-20s  %-8s  %s%n";

    private final ConnectionConfig config;

    public DeadLetterView(ConnectionConfig config) {
        this.config = config;
    }

    /**
     * How many there are by stage and reason, most first, with the place of the last of each.
     *
     * @param replayed positions of those that were sent back
     */
    public String table(Collection<DeadLetter> letters, Set<Position> replayed) {
        if (letters.isEmpty()) {
            return "no dead letters\n";
        }
        record Group(String stage, String reason) {}
        Map<Group, List<DeadLetter>> groups =
                letters.stream().collect(Collectors.groupingBy(letter -> new Group(letter.stage(), letter.reason())));
        StringBuilder table =
                new StringBuilder(ROW.formatted("STAGE", "LETTERS", "REPLAYED", "FIRST", "LAST", "AT", "REASON"));
        groups.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Group, List<DeadLetter>> group) ->
                                -group.getValue().size())
                        .thenComparing(group -> group.getKey().stage())
                        .thenComparing(group -> group.getKey().reason()))
                .forEach(group ->
                        table.append(row(group.getKey().stage(), group.getKey().reason(), group.getValue(), replayed)));
        return table.toString();
    }

    private static String row(String stage, String reason, List<DeadLetter> letters, Set<Position> replayed) {
        DeadLetter first = Collections.min(letters, Comparator.comparing(DeadLetter::at));
        DeadLetter last = Collections.max(letters, Comparator.comparing(DeadLetter::at));
        return ROW.formatted(
                stage,
                letters.size(),
                letters.stream()
                        .filter(letter -> replayed.contains(letter.position()))
                        .count(),
                seconds(first.at()),
                seconds(last.at()),
                last.position(),
                reason);
    }

    /** All of one; nothing where there is none. */
    public Optional<String> whole(Position position) {
        StringBuilder text = new StringBuilder();
        new DeadLetterTopic(config).forEach(message -> {
            if (message.partition() == position.partition() && message.offset() == position.offset()) {
                DeadLetter.of(message).ifPresent(letter -> describe(letter, message, text));
            }
        });
        return text.isEmpty() ? Optional.empty() : Optional.of(text.toString());
    }

    private void describe(DeadLetter letter, ConsumerRecord<byte[], byte[]> message, StringBuilder text) {
        line(text, "stage", letter.stage());
        line(text, "from", letter.topic() + ", partition " + letter.partition() + ", offset " + letter.offset());
        line(text, "failed", letter.at().toString());
        Header timestamp = message.headers().lastHeader(DeadLetterHeaders.TIMESTAMP);
        if (timestamp != null) {
            line(
                    text,
                    "timestamp",
                    Instant.ofEpochMilli(Long.parseLong(new String(timestamp.value(), StandardCharsets.UTF_8)))
                            .toString());
        }
        line(text, "exception", letter.exception());
        line(text, "message", letter.message());
        line(text, "key", message.key() == null ? "none" : new String(message.key(), StandardCharsets.UTF_8));
        Map<String, String> headers = new TreeMap<>();
        for (Header header : message.headers()) {
            if (!DeadLetterHeaders.isOfFailure(header.key())) {
                headers.put(
                        header.key(), header.value() == null ? "" : new String(header.value(), StandardCharsets.UTF_8));
            }
        }
        headers.forEach((name, value) -> line(text, "header", name + ": " + value));
        line(text, "value", value(letter, message.value()));
        Header trace = message.headers().lastHeader(DeadLetterHeaders.STACK_TRACE);
        if (trace != null) {
            text.append(new String(trace.value(), StandardCharsets.UTF_8).stripTrailing())
                    .append('\n');
        }
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append(String.format(Locale.ROOT, "%-10s ", name)).append(value).append('\n');
    }

    private String value(DeadLetter letter, byte[] valueOrNull) {
        if (valueOrNull == null) {
            return "not in the letter";
        }
        try {
            if (letter.topic().equals(config.topics().name(Topic.STATEMENTS_RAW))) {
                return json(letter.topic(), valueOrNull, RawStatement.class);
            }
            if (letter.topic().equals(config.topics().name(Topic.STATEMENTS_ANNOTATED))) {
                return json(letter.topic(), valueOrNull, EnrichedStatement.class);
            }
        } catch (SerializationException e) {
            return bytes(valueOrNull) + "; " + e.getMessage();
        }
        return bytes(valueOrNull);
    }

    private <T extends SpecificRecord> String json(String topic, byte[] value, Class<T> type) {
        try (Deserializer<T> deserializer = config.valueDeserializer(type)) {
            return new EventJson().line(deserializer.deserialize(topic, value));
        }
    }

    private static String bytes(byte[] value) {
        int shown = Math.min(value.length, MOST_BYTES);
        return value.length + " bytes: " + HexFormat.of().formatHex(value, 0, shown)
                + (shown < value.length ? "…" : "");
    }

    private static Instant seconds(Instant time) {
        return Instant.ofEpochSecond(time.getEpochSecond());
    }
}
