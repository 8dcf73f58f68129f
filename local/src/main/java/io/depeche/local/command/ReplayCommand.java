// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.local.replay.DeadLetter;
import io.depeche.local.replay.DeadLetterTopic;
import io.depeche.local.replay.DeadLetterTopic.Contents;
import io.depeche.local.replay.DeadLetterView;
import io.depeche.local.replay.Position;
import io.depeche.local.replay.Replay;
import io.depeche.schemas.access.Access;
import io.depeche.schemas.config.ConnectionConfig;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Lists dead letters, shows one, and sends chosen ones back. */
@Command(
        name = "replay",
        description = {
            "Counts the dead letters by stage and reason; with --show, shows one; with --send, sends those that are"
                    + " chosen back to the topics that they came from, each once.",
            "Choices are put together by and, several --offset by or."
        },
        mixinStandardHelpOptions = true)
final class ReplayCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConnectionOptions connection;

    @Option(
            names = "--stage",
            paramLabel = "STAGE",
            description = "Those of enrich or sink, or of a step: enrich/annotate.")
    private String stage;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Those with this in their exception or message.")
    private String reason;

    @Option(
            names = "--offset",
            paramLabel = "PARTITION:OFFSET",
            converter = PositionConverter.class,
            description = "This one; may be repeated. Its place on the dead-letter topic.")
    private List<Position> positions = new ArrayList<>();

    @Option(names = "--all", description = "All of them: --send wants a choice.")
    private boolean all;

    @Option(
            names = "--show",
            paramLabel = "PARTITION:OFFSET",
            converter = PositionConverter.class,
            description = "Show this one.")
    private Position show;

    @Option(names = "--send", description = "Send the chosen ones back, but for those that were sent back before.")
    private boolean send;

    @Override
    public Integer call() throws CommandFailed {
        if (send && show != null) {
            throw new ParameterException(spec.commandLine(), "--show and --send go one at a time");
        }
        if (send && !all && stage == null && reason == null && positions.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), "--send wants a choice: --stage, --reason, --offset, or --all");
        }
        ConnectionConfig config = connection.config();
        PrintWriter out = spec.commandLine().getOut();
        try {
            if (send) {
                send(config, out);
            } else if (show != null) {
                show(config, out);
            } else {
                list(config, out);
            }
        } catch (KafkaException e) {
            if (Access.isRefusal(e)) {
                throw new Access(config, Replay.rights(config.topics())).explained(e);
            }
            throw e;
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void list(ConnectionConfig config, PrintWriter out) {
        Predicate<DeadLetter> chosen = chosen();
        Contents contents = new DeadLetterTopic(config).contents();
        List<DeadLetter> letters = contents.letters().stream().filter(chosen).toList();
        out.print(new DeadLetterView(config).table(letters, contents.replayed()));
        if (contents.others() > 0) {
            spec.commandLine()
                    .getErr()
                    .println(contents.others() + " records there are none of Depeche's; they are left alone");
        }
    }

    private void show(ConnectionConfig config, PrintWriter out) throws CommandFailed {
        out.print(new DeadLetterView(config)
                .whole(show)
                .orElseThrow(() -> new CommandFailed(
                        "there is no dead letter at " + show + "; depeche replay lists what there is", null)));
    }

    private void send(ConnectionConfig config, PrintWriter out) throws CommandFailed {
        try (Replay replay = new Replay(config)) {
            Replay.Outcome outcome = replay.send(chosen());
            outcome.sent().forEach(out::println);
            PrintWriter err = spec.commandLine().getErr();
            err.println("sent back: " + outcome.sent().size()
                    + (outcome.before() > 0 ? "; before this, and not again: " + outcome.before() : ""));
            if (!outcome.gone().isEmpty()) {
                out.flush();
                throw new CommandFailed(
                        "can't be sent back, for they were kept without their value, and what they came from is there no"
                                + " more: "
                                + outcome.gone().stream()
                                        .map(Position::toString)
                                        .collect(Collectors.joining(", ")),
                        null);
            }
        }
    }

    private Predicate<DeadLetter> chosen() {
        Predicate<DeadLetter> chosen = letter -> true;
        if (stage != null) {
            chosen = chosen.and(letter -> letter.isOf(stage));
        }
        if (reason != null) {
            chosen = chosen.and(letter ->
                    letter.exception().contains(reason) || letter.message().contains(reason));
        }
        if (!positions.isEmpty()) {
            chosen = chosen.and(letter -> positions.contains(letter.position()));
        }
        return chosen;
    }

    static final class PositionConverter implements ITypeConverter<Position> {
        @Override
        public Position convert(String text) {
            try {
                return Position.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
