// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.format.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/**
 * The text of an item in NewsML-G2: that of the first rendition which has one, {@code inlineXML} before {@code
 * inlineData}; all renditions of an item say the same.
 *
 * @param text empty where there is none
 * @param reason why a rendition that is there gives no text; empty where one does, or there is none
 */
record G2Content(
        String text,
        Optional<String> title,
        Optional<String> dateline,
        Optional<String> language,
        Optional<String> reason) {

    /** Elements of XHTML that a text begins with, in its namespace or in none. */
    private static final Set<String> XHTML = Set.of(
            "html",
            "body",
            "div",
            "p",
            "section",
            "article",
            "main",
            "span",
            "h1",
            "h2",
            "h3",
            "ul",
            "ol",
            "dl",
            "table",
            "blockquote",
            "pre",
            "header");

    static G2Content of(List<Element> contentSets) {
        List<G2Content> renditions = new ArrayList<>();
        for (Element set : contentSets) {
            Dom.all(set, "inlineXML").forEach(rendition -> renditions.add(ofXml(rendition)));
        }
        for (Element set : contentSets) {
            Dom.all(set, "inlineData").forEach(rendition -> renditions.add(ofData(rendition)));
            Dom.all(set, "remoteContent").forEach(rendition -> renditions.add(ofRemote(rendition)));
        }
        Stream<G2Content> withText = renditions.stream().filter(r -> !r.text.isBlank());
        return withText.findFirst()
                .or(() -> renditions.stream().filter(r -> r.reason.isPresent()).findFirst())
                .orElse(none(null));
    }

    private static G2Content none(String reasonOrNull) {
        return plain("", Optional.empty(), reasonOrNull);
    }

    private static G2Content plain(String text, Optional<String> language, String reasonOrNull) {
        return new G2Content(text, Optional.empty(), Optional.empty(), language, Optional.ofNullable(reasonOrNull));
    }

    private static G2Content ofXml(Element rendition) {
        Optional<Element> first = Dom.children(rendition).stream().findFirst();
        if (first.isEmpty()) {
            return plain(rendition.getTextContent().strip(), Dom.language(rendition), null);
        }
        Element root = first.get();
        if (NitfDocument.isNitf(root)) {
            NitfDocument nitf = new NitfDocument(root);
            Optional<String> language = nitf.language().or(() -> Dom.language(rendition));
            return new G2Content(nitf.text(), nitf.title(), nitf.dateline(), language, Optional.empty());
        }
        if (XHTML.contains(Dom.name(root).toLowerCase(Locale.ROOT))) {
            return plain(BodyText.of(rendition), Dom.language(root).or(() -> Dom.language(rendition)), null);
        }
        return none("its content is " + Quoted.of(Dom.name(root)) + ", which is data and no text");
    }

    private static G2Content ofData(Element rendition) {
        if (rendition.hasAttribute("encoding") || rendition.hasAttribute("encodinguri")) {
            return none("its content is encoded data and no text");
        }
        String type = rendition.getAttribute("contenttype").toLowerCase(Locale.ROOT);
        String data = rendition.getTextContent();
        if (type.contains("html")) {
            return ofHtml(data, rendition);
        }
        if (type.isEmpty() || type.startsWith("text/")) {
            return plain(data.strip(), Dom.language(rendition), null);
        }
        return none("its content is " + Quoted.of(type) + " and no text");
    }

    private static G2Content ofHtml(String html, Element rendition) {
        try {
            return plain(BodyText.ofHtml(html), Dom.language(rendition), null);
        } catch (Refused e) {
            return none("its content is HTML that can't be read: " + e.getMessage());
        }
    }

    private static G2Content ofRemote(Element rendition) {
        String type = rendition.getAttribute("contenttype");
        return none("its content is elsewhere" + (type.isEmpty() ? "" : " (" + type + ")") + " and is not fetched");
    }
}
