// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.event.StatementStatus;
import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.LanguageTag;
import io.depeche.ingest.format.Quoted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One item of a wire as it is put together, in IPTC's terms. What is blank counts as not said, what is ill-formed is
 * dropped with a note, and of several values for one field the first one stands. Not thread-safe.
 */
final class WireItem {

    private final Map<Field, String> fields = new EnumMap<>(Field.class);
    private final Set<String> categories = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private StatementStatus status = StatementStatus.NEW;
    private boolean withheld;
    private boolean embargoed;
    private Optional<String> embargoEnd = Optional.empty();
    private Optional<String> dateline = Optional.empty();
    private String text = "";

    WireItem set(Field field, Optional<String> value) {
        value.map(v -> clean(v, "the field " + field))
                .filter(v -> !v.isEmpty())
                .ifPresent(v -> fields.putIfAbsent(field, v));
        return this;
    }

    /** The id, which is where the item can be read, too, if it is a web address. */
    WireItem id(Optional<String> id) {
        set(Field.ID, id);
        return set(Field.URL, id.filter(i -> i.startsWith("https://") || i.startsWith("http://")));
    }

    WireItem category(String category) {
        String clean = clean(category, "a category");
        if (!clean.isEmpty()) {
            categories.add(clean);
        }
        return this;
    }

    WireItem language(Optional<String> tag) {
        tag.filter(t -> !fields.containsKey(Field.LANGUAGE)).ifPresent(t -> {
            Optional<String> canonical = LanguageTag.canonical(t.strip());
            if (canonical.isEmpty()) {
                notes.add("its language is " + Quoted.of(t) + ", which is no BCP 47 tag (fr, pt-BR): dropped, the"
                        + " language will be told from the text");
            }
            set(Field.LANGUAGE, canonical);
        });
        return this;
    }

    WireItem issued(Optional<String> date) {
        date.filter(d -> !d.isBlank() && !fields.containsKey(Field.ISSUED)).ifPresent(d -> {
            Optional<String> iso = WireDate.of(d);
            if (iso.isEmpty()) {
                notes.add("its date " + Quoted.of(d) + " is no date in ISO 8601: dropped");
            }
            set(Field.ISSUED, iso);
        });
        return this;
    }

    /** What the provider allows and forbids, notice before terms. */
    WireItem rights(Optional<String> notice, Optional<String> terms) {
        String both = clean(notice.orElse(""), "the rights");
        String behind = clean(terms.orElse(""), "the rights");
        boolean apart = !both.isEmpty() && !behind.isEmpty();
        String between = !apart ? "" : both.endsWith(".") ? " " : ". ";
        return set(Field.RIGHTS, Optional.of(both + between + behind));
    }

    /**
     * A publishing status: a concept of IPTC's {@code pubstatusg2} (usable, withheld, canceled) or NITF's {@code
     * management-status}. An item that is withheld or canceled is to be taken back where it has been published.
     */
    WireItem pubStatus(Optional<String> concept) {
        concept.filter(c -> !c.isBlank()).ifPresent(c -> {
            switch (Concepts.code(c)) {
                case "usable" -> {}
                case "canceled", "cancelled" -> status = StatementStatus.WITHDRAWN;
                case "withheld" -> {
                    status = StatementStatus.WITHDRAWN;
                    withheld = true;
                }
                case "embargoed" -> embargoed = true;
                default ->
                    notes.add("its publishing status is " + Quoted.of(c)
                            + ", not usable, withheld or canceled: taken as usable");
            }
        });
        return this;
    }

    /** A signal: a concept of IPTC's {@code signal}, or an agency's own one that takes the item back. */
    WireItem signal(String concept) {
        switch (Concepts.code(concept)) {
            case "kill", "cancel", "canceled", "cancelled", "withdraw", "withdrawal", "withdrawn", "retract" ->
                status = StatementStatus.WITHDRAWN;
            case "correction" -> status = status == StatementStatus.WITHDRAWN ? status : StatementStatus.CORRECTION;
            case "update" -> status = status == StatementStatus.NEW ? StatementStatus.UPDATE : status;
            default -> {
                // Advice to editors, such as a content warning, which no statement carries.
            }
        }
        return this;
    }

    /** @param end until when; blank where the provider will say that later */
    WireItem embargo(Optional<String> end) {
        end.ifPresent(e -> {
            embargoed = true;
            embargoEnd = Optional.of(e.strip()).filter(date -> !date.isEmpty());
        });
        return this;
    }

    WireItem dateline(Optional<String> line) {
        dateline = dateline.or(() -> line.map(l -> clean(l, "the dateline")));
        return this;
    }

    WireItem text(String body) {
        text = body;
        return this;
    }

    WireItem note(String note) {
        notes.add(note);
        return this;
    }

    boolean hasText() {
        return !text.isBlank();
    }

    boolean isWithdrawn() {
        return status == StatementStatus.WITHDRAWN;
    }

    /** When its embargo ends, where that is known and to come. */
    Optional<Instant> embargoEnd(Instant now) {
        return embargoed
                ? embargoEnd.flatMap(WireDate::of).map(WireDate::begun).filter(end -> end.isAfter(now))
                : Optional.empty();
    }

    /** Why nobody can tell when it may go out, where it is under such an embargo. */
    Optional<String> openEmbargo() {
        if (!embargoed || embargoEnd.flatMap(WireDate::of).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(embargoEnd
                .map(e -> "it is under embargo until " + Quoted.of(e) + ", which is no date in ISO 8601")
                .orElse("it is under embargo, and it doesn't say until when"));
    }

    /** The text with the dateline before it, unless it begins with that; none where it must not be read by anybody. */
    String statementText(Instant now) {
        boolean embargo = embargoEnd(now).isPresent() || openEmbargo().isPresent();
        if (withheld || isWithdrawn() && embargo) {
            return "";
        }
        String body = withoutTitle();
        return dateline.filter(line -> !body.isEmpty() && !Dateline.begins(body, line))
                .map(line -> line + "\n\n" + body)
                .orElse(body);
    }

    /** Some bodies repeat the headline as their first paragraph. */
    private String withoutTitle() {
        String body = CleanText.trim(text);
        String title = fields.get(Field.TITLE);
        int end = body.indexOf('\n');
        return title != null
                        && end > 0
                        && CleanText.trim(body.substring(0, end)).equals(title)
                ? CleanText.trim(body.substring(end))
                : body;
    }

    Map<Field, String> fields() {
        Map<Field, String> all = new EnumMap<>(fields);
        all.put(Field.STATUS, status.name());
        return all;
    }

    List<String> categories() {
        return List.copyOf(categories);
    }

    List<String> notes() {
        return notes;
    }

    /** What to call it in messages. */
    String called() {
        String id = fields.get(Field.ID);
        return id == null ? "an item without an id" : "item " + Quoted.of(id);
    }

    private String clean(String raw, String what) {
        CleanText clean = CleanText.line(raw);
        notes.addAll(clean.notes(what));
        return clean.text().replaceAll(" {2,}", " ");
    }
}
