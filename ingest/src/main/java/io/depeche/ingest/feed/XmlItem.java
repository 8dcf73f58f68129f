// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Reads one item or entry: its texts and dates from its elements, the rest from ROME. */
final class XmlItem {

    /** Texts that are the whole item, whatever else it has. */
    private static final Set<String> CONTENTS =
            Set.of("content:encoded", "xhtml:body", "fullitem", "body", "content", "atom:content");
    /** Texts that are a summary, the first of them; a second one says more than that. */
    private static final Set<String> SUMMARIES = Set.of("description", "summary", "abstract", "atom:summary");

    private final FeedDocument feed;
    private final Element item;
    private final String base;

    XmlItem(FeedDocument feed, Element item, String base) {
        this.feed = feed;
        this.item = item;
        this.base = base;
    }

    FeedItem read(RomeItem rome, Optional<String> feedLanguage) {
        List<Element> summaries = texts(SUMMARIES);
        Optional<Element> summary = summaries.stream().findFirst().or(this::fallback);
        Optional<Element> content = texts(CONTENTS).stream().findFirst().or(() -> second(summaries));
        return new FeedItem(
                rome.guid(),
                rome.permalink(),
                rome.link()
                        .or(() -> rome.guid().filter(guid -> rome.permalink()).map(this::absolute)),
                title(),
                content.map(this::text),
                summary.map(this::text),
                published(),
                updated(),
                content.or(() -> summary)
                        .flatMap(XmlItem::language)
                        .or(() -> language(item))
                        .or(rome::language)
                        .or(() -> feedLanguage),
                plain("rights").or(() -> plain("copyright")).or(() -> plain("dc:rights")),
                rome.categories(),
                rome.author().or(() -> plain("dc:author")).or(() -> plain("itunes:author")),
                Markup.of(item));
    }

    private String absolute(String guid) {
        return BaseUrl.resolve(BaseUrl.at(item, base), guid);
    }

    /** Elements of these names that are not empty. */
    private List<Element> texts(Set<String> names) {
        return feed.names().children(item, names::contains).stream()
                .filter(element -> TextConstruct.hasElements(element)
                        || !element.getTextContent().isBlank())
                .toList();
    }

    /** A summary that a module gives. */
    private Optional<Element> fallback() {
        Set<String> modules = Set.of("dc:description", "itunes:summary", "media:description");
        return Stream.concat(
                        texts(modules).stream(),
                        feed.names().children(item, "media:group"::equals).stream()
                                .flatMap(group -> feed.names().children(group, modules::contains).stream()))
                .findFirst();
    }

    private static Optional<Element> second(List<Element> elements) {
        return elements.stream().skip(1).findFirst();
    }

    private FeedText text(Element element) {
        boolean atom = feed.isAtom() || feed.names().of(element).startsWith("atom:");
        return TextConstruct.read(element, atom ? FeedText.PLAIN : FeedText.HTML, atom);
    }

    private Optional<String> title() {
        return plain("title")
                .or(() -> plain("dc:title"))
                .or(() -> plain("atom:title"))
                .or(() -> plain("media:title"));
    }

    private Optional<String> plain(String name) {
        return texts(Set.of(name)).stream()
                .map(found -> TextConstruct.line(TextConstruct.read(found, FeedText.PLAIN, feed.isAtom())))
                .filter(text -> !text.isEmpty())
                .findFirst();
    }

    private Optional<String> published() {
        return date("published", "pubdate", "issued", "dcterms:issued", "atom:published", "created", "dcterms:created");
    }

    private Optional<String> updated() {
        return date("updated", "modified", "dc:date", "dcterms:modified", "atom:updated", "lastbuilddate")
                .or(() -> FeedNames.attribute(item, "lastmod").flatMap(FeedDates::read));
    }

    /** Of the first of these names that has one; where it is given twice, the later one corrects the one before. */
    private Optional<String> date(String... names) {
        for (String name : names) {
            List<String> dates = new ArrayList<>();
            for (Element element : feed.names().children(item, name::equals)) {
                FeedDates.read(element.getTextContent()).ifPresent(dates::add);
            }
            if (!dates.isEmpty()) {
                return Optional.of(dates.get(dates.size() - 1));
            }
        }
        return Optional.empty();
    }

    /** As XML says it: of the element, or of the one around it. */
    static Optional<String> language(Element element) {
        for (Node node = element; node instanceof Element; node = node.getParentNode()) {
            String tag = ((Element) node).getAttributeNS(XMLConstants.XML_NS_URI, "lang");
            if (!tag.isEmpty()) {
                return RomeFeed.tag(tag);
            }
        }
        return Optional.empty();
    }
}
