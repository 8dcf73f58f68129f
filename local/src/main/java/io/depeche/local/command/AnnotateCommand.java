// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.enrich.event.StatementMapper;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Document;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.source.DirectDelivery;
import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import io.depeche.schemas.BuildVersion;
import io.depeche.schemas.json.EventJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What enrich does to a text, without Kafka. */
@Command(
        name = "annotate",
        description = {
            "Reads text or JSON lines ({\"id\",\"text\",\"language\"?,\"issued\"?}) and prints each statement with what"
                    + " was found in it as a JSON line, in order. No Kafka is needed.",
            "Ends with 1 where something was not taken."
        },
        mixinStandardHelpOptions = true)
final class AnnotateCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "File, folder, or - for standard input (default).")
    private List<String> files = List.of("-");

    @Override
    public Integer call() throws IOException, InterruptedException, CommandFailed {
        Clock clock = Clock.systemUTC();
        Printing printing = new Printing(
                spec.commandLine().getOut(), new Console(spec.commandLine().getErr(), Console.isTerminal()), clock);
        Sources sources = new Sources(IngestConfig.DEFAULT_MAX_TEXT_BYTES, Duration.ofSeconds(1), clock);
        for (Source source : SourceArguments.parse(files, false, sources)) {
            source.run(new DirectDelivery(printing, printing.out::flush));
        }
        return printing.refused == 0 ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }

    /** Takes statements from one thread and prints them annotated. */
    private static final class Printing implements Intake {

        private final Annotator annotator = Annotator.standard();
        private final StatementMapper mapper = new StatementMapper(BuildVersion.read());
        private final EventJson json = new EventJson();
        private final PrintWriter out;
        private final Console console;
        private final Clock clock;
        private int refused;

        Printing(PrintWriter out, Console console, Clock clock) {
            this.out = out;
            this.console = console;
            this.clock = clock;
        }

        @Override
        public void take(RawStatement statement, String place) {
            out.println(json.line(event(statement)));
            out.flush();
        }

        private EnrichedStatement event(RawStatement statement) {
            if (statement.getStatus() == StatementStatus.WITHDRAWN) {
                return mapper.withdrawn(statement, null, clock.instant(), 1, List.of());
            }
            Annotations annotations = annotator.annotate(
                    Document.of(statement.getText(), statement.getLanguage(), statement.getIssued()));
            return mapper.enriched(statement, annotations, null, clock.instant(), 1, List.of());
        }

        @Override
        public void refuse(Refusal refusal) {
            refused++;
            console.say("not taken: " + refusal);
        }

        @Override
        public void mend(Notice notice) {
            console.say("note: " + notice);
        }
    }
}
