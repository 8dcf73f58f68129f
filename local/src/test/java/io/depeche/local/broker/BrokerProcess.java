// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import io.depeche.local.ChildJava;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A broker in a process of its own, which can be killed. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    /** Runs a broker on the directory that is the only argument, and says on standard output where. */
    public static void main(String[] arguments) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(BrokerOptions.in(Path.of(arguments[0])))) {
            System.out.println(broker.bootstrapServers());
            // Ends with the process that started this one, however that ends.
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static BrokerProcess start(Path directory) throws IOException {
        Process process = ChildJava.of(
                        List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"),
                        BrokerProcess.class,
                        List.of(directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String bootstrapServers = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (bootstrapServers == null) {
            throw new IOException("The broker's process ended before it served; standard error says why.");
        }
        return new BrokerProcess(process, bootstrapServers);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Ends the process as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        try {
            process.inputReader(StandardCharsets.UTF_8).close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
