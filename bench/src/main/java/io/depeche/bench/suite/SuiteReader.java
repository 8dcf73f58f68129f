// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.depeche.enrich.text.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads files of cases: UTF-8 with a byte order mark, an array of {@code Input}, {@code Context}, {@code Results}.
 *
 * <p>The suite runs against that library's ports to several platforms; a case that its reference platform, .NET, does
 * not support has no agreed result and is left out.
 */
final class SuiteReader {

    private static final String REFERENCE_PLATFORM = "dotnet";

    private final ObjectMapper json = new ObjectMapper();

    /** The supported cases of a file, in order. */
    List<SuiteCase> read(Path file) throws IOException {
        String content = Files.readString(file);
        List<SuiteCase> cases = new ArrayList<>();
        for (JsonNode node : json.readTree(content.startsWith("\uFEFF") ? content.substring(1) : content)) {
            if (isSupported(node)) {
                cases.add(suiteCase(node));
            }
        }
        return cases;
    }

    private static boolean isSupported(JsonNode node) {
        String platforms = node.path("NotSupported").asText() + ","
                + node.path("NotSupportedByDesign").asText();
        for (String platform : platforms.split(",", -1)) {
            if (platform.strip().equalsIgnoreCase(REFERENCE_PLATFORM)) {
                return false;
            }
        }
        return true;
    }

    private static SuiteCase suiteCase(JsonNode node) {
        String input = node.path("Input").asText();
        String reference = node.path("Context").path("ReferenceDateTime").asText("");
        List<Expected> expected = new ArrayList<>();
        int from = 0;
        for (JsonNode result : node.path("Results")) {
            Expected next = expected(input, result, from);
            expected.add(next);
            from = next.span().end();
        }
        return new SuiteCase(input, reference.isEmpty() ? null : reference, List.copyOf(expected));
    }

    private static Expected expected(String input, JsonNode result, int from) {
        JsonNode resolution = result.has("Resolution") ? result.get("Resolution") : result.path("Value");
        String text = result.path("Text").asText();
        return new Expected(
                text,
                place(input, text, result, from),
                first(result, "TypeName", "Typename", "Type"),
                first(resolution, "value"),
                first(resolution, "unit"),
                first(resolution, "isoCurrency"),
                candidates(resolution));
    }

    private static List<Candidate> candidates(JsonNode resolution) {
        List<Candidate> candidates = new ArrayList<>();
        for (JsonNode value : resolution.path("values")) {
            candidates.add(candidate(first(value, "timex"), value));
        }
        String timex = first(resolution, "Timex");
        if (timex != null) {
            candidates.add(candidate(timex, resolution.path("FutureResolution")));
            candidates.add(candidate(timex, resolution.path("PastResolution")));
        }
        return List.copyOf(candidates);
    }

    private static Candidate candidate(String timex, JsonNode values) {
        return new Candidate(
                timex,
                first(values, "value", "date", "dateTime", "time"),
                first(values, "start", "startDate", "startDateTime", "startTime"),
                first(values, "end", "endDate", "endDateTime", "endTime"));
    }

    private static String first(JsonNode node, String... fields) {
        for (String field : fields) {
            JsonNode value = node.path(field);
            // The suite writes the null of a bare "percent" as a word, too.
            if (value.isValueNode() && !value.isNull() && !value.asText().equals("null")) {
                return value.asText();
            }
        }
        return null;
    }

    /** Offsets are missing or off in some cases, so the words decide where they can be found. */
    private static Span place(String input, String text, JsonNode result, int from) {
        int stated = result.path("Start").asInt(-1);
        if (stated >= 0 && input.regionMatches(true, stated, text, 0, text.length())) {
            return new Span(stated, stated + text.length());
        }
        String lower = input.toLowerCase(Locale.ROOT);
        int found = lower.indexOf(text.toLowerCase(Locale.ROOT), from);
        return found >= 0 && !text.isEmpty() ? new Span(found, found + text.length()) : new Span(0, input.length());
    }
}
