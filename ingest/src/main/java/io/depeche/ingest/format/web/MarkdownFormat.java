// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Draft;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;

/**
 * The format {@code markdown}: a file of CommonMark 0.31, perhaps with front matter, is one statement. Its title is that
 * of the front matter, else its first heading, which is not in the text again. Thread-safe.
 *
 * <p>What is nested deeper than anybody writes is text; a paragraph of nothing but brackets is refused, for the time that
 * it takes grows with the square of their number.
 */
public final class MarkdownFormat implements Format {

    private static final String NAME = "markdown";
    private static final String MEDIA_TYPE = "text/markdown";
    private static final int DEEPEST = 64;
    private static final int MOST_BRACKETS = 1000;

    private final TextLimit limit;
    private final Clock clock;
    private final Parser parser = Parser.builder()
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();

    /** @param clock tells when a statement was received */
    public MarkdownFormat(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(MEDIA_TYPE, "text/x-markdown");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return beginning.root().isEmpty() && MarkdownSigns.in(beginning.text());
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        List<String> notes = new ArrayList<>();
        RawStatement statement;
        try {
            statement = statement(content, document, notes);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), document.place(), note)));
        intake.take(statement, document.place());
    }

    private RawStatement statement(byte[] bytes, Document document, List<String> notes) throws Refused {
        if (bytes.length > limit.longestFile()) {
            throw new Refused("it has " + bytes.length + " bytes", limit.wayOut());
        }
        Decoder.Decoded decoded = Decoder.decode(bytes, document.charset());
        decoded.guess().ifPresent(notes::add);
        CleanText clean = CleanText.of(decoded.text());
        clean.refuseBinary(decoded.text().length());
        notes.addAll(clean.notes("the text"));
        FrontMatter front = FrontMatter.read(clean.text());
        notes.addAll(front.notes());
        refuseBrackets(front.text());

        Map<Field, String> fields = new EnumMap<>(Field.class);
        fields.putAll(front.fields());
        fields.put(Field.MEDIA_TYPE, MEDIA_TYPE);
        String text = text(parser.parse(front.text()), fields);
        limit.check(text);
        return new Draft(fields, List.of(), text).statement(document, NAME, decoded.charset(), bytes, clock.instant());
    }

    /** Puts the title into the fields where they have none. */
    private static String text(Node root, Map<Field, String> fields) throws Refused {
        Node heading = heading(root);
        String headline = heading == null
                ? ""
                : CleanText.line(MarkdownText.of(heading, null)).text();
        if (!headline.isEmpty()) {
            fields.putIfAbsent(Field.TITLE, headline);
        }
        boolean repeated = headline.equals(fields.get(Field.TITLE));
        // Entities may stand for anything.
        String text =
                CleanText.of(MarkdownText.of(root, repeated ? heading : null)).text();
        return text.isEmpty() ? CleanText.of(MarkdownText.of(root, null)).text() : text;
    }

    /** The first block, or the first of the first level; null where there is none. */
    private static Node heading(Node root) {
        if (root.getFirstChild() instanceof Heading first) {
            return first;
        }
        for (Node block = root.getFirstChild(); block != null; block = block.getNext()) {
            if (block instanceof Heading heading && heading.getLevel() == 1) {
                return heading;
            }
        }
        return null;
    }

    private static void refuseBrackets(String text) throws Refused {
        int line = 1;
        int brackets = 0;
        boolean blank = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n') {
                line++;
                brackets = blank ? 0 : brackets;
                blank = true;
            } else {
                blank = blank && (c == ' ' || c == '\t');
                brackets += c == '[' ? 1 : 0;
            }
            if (brackets > MOST_BRACKETS) {
                throw new Refused(
                        "it has a paragraph with more than " + MOST_BRACKETS + " brackets (line " + line
                                + " of its text)",
                        "put empty lines between its paragraphs, or send it as text/plain");
            }
        }
    }
}
