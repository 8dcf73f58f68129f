// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

class ClientMetersTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ClientMeters meters = new ClientMeters(registry, "sink");

    @Test
    void aClientThatTakesThePlaceOfAnotherIsShownInItsStead() {
        meters.show("producer", producer(12));
        meters.show("producer", producer(1));
        meters.show("other", producer(5));

        assertThat(sent("producer")).isEqualTo(1);
        assertThat(sent("other")).isEqualTo(5);
    }

    @Test
    void nothingIsShownOnceItIsClosed() {
        meters.show("producer", producer(12));

        meters.close();
        meters.show("producer", producer(1));

        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void nothingIsShownOfAPlaceThatIsTakenDown() {
        meters.show("producer", producer(12));

        meters.hide("producer");

        assertThat(registry.getMeters()).isEmpty();
    }

    private double sent(String client) {
        return registry.get("kafka.producer.record.send.total")
                .tag("client", client)
                .tag("role", "sink")
                .functionCounter()
                .count();
    }

    private static MockProducer<byte[], byte[]> producer(double sent) {
        MockProducer<byte[], byte[]> producer =
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        MetricName name = new MetricName("record-send-total", "producer-metrics", "", Map.of("client-id", "same"));
        producer.setMockMetrics(name, new Metric() {
            @Override
            public MetricName metricName() {
                return name;
            }

            @Override
            public Object metricValue() {
                return sent;
            }
        });
        return producer;
    }
}
