// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.LanguageTag;
import io.depeche.ingest.format.Quoted;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of itself beside its text: metadata names, Open Graph, Dublin Core. */
final class HtmlHead {

    private static final List<String> ISSUED = List.of(
            "article:published_time",
            "datepublished",
            "dcterms.issued",
            "dc.date.issued",
            "dcterms.date",
            "dc.date",
            "pubdate",
            "publish-date",
            "date");
    private static final List<String> RIGHTS = List.of("copyright", "dcterms.rights", "dc.rights", "rights");
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s\"<>]{1,2000}", Pattern.CASE_INSENSITIVE);

    private final Document page;
    private final Map<String, String> metadata = new HashMap<>();

    HtmlHead(Document page) {
        this.page = page;
        for (Element meta : page.getElementsByTag("meta")) {
            for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
                String name = meta.attr(attribute).toLowerCase(Locale.ROOT);
                if (!name.isEmpty()) {
                    metadata.putIfAbsent(name, meta.attr("content"));
                }
            }
        }
    }

    /**
     * Everything but title and text.
     *
     * @param content where the text is
     * @param notes what a person should know
     */
    Map<Field, String> fields(Element content, List<String> notes) {
        Map<Field, String> fields = new EnumMap<>(Field.class);
        language(notes).ifPresent(language -> fields.put(Field.LANGUAGE, language));
        issued(content).ifPresent(issued -> fields.put(Field.ISSUED, issued));
        address().ifPresent(url -> fields.put(Field.URL, url));
        RIGHTS.stream()
                .map(name -> line(metadata.getOrDefault(name, "")))
                .filter(rights -> !rights.isEmpty())
                .findFirst()
                .ifPresent(rights -> fields.put(Field.RIGHTS, rights));
        return fields;
    }

    /** The title for others to quote it by; empty where there is none. */
    String openGraphTitle() {
        return line(metadata.getOrDefault("og:title", ""));
    }

    /** The title of the window; empty where there is none. */
    String windowTitle() {
        return line(page.title());
    }

    static String line(String text) {
        return CleanText.line(text).text();
    }

    private Optional<String> language(List<String> notes) {
        Element root = page.getElementsByTag("html").first();
        String written = root == null ? "" : root.attr("lang").isBlank() ? root.attr("xml:lang") : root.attr("lang");
        if (written.isBlank()) {
            written = metadata.getOrDefault("content-language", metadata.getOrDefault("og:locale", ""));
        }
        String tag = written.strip().replace('_', '-');
        if (tag.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> language = LanguageTag.canonical(tag);
        if (language.isEmpty()) {
            notes.add("its language is " + Quoted.of(written)
                    + ", which is no BCP 47 tag (fr, pt-BR): dropped, the language will be told from the text");
        }
        return language;
    }

    private Optional<String> issued(Element content) {
        return ISSUED.stream()
                .map(name -> LooseDate.of(metadata.getOrDefault(name, "")))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> content.getElementsByTag("time").stream()
                        .map(time -> LooseDate.of(time.attr("datetime")))
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private Optional<String> address() {
        String canonical = page.getElementsByTag("link").stream()
                .filter(link -> link.attr("rel").equalsIgnoreCase("canonical"))
                .map(link -> link.attr("href").strip())
                .findFirst()
                .orElse("");
        return List.of(canonical, metadata.getOrDefault("og:url", "").strip()).stream()
                .filter(url -> ADDRESS.matcher(url).matches())
                .findFirst();
    }
}
