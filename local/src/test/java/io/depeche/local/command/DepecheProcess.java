// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.local.ChildJava;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

/** The command line in a process of its own, as a user starts it. */
public final class DepecheProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path out;
    private final Path err;

    private DepecheProcess(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** @param logs folder for what it prints */
    static DepecheProcess start(Path logs, String... arguments) throws IOException {
        return start(logs, List.of("-Xmx1g"), arguments);
    }

    /**
     * @param logs folder for what it prints
     * @param jvm options of its Java
     */
    public static DepecheProcess start(Path logs, List<String> jvm, String... arguments) throws IOException {
        List<String> options = new ArrayList<>(jvm);
        options.add("-Ddepeche.home=" + Path.of("..").toAbsolutePath().normalize());
        return start(logs, ChildJava.of(options, Depeche.class, List.of(arguments)));
    }

    private static DepecheProcess start(Path logs, ProcessBuilder builder) throws IOException {
        Path out = Files.createTempFile(logs, "out", ".txt");
        Path err = Files.createTempFile(logs, "err", ".txt");
        Process process = builder.redirectInput(Redirect.PIPE)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        return new DepecheProcess(process, out, err);
    }

    /**
     * The installation that the build makes, by its own script.
     *
     * @param logs folder for what it prints
     * @param heap as in the script's DEPECHE_HEAP
     * @param jvm further options of its Java
     */
    public static DepecheProcess startInstalled(Path logs, String heap, String jvm, String... arguments)
            throws IOException {
        Path home = Path.of(System.getProperty("depeche.home", ".."));
        List<String> command = new ArrayList<>();
        command.add(
                home.resolve("local/target/depeche/depeche").toAbsolutePath().toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("DEPECHE_HEAP", heap);
        builder.environment().put("DEPECHE_JAVA_OPTS", jvm);
        return start(logs, builder);
    }

    /** Writes to its standard input, to the end. */
    DepecheProcess feed(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        return this;
    }

    /** Writes to its standard input, which stays open. */
    void write(String text) throws IOException {
        process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().flush();
    }

    /** Its exit code. */
    int await() throws InterruptedException {
        return await(PATIENCE);
    }

    public int await(Duration atMost) throws InterruptedException {
        if (!process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it has not ended within " + atMost + "; it said:\n" + err());
        }
        return process.exitValue();
    }

    /** Lets it run for a time; it must not end by itself meanwhile. */
    void awaitNoEndFor(Duration time) throws InterruptedException {
        if (process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("it has ended by itself; it said:\n" + err());
        }
    }

    /** SIGINT, as Ctrl-C sends it. */
    void interrupt() throws IOException, InterruptedException {
        signal("INT");
    }

    /** @param name without SIG */
    public void signal(String name) throws IOException, InterruptedException {
        ChildJava.signal(process, name);
    }

    /** SIGKILL. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What is made of each line of its standard output. */
    <T> List<T> mapLines(Function<String, T> mapping) throws IOException {
        try (Stream<String> lines = Files.lines(out)) {
            return lines.map(mapping).toList();
        }
    }

    List<String> lines() {
        return read(out).lines().toList();
    }

    String err() {
        return read(err);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
