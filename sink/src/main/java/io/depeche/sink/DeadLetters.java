// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.schemas.topic.DeadLetterHeaders;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

/**
 * Makes dead letters: the original key, value, headers and timestamp, and what went wrong in {@link DeadLetterHeaders}.
 *
 * <p>Stateless, so thread-safe.
 */
final class DeadLetters {

    private final String topic;

    /** @param topic full name of the dead-letter topic */
    DeadLetters(String topic) {
        this.topic = topic;
    }

    /**
     * The dead letter of a record.
     *
     * @param keepsValue whether the value comes along; where it does not, the headers say where it can be read
     */
    ProducerRecord<byte[], byte[]> of(ConsumerRecord<byte[], byte[]> dead, Exception reason, boolean keepsValue) {
        ProducerRecord<byte[], byte[]> letter = Successor.of(dead, topic, keepsValue ? dead.value() : null);
        Headers headers = letter.headers();
        set(headers, DeadLetterHeaders.EXCEPTION, reason.getClass().getName());
        set(headers, DeadLetterHeaders.MESSAGE, Objects.toString(reason.getMessage(), ""));
        set(headers, DeadLetterHeaders.STACK_TRACE, stackTrace(reason));
        set(headers, DeadLetterHeaders.TOPIC, dead.topic());
        set(headers, DeadLetterHeaders.PARTITION, Integer.toString(dead.partition()));
        set(headers, DeadLetterHeaders.OFFSET, Long.toString(dead.offset()));
        return letter;
    }

    /** A record that was a dead letter before, and was replayed, has the header of then. */
    private static void set(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception reason) {
        StringWriter text = new StringWriter();
        reason.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
