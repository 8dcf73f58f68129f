// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Draft;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.LanguageTag;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes statements of a feed's items: the text of the content, else of the summary, else the title. An item is told apart
 * by its guid, else its link, else its text. Thread-safe.
 */
public final class FeedStatements {

    private final TextLimit limit;
    private final Clock clock;

    /**
     * @param limit of an item's text
     * @param clock tells when a statement was received
     */
    public FeedStatements(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /**
     * Hands on each item as a statement, or refuses it; and what the feed's notes say.
     *
     * @param document where the feed came from; its item id names no item and is not used
     */
    public void read(Feed feed, Document document, Intake intake) {
        feed.notes().forEach(note -> intake.mend(new Notice(document.source(), document.place(), note)));
        for (int i = 0; i < feed.items().size(); i++) {
            String place = document.place() + ", item " + (i + 1);
            List<String> notes = new ArrayList<>();
            try {
                RawStatement statement = statement(feed, feed.items().get(i), document, notes);
                notes.forEach(note -> intake.mend(new Notice(document.source(), place, note)));
                intake.take(statement, place);
            } catch (Refused e) {
                intake.refuse(e.at(document.source(), place));
            }
        }
    }

    /**
     * The statement of one item.
     *
     * @param notes gets what was mended or left out
     * @throws Refused where it has neither text nor title, or too long a text
     */
    public RawStatement statement(Feed feed, FeedItem item, Document document, List<String> notes) throws Refused {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        item.guid().ifPresent(guid -> put(fields, Field.ID, guid));
        item.url().ifPresent(url -> put(fields, Field.URL, url));
        item.title().ifPresent(title -> put(fields, Field.TITLE, title));
        item.issued().or(item::updated).ifPresent(date -> put(fields, Field.ISSUED, date));
        item.rights().ifPresent(rights -> put(fields, Field.RIGHTS, rights));
        item.text().ifPresent(text -> put(fields, Field.MEDIA_TYPE, text.mediaType()));
        language(item, notes).ifPresent(tag -> put(fields, Field.LANGUAGE, tag));
        // The feed's own id, that of a file it lies in, would be the same for all of its items.
        Document anonymous = new Document(document.source(), document.place(), null);
        return new Draft(fields, categories(item), text(item, notes))
                .statement(
                        anonymous,
                        feed.format(),
                        feed.charset(),
                        item.original().getBytes(StandardCharsets.UTF_8),
                        clock.instant());
    }

    private String text(FeedItem item, List<String> notes) throws Refused {
        Optional<FeedText> written = item.text();
        if (written.isPresent() && written.get().value().length() > limit.longestFile()) {
            throw new Refused("its text has " + written.get().value().length() + " characters", limit.wayOut());
        }
        String plain = written.isPresent() ? written.get().plain() : "";
        String raw = plain.isBlank() ? item.title().orElse("") : plain;
        CleanText text = CleanText.of(raw);
        text.refuseBinary(raw.length());
        limit.check(text.text());
        notes.addAll(text.notes("the text"));
        return text.text();
    }

    private static Optional<String> language(FeedItem item, List<String> notes) {
        Optional<String> tag = item.language().flatMap(LanguageTag::canonical);
        if (item.language().isPresent() && tag.isEmpty()) {
            notes.add("its language is " + Quoted.of(item.language().get())
                    + ", which is no BCP 47 tag (fr, pt-BR): dropped, the language will be told from the text");
        }
        return tag;
    }

    private static List<String> categories(FeedItem item) {
        return item.categories().stream()
                .map(category -> CleanText.line(category).text())
                .filter(category -> !category.isEmpty())
                .toList();
    }

    private static void put(Map<Field, String> fields, Field field, String value) {
        String clean = CleanText.line(value).text();
        if (!clean.isEmpty()) {
            fields.put(field, clean);
        }
    }
}
