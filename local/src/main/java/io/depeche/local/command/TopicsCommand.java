// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.schemas.access.Access;
import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import io.depeche.schemas.topic.TopicSetup;
import io.depeche.schemas.topic.TopicSetup.TopicState;
import io.depeche.schemas.topic.Topics;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the topics of the catalogue and how the cluster has them; makes the missing ones when told to. */
@Command(
        name = "topics",
        description = {
            "Lists Depeche's topics and how the cluster has them: ok, missing, or what differs.",
            "Ends with 1 where one is missing or differs."
        },
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--create", description = "Make the missing ones first. Existing ones are never altered.")
    private boolean create;

    @Override
    public Integer call() {
        ConnectionConfig config = connection.config();
        List<Topic> catalogue = Arrays.asList(Topic.values());
        Access access = new Access(config, rights(config.topics(), catalogue));
        try (Admin admin = Admin.create(config.kafka())) {
            access.check(admin);
            TopicSetup setup = new TopicSetup(admin, config.topics());
            if (create) {
                setup.ensure(catalogue);
            }
            Map<Topic, TopicState> states = setup.inspect(catalogue);
            PrintWriter out = spec.commandLine().getOut();
            String row = "%-28s %10s  %-24s %s%n";
            out.printf(Locale.ROOT, row, "TOPIC", "PARTITIONS", "WRITTEN BY", "STATE");
            states.forEach((topic, state) -> out.printf(
                    Locale.ROOT,
                    row,
                    config.topics().name(topic),
                    config.topics().partitions(topic),
                    topic.writers(),
                    state));
            out.flush();
            boolean right = states.values().stream().allMatch(TopicState::isAsCatalogued);
            return right ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
        } catch (AuthenticationException | AuthorizationException e) {
            throw access.explained(e);
        }
    }

    private static List<Right> rights(Topics topics, List<Topic> catalogue) {
        return catalogue.stream()
                .map(topics::name)
                .flatMap(name -> Stream.of(
                        Right.onTopic(AclOperation.DESCRIBE, name, "whether it is there"),
                        Right.onTopic(AclOperation.DESCRIBE_CONFIGS, name, "how it is set")))
                .toList();
    }
}
