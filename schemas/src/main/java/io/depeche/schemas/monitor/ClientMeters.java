// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.monitor;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BiFunction;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/**
 * Shows Kafka's own metrics of the clients of a role, under Micrometer's names ({@code kafka.producer.…},
 * {@code kafka.consumer.…}), with the labels {@code role} and {@code client}, for several clients may have one client id. A
 * client that takes the place of another is shown in its stead. Thread-safe.
 */
public final class ClientMeters implements AutoCloseable {

    /** How soon metrics show that a client has only later, as those of a partition. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final MeterRegistry registry;
    private final String role;
    private final Map<String, Bound> places = new HashMap<>();
    private boolean closed;

    /** @param role name of the role */
    public ClientMeters(MeterRegistry registry, String role) {
        this.role = role;
        this.registry = registry;
    }

    /** Shows a producer in a place of the role's, instead of the one that was there. */
    public <K, V> Producer<K, V> show(String place, Producer<K, V> producer) {
        bind(place, (labels, looks) -> new KafkaClientMetrics(producer, labels, looks, LOOK_EVERY));
        return producer;
    }

    /** Shows a consumer in a place of the role's, instead of the one that was there. */
    public <K, V> Consumer<K, V> show(String place, Consumer<K, V> consumer) {
        bind(place, (labels, looks) -> new KafkaClientMetrics(consumer, labels, looks, LOOK_EVERY));
        return consumer;
    }

    /** Shows other clients by a binder of theirs, which takes the labels, and the executor for its looks. */
    public <B extends MeterBinder & AutoCloseable> void bind(
            String place, BiFunction<Tags, ScheduledExecutorService, B> binder) {
        synchronized (places) {
            hide(place);
            if (!closed) {
                places.put(place, new Bound(Tags.of("role", role, "client", place), binder));
            }
        }
    }

    /** Takes down what is shown in a place. */
    public void hide(String place) {
        synchronized (places) {
            Bound bound = places.remove(place);
            if (bound != null) {
                bound.close();
            }
        }
    }

    /** Takes all down, and shows nothing from now on. */
    @Override
    public void close() {
        synchronized (places) {
            closed = true;
            List.copyOf(places.keySet()).forEach(this::hide);
        }
    }

    /** An executor each, for a binder goes on to look, and to show what it finds, as long as its executor lives. */
    private final class Bound {

        private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "kafka-client-metrics");
            thread.setDaemon(true);
            return thread;
        });
        private final AutoCloseable binder;

        <B extends MeterBinder & AutoCloseable> Bound(Tags labels, BiFunction<Tags, ScheduledExecutorService, B> made) {
            B bound = made.apply(labels, looks);
            bound.bindTo(registry);
            this.binder = bound;
        }

        void close() {
            looks.shutdownNow();
            try {
                binder.close();
            } catch (Exception e) {
                throw new IllegalStateException("a binder's close() only takes down meters", e);
            }
        }
    }
}
