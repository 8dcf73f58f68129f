// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.feed.module.DCModule;
import com.rometools.rome.feed.module.DCSubject;
import com.rometools.rome.feed.module.Module;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.feed.synd.SyndPerson;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What ROME tells of an item. */
record RomeItem(
        Optional<String> guid,
        boolean permalink,
        Optional<String> link,
        Optional<String> language,
        List<String> categories,
        Optional<String> author) {

    /** RSS 2.0 has an address with the name behind it, in brackets. */
    private static final Pattern ADDRESS_AND_NAME =
            Pattern.compile("[^\\s()]{1,200}@[^\\s()]{1,200} \\(([^()]{1,200})\\)");

    static RomeItem of(Item item) {
        Guid guid = item.getGuid();
        Module dublinCore = item.getModule(DCModule.URI);
        return new RomeItem(
                guid == null ? Optional.empty() : RomeFeed.written(guid.getValue()),
                guid != null && guid.isPermaLink(),
                RomeFeed.written(item.getLink()),
                RomeFeed.language(dublinCore),
                Stream.concat(
                                item.getCategories().stream().map(c -> category(c.getDomain(), c.getValue())),
                                subjects(dublinCore))
                        .filter(category -> !category.isEmpty())
                        .distinct()
                        .toList(),
                RomeFeed.written(item.getAuthor()).map(RomeItem::name).or(() -> creator(dublinCore)));
    }

    static RomeItem of(Entry entry) {
        Module dublinCore = entry.getModule(DCModule.URI);
        return new RomeItem(
                RomeFeed.written(entry.getId()),
                false,
                page(entry.getAlternateLinks()),
                RomeFeed.language(dublinCore),
                Stream.concat(
                                entry.getCategories().stream().map(c -> category(c.getScheme(), c.getTerm())),
                                subjects(dublinCore))
                        .filter(category -> !category.isEmpty())
                        .distinct()
                        .toList(),
                entry.getAuthors().stream()
                        .map(RomeItem::person)
                        .flatMap(Optional::stream)
                        .findFirst()
                        .or(() -> creator(dublinCore)));
    }

    /** Of several, the first that is a page. */
    static Optional<String> page(List<Link> alternates) {
        return alternates.stream()
                .filter(link -> link.getType() == null || link.getType().contains("html"))
                .findFirst()
                .or(() -> alternates.stream().findFirst())
                .flatMap(link -> RomeFeed.written(link.getHref()));
    }

    private static String category(String schemeOrNull, String termOrNull) {
        String term = termOrNull == null ? "" : termOrNull.strip();
        String scheme = schemeOrNull == null ? "" : schemeOrNull.strip();
        if (scheme.isEmpty() || term.isEmpty()) {
            return term;
        }
        return scheme.endsWith("/") || scheme.endsWith("#") || scheme.endsWith(":")
                ? scheme + term
                : scheme + ":" + term;
    }

    private static Stream<String> subjects(Module dublinCoreOrNull) {
        return dublinCoreOrNull == null
                ? Stream.empty()
                : ((DCModule) dublinCoreOrNull)
                        .getSubjects().stream().map(DCSubject::getValue).map(value -> category(null, value));
    }

    private static Optional<String> creator(Module dublinCoreOrNull) {
        return dublinCoreOrNull == null
                ? Optional.empty()
                : RomeFeed.written(((DCModule) dublinCoreOrNull).getCreator());
    }

    private static String name(String author) {
        Matcher both = ADDRESS_AND_NAME.matcher(author);
        return both.matches() ? both.group(1) : author;
    }

    private static Optional<String> person(SyndPerson person) {
        return RomeFeed.written(person.getName()).or(() -> RomeFeed.written(person.getEmail()));
    }
}
