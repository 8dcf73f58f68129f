// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.push;

import io.depeche.event.RawStatement;
import io.depeche.ingest.IngestConfig;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.DocumentLimit;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Statements as long as press statements are: cuttings of press releases and news, English and French in turn. */
final class PressStatements {

    private static final int SHORTEST = 2000;
    private static final int LONGEST = 3000;

    private PressStatements() {}

    /** As bodies of JSON lines. */
    static List<byte[]> bodies(int statements, int inABody) throws IOException {
        String[] texts = {text("english"), text("french")};
        String[] languages = {"en", "fr"};
        List<byte[]> bodies = new ArrayList<>();
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < statements; i++) {
            String text = texts[i % 2];
            int length = SHORTEST + i * 7 % (LONGEST - SHORTEST);
            int from = (int) (i * 37L % (text.length() - length));
            body.append("{\"id\":\"bench-").append(i);
            body.append("\",\"url\":\"https://press.example/statements/").append(i);
            body.append("\",\"title\":\"")
                    .append(escaped(text.substring(from, from + 60).replace('\n', ' ')));
            body.append("\",\"language\":\"").append(languages[i % 2]);
            body.append("\",\"issued\":\"2026-02-03T10:00:00Z\",\"text\":\"");
            body.append(escaped(text.substring(from, from + length))).append("\"}\n");
            if ((i + 1) % inABody == 0) {
                bodies.add(body.toString().getBytes(StandardCharsets.UTF_8));
                body.setLength(0);
            }
        }
        return bodies;
    }

    /** What the endpoint makes of the bodies. */
    static List<RawStatement> of(List<byte[]> bodies) throws IOException {
        List<RawStatement> statements = new ArrayList<>();
        StatementReader reader = new StatementReader(
                IngestConfig.DEFAULT_MAX_TEXT_BYTES, DocumentLimit.DEFAULT_BYTES, List.of(), Clock.systemUTC());
        Intake intake = new Intake() {
            @Override
            public void take(RawStatement statement, String place) {
                statements.add(statement);
            }

            @Override
            public void refuse(Refusal refusal) {
                throw new IllegalStateException(refusal.toString());
            }

            @Override
            public void mend(Notice notice) {
                throw new IllegalStateException(notice.toString());
            }
        };
        for (byte[] body : bodies) {
            reader.read(
                    new ByteArrayInputStream(body),
                    "application/x-ndjson",
                    new Document("push", "/statements", null),
                    intake);
        }
        return statements;
    }

    private static String text(String language) throws IOException {
        String resource = "/io/depeche/bench/speed/" + language + ".txt";
        try (InputStream in = PressStatements.class.getResourceAsStream(resource)) {
            // Cut anywhere, a pair of surrogates would be two halves.
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replaceAll("=== .*\n", "")
                    .replaceAll("[\\p{Cntrl}&&[^\n]]+|[^\\x{0}-\\x{FFFF}]", " ");
        }
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
    }
}
