// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.view;

import io.depeche.event.Attribution;
import io.depeche.event.DateExpression;
import io.depeche.event.EnrichedStatement;
import io.depeche.event.Entity;
import io.depeche.event.EntityType;
import io.depeche.event.Figure;
import io.depeche.event.FigureChange;
import io.depeche.event.FigureValue;
import io.depeche.event.Mention;
import io.depeche.event.Qualifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An enriched statement for people: the text with what was found in it marked, then figures, dates and entities. With
 * or without ANSI colours. Thread-safe.
 */
public final class StatementView {

    private static final String RESET = "\u001b[0m";
    private static final String BOLD = "\u001b[1m";
    private static final String DIM = "\u001b[2m";
    private static final String FIGURE = "\u001b[1;33m";
    private static final String DATE = "\u001b[34m";
    private static final Map<EntityType, String> ENTITIES = Map.of(
            EntityType.PERSON, "\u001b[1;36m",
            EntityType.ORGANISATION, "\u001b[35m",
            EntityType.LOCATION, "\u001b[32m",
            EntityType.EVENT, "\u001b[36m",
            EntityType.WORK, "\u001b[36m",
            EntityType.OTHER, "\u001b[36m");

    private static final Map<Qualifier, String> QUALIFIERS = Map.of(
            Qualifier.EXACT, "",
            Qualifier.ABOUT, "~ ",
            Qualifier.MORE_THAN, "> ",
            Qualifier.LESS_THAN, "< ",
            Qualifier.AT_LEAST, "≥ ",
            Qualifier.AT_MOST, "≤ ",
            Qualifier.NEARLY, "≲ ");

    private final boolean colours;

    private record Mark(int start, int end, String colour) {}

    public StatementView(boolean colours) {
        this.colours = colours;
    }

    /** The statement as lines of text, with a line end behind the last. */
    public String render(EnrichedStatement statement) {
        StringBuilder out = new StringBuilder();
        out.append(coloured(BOLD, statement.getTitle() == null ? statement.getId() : clean(statement.getTitle())))
                .append('\n')
                .append(coloured(DIM, headline(statement)))
                .append('\n');
        out.append(markedText(statement)).append('\n');
        statement.getChanges().forEach(change -> line(out, "change", change(change)));
        statement.getFigures().forEach(figure -> line(out, "figure", figure(figure, statement)));
        statement.getAttributions().forEach(attribution -> line(out, "said", said(attribution)));
        for (DateExpression date : statement.getDates()) {
            line(out, "date", coloured(DATE, clean(date.getText())) + " = " + date.getValue());
        }
        statement.getEntities().forEach(entity -> line(out, "entity", entity(entity)));
        return out.append('\n').toString();
    }

    private static void line(StringBuilder out, String label, String content) {
        out.append("  ").append(label).append("  ").append(content).append('\n');
    }

    private static String headline(EnrichedStatement statement) {
        List<String> parts = new ArrayList<>();
        parts.add(statement.getSource());
        if (statement.getIssued() != null) {
            parts.add(statement.getIssued());
        }
        parts.add(statement.getLanguage());
        parts.add(statement.getStatus() + " revision " + statement.getRevision());
        parts.add(statement.getId());
        return clean(String.join(" · ", parts));
    }

    private String figure(Figure figure, EnrichedStatement statement) {
        StringBuilder line = new StringBuilder(QUALIFIERS.get(figure.getQualifier()))
                .append(coloured(FIGURE, clean(figure.getText())));
        if (figure.getCounted() != null) {
            line.append(' ').append(clean(figure.getCounted().getText()));
        }
        if (figure.getOwner() != null) {
            line.append(" of ").append(clean(figure.getOwner().getText()));
        }
        if (figure.getAttribution() != null) {
            Attribution attribution = statement.getAttributions().get(figure.getAttribution());
            if (attribution.getSpeakerText() != null) {
                line.append(", says ").append(clean(attribution.getSpeakerText().getText()));
            }
        }
        return line.toString();
    }

    private static String said(Attribution attribution) {
        String speaker = attribution.getSpeakerText() == null
                ? "nobody named"
                : clean(attribution.getSpeakerText().getText());
        return speaker + (attribution.getNegated() ? " did not: " : ": ") + attribution.getAct() + " "
                + clean(attribution.getContent().getText()).replace('\n', ' ');
    }

    private static String change(FigureChange change) {
        return switch (change.getType()) {
            case ADDED -> "+ " + value(change.getAfter());
            case REMOVED -> "- " + value(change.getBefore());
            case ALTERED -> value(change.getBefore()) + " -> " + value(change.getAfter());
        };
    }

    private static String value(FigureValue value) {
        return clean(value.getText() + (value.getCounted() == null ? "" : " " + value.getCounted()));
    }

    private String entity(Entity entity) {
        String roles = entity.getRoles().stream()
                .map(role -> clean(role.getText()))
                .distinct()
                .collect(Collectors.joining(", "));
        return coloured(ENTITIES.get(entity.getType()), clean(entity.getName()))
                + " " + entity.getType()
                + (entity.getLink() == null ? "" : " " + entity.getLink())
                + (roles.isEmpty() ? "" : " (" + roles + ")")
                + (entity.getMentions().size() > 1 ? " ×" + entity.getMentions().size() : "");
    }

    /** The text with marks; where two overlap the one that starts first, then the longer one, is shown. */
    private String markedText(EnrichedStatement statement) {
        String text = statement.getText();
        if (!colours) {
            return clean(text);
        }
        List<Mark> marks = new ArrayList<>();
        statement.getFigures().forEach(figure -> marks.add(new Mark(figure.getStart(), figure.getEnd(), FIGURE)));
        statement.getDates().forEach(date -> marks.add(new Mark(date.getStart(), date.getEnd(), DATE)));
        for (Entity entity : statement.getEntities()) {
            for (Mention mention : entity.getMentions()) {
                marks.add(new Mark(mention.getStart(), mention.getEnd(), ENTITIES.get(entity.getType())));
            }
        }
        marks.sort(Comparator.comparingInt(Mark::start)
                .thenComparing(Comparator.comparingInt(Mark::end).reversed()));
        StringBuilder out = new StringBuilder(text.length() + 16 * marks.size());
        int done = 0;
        int doneChars = 0;
        for (Mark mark : marks) {
            if (mark.start() < done) {
                continue;
            }
            int start = text.offsetByCodePoints(doneChars, mark.start() - done);
            int end = text.offsetByCodePoints(start, mark.end() - mark.start());
            out.append(clean(text.substring(doneChars, start)));
            out.append(coloured(mark.colour(), clean(text.substring(start, end))));
            done = mark.end();
            doneChars = end;
        }
        return out.append(clean(text.substring(doneChars))).toString();
    }

    private String coloured(String colour, String text) {
        return colours ? colour + text + RESET : text;
    }

    /** A text from outside must not steer the terminal: control characters become visible ones. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c)
                .forEach(clean::appendCodePoint);
        return clean.toString();
    }
}
