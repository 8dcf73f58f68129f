// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.xml.SafeXml;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A feed as ROME reads it: RSS 2.0 or Atom 1.0 in their own namespaces, with what is asked of ROME and nothing that it
 * would refuse the whole feed for. Texts and dates are not in it, for ROME drops the elements in a text of RSS and the
 * precision of a date.
 */
final class RomeShape {

    private static final Pattern HOUR = Pattern.compile("0?\\d|1\\d|2[0-4]");
    private static final Pattern DAY =
            Pattern.compile("(?:mon|tues|wednes|thurs|fri|satur|sun)day", Pattern.CASE_INSENSITIVE);
    private static final Pattern COUNT = Pattern.compile("\\d{1,6}");

    private final FeedDocument feed;
    private final String base;
    private final Document shape = SafeXml.emptyDocument();

    private RomeShape(FeedDocument feed, String base) {
        this.feed = feed;
        this.base = base;
    }

    /** With one item for each of the feed's, in the same order. */
    static Document of(FeedDocument feed, String base) {
        return new RomeShape(feed, base).document();
    }

    private Document document() {
        Element root = (Element) shape.appendChild(shape.createElementNS(namespace(), feed.isAtom() ? "feed" : "rss"));
        Element head = root;
        if (!feed.isAtom()) {
            root.setAttribute("version", "2.0");
            head = add(root, "channel");
        }
        head(head);
        for (Element item : feed.items()) {
            item(item, add(head, feed.isAtom() ? "entry" : "item"));
        }
        return shape;
    }

    private String namespace() {
        return feed.isAtom() ? FeedNames.ATOM : null;
    }

    private void head(Element head) {
        for (String name : new String[] {"language", "dc:language"}) {
            feed.head(name).stream().limit(1).forEach(found -> add(head, name, text(found)));
        }
        feed.head("ttl").stream()
                .map(RomeShape::text)
                .filter(COUNT.asMatchPredicate())
                .limit(1)
                .forEach(minutes -> add(head, "ttl", minutes));
        skip(head, "skiphours", "hour", HOUR);
        skip(head, "skipdays", "day", DAY);
        feed.heads().stream().limit(1).forEach(described -> links(described, head));
    }

    private void skip(Element head, String list, String entry, Pattern allowed) {
        for (Element found : feed.head(list)) {
            Element copy = add(head, list);
            feed.names().children(found, entry::equals).stream()
                    .map(RomeShape::text)
                    .filter(allowed.asMatchPredicate())
                    .limit(24)
                    .forEach(value -> add(copy, entry, value.toLowerCase(Locale.ROOT)));
        }
    }

    private void item(Element item, Element copy) {
        links(item, copy);
        guid(item, copy);
        for (Element child : feed.names().children(item, name -> true)) {
            String name = feed.names().of(child);
            switch (name) {
                case "author" -> author(child, copy);
                case "category" -> category(child, copy);
                case "dc:creator", "dc:subject", "dc:language" -> add(copy, name, text(child));
                default -> {
                    // Read elsewhere, or not at all.
                }
            }
        }
    }

    private void guid(Element item, Element copy) {
        Optional<Element> named = feed.names().children(item, name -> name.equals("guid") || name.equals("id")).stream()
                .filter(child -> !text(child).isEmpty())
                .findFirst();
        if (named.isPresent()) {
            Element guid = add(copy, feed.isAtom() ? "id" : "guid", text(named.get()));
            FeedNames.attribute(named.get(), "isPermaLink").ifPresent(value -> set(guid, "isPermaLink", value));
        } else {
            FeedNames.attribute(item, "rdf:about").ifPresent(about -> {
                Element guid = add(copy, feed.isAtom() ? "id" : "guid", about);
                set(guid, "isPermaLink", "false");
            });
        }
    }

    private void links(Element parent, Element copy) {
        FeedNames.attribute(parent, "href").ifPresent(href -> link(copy, parent, href));
        for (Element link : feed.names().children(parent, name -> name.equals("link") || name.equals("atom:link"))) {
            Optional<String> href = FeedNames.attribute(link, "href");
            if (feed.isAtom()) {
                href.or(() -> Optional.of(text(link)).filter(text -> !text.isEmpty()))
                        .ifPresent(url -> link(copy, link, url));
            } else if (isAlternate(link)) {
                Optional.of(text(link))
                        .filter(text -> !text.isEmpty())
                        .or(() -> href)
                        .ifPresent(url -> link(copy, link, url));
            }
        }
    }

    private static boolean isAlternate(Element link) {
        return FeedNames.attribute(link, "rel").map("alternate"::equals).orElse(true);
    }

    private void link(Element copy, Element from, String url) {
        String absolute = BaseUrl.resolve(BaseUrl.at(from, base), url);
        if (!feed.isAtom()) {
            add(copy, "link", absolute);
            return;
        }
        Element link = add(copy, "link");
        set(link, "href", absolute);
        for (String name : new String[] {"rel", "type"}) {
            FeedNames.attribute(from, name).ifPresent(value -> set(link, name, value));
        }
    }

    private void author(Element author, Element copy) {
        if (!feed.isAtom()) {
            add(copy, "author", text(author));
            return;
        }
        Element person = add(copy, "author");
        for (String name : new String[] {"name", "email"}) {
            feed.names().child(author, name).ifPresent(found -> add(person, name, text(found)));
        }
    }

    private void category(Element category, Element copy) {
        Element added = add(copy, "category", text(category));
        for (String name : new String[] {"domain", "term", "scheme", "label"}) {
            FeedNames.attribute(category, name).ifPresent(value -> set(added, name, value));
        }
    }

    private Element add(Element parent, String name) {
        int colon = name.indexOf(':') + 1;
        String uri = colon == 0 ? namespace() : FeedNames.DC;
        return (Element)
                parent.appendChild(shape.createElementNS(uri, name.substring(0, colon) + camel(name.substring(colon))));
    }

    private static void set(Element element, String name, String value) {
        element.setAttribute(name, Unicodes.ofXml(value));
    }

    private Element add(Element parent, String name, String text) {
        Element added = add(parent, name);
        added.appendChild(shape.createTextNode(Unicodes.ofXml(text)));
        return added;
    }

    private static String camel(String name) {
        return switch (name) {
            case "skiphours" -> "skipHours";
            case "skipdays" -> "skipDays";
            default -> name;
        };
    }

    private static String text(Element element) {
        return Unicodes.withoutControls(element.getTextContent()).strip();
    }
}
