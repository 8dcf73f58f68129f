// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Field;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * An element {@code nitf}, as the root of a document or inside an item of another format (NITF 3.x, with or without its
 * namespace {@code http://iptc.org/std/NITF/2006-10-18/}).
 *
 * <p>Its text are the subheadlines ({@code hl2}) and the {@code body.content}; bylines, distributors, abstracts and
 * {@code body.end} are beside the text, and an abstract is the text only where there is no other.
 */
record NitfDocument(Element root) {

    static boolean isNitf(Element element) {
        return Dom.name(element).equals("nitf");
    }

    Optional<String> title() {
        return Dom.text(root, "body", "body.head", "hedline", "hl1").or(() -> Dom.text(root, "head", "title"));
    }

    Optional<String> dateline() {
        return Dom.text(root, "body", "body.head", "dateline");
    }

    Optional<String> language() {
        return Stream.concat(Stream.of(root), Dom.all(root, "body").stream())
                .flatMap(e -> Dom.language(e).stream())
                .findFirst();
    }

    String text() {
        String content = joined(Dom.all(root, "body", "body.content").stream());
        if (content.isBlank()) {
            return joined(Dom.all(root, "body", "body.head", "abstract").stream());
        }
        Stream<Element> subheads = Dom.all(root, "body", "body.head", "hedline", "hl2").stream();
        return joined(Stream.concat(subheads, Dom.all(root, "body", "body.content").stream()));
    }

    private static String joined(Stream<Element> parts) {
        return parts.map(BodyText::of).filter(text -> !text.isBlank()).collect(Collectors.joining("\n\n"));
    }

    /** All that the document says of itself. */
    WireItem item() {
        WireItem item = new WireItem().text(text()).dateline(dateline());
        item.set(Field.MEDIA_TYPE, Optional.of("text/vnd.IPTC.NITF"));
        item.id(docdata("doc-id", "id-string").or(() -> Dom.attribute(root, "uno")));
        item.set(Field.TITLE, title()).language(language());
        item.issued(norm("date.issue").or(() -> storyDate()));
        item.set(Field.VERSION, docdata("du-key", "version").or(() -> docdata("du-key", "generation")));
        item.rights(copyright(), Dom.text(root, "body", "body.head", "rights").or(() -> rightsLimits()));
        Dom.all(root, "head", "tobject", "tobject.subject").forEach(subject -> subject(subject, item));
        status(item);
        return item;
    }

    /** The document that this one cancels, where it does so with another one. */
    Optional<WireItem> withdrawn() {
        Optional<String> reference = management("management-doc-idref");
        Optional<String> status = management("management-idref-status");
        if (reference.isEmpty() || status.isEmpty() || reference.equals(docdata("doc-id", "id-string"))) {
            return Optional.empty();
        }
        return Optional.of(new WireItem().id(reference).pubStatus(status)).filter(WireItem::isWithdrawn);
    }

    private void status(WireItem item) {
        item.pubStatus(management("management-status"));
        if (management("management-doc-idref").equals(docdata("doc-id", "id-string"))) {
            item.pubStatus(management("management-idref-status"));
        }
        if (Dom.first(root, "head", "docdata", "correction").isPresent()) {
            item.signal("correction");
        }
        item.embargo(norm("date.release"));
    }

    private static void subject(Element subject, WireItem item) {
        Optional<String> number = Dom.attribute(subject, "tobject.subject.refnum");
        String scheme = Dom.attribute(subject, "tobject.subject.ipr").orElse("IPTC");
        if (number.isPresent()) {
            item.category(
                    scheme.equals("IPTC") ? Concepts.ofSubjectNumber(number.get()) : Concepts.of(scheme, number.get()));
        } else {
            Dom.firstAttribute(subject, "tobject.subject.detail", "tobject.subject.matter", "tobject.subject.type")
                    .ifPresent(item::category);
        }
    }

    private Optional<String> copyright() {
        Optional<String> displayed = Dom.text(root, "body", "body.head", "copyrite");
        if (displayed.isPresent()) {
            return displayed;
        }
        Optional<String> year = docdata("doc.copyright", "year").map(y -> y.replaceFirst("^(\\d{4}).*", "$1 "));
        return docdata("doc.copyright", "holder").map(holder -> "Copyright " + year.orElse("") + holder);
    }

    private Optional<String> rightsLimits() {
        return docdata("doc.rights", "limitations").or(() -> docdata("doc.rights", "owner"));
    }

    private Optional<String> storyDate() {
        return Dom.attribute(root, List.of("body", "body.head", "dateline", "story.date"), "norm")
                .map(NitfDocument::day);
    }

    private Optional<String> norm(String element) {
        return docdata(element, "norm").map(NitfDocument::day);
    }

    /** What can't be read stays as it is, for whoever reads it next says so. */
    private static String day(String norm) {
        return WireDate.ofNorm(norm).orElse(norm);
    }

    private Optional<String> docdata(String element, String attribute) {
        return Dom.attribute(root, List.of("head", "docdata", element), attribute);
    }

    private Optional<String> management(String attribute) {
        return Dom.attribute(root, List.of("head", "docdata"), attribute);
    }
}
