// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/**
 * The format {@code ninjs}: News in JSON 1.x, 2.x and 3.x (IPTC); one object, several behind each other (one a line, for
 * one), or an array of them.
 *
 * <p>An item is a statement where its type is text or composite, or where it has a body and no type. Pictures, sounds,
 * films and events are left out with a notice, whatever text they have, as are those among its associations; an
 * associated text with a URI and a body is a statement of its own. {@code pubstatus} and {@code embargoed} are taken as
 * in {@link NewsMlG2}. Thread-safe.
 */
public final class Ninjs implements Format {

    private static final String NAME = "ninjs";

    /** Names that nothing else has beside a {@code uri}. */
    private static final Set<String> MARKS = Set.of(
            "$standard",
            "pubstatus",
            "versioncreated",
            "firstcreated",
            "contentcreated",
            "representationtype",
            "headline",
            "headlines",
            "bodies",
            "body_text",
            "body_xhtml",
            "body_html",
            "body_html5",
            "descriptions",
            "description_text",
            "description_xhtml",
            "associations",
            "renditions",
            "copyrightnotice",
            "usageterms",
            "ednote",
            "slugline",
            "altids",
            "eventdetails");

    private final TextLimit limit;
    private final Clock clock;

    /**
     * @param limit of a statement's text
     * @param clock tells when a statement was received, and whether an embargo has passed
     */
    public Ninjs(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** None is registered; these are in use. In lower case. */
    @Override
    public Set<String> mediaTypes() {
        return Set.of("application/ninjs+json", "application/vnd.iptc.ninjs+json");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        String text = beginning.text();
        if (!text.startsWith("{") && !text.startsWith("[")) {
            return false;
        }
        Set<String> names = Json.names(text);
        long marks = names.stream().filter(MARKS::contains).count();
        // A long body may stand before the uri, which is further on then than this looks; JSON lines have a text.
        return marks >= 1 && names.contains("uri") || marks >= 2 && !names.contains("text");
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        try {
            Characters.checkSize(content, limit);
            Decoder.Decoded decoded = Characters.of(content, document);
            List<NinjsItem> items = Json.objects(decoded.text().strip()).stream()
                    .map(NinjsItem::new)
                    .toList();
            if (items.isEmpty()) {
                throw new Refused("it holds no item", "leave it out");
            }
            WireDelivery delivery = new WireDelivery(NAME, document, content, decoded, limit, clock.instant(), intake);
            boolean alone = items.size() == 1 && items.get(0).texts().isEmpty();
            WireDelivery each = alone ? delivery : delivery.ofSeveral();
            items.forEach(item -> item.deliver(each));
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
        }
    }
}
