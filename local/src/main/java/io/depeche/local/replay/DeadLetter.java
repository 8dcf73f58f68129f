// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.replay;

import io.depeche.schemas.topic.DeadLetterHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * What a dead letter says of itself, without its value.
 *
 * @param stage what gave the record up: role, and step where the role has several
 * @param topic that the record was read from
 * @param partition that it was read from
 * @param offset that it was read from
 * @param exception class of what went wrong
 * @param message of what went wrong
 * @param at when it failed
 */
public record DeadLetter(
        Position position,
        String stage,
        String topic,
        int partition,
        long offset,
        String exception,
        String message,
        Instant at) {

    private static final int LONGEST_REASON = 200;
    /** What differs from record to record, and is no other reason for it. */
    private static final Pattern PARTICULAR =
            Pattern.compile("'[^']*'|\"[^\"]*\"|\\b0x[0-9a-fA-F]+\\b|\\b[0-9a-fA-F]{8,}\\b|\\d+");

    /** The letter that a record of the dead-letter topic is; nothing where it is none of Depeche's. */
    static Optional<DeadLetter> of(ConsumerRecord<byte[], byte[]> message) {
        Headers headers = message.headers();
        Optional<String> stage = text(headers, DeadLetterHeaders.STAGE);
        Optional<String> topic = text(headers, DeadLetterHeaders.TOPIC);
        Optional<String> partition = text(headers, DeadLetterHeaders.PARTITION);
        Optional<String> offset = text(headers, DeadLetterHeaders.OFFSET);
        Optional<String> exception = text(headers, DeadLetterHeaders.EXCEPTION);
        if (stage.isEmpty() || topic.isEmpty() || partition.isEmpty() || offset.isEmpty() || exception.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new DeadLetter(
                new Position(message.partition(), message.offset()),
                stage.get(),
                topic.get(),
                Integer.parseInt(partition.get()),
                Long.parseLong(offset.get()),
                exception.get(),
                text(headers, DeadLetterHeaders.MESSAGE).orElse(""),
                Instant.ofEpochMilli(message.timestamp())));
    }

    /** The letter that a record of the dead-letter topic marks as replayed; nothing where it is no mark. */
    static Optional<Position> marked(ConsumerRecord<byte[], byte[]> message) {
        return text(message.headers(), DeadLetterHeaders.EXCEPTION).isPresent()
                ? Optional.empty()
                : text(message.headers(), DeadLetterHeaders.REPLAYED).map(Position::parse);
    }

    /** Whether it is of that stage, or of a step of it. */
    public boolean isOf(String role) {
        return stage.equals(role) || stage.startsWith(role + "/");
    }

    /** The same for all records that failed alike: exception and message, on one line, without what is particular. */
    public String reason() {
        String name = exception.substring(exception.lastIndexOf('.') + 1);
        String general = PARTICULAR.matcher(message).replaceAll("…").replaceAll("\\s+", " ");
        String reason = general.isBlank() ? name : name + ": " + general.strip();
        return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON) + "…";
    }

    private static Optional<String> text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? Optional.empty()
                : Optional.of(new String(header.value(), StandardCharsets.UTF_8));
    }
}
