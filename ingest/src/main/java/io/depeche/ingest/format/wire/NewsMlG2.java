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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/**
 * The format {@code newsml-g2}: NewsML-G2 2.x (IPTC), single items and news messages.
 *
 * <p>Every {@code newsItem} with a text is a statement. Packages, concepts, knowledge, planning, events and catalogues
 * have none, nor have pictures: they are left out with a notice. {@code pubStatus} canceled or withheld withdraws a
 * statement, as IPTC defines them, and so does a signal kill; {@code embargoed} is the statement's embargo.
 * Thread-safe.
 */
public final class NewsMlG2 implements Format {

    private static final String NAME = "newsml-g2";
    private static final String NAMESPACE = "http://iptc.org/std/nar/2006-10-01/";

    /** Kinds of items that have no text of their own, and what they hold. */
    private static final Map<String, String> WITHOUT_TEXT = Map.of(
            "packageItem", "it is a package, which refers to items and has no text of its own",
            "conceptItem", "it is a concept (an event, a person, a subject), no text",
            "knowledgeItem", "it is a set of concepts, no text",
            "planningItem", "it is planning, no text",
            "catalogItem", "it is a catalogue of schemes, no text",
            "catalog", "it is a catalogue of schemes, no text");

    private static final String NEWS_ITEM = "newsItem";
    private static final String NEWS_MESSAGE = "newsMessage";
    /** The part of an item that holds its text, which documentation gives without the item around it. */
    private static final String CONTENT_SET = "contentSet";

    private final XmlWire wire;

    /**
     * @param limit of a statement's text
     * @param clock tells when a statement was received, and whether an embargo has passed
     */
    public NewsMlG2(TextLimit limit, Clock clock) {
        this.wire = new XmlWire(NAME, limit, clock);
    }

    @Override
    public String name() {
        return NAME;
    }

    /** As registered with IANA, in lower case. */
    @Override
    public Set<String> mediaTypes() {
        return Set.of(
                "application/vnd.iptc.g2.newsitem+xml",
                "application/vnd.iptc.g2.newsmessage+xml",
                "application/vnd.iptc.g2.packageitem+xml",
                "application/vnd.iptc.g2.conceptitem+xml",
                "application/vnd.iptc.g2.knowledgeitem+xml",
                "application/vnd.iptc.g2.planningitem+xml",
                "application/vnd.iptc.g2.catalogitem+xml");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return beginning.root().filter(NewsMlG2::isRoot).isPresent();
    }

    private static boolean isRoot(QName root) {
        return root.getNamespaceURI().equals(NAMESPACE)
                || root.getNamespaceURI().isEmpty() && isKnown(root.getLocalPart());
    }

    private static boolean isKnown(String name) {
        return name.equals(NEWS_ITEM)
                || name.equals(NEWS_MESSAGE)
                || name.equals(CONTENT_SET)
                || name.equals("groupSet")
                || WITHOUT_TEXT.containsKey(name);
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        wire.read(content, document, intake, NewsMlG2::read);
    }

    private static void read(Element root, WireDelivery delivery) throws Refused {
        List<Element> items = items(root);
        if (items.isEmpty()) {
            throw new Refused("it holds no item", "leave it out");
        }
        WireDelivery each = items.size() == 1 ? delivery : delivery.ofSeveral();
        items.forEach(item -> deliver(item, each));
    }

    private static List<Element> items(Element root) throws Refused {
        String name = Dom.name(root);
        if (name.equals(NEWS_MESSAGE)) {
            List<Element> items = new ArrayList<>();
            Dom.all(root, "itemSet").forEach(set -> items.addAll(Dom.children(set)));
            return items;
        }
        if (!isKnown(name)) {
            throw new Refused(
                    "its root element is " + Quoted.of(name) + ", which is no item of NewsML-G2",
                    "give a newsItem or a newsMessage");
        }
        return List.of(root);
    }

    private static void deliver(Element element, WireDelivery delivery) {
        String name = Dom.name(element);
        if (name.equals(NEWS_ITEM) || name.equals(CONTENT_SET)) {
            new G2NewsItem(element).deliver(delivery);
        } else {
            WireItem item = new WireItem().id(Dom.attribute(element, "guid"));
            delivery.leaveOut(
                    item, WITHOUT_TEXT.getOrDefault(name, "it is " + Quoted.of(name) + ", which is no item with text"));
        }
    }
}
