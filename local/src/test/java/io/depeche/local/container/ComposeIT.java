// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.container;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.EnrichedStatement;
import io.depeche.local.FreePorts;
import io.depeche.local.Seed;
import io.depeche.local.Subscriber;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docker-compose.yml as a user brings it up: under a name and on ports of its own, and gone afterwards. */
class ComposeIT {

    private static final Path CHECKOUT = Path.of("..").toAbsolutePath().normalize();
    private static final long MINUTES = 8;

    @TempDir
    Path inbox;

    private final String project = "depeche-test-" + ProcessHandle.current().pid();
    private int brokerPort;
    private int registryPort;

    @BeforeEach
    void prepare() throws IOException {
        Docker.require();
        List<Integer> ports = FreePorts.of(2);
        brokerPort = ports.get(0);
        registryPort = ports.get(1);
        // The containers' user is another one.
        Files.setPosixFilePermissions(inbox, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @AfterEach
    void down() throws Exception {
        if (brokerPort != 0) {
            compose("down", "--volumes", "--rmi", "local", "--timeout", "5");
        }
    }

    @Test
    void upGivesARunningPipelineFedFromTheInbox() throws Exception {
        String started = compose("up", "--build", "--detach", "--wait", "--wait-timeout", "300");
        assertThat(compose("ps", "--format", "{{.Service}} {{.Health}}"))
                .as(started)
                .contains("kafka healthy", "registry healthy", "ingest healthy", "enrich healthy", "sink healthy");

        Files.copy(Seed.file(), inbox.resolve("seed.txt"));

        ConnectionConfig connection = new ConnectionConfig(Map.of(
                "kafka.bootstrap.servers", "localhost:" + brokerPort,
                "schema.registry.url", "http://localhost:" + registryPort + "/apis/ccompat/v7"));
        try (Subscriber<EnrichedStatement> output =
                Subscriber.of(connection, Topic.STATEMENTS_ENRICHED, EnrichedStatement.class)) {
            Seed.check(output.awaitValues(1).get(0));
        }
        assertThat(compose("exec", "-T", "sink", "id", "-un").strip()).endsWith("depeche");
    }

    private String compose(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", project));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(CHECKOUT.toFile());
        builder.environment().put("DEPECHE_BROKER_PORT", Integer.toString(brokerPort));
        builder.environment().put("DEPECHE_REGISTRY_PORT", Integer.toString(registryPort));
        builder.environment().put("DEPECHE_INBOX", inbox.toString());
        builder.environment().put("DEPECHE_IMAGE", project);
        // The classic builder needs no plugin, and asks no registry for an image that is here.
        builder.environment().put("DOCKER_BUILDKIT", "0");
        Process process = builder.redirectErrorStream(true)
                .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as("%s: %s", command, output).isZero();
        return output;
    }
}
