// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.time.Clock;
import java.util.Set;
import org.w3c.dom.Element;

/**
 * The format {@code nitf}: News Industry Text Format 3.x (IPTC), with or without document type and namespace.
 *
 * <p>{@code management-status} canceled or withheld withdraws the document, {@code management-doc-idref} with such a
 * {@code management-idref-status} withdraws another one; {@code correction} makes it a correction; a {@code
 * date.release} to come is an embargo. Thread-safe.
 */
public final class Nitf implements Format {

    private static final String NAME = "nitf";

    private final XmlWire wire;

    /**
     * @param limit of a statement's text
     * @param clock tells when a statement was received, and whether an embargo has passed
     */
    public Nitf(TextLimit limit, Clock clock) {
        this.wire = new XmlWire(NAME, limit, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** The first one is registered with IANA; the others are in use. In lower case. */
    @Override
    public Set<String> mediaTypes() {
        return Set.of("text/vnd.iptc.nitf", "application/nitf+xml", "text/nitf");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return beginning
                .root()
                .filter(root -> root.getLocalPart().equals("nitf"))
                .isPresent();
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        wire.read(content, document, intake, Nitf::read);
    }

    private static void read(Element root, WireDelivery delivery) throws Refused {
        if (!NitfDocument.isNitf(root)) {
            throw new Refused(
                    "its root element is " + Quoted.of(Dom.name(root)) + ", not nitf", "say what format it is in");
        }
        NitfDocument nitf = new NitfDocument(root);
        nitf.withdrawn().ifPresent(delivery.ofSeveral()::take);
        WireItem item = nitf.item();
        if (item.hasText() || item.isWithdrawn() || nitf.withdrawn().isEmpty()) {
            delivery.take(item);
        }
    }
}
