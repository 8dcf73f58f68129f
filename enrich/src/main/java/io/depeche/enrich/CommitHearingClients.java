// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;

/** Kafka's own clients for Kafka Streams, which has no other way to tell that a transaction is committed. */
final class CommitHearingClients implements KafkaClientSupplier {

    private final Runnable committed;

    /** @param committed runs after each commit, in the stream thread */
    CommitHearingClients(Runnable committed) {
        this.committed = committed;
    }

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new CommitHearingProducer(config, committed);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return consumer(config);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static final class CommitHearingProducer extends KafkaProducer<byte[], byte[]> {

        private final Runnable committed;

        CommitHearingProducer(Map<String, Object> config, Runnable committed) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
            this.committed = committed;
        }

        @Override
        public void commitTransaction() {
            super.commitTransaction();
            committed.run();
        }
    }
}
