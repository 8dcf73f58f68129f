// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import io.depeche.event.EnrichedStatement;
import io.depeche.schemas.Groundwork;
import io.depeche.schemas.Role;
import io.depeche.schemas.ThreadEnd;
import io.depeche.schemas.monitor.ClientMeters;
import io.depeche.schemas.monitor.Reachability;
import io.depeche.schemas.topic.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sink role: takes statements from statements.annotated to statements.enriched, and their figures to
 * statements.figures, each exactly once for readers that read committed records only.
 *
 * <p>What can't be read goes to statements.dead-letter, unless that is most of what comes: that ends the role. Trouble with Kafka or the registry is waited out; what waiting
 * does not mend ends the role, and {@link #failure()} says why. Any number of instances share the work, as one consumer
 * group. Thread-safe.
 */
public final class Sink implements Role {

    private static final Logger LOG = LoggerFactory.getLogger(Sink.class);

    /** Time for the last commit, and then, interrupted, for leaving: three seconds together. */
    private static final ThreadEnd END = new ThreadEnd(Duration.ofMillis(2_000), Duration.ofMillis(1_000));

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final SinkConfig config;
    private final Clock clock;
    private final MeterRegistry registry;
    private final ClientMeters clients;
    private final Groundwork groundwork;
    private final Thread thread;
    private final AtomicBoolean started = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closing;
    private volatile DeliveryLoop loop;
    private volatile Reachability reachability;
    private volatile Throwable failure;

    /**
     * Connects to nothing yet.
     *
     * @param clock the time of {@code timings.deliveredAt} and of the commit interval
     * @param registry shows what it does, see docs/operations.md
     */
    public Sink(SinkConfig config, Clock clock, MeterRegistry registry) {
        this.config = config;
        this.clock = clock;
        this.registry = registry;
        this.clients = new ClientMeters(registry, name());
        this.groundwork = new Groundwork(config, config.rights());
        this.thread = new Thread(this::run, "depeche-sink");
        thread.setDaemon(true);
    }

    /**
     * Waits for Kafka and the registry, and delivers from then on in a daemon thread of its own. Once, and not after
     * {@link #close()}.
     *
     * @throws org.apache.kafka.common.KafkaException where Kafka, the registry or the clients' settings forbid it, or
     *     {@link #close()} came meanwhile
     */
    @Override
    public void start() {
        if (closing || started.getAndSet(true)) {
            throw new IllegalStateException("the sink has been started or closed before; make a new one");
        }
        groundwork.lay(Set.of(Topic.STATEMENTS_ENRICHED, Topic.STATEMENTS_FIGURES));
        DeliveryLoop delivering = loop();
        synchronized (thread) {
            loop = delivering;
            if (closing) {
                delivering.stop();
            } else {
                reachability = Reachability.of(config);
            }
            thread.start();
        }
    }

    @Override
    public String name() {
        return "sink";
    }

    /** Whatever keeps it from reading and writing, at first that it is not started. */
    @Override
    public List<String> obstacles() {
        DeliveryLoop delivering = loop;
        Reachability reach = reachability;
        if (delivering == null || reach == null) {
            return List.of("it waits for Kafka and the schema registry, to start");
        }
        if (ended.getCount() == 0) {
            return List.of("it has ended");
        }
        return Stream.concat(reach.obstacles().stream(), delivering.obstacles().stream())
                .toList();
    }

    @Override
    public Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }

    @Override
    public void awaitTermination() throws InterruptedException {
        ended.await();
    }

    /**
     * Ends the role within three seconds: commits what it has taken up, or gives it up to be delivered after the next
     * start where Kafka does not answer, and leaves the consumer group. May be called at any time, and again.
     */
    @Override
    public void close() {
        synchronized (thread) {
            closing = true;
            if (loop == null) {
                ended.countDown();
            } else {
                loop.stop();
            }
        }
        groundwork.close();
        Reachability reach = reachability;
        if (reach != null) {
            reach.close();
        }
        clients.close();
        if (!END.await(thread)) {
            LOG.warn("the sink's thread still waits for Kafka or the registry; it ends when they answer or time out");
        }
    }

    private void run() {
        try {
            loop.run();
        } catch (Throwable e) {
            if (closing) {
                LOG.info("ended while closing: {}", e.toString());
            } else {
                failure = groundwork.explained(e);
                LOG.error("the sink has ended: {}", failure.getMessage(), e);
            }
        } finally {
            ended.countDown();
        }
    }

    private DeliveryLoop loop() {
        Delivery delivery = new Delivery(
                config.valueDeserializer(EnrichedStatement.class), config.valueSerializer(), config.topics(), clock);
        return new DeliveryLoop(
                clients.show("consumer", new KafkaConsumer<byte[], byte[]>(config.consumer())),
                () -> clients.show("producer", new KafkaProducer<byte[], byte[]>(config.producer())),
                delivery,
                config.topics(),
                config.commitInterval(),
                config.deadLetterLimit(),
                FIRST_PAUSE,
                clock,
                new Ledger(registry));
    }
}
