// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import java.nio.file.Path;
import java.util.Properties;

/** Kafka's settings for a node that is broker and controller, starts quickly and needs little heap. */
final class BrokerSettings {
    static final String CONTROLLER_LISTENER = "CONTROLLER";
    /** Clients' and the broker's own; named by who connects, for its security protocol may be set otherwise. */
    private static final String CLIENT_LISTENER = "CLIENTS";

    private BrokerSettings() {}

    static Properties of(BrokerOptions options, Path directory, int port, ClusterNode node) {
        Properties settings = new Properties();
        settings.setProperty("node.id", Integer.toString(node.id()));
        settings.setProperty("process.roles", "broker,controller");
        settings.setProperty("log.dirs", directory.toString());
        settings.setProperty("controller.listener.names", CONTROLLER_LISTENER);
        settings.setProperty("controller.quorum.voters", node.voters());
        settings.setProperty(
                "listener.security.protocol.map", CLIENT_LISTENER + ":PLAINTEXT," + CONTROLLER_LISTENER + ":PLAINTEXT");
        settings.setProperty("inter.broker.listener.name", CLIENT_LISTENER);
        settings.setProperty(
                "listeners",
                "%s://%s:%d,%s://localhost:%d"
                        .formatted(CLIENT_LISTENER, options.host(), port, CONTROLLER_LISTENER, node.controllerPort()));
        settings.setProperty("auto.create.topics.enable", "false");

        oneReplicaOfEverything(settings);
        quickToStart(settings);
        smallInMemory(settings);

        options.properties().forEach(settings::setProperty);
        return settings;
    }

    private static void oneReplicaOfEverything(Properties settings) {
        settings.setProperty("default.replication.factor", "1");
        settings.setProperty("min.insync.replicas", "1");
        settings.setProperty("offsets.topic.replication.factor", "1");
        settings.setProperty("transaction.state.log.replication.factor", "1");
        settings.setProperty("transaction.state.log.min.isr", "1");
        settings.setProperty("share.coordinator.state.topic.replication.factor", "1");
        settings.setProperty("share.coordinator.state.topic.min.isr", "1");
    }

    private static void quickToStart(Properties settings) {
        // Of 50 each by default: every one is a log to make at the first use and to open at every start.
        settings.setProperty("offsets.topic.num.partitions", "5");
        settings.setProperty("transaction.state.log.num.partitions", "5");
        settings.setProperty("share.coordinator.state.topic.num.partitions", "1");
        settings.setProperty("group.initial.rebalance.delay.ms", "0");
        // After a kill the new broker has to wait until the killed one's session has ended, 9 s by default.
        settings.setProperty("broker.session.timeout.ms", "3000");
        settings.setProperty("broker.heartbeat.interval.ms", "500");
    }

    private static void smallInMemory(Properties settings) {
        // 128 MiB by default, all of it taken at the start.
        settings.setProperty("log.cleaner.dedupe.buffer.size", "4194304");
        settings.setProperty("num.network.threads", "2");
        settings.setProperty("num.io.threads", "4");
        settings.setProperty("background.threads", "2");
    }
}
