// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.local.FreePorts;
import io.depeche.local.broker.NodeProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.Uuid;
import org.awaitility.Awaitility;

/** Three brokers in processes of their own, each topic on all of them, two have to have a record. */
final class BrokerCluster implements AutoCloseable {

    private static final int NODES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Map<String, String> SETTINGS = Map.of(
            "default.replication.factor", "3",
            "min.insync.replicas", "2",
            "offsets.topic.replication.factor", "3",
            "transaction.state.log.replication.factor", "3",
            "transaction.state.log.min.isr", "2",
            "num.partitions", Integer.toString(Scene.PARTITIONS),
            "controlled.shutdown.retry.backoff.ms", "1000",
            // Sparse files of 10 MB each by default: most of a small disk.
            "log.index.size.max.bytes", "1048576");

    private final Path folder;
    private final String clusterId = Uuid.randomUuid().toString();
    private final List<Path> data;
    private final List<Integer> ports;
    private final List<Integer> controllers;
    private final Map<Integer, NodeProcess> nodes = new HashMap<>();
    private final Admin admin;

    private BrokerCluster(Path folder, List<Path> data) throws IOException {
        this.folder = folder;
        this.data = data;
        List<Integer> free = FreePorts.of(2 * NODES);
        this.ports = free.subList(0, NODES);
        this.controllers = free.subList(NODES, 2 * NODES);
        this.admin = Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                2000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                5000));
    }

    /**
     * Starts all and returns once they are one cluster.
     *
     * @param folder of their logs
     * @param data a folder each
     */
    static BrokerCluster start(Path folder, List<Path> data) throws IOException {
        BrokerCluster cluster = new BrokerCluster(folder, data);
        try {
            for (int id = 1; id <= NODES; id++) {
                cluster.start(id);
            }
            cluster.awaitInSync();
            return cluster;
        } catch (IOException | RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    /** Ids of the nodes. */
    static List<Integer> ids() {
        return IntStream.rangeClosed(1, NODES).boxed().toList();
    }

    String bootstrapServers() {
        return ports.stream().map(port -> "localhost:" + port).collect(Collectors.joining(","));
    }

    void start(int id) throws IOException {
        nodes.put(
                id,
                NodeProcess.start(
                        data.get(id - 1),
                        folder.resolve("broker-" + id + ".log"),
                        ports.get(id - 1),
                        id,
                        clusterId,
                        controllers,
                        SETTINGS));
    }

    NodeProcess node(int id) {
        return nodes.get(id);
    }

    Path data(int id) {
        return data.get(id - 1);
    }

    Admin admin() {
        return admin;
    }

    /** Who leads a partition now. */
    int leader(String topic, int partition) {
        List<Integer> leader = new ArrayList<>();
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            TopicPartitionInfo info = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .get(partition);
            return info.leader() != null && leader.add(info.leader().id());
        });
        return leader.get(0);
    }

    /** Waits until every node is there and has all that there is. */
    void awaitInSync() {
        Awaitility.await().atMost(PATIENCE).ignoreExceptions().until(this::isInSync);
    }

    private boolean isInSync() throws ExecutionException, InterruptedException {
        if (admin.describeCluster().nodes().get().size() < NODES) {
            return false;
        }
        Set<String> topics = new HashSet<>(admin.listTopics(new ListTopicsOptions().listInternal(true))
                .names()
                .get());
        for (TopicDescription topic :
                admin.describeTopics(topics).allTopicNames().get().values()) {
            for (TopicPartitionInfo partition : topic.partitions()) {
                if (partition.leader() == null
                        || partition.isr().size() < partition.replicas().size()) {
                    return false;
                }
            }
        }
        return true;
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
        nodes.values().forEach(NodeProcess::close);
    }
}
