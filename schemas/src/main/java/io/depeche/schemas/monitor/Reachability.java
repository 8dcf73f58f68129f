// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.monitor;

import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.serde.Registry;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.RetriableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Knows whether Kafka and the schema registry answer: asks each a small question every two seconds, and takes it for
 * away once it has not answered for six. One answer that is late or lost changes nothing, and one that comes ends it.
 *
 * <p>A role's own clients can't tell: while there is nothing to read a consumer waits as it does for a broker that is
 * gone, and the registry is asked only for schemas that are new. Thread-safe.
 */
public final class Reachability implements AutoCloseable {

    static final Duration ASK_EVERY = Duration.ofSeconds(2);
    static final Duration AWAY_AFTER = Duration.ofSeconds(6);

    private static final Logger LOG = LoggerFactory.getLogger(Reachability.class);

    private final List<Neighbour> neighbours;
    private final List<AutoCloseable> closing;
    private final ScheduledExecutorService asking;

    /** Throws where there is no answer. */
    interface Question {
        void ask() throws Exception;
    }

    /** One that is asked; it counts as heard of when it is made. */
    static final class Neighbour {

        private final String name;
        private final Question question;
        private final LongSupplier nanos;
        private volatile long heardAt;
        private volatile String trouble = "";

        Neighbour(String name, Question question, LongSupplier nanos) {
            this.name = name;
            this.question = question;
            this.nanos = nanos;
            this.heardAt = nanos.getAsLong();
        }

        void ask() {
            try {
                question.ask();
                boolean wasAway = isAway();
                heardAt = nanos.getAsLong();
                if (wasAway) {
                    LOG.info("{} answers again", name);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                trouble = e.toString();
                LOG.debug("{} does not answer", name, e);
            }
        }

        boolean isAway() {
            return silence().compareTo(AWAY_AFTER) > 0;
        }

        String obstacle() {
            return "%s has not answered for %d s%s"
                    .formatted(name, silence().toSeconds(), trouble.isEmpty() ? "" : ": " + trouble);
        }

        private Duration silence() {
            return Duration.ofNanos(nanos.getAsLong() - heardAt);
        }
    }

    Reachability(List<Neighbour> neighbours, List<AutoCloseable> closing) {
        this.neighbours = neighbours;
        this.closing = closing;
        // A thread each, so that one that hangs does not keep the other from being asked.
        this.asking = Executors.newScheduledThreadPool(Math.max(1, neighbours.size()), task -> {
            Thread thread = new Thread(task, "reachability");
            thread.setDaemon(true);
            return thread;
        });
        neighbours.forEach(neighbour ->
                asking.scheduleWithFixedDelay(neighbour::ask, 0, ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
    }

    /**
     * Asks from now on, with connections of its own. For when both have answered: until there is reason to think
     * otherwise they count as there.
     */
    public static Reachability of(ConnectionConfig config) {
        Admin admin = Admin.create(config.kafka());
        Registry registry = Registry.of(config.originals());
        String subject = config.topics().valueSubject(Topic.STATEMENTS_RAW);
        return new Reachability(
                List.of(
                        new Neighbour("Kafka", () -> askKafka(admin), System::nanoTime),
                        new Neighbour("the schema registry", () -> registry.probe(subject), System::nanoTime)),
                List.of(() -> admin.close(Duration.ZERO), registry));
    }

    /** Who is away, in words; empty where all answer. */
    public List<String> obstacles() {
        return neighbours.stream()
                .filter(Neighbour::isAway)
                .map(Neighbour::obstacle)
                .toList();
    }

    @Override
    public void close() {
        asking.shutdownNow();
        for (AutoCloseable connection : closing) {
            try {
                connection.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (Exception e) {
                throw new IllegalStateException("neither Kafka's nor the registry's client throws others", e);
            }
        }
    }

    private static void askKafka(Admin admin) throws Exception {
        try {
            int timeout = (int) ASK_EVERY.toMillis();
            admin.describeCluster(new DescribeClusterOptions().timeoutMs(timeout))
                    .nodes()
                    .get();
        } catch (ExecutionException e) {
            // That it may not be asked is an answer, too.
            if (e.getCause() instanceof RetriableException retriable) {
                throw retriable;
            }
            if (e.getCause() instanceof AuthenticationException refused) {
                throw refused;
            }
        }
    }
}
