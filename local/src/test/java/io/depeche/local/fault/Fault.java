// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.local.broker.NodeProcess;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is done to a running pipeline. */
enum Fault {
    INGEST_KILLED(1, Promise.ROLE, "SIGKILL of ingest", scene -> killed(scene, scene.ingest())),
    ENRICH_KILLED(
            1, Promise.ROLE, "SIGKILL of one of two enrich", scene -> killed(scene, scene.any(scene.enrichers()))),
    SINK_KILLED(1, Promise.ROLE, "SIGKILL of one of two sink", scene -> killed(scene, scene.any(scene.sinks()))),
    INGEST_FROZEN(
            1, Promise.NONE, "SIGSTOP of ingest, longer than its session", scene -> frozen(scene, scene.ingest())),
    ENRICH_FROZEN(
            1,
            Promise.NONE,
            "SIGSTOP of one of two enrich, longer than its session",
            scene -> frozen(scene, scene.any(scene.enrichers()))),
    SINK_FROZEN(
            1,
            Promise.NONE,
            "SIGSTOP of one of two sink, longer than its session",
            scene -> frozen(scene, scene.any(scene.sinks()))),
    LEADER_KILLED(1, Promise.BROKER, "SIGKILL of the broker that leads a partition", scene -> {
        int first = scene.brokers().leader(Topic.STATEMENTS_RAW.baseName(), partition(scene));
        brokerKilled(scene, first);
    }),
    LEADERS_KILLED(2, Promise.BROKER, "SIGKILL of a leading broker, then of another one", scene -> {
        int first = scene.brokers().leader(Topic.STATEMENTS_RAW.baseName(), partition(scene));
        brokerKilled(scene, first);
        List<Integer> others = new ArrayList<>(BrokerCluster.ids());
        others.remove(Integer.valueOf(first));
        brokerKilled(scene, others.get(scene.random().nextInt(others.size())));
    }),
    BROKERS_ROLLED(3, Promise.NONE, "Brokers restarted one by one", scene -> {
        for (int id : BrokerCluster.ids()) {
            NodeProcess node = scene.brokers().node(id);
            node.signal("TERM");
            if (!node.await(60)) {
                throw new AssertionError("broker " + id + " has not ended a minute after SIGTERM");
            }
            scene.brokers().start(id);
            scene.brokers().awaitInSync();
        }
    }),
    REGISTRY_CUT_OFF(3, Promise.NONE, "Registry cut off for 60 s, and an enrich and a sink killed meanwhile", scene -> {
        scene.registry().signal("STOP");
        Worker enrich = scene.any(scene.enrichers());
        Worker sink = scene.any(scene.sinks());
        scene.flow(Duration.ofSeconds(20));
        killed(scene, enrich);
        killed(scene, sink);
        scene.flow(Duration.ofSeconds(40));
        scene.registry().signal("CONT");
    }),
    DISK_FULL(1, Promise.NONE, "Disk of a broker full", scene -> {
        // Of the last one, which has a small disk of its own.
        int id = BrokerCluster.ids().get(BrokerCluster.ids().size() - 1);
        Path filler = scene.brokers().data(id).resolveSibling("filler");
        fill(filler);
        NodeProcess node = scene.brokers().node(id);
        if (!node.await(120)) {
            throw new AssertionError("the broker goes on, though its disk is full");
        }
        Files.delete(filler);
        scene.brokers().start(id);
        scene.brokers().awaitInSync();
    }),
    ENRICH_ROLLED(2, Promise.NONE, "Each enrich ended and started anew, as for a new version", scene -> {
        for (Worker enrich : scene.enrichers()) {
            enrich.stop();
            enrich.start();
            enrich.awaitReady();
        }
    }),
    ENRICH_ADDED(1, Promise.NONE, "A third enrich comes, and goes again", scene -> {
        try (Worker third = scene.thirdEnrich()) {
            third.start();
            third.awaitReady();
            scene.settle();
            third.stop();
        }
    }),
    ALL_KILLED(3, Promise.NONE, "SIGKILL of ingest, an enrich and a sink at once", scene -> {
        List<Worker> chosen =
                new ArrayList<>(List.of(scene.ingest(), scene.any(scene.enrichers()), scene.any(scene.sinks())));
        Collections.shuffle(chosen, scene.random());
        for (Worker worker : chosen) {
            worker.kill();
        }
        for (Worker worker : chosen) {
            worker.start();
        }
    });

    private static final Duration FROZEN = Scene.SESSION_TIMEOUT.plusSeconds(4);
    private static final int CHUNK = 1024 * 1024;

    /** How soon statements come out again. */
    private enum Promise {
        ROLE(Duration.ofSeconds(15)),
        BROKER(Duration.ofSeconds(20)),
        NONE(Duration.ofSeconds(Long.MAX_VALUE));

        private final Duration within;

        Promise(Duration within) {
            this.within = within;
        }
    }

    private interface Injection {
        void into(Scene scene) throws IOException, InterruptedException;
    }

    private final int count;
    private final Promise promise;
    private final String title;
    private final Injection injection;

    Fault(int count, Promise promise, String title, Injection injection) {
        this.count = count;
        this.promise = promise;
        this.title = title;
        this.injection = injection;
    }

    /** How many faults one injection of it is. */
    int count() {
        return count;
    }

    /** How soon statements come out of each partition again; without end where nothing is promised. */
    Duration within() {
        return promise.within;
    }

    /** In words. */
    String title() {
        return title;
    }

    /** Injects it, and mends what it broke. */
    void inject(Scene scene) throws IOException, InterruptedException {
        injection.into(scene);
    }

    private static void killed(Scene scene, Worker worker) throws IOException, InterruptedException {
        scene.flow(Duration.ofMillis(scene.random().nextInt(500)));
        worker.kill();
        worker.start();
    }

    private static void frozen(Scene scene, Worker worker) throws IOException, InterruptedException {
        worker.signal("STOP");
        scene.flow(FROZEN);
        worker.signal("CONT");
        // What it was about to do when it was stopped it does now; a while on, it knows better or has ended.
        scene.flow(Duration.ofSeconds(2));
        worker.reviveIfDead();
    }

    private static void brokerKilled(Scene scene, int id) throws IOException, InterruptedException {
        scene.brokers().node(id).close();
        // The others have to do without it first.
        scene.settle();
        scene.brokers().start(id);
        scene.brokers().awaitInSync();
    }

    private static int partition(Scene scene) {
        return scene.random().nextInt(Scene.PARTITIONS);
    }

    /** Until nothing more goes in. */
    private static void fill(Path file) {
        byte[] chunk = new byte[CHUNK];
        try (OutputStream out = Files.newOutputStream(file)) {
            while (true) {
                out.write(chunk);
            }
        } catch (IOException full) {
            if (file.toFile().getUsableSpace() > CHUNK) {
                throw new AssertionError("the disk is not full, and can't be written to", full);
            }
        }
    }
}
