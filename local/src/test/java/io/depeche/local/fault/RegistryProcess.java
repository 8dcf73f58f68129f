// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.local.ChildJava;
import io.depeche.local.registry.RegistryOptions;
import io.depeche.local.registry.RegistryServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** A registry in a process of its own. */
final class RegistryProcess implements AutoCloseable {

    private final Process process;
    private final String url;

    private RegistryProcess(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Runs a registry with its journal in that file, and says its URL. */
    public static void main(String[] arguments) throws Exception {
        RegistryOptions options = RegistryOptions.keptIn(Path.of(arguments[0])).withPort(0);
        try (RegistryServer registry = RegistryServer.start(options)) {
            System.out.println(registry.url());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }

    static RegistryProcess start(Path folder) throws IOException {
        Process process = ChildJava.of(
                        List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                        RegistryProcess.class,
                        List.of(folder.resolve("schemas.jsonl").toString()))
                .redirectError(folder.resolve("registry.log").toFile())
                .start();
        String url = process.inputReader(StandardCharsets.UTF_8).readLine();
        if (url == null) {
            throw new IOException("the registry ended before it served; registry.log says why");
        }
        return new RegistryProcess(process, url);
    }

    String url() {
        return url;
    }

    /** @param name without SIG */
    void signal(String name) throws IOException, InterruptedException {
        ChildJava.signal(process, name);
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
