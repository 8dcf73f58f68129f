// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** One {@code newsItem} of NewsML-G2, or a {@code contentSet} alone. */
final class G2NewsItem {

    private final Element root;
    private final G2Content content;

    G2NewsItem(Element root) {
        this.root = root;
        List<Element> sets = Dom.name(root).equals("contentSet") ? List.of(root) : Dom.all(root, "contentSet");
        this.content = G2Content.of(sets);
    }

    /** Takes it, refuses it, or says why it is no statement. */
    void deliver(WireDelivery delivery) {
        WireItem item = item();
        boolean elsewhere = content.reason().isPresent() || !isText();
        if (!item.hasText() && !item.isWithdrawn() && elsewhere) {
            delivery.leaveOut(item, content.reason().orElse("it has no text" + itsClass()));
        } else {
            delivery.take(item);
        }
    }

    private WireItem item() {
        WireItem item = new WireItem().text(content.text());
        item.set(Field.MEDIA_TYPE, Optional.of("application/vnd.iptc.g2.newsitem+xml"));
        item.id(Dom.attribute(root, "guid"));
        item.set(Field.VERSION, Dom.attribute(root, "version"));
        item.language(language());
        item.set(Field.TITLE, headline(item).or(content::title).or(() -> Dom.text(root, "itemMeta", "title")));
        item.issued(Dom.text(root, "contentMeta", "contentCreated"));
        item.issued(Dom.text(root, "itemMeta", "versionCreated"));
        item.rights(rights(), Dom.text(root, "rightsInfo", "usageTerms"));
        Dom.all(root, "contentMeta", "subject").forEach(subject -> subject(subject, item));
        item.dateline(Dom.text(root, "contentMeta", "dateline").or(content::dateline));
        status(item);
        return item;
    }

    private void status(WireItem item) {
        Dom.first(root, "itemMeta", "pubStatus").ifPresent(status -> item.pubStatus(concept(status)));
        Dom.all(root, "itemMeta", "signal").forEach(signal -> concept(signal).ifPresent(item::signal));
        // An embargo without a date is one until further notice.
        item.embargo(Dom.first(root, "itemMeta", "embargoed").map(Element::getTextContent));
    }

    private Optional<String> language() {
        return Dom.attribute(root, List.of("contentMeta", "language"), "tag")
                .or(content::language)
                .or(() -> Dom.language(root));
    }

    /** In the language of the text where there are several. */
    private Optional<String> headline(WireItem item) {
        List<Element> headlines = Dom.all(root, "contentMeta", "headline");
        String language = item.fields().get(Field.LANGUAGE);
        return headlines.stream()
                .filter(headline ->
                        Dom.language(headline).filter(l -> l.equals(language)).isPresent())
                .flatMap(headline -> Dom.text(headline).stream())
                .findFirst()
                .or(() -> Dom.text(root, "contentMeta", "headline"));
    }

    private Optional<String> rights() {
        return Dom.text(root, "rightsInfo", "copyrightNotice")
                .or(() -> Dom.text(root, "rightsInfo", "copyrightHolder", "name"))
                .or(() -> Dom.attribute(root, List.of("rightsInfo", "copyrightHolder"), "literal"));
    }

    private static void subject(Element subject, WireItem item) {
        List<Element> concepts = new ArrayList<>(List.of(subject));
        concepts.addAll(Dom.all(subject, "mainConcept"));
        concepts.addAll(Dom.all(subject, "bag", "bit"));
        concepts.stream()
                .flatMap(concept -> concept(concept).stream())
                .findFirst()
                .or(() -> Dom.text(subject, "name"))
                .ifPresent(item::category);
    }

    /** As QCode, URI or literal, whichever is there first. */
    private static Optional<String> concept(Element element) {
        return Dom.attribute(element, "qcode")
                .or(() -> Dom.attribute(element, "uri").map(Concepts::ofUri))
                .or(() -> Dom.attribute(element, "literal"));
    }

    private boolean isText() {
        return itemClass().filter(c -> Concepts.code(c).equals("text")).isPresent();
    }

    private String itsClass() {
        return itemClass().map(c -> ", its class is " + Concepts.code(c)).orElse("");
    }

    private Optional<String> itemClass() {
        return Dom.first(root, "itemMeta", "itemClass").flatMap(G2NewsItem::concept);
    }
}
