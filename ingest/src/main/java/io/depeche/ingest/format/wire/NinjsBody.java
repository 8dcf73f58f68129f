// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Refused;
import io.depeche.ingest.xml.SafeXml;
import io.depeche.ingest.xml.XmlException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * The text of an item of ninjs: that of the first body which has one, HTML before NITF before plain text; all of them
 * say the same.
 *
 * @param text empty where there is none
 * @param notes which bodies could not be read
 */
record NinjsBody(String text, List<String> notes) {

    /** @param kind role and content type, in lower case */
    private record Rendition(String kind, String value) {

        boolean isHtml() {
            return kind.contains("html");
        }

        boolean isNitf() {
            return kind.contains("nitf") && !isHtml();
        }

        boolean isPlain() {
            return !isHtml() && !kind.contains("nitf") && !kind.contains("xml");
        }
    }

    static NinjsBody of(Json item) {
        List<Rendition> renditions = renditions(item);
        List<String> notes = new ArrayList<>();
        for (Rendition rendition : renditions) {
            if (rendition.isHtml()) {
                Optional<String> text = html(rendition.value, notes);
                if (text.isPresent()) {
                    return new NinjsBody(text.get(), notes);
                }
            }
        }
        for (Rendition rendition : renditions) {
            Optional<String> text = rendition.isNitf() ? nitf(rendition.value, notes) : Optional.empty();
            if (text.isPresent()) {
                return new NinjsBody(text.get(), notes);
            }
        }
        Optional<String> plain = renditions.stream()
                .filter(Rendition::isPlain)
                .map(Rendition::value)
                .findFirst();
        return new NinjsBody(plain.orElse(""), notes);
    }

    private static List<Rendition> renditions(Json item) {
        List<Rendition> renditions = new ArrayList<>();
        for (Json body : item.list("bodies")) {
            String kind = body.string("role").orElse("") + " "
                    + body.string("contenttype").orElse("");
            body.string("value").ifPresent(value -> renditions.add(rendition(kind, value)));
        }
        for (String name : item.members().keySet()) {
            if (name.startsWith("body_")) {
                item.string(name).ifPresent(value -> renditions.add(rendition(name, value)));
            }
        }
        return renditions;
    }

    private static Rendition rendition(String kind, String value) {
        return new Rendition(kind.toLowerCase(Locale.ROOT), value);
    }

    private static Optional<String> html(String html, List<String> notes) {
        try {
            return Optional.of(BodyText.ofHtml(html)).filter(text -> !text.isBlank());
        } catch (Refused e) {
            notes.add("its body in HTML can't be read, another one was taken: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static Optional<String> nitf(String xml, List<String> notes) {
        try {
            Element root = SafeXml.parse(xml.strip()).getDocumentElement();
            return Optional.of(root)
                    .filter(NitfDocument::isNitf)
                    .map(nitf -> new NitfDocument(nitf).text())
                    .filter(text -> !text.isBlank());
        } catch (XmlException e) {
            notes.add("its body in NITF can't be read as XML, another one was taken: " + e.getMessage());
            return Optional.empty();
        }
    }
}
