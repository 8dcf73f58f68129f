// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.topic;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * Makes dead letters: the record's key, value and headers, and what went wrong in {@link DeadLetterHeaders}. The letter's
 * timestamp is now, for by that of the record its topic's retention might take it before anybody has read it.
 *
 * <p>Thread-safe.
 */
public final class DeadLetters {

    /** The topic takes 256 KiB beside the largest record; a message can have all of a text in it. */
    private static final int LONGEST_MESSAGE = 8 * 1024;

    private static final int LONGEST_STACK_TRACE = 32 * 1024;

    private final String topic;
    private final Clock clock;

    /** @param topic full name of the dead-letter topic */
    public DeadLetters(String topic, Clock clock) {
        this.topic = topic;
        this.clock = clock;
    }

    /**
     * The dead letter of a record.
     *
     * @param stage see {@link DeadLetterHeaders#STAGE}
     */
    public ProducerRecord<byte[], byte[]> of(FailedRecord failed, String stage, Exception reason) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(topic, null, clock.millis(), failed.key(), failed.value());
        Headers headers = letter.headers();
        for (Header header : failed.headers()) {
            // A record that was a dead letter before, and was replayed, may have those of then.
            if (!DeadLetterHeaders.isOfFailure(header.key())) {
                headers.add(header);
            }
        }
        add(headers, DeadLetterHeaders.EXCEPTION, reason.getClass().getName());
        add(headers, DeadLetterHeaders.MESSAGE, start(Objects.toString(reason.getMessage(), ""), LONGEST_MESSAGE));
        add(headers, DeadLetterHeaders.STACK_TRACE, start(stackTrace(reason), LONGEST_STACK_TRACE));
        add(headers, DeadLetterHeaders.TOPIC, failed.topic());
        add(headers, DeadLetterHeaders.PARTITION, Integer.toString(failed.partition()));
        add(headers, DeadLetterHeaders.OFFSET, Long.toString(failed.offset()));
        add(headers, DeadLetterHeaders.STAGE, stage);
        if (failed.timestamp() != ConsumerRecord.NO_TIMESTAMP) {
            add(headers, DeadLetterHeaders.TIMESTAMP, Long.toString(failed.timestamp()));
        }
        return letter;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception reason) {
        StringWriter text = new StringWriter();
        reason.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }

    private static String start(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
