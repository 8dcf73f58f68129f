// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.EnrichedStatement;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.streams.processor.api.FixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyProcessorContext;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;

/**
 * Writes the event as bytes and gives up one that is larger than its topic takes.
 *
 * <p>It has to be done here: an oversize record in the producer ends an exactly-once client, whatever the production
 * handler answers. Thrown here, it is one dead letter with the statement's original bytes.
 */
final class Encode implements FixedKeyProcessor<String, Revision<EnrichedStatement>, Revision<byte[]>> {

    /** For the framing of a record and its batch. */
    private static final int OVERHEAD = 1024;

    /** Two lengths of up to five bytes. */
    private static final int HEADER_LENGTHS = 10;

    private final Serializer<EnrichedStatement> serializer;
    private final String topic;
    private final int largest;
    private FixedKeyProcessorContext<String, Revision<byte[]>> context;

    /** @param maxMessageBytes what the topic takes */
    Encode(Serializer<EnrichedStatement> serializer, String topic, int maxMessageBytes) {
        this.serializer = serializer;
        this.topic = topic;
        this.largest = maxMessageBytes - OVERHEAD;
    }

    @Override
    public void init(FixedKeyProcessorContext<String, Revision<byte[]>> context) {
        this.context = context;
    }

    @Override
    public void process(FixedKeyRecord<String, Revision<EnrichedStatement>> record) {
        EnrichedStatement event = record.value().event();
        byte[] bytes = serializer.serialize(topic, event);
        int left = largest - alongside(record);
        if (bytes.length > left) {
            throw new OversizeStatementException(
                    "statement %s has %d bytes with its annotations (%d figures, %d entities, %d sentences), where %s takes %d beside key and headers"
                            .formatted(
                                    record.key(),
                                    bytes.length,
                                    event.getFigures().size(),
                                    event.getEntities().size(),
                                    event.getSentences().size(),
                                    topic,
                                    left));
        }
        context.forward(record.withValue(new Revision<>(bytes, record.value().state())));
    }

    /** The bytes of key and headers, which count against the topic's limit as well. */
    private static int alongside(FixedKeyRecord<String, ?> record) {
        int bytes = utf8Length(record.key());
        for (Header header : record.headers()) {
            bytes += utf8Length(header.key()) + (header.value() == null ? 0 : header.value().length) + HEADER_LENGTHS;
        }
        return bytes;
    }

    private static int utf8Length(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
