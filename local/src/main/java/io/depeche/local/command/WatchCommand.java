// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.event.EnrichedStatement;
import io.depeche.local.pipeline.TopicFollower;
import io.depeche.local.view.StatementView;
import io.depeche.schemas.access.Access;
import io.depeche.schemas.access.Right;
import io.depeche.schemas.config.ConnectionConfig;
import io.depeche.schemas.topic.Topic;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows the output topic for people. */
@Command(
        name = "watch",
        description =
                "Shows statements as they come out of the output topic, with what was found in them; until Ctrl-C.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(names = "--from-beginning", description = "Begin with what is there already.")
    private boolean fromBeginning;

    @Option(names = "--count", paramLabel = "N", description = "End after so many statements.")
    private long count = Long.MAX_VALUE;

    @Option(
            names = "--colour",
            negatable = true,
            defaultValue = "${sys:depeche.colour:-false}",
            fallbackValue = "true",
            description = "Whether to mark with colours (default: where standard output is a terminal and NO_COLOR is"
                    + " not set).")
    private boolean colour;

    @Override
    public Integer call() {
        ConnectionConfig config = connection.config();
        StatementView view = new StatementView(colour);
        PrintWriter out = spec.commandLine().getOut();
        TopicFollower.From from = fromBeginning ? TopicFollower.From.BEGINNING : TopicFollower.From.END;
        try (TopicFollower follower = new TopicFollower(config, Set.of(Topic.STATEMENTS_ENRICHED), from);
                Deserializer<EnrichedStatement> deserializer = config.valueDeserializer(EnrichedStatement.class)) {
            long shown = 0;
            while (shown < count) {
                for (ConsumerRecord<byte[], byte[]> record : follower.poll(Duration.ofMillis(500))) {
                    if (shown++ < count) {
                        out.print(show(record, deserializer, view));
                        out.flush();
                    }
                }
            }
            return CommandLine.ExitCode.OK;
        } catch (AuthenticationException | AuthorizationException e) {
            String output = config.topics().name(Topic.STATEMENTS_ENRICHED);
            throw new Access(config, List.of(Right.onTopic(AclOperation.READ, output, "the output"))).explained(e);
        }
    }

    private static String show(
            ConsumerRecord<byte[], byte[]> record, Deserializer<EnrichedStatement> deserializer, StatementView view) {
        try {
            EnrichedStatement statement = deserializer.deserialize(record.topic(), record.value());
            return statement == null ? "" : view.render(statement);
        } catch (SerializationException e) {
            return "partition " + record.partition() + " offset " + record.offset() + ": " + e.getMessage() + "\n\n";
        }
    }
}
