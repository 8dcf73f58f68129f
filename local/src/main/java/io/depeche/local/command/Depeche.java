// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.enrich.text.names.tagger.ModelException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line. Standard output carries results only; everything else goes to standard error. Exit codes: 0 done,
 * 1 failed, 2 wrong usage.
 */
@Command(
        name = "depeche",
        description = "Turns press statements and news wires into data over Kafka: who, where, how many, when and who"
                + " said it.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            UpCommand.class,
            AnnotateCommand.class,
            IngestCommand.class,
            EnrichCommand.class,
            SinkCommand.class,
            WatchCommand.class,
            TopicsCommand.class,
            ReplayCommand.class,
            TrainCommand.class,
            EvaluateCommand.class
        })
public final class Depeche {

    private static final Logger LOG = LoggerFactory.getLogger(Depeche.class);

    private Depeche() {}

    public static void main(String[] arguments) {
        // Results are UTF-8 whatever the machine's locale says.
        System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8));
        int code = commandLine().execute(arguments);
        System.out.flush();
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Depeche())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Depeche::report);
    }

    /** What a person can mend is said in one line; the stack trace of it is for the debug log. */
    private static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        String name = command.getCommandName();
        if (failure instanceof ConfigException) {
            command.getErr().println("depeche " + name + ": " + failure.getMessage());
            return CommandLine.ExitCode.USAGE;
        }
        if (failure instanceof IOException
                || failure instanceof KafkaException
                || failure instanceof CommandFailed
                || failure instanceof ModelException) {
            command.getErr().println("depeche " + name + ": " + reasons(failure));
            LOG.debug("depeche {} failed", name, failure);
        } else {
            LOG.error("depeche {} failed", name, failure);
        }
        return CommandLine.ExitCode.SOFTWARE;
    }

    /** A client that can't be made says only that; why stands in the causes, a trust store that is not there for one. */
    private static String reasons(Throwable failure) {
        StringBuilder reasons = new StringBuilder(String.valueOf(failure.getMessage()));
        if (failure.getClass() == KafkaException.class) {
            for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
                String reason = String.valueOf(cause.getMessage());
                if (reasons.indexOf(reason) < 0) {
                    reasons.append(": ").append(reason);
                }
            }
        }
        return reasons.toString();
    }
}
