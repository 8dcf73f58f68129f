// SPDX-License-Identifier: Apache-2.0
package io.depeche.local;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Java processes of a test, on its own class path, and signals to them. */
public final class ChildJava {

    static {
        // None of them outlives the tests, however these end: by Ctrl-C, too.
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly)));
    }

    private ChildJava() {}

    /**
     * A process that is not started yet.
     *
     * @param jvm options of its Java
     * @param main class to run
     */
    public static ProcessBuilder of(List<String> jvm, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    /** @param name without SIG */
    public static void signal(Process process, String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }
}
