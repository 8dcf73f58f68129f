// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import io.depeche.event.RawStatement;
import io.depeche.event.SourceCursor;
import io.depeche.ingest.cursor.CursorPartition.Equipment;
import io.depeche.ingest.publish.IngestListener;
import io.depeche.schemas.ThreadEnd;
import io.depeche.schemas.monitor.ClientMeters;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares the sources among the instances of ingest by Kafka's own group membership: whoever is assigned a partition of
 * ingest.cursors reads the sources that hash to it. The sources of an instance that dies are with the others once its
 * session has timed out.
 */
public final class CursorGroup implements Shares {

    private static final Logger LOG = LoggerFactory.getLogger(CursorGroup.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final ThreadEnd END = new ThreadEnd(Duration.ofMillis(1_500), Duration.ofMillis(1_500));

    /**
     * How to reach Kafka, and with what.
     *
     * @param statementTopic full name
     * @param cursorTopic full name
     * @param consumer settings of the group's member
     * @param reader settings of a consumer without a group, read_committed
     * @param producer settings, but for the transactional id
     * @param transactionalIdPrefix the partition's number goes behind it
     */
    public record Connection(
            String statementTopic,
            String cursorTopic,
            Map<String, Object> consumer,
            Map<String, Object> reader,
            Map<String, Object> producer,
            String transactionalIdPrefix) {}

    private final Connection connection;
    private final CursorRecords records;
    private final CursorReader reader;
    private final IngestListener listener;
    private final SeenLimits limits;
    private final Clock clock;
    private final ClientMeters clients;
    private final Map<Integer, CursorPartition> owned = new ConcurrentHashMap<>();
    private final Consumer<byte[], byte[]> member;
    private final Thread thread;
    private volatile boolean joined;
    private volatile boolean closing;
    private volatile Holder holder;

    /**
     * @param statements serializer of statements; closed with this
     * @param cursors serializer of cursors; closed with this
     * @param cursorReader deserializer of cursors; closed with this
     * @param clients shows Kafka's metrics of its clients
     */
    public CursorGroup(
            Connection connection,
            Serializer<RawStatement> statements,
            Serializer<SourceCursor> cursors,
            Deserializer<SourceCursor> cursorReader,
            IngestListener listener,
            SeenLimits limits,
            Clock clock,
            ClientMeters clients) {
        this.clients = clients;
        this.connection = connection;
        this.listener = listener;
        this.limits = limits;
        this.clock = clock;
        this.records = new CursorRecords(connection.statementTopic(), connection.cursorTopic(), statements, cursors);
        this.reader = new CursorReader(
                connection.cursorTopic(), () -> new KafkaConsumer<>(connection.reader()), cursorReader);
        this.member = clients.show("group", new KafkaConsumer<byte[], byte[]>(connection.consumer()));
        this.thread = new Thread(this::run, "ingest-group");
        thread.setDaemon(true);
    }

    /** Not where it has been closed meanwhile. */
    @Override
    public void start(Holder sources) {
        synchronized (thread) {
            if (!closing) {
                holder = sources;
                thread.start();
            }
        }
    }

    @Override
    public boolean isReady() {
        return joined && owned.values().stream().allMatch(CursorPartition::isOpen);
    }

    @Override
    public void close() {
        synchronized (thread) {
            if (closing) {
                return;
            }
            closing = true;
            if (holder == null) {
                member.close();
            } else {
                // Its thread closes it.
                member.wakeup();
            }
        }
        if (END.await(thread)) {
            records.close();
            reader.close();
        }
    }

    private void run() {
        try (member) {
            int partitions = member.partitionsFor(connection.cursorTopic()).size();
            Equipment equipment = new Equipment(partitions, largestRecord(), records, reader, listener, limits, clock);
            member.subscribe(List.of(connection.cursorTopic()), new Rebalance(equipment));
            while (!closing) {
                poll();
            }
            giveUp(List.copyOf(owned.keySet()));
        } catch (WakeupException | InterruptException e) {
            LOG.debug("left the group", e);
            giveUp(List.copyOf(owned.keySet()));
        } catch (RuntimeException | Error e) {
            giveUp(List.copyOf(owned.keySet()));
            if (!closing) {
                holder.failed(e);
            }
        }
    }

    /** Records are of no interest here: what is polled for is the assignment. */
    private void poll() {
        try {
            member.poll(POLL);
        } catch (RetriableException e) {
            LOG.warn("waiting for Kafka to keep the group's membership: {}", e.toString());
            try {
                Thread.sleep(PAUSE.toMillis());
            } catch (InterruptedException interrupted) {
                throw new InterruptException(interrupted);
            }
        }
    }

    private long largestRecord() {
        Object largest = connection.producer().get(ProducerConfig.MAX_REQUEST_SIZE_CONFIG);
        return Long.parseLong(String.valueOf(largest));
    }

    private CursorPartition partition(int number, Equipment equipment) {
        Map<String, Object> settings = new HashMap<>(connection.producer());
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, connection.transactionalIdPrefix() + number);
        // Each under a name of its own, for Kafka's logs and metrics.
        settings.computeIfPresent(ProducerConfig.CLIENT_ID_CONFIG, (key, id) -> id + "-" + place(number));
        return new CursorPartition(
                number,
                equipment,
                () -> clients.show(place(number), new KafkaProducer<byte[], byte[]>(settings)),
                holder);
    }

    private void giveUp(Collection<Integer> numbers) {
        List<CursorPartition> given =
                numbers.stream().map(owned::remove).filter(Objects::nonNull).toList();
        // At the same time, for each may take its time to end.
        given.parallelStream().forEach(CursorPartition::close);
        numbers.forEach(number -> clients.hide(place(number)));
    }

    private static String place(int partition) {
        return "cursors-" + partition;
    }

    private final class Rebalance implements ConsumerRebalanceListener {

        private final Equipment equipment;

        Rebalance(Equipment equipment) {
            this.equipment = equipment;
        }

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            member.pause(partitions);
            for (TopicPartition assigned : partitions) {
                CursorPartition partition = partition(assigned.partition(), equipment);
                owned.put(assigned.partition(), partition);
                partition.start();
            }
            joined = true;
            LOG.info("reads the sources of partitions {} of {}", owned.keySet(), connection.cursorTopic());
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            giveUp(partitions.stream().map(TopicPartition::partition).toList());
        }

        /** Kafka has taken this instance for dead: it joins anew, and until then it has no share. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            joined = false;
            onPartitionsRevoked(partitions);
        }
    }
}
