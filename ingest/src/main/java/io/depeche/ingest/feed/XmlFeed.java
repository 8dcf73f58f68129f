// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** Reads a feed in XML. Serves one feed. */
final class XmlFeed {

    private final Charset charset;
    private final List<String> notes;
    private final String base;

    /** @param notes gets what was mended or left out */
    XmlFeed(Charset charset, List<String> notes, String base) {
        this.charset = charset;
        this.notes = notes;
        this.base = base;
    }

    Feed read(String text) throws FeedException {
        FeedDocument document = FeedDocument.parse(text, notes);
        RomeFeed rome = RomeFeed.read(document, base);
        Optional<String> language = rome.language().or(() -> language(document));
        List<FeedItem> items = new ArrayList<>(document.items().size());
        for (int i = 0; i < document.items().size(); i++) {
            items.add(new XmlItem(document, document.items().get(i), base)
                    .read(rome.items().get(i), language));
        }
        return new Feed(
                document.format(),
                title(document),
                firstText(document, "id"),
                rome.url(),
                language,
                rome.ttl().or(() -> UpdatePeriod.of(document)),
                rome.skipHours(),
                rome.skipDays(),
                hub(document),
                charset,
                items,
                notes);
    }

    private static Optional<String> language(FeedDocument document) {
        return document.heads().stream()
                .flatMap(head -> XmlItem.language(head).stream())
                .findFirst();
    }

    private static String title(FeedDocument document) {
        return document.head("title").stream()
                .findFirst()
                .or(() -> document.head("dc:title").stream().findFirst())
                .map(title -> TextConstruct.line(TextConstruct.read(title, FeedText.PLAIN, document.isAtom())))
                .orElse("");
    }

    private static Optional<String> firstText(FeedDocument document, String name) {
        return document.head(name).stream()
                .map(found -> found.getTextContent().strip())
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private Optional<String> hub(FeedDocument document) {
        return document.heads().stream()
                .flatMap(head ->
                        document
                                .names()
                                .children(head, name -> name.equals("link") || name.equals("atom:link"))
                                .stream())
                .filter(link ->
                        FeedNames.attribute(link, "rel").filter("hub"::equals).isPresent())
                .flatMap(link -> address(link).stream())
                .findFirst();
    }

    private Optional<String> address(Element link) {
        return FeedNames.attribute(link, "href").map(href -> BaseUrl.resolve(BaseUrl.at(link, base), href));
    }
}
