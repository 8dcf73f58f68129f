// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import io.depeche.local.ChildJava;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A broker of a cluster in a process of its own. */
public final class NodeProcess implements AutoCloseable {

    private final Process process;

    private NodeProcess(Process process) {
        this.process = process;
    }

    /** Runs a node: folder, port, id, id of the cluster, ports of the controllers, and settings of the broker. */
    public static void main(String[] arguments) throws Exception {
        Map<Integer, Integer> controllers = new HashMap<>();
        for (String port : arguments[4].split(",")) {
            controllers.put(controllers.size() + 1, Integer.parseInt(port));
        }
        Map<String, String> settings = new HashMap<>();
        for (String setting : List.of(arguments).subList(5, arguments.length)) {
            settings.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        ClusterNode node = new ClusterNode(Integer.parseInt(arguments[2]), arguments[3], controllers);
        BrokerOptions options = BrokerOptions.in(Path.of(arguments[0])).withProperties(settings);
        EmbeddedBroker broker = EmbeddedBroker.start(options, Integer.parseInt(arguments[1]), node);
        // Ends in order on SIGTERM, and with the process that started this one, however that ends.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(broker)));
        System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    private static void close(EmbeddedBroker broker) {
        try {
            broker.close();
        } catch (IOException e) {
            throw new IllegalStateException("a broker did not end in order", e);
        }
    }

    /**
     * @param folder of its topics
     * @param log what it says is added there
     * @param id from 1 on
     * @param controllers a port each, in the order of their ids
     * @param settings of the broker
     */
    public static NodeProcess start(
            Path folder,
            Path log,
            int port,
            int id,
            String clusterId,
            List<Integer> controllers,
            Map<String, String> settings)
            throws IOException {
        Files.createDirectories(folder);
        List<String> arguments = new ArrayList<>(List.of(
                folder.toString(),
                Integer.toString(port),
                Integer.toString(id),
                clusterId,
                String.join(",", controllers.stream().map(String::valueOf).toList())));
        settings.forEach((key, value) -> arguments.add(key + "=" + value));
        return new NodeProcess(
                ChildJava.of(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1"), NodeProcess.class, arguments)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start());
    }

    /** @param name without SIG */
    public void signal(String name) throws IOException, InterruptedException {
        ChildJava.signal(process, name);
    }

    /** Whether it has ended by then. */
    public boolean await(long seconds) throws InterruptedException {
        return process.waitFor(seconds, TimeUnit.SECONDS);
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
