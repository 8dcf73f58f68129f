// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import io.depeche.ingest.xml.SafeXml;
import io.depeche.ingest.xml.XmlException;
import java.time.Clock;
import org.w3c.dom.Element;

/** Reads a document in XML as far as its root element, for the formats that are written in it. Thread-safe. */
final class XmlWire {

    /** What a format makes of a root element. */
    interface Reading {

        /** @throws Refused where it is none of the format's */
        void read(Element root, WireDelivery delivery) throws Refused;
    }

    private final String format;
    private final TextLimit limit;
    private final Clock clock;

    XmlWire(String format, TextLimit limit, Clock clock) {
        this.format = format;
        this.limit = limit;
        this.clock = clock;
    }

    void read(byte[] content, Document document, Intake intake, Reading reading) {
        try {
            Characters.checkSize(content, limit);
            Decoder.Decoded decoded = Characters.ofXml(content, document);
            Element root = root(decoded.text());
            reading.read(root, new WireDelivery(format, document, content, decoded, limit, clock.instant(), intake));
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
        }
    }

    private static Element root(String text) throws Refused {
        try {
            return SafeXml.parse(text.strip()).getDocumentElement();
        } catch (XmlException e) {
            throw new Refused("it can't be read as XML: " + e.getMessage(), "give it well-formed, as it was sent");
        }
    }
}
