// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.push;

import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.publish.LoggingListener;
import io.depeche.ingest.publish.StatementPublisher;
import io.depeche.ingest.push.PushConfig;
import io.depeche.ingest.push.PushServer;
import io.depeche.ingest.source.KnownFormats;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** The push endpoint in a process of its own, with 256 MB. */
final class PushProcess implements AutoCloseable {

    private static final String PORT = "port ";

    private final Process process;
    private final BufferedReader said;
    private final int port;

    private PushProcess(Process process, BufferedReader said, int port) {
        this.process = process;
        this.said = said;
        this.port = port;
    }

    /**
     * @param settings of ingest
     * @param jvm further options of its Java
     */
    static PushProcess start(Map<String, String> settings, List<String> jvm) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-Xmx256m"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PushProcess.class.getName()));
        settings.forEach((key, value) -> command.add(key + "=" + value));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        BufferedReader said = process.inputReader();
        // Options of Java may make it talk, too.
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(PORT)) {
                return new PushProcess(process, said, Integer.parseInt(line.substring(PORT.length())));
            }
        }
        throw new IOException("the endpoint has ended without a port");
    }

    int port() {
        return port;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        said.close();
    }

    /** Says its port, and runs until it is ended. */
    public static void main(String[] args) throws Exception {
        Map<String, String> settings = new HashMap<>();
        for (String pair : args) {
            settings.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        IngestConfig config = new IngestConfig(settings);
        LoggingListener listener = new LoggingListener();
        AbstractConfig push =
                new AbstractConfig(PushConfig.define(new ConfigDef()), Map.of(PushConfig.PORT, "0"), false);
        StatementPublisher publisher = new StatementPublisher(
                StatementPublisher.producer(config.kafka()), config.valueSerializer(), config.topic(), listener);
        PushServer server = PushServer.start(
                PushConfig.settings(push, config.maxTextBytes()).orElseThrow(),
                KnownFormats.list(config.maxTextBytes(), config.maxDocumentBytes(), Clock.systemUTC()),
                publisher,
                listener,
                Clock.systemUTC());
        System.out.println(PORT + server.port());
        Thread.currentThread().join();
    }
}
