// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.IssueDate;
import io.depeche.ingest.format.LanguageTag;
import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a page says of its article: by JSON-LD, Open Graph, Dublin Core, microdata, HTML. Not thread-safe. */
final class Metadata {

    private static final Pattern SITE = Pattern.compile("\\s+[|\u2013\u2014\u00B7\u00AB\u00BB-]\\s+");

    private final Document page;
    private final JsonLd jsonLd;

    Metadata(Document page) {
        this.page = page;
        this.jsonLd = JsonLd.of(page);
    }

    /** The article's own text, for pages that only a script fills. */
    Optional<String> body() {
        return jsonLd.value("articleBody");
    }

    Optional<String> title() {
        return first(
                jsonLd.value("headline"),
                text("[itemprop~=headline]"),
                onlyHeading(),
                meta("og:title"),
                meta("twitter:title"),
                meta("dc.title"),
                Optional.of(withoutSite(page.title())));
    }

    Optional<String> language() {
        return values(
                        attribute("html[lang]", "lang"),
                        attribute("html", "xml:lang"),
                        jsonLd.value("inLanguage"),
                        meta("content-language"),
                        meta("dc.language"),
                        meta("og:locale"))
                .map(tag -> LanguageTag.canonical(tag.replace('_', '-')))
                .flatMap(Optional::stream)
                .filter(tag -> !tag.equals("und"))
                .findFirst();
    }

    /** In the notation of {@link IssueDate}. */
    Optional<String> published() {
        return values(
                        jsonLd.value("datePublished"),
                        meta("article:published_time"),
                        attribute("[itemprop~=datePublished]", "content"),
                        attribute("[itemprop~=datePublished]", "datetime"),
                        meta("datePublished"),
                        meta("dc.date.issued"),
                        meta("dcterms.created"),
                        meta("dc.date"),
                        meta("date"),
                        attribute("time[pubdate]", "datetime"),
                        attribute("article time[datetime]", "datetime"))
                .map(Metadata::date)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<URI> canonical() {
        return values(attribute("link[rel~=(?i)^canonical$]", "abs:href"), meta("og:url"))
                .map(Metadata::webAddress)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> rights() {
        return first(
                jsonLd.value("copyrightNotice"),
                meta("dcterms.rights"),
                meta("dc.rights"),
                meta("rights"),
                meta("copyright"),
                jsonLd.value("license"),
                attribute("link[rel=license], a[rel=license]", "abs:href"));
    }

    private Optional<String> onlyHeading() {
        List<Element> headings = new ArrayList<>();
        for (Element heading : page.select("h1")) {
            if (heading.hasText()) {
                headings.add(heading);
            }
        }
        return headings.size() == 1 ? Optional.of(headings.get(0).text()) : Optional.empty();
    }

    private Optional<String> meta(String name) {
        return page.head().parent() == null
                ? Optional.empty()
                : Stream.of("name", "property", "http-equiv", "itemprop")
                        .map(kind -> attribute("meta[" + kind + "=" + name + "]", "content"))
                        .flatMap(Optional::stream)
                        .findFirst();
    }

    private Optional<String> attribute(String selector, String attribute) {
        return Optional.ofNullable(page.selectFirst(selector)).map(element -> element.attr(attribute));
    }

    private Optional<String> text(String selector) {
        return Optional.ofNullable(page.selectFirst(selector))
                .map(element -> element.hasAttr("content") ? element.attr("content") : element.text());
    }

    @SafeVarargs
    private static Stream<String> values(Optional<String>... values) {
        return Stream.of(values)
                .flatMap(Optional::stream)
                .map(value -> CleanText.line(value).text())
                .filter(value -> !value.isEmpty());
    }

    @SafeVarargs
    private static Optional<String> first(Optional<String>... values) {
        return values(values).findFirst();
    }

    /** "What happened | The Daily": the part before the last bar, where it is the longer one. */
    private static String withoutSite(String title) {
        String[] parts = SITE.split(title);
        String last = parts.length < 2 ? "" : parts[parts.length - 1];
        int end = title.length() - last.length();
        String rest = parts.length < 2 ? title : title.substring(0, end).replaceAll("[\\s\\p{P}|]+$", "");
        return rest.length() > last.length() ? rest : title;
    }

    private static Optional<String> date(String text) {
        String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) +(\\d{2}:\\d{2})", "$1T$2")
                .replaceFirst(" +(?=[+-])", "");
        if (IssueDate.isValid(iso)) {
            return Optional.of(iso);
        }
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toString());
        } catch (DateTimeException e) {
            // A notation that would have to be guessed.
            return Optional.empty();
        }
    }

    private static Optional<URI> webAddress(String text) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    ? Optional.of(uri)
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            // What is no address is none.
            return Optional.empty();
        }
    }
}
