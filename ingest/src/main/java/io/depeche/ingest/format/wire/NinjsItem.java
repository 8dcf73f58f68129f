// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Field;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One item of ninjs. */
final class NinjsItem {

    private static final Set<String> TEXT_TYPES = Set.of("text", "composite");
    private static final String DESCRIPTION =
            "it has no body: its description was taken as its text, which may be the beginning of it only";

    private final Json json;
    private final NinjsBody body;
    private final List<NinjsItem> associated;

    NinjsItem(Json json) {
        this.json = json;
        this.body = NinjsBody.of(json);
        this.associated =
                json.labelled("associations").stream().map(NinjsItem::new).toList();
    }

    /** Takes it and the texts associated with it, refuses it, or says why it is no statement. */
    void deliver(WireDelivery delivery) {
        deliver(delivery, Optional.empty());
    }

    /** @param embargo of the item that this one comes with */
    private void deliver(WireDelivery delivery, Optional<String> embargo) {
        WireItem item = item().embargo(embargo);
        boolean isText =
                TEXT_TYPES.contains(type()) || type().isEmpty() && !body.text().isBlank();
        if (!isText) {
            delivery.leaveOut(item, type().isEmpty() ? "it has no body" : "its type is " + type() + ", no text");
            return;
        }
        if (!item.hasText() && !item.isWithdrawn()) {
            Optional<String> description = description();
            description.ifPresent(d -> item.text(d).note(DESCRIPTION));
        }
        delivery.take(item);
        // What comes with a text that must not go out stays with it.
        if (item.isWithdrawn() || item.openEmbargo().isPresent()) {
            return;
        }
        Optional<String> until = delivery.embargoEnd(item).map(Instant::toString);
        texts().forEach(text -> text.deliver(delivery, until));
        int others = associated.size() - texts().size();
        if (others > 0) {
            delivery.note(item.called() + " has associated items without text, left out: " + others);
        }
    }

    /** Associated items that are statements of their own. */
    List<NinjsItem> texts() {
        return associated.stream().filter(NinjsItem::isWhole).toList();
    }

    private boolean isWhole() {
        return json.has("uri") && !body.text().isBlank() && (type().isEmpty() || TEXT_TYPES.contains(type()));
    }

    private String type() {
        return json.string("type").map(Concepts::code).orElse(json.has("eventdetails") ? "event" : "");
    }

    private WireItem item() {
        WireItem item = new WireItem().text(body.text());
        item.set(Field.MEDIA_TYPE, Optional.of("application/ninjs+json"));
        item.id(json.string("uri"));
        item.set(Field.VERSION, json.string("version"));
        item.language(json.string("language"));
        item.set(Field.TITLE, headline());
        item.issued(json.string("contentcreated"));
        item.issued(json.string("versioncreated"));
        item.rights(json.string("copyrightnotice").or(() -> json.string("copyrightholder")), json.string("usageterms"));
        Stream.concat(json.list("subject").stream(), json.list("subjects").stream())
                .flatMap(subject -> concept(subject).stream())
                .forEach(item::category);
        item.pubStatus(json.string("pubstatus"));
        Stream.concat(json.list("signal").stream(), json.list("signals").stream())
                .flatMap(signal -> concept(signal).stream())
                .forEach(item::signal);
        item.embargo(json.string("embargoed"));
        body.notes().forEach(item::note);
        return item;
    }

    /** The main one where there are several. */
    private Optional<String> headline() {
        List<Json> headlines = json.list("headlines");
        return headlines.stream()
                .filter(h -> h.string("role").filter("main"::equals).isPresent())
                .flatMap(h -> h.string("value").stream())
                .findFirst()
                .or(() -> headlines.stream()
                        .flatMap(h -> h.string("value").stream())
                        .findFirst())
                .or(() -> json.string("headline"))
                .or(() -> json.string("title"));
    }

    /** Code with scheme (1.x), URI or literal (2.x and 3.x), else the name. */
    private static Optional<String> concept(Json concept) {
        Optional<String> code = concept.string("code");
        Optional<String> coded = concept.string("scheme")
                .flatMap(scheme -> code.map(c -> Concepts.of(scheme, c)))
                .or(() -> code);
        return coded.or(() -> concept.string("uri").map(Concepts::ofUri))
                .or(() -> concept.string("literal"))
                .or(() -> concept.string("name"));
    }

    private Optional<String> description() {
        List<String> found = new ArrayList<>();
        json.list("descriptions").stream()
                .filter(d -> d.string("role").filter("caption"::equals).isEmpty())
                .forEach(d -> d.string("value").ifPresent(found::add));
        json.string("description_text").ifPresent(found::add);
        return found.stream().findFirst();
    }
}
