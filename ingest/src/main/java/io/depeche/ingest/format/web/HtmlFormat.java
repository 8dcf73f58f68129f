// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Draft;
import io.depeche.ingest.format.Field;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import org.jsoup.nodes.Element;

/**
 * The format {@code html}: a page of HTML or XHTML, or a piece of one, is one statement.
 *
 * <p>Its text is that of the article where there is one, else of the main part, else of all, without navigation, asides
 * and footers; its title, Open Graph's, else the first heading of the first level, else the window's, is not in the text
 * again. Thread-safe.
 */
public final class HtmlFormat implements Format {

    private static final String NAME = "html";
    private static final String MEDIA_TYPE = "text/html";
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    /** White space and comments may come before. */
    private static final Pattern PAGE = Pattern.compile(
            "(?:<!--(?s:.{0,4000}?)-->\\s*)?<(?:!doctype\\s+html|(?:html|head|body|title|meta|p|div|article|main|section|h[1-6]"
                    + "|header|span|strong|em|b|i|a|ul|ol|dl|table|blockquote|br|hr|center|font|figure)(?=[\\s/>]))",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> ASIDE = Set.of("nav", "aside", "footer");
    private static final Set<String> ASIDE_ROLES =
            Set.of("navigation", "complementary", "contentinfo", "search", "banner");

    private final TextLimit limit;
    private final Clock clock;

    /** @param clock tells when a statement was received */
    public HtmlFormat(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> mediaTypes() {
        return Set.of(MEDIA_TYPE, "application/xhtml+xml");
    }

    @Override
    public boolean recognises(Beginning beginning) {
        String text = beginning.text();
        if (!text.startsWith("<")) {
            return false;
        }
        if (text.startsWith("<?xml") || beginning.root().isPresent()) {
            // Vocabularies of XML have elements of these names, too.
            return beginning
                    .root()
                    .filter(root -> root.getNamespaceURI().equals(XHTML)
                            || root.getNamespaceURI().equals(XMLConstants.NULL_NS_URI)
                                    && (text.startsWith("<?xml")
                                            ? root.getLocalPart().equals("html")
                                            : PAGE.matcher(text).lookingAt()))
                    .isPresent();
        }
        return PAGE.matcher(text).lookingAt();
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        List<String> notes = new ArrayList<>();
        RawStatement statement;
        try {
            statement = statement(content, document, notes);
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
            return;
        }
        notes.forEach(note -> intake.mend(new Notice(document.source(), document.place(), note)));
        intake.take(statement, document.place());
    }

    private RawStatement statement(byte[] bytes, Document document, List<String> notes) throws Refused {
        Decoder.Decoded decoded = Decoder.decode(bytes, document.charset().or(() -> HtmlCharset.of(bytes)));
        decoded.guess().ifPresent(notes::add);
        org.jsoup.nodes.Document page = SafeHtml.parse(decoded.text(), "");
        HtmlHead head = new HtmlHead(page);
        Element content = content(page);
        Map<Field, String> fields = head.fields(content, notes);
        fields.put(Field.MEDIA_TYPE, MEDIA_TYPE);

        Optional<Element> heading = heading(page, content);
        String headline = heading.map(h1 -> HtmlHead.line(HtmlText.of(h1))).orElse("");
        String title = first(head.openGraphTitle(), headline, head.windowTitle());
        if (!title.isEmpty()) {
            fields.put(Field.TITLE, title);
        }
        Element repeated = headline.equals(title) ? heading.orElse(null) : null;
        CleanText text = text(content, repeated);
        if (text.text().isEmpty()) {
            // A statement that is a heading, or a footer, is one all the same.
            text = CleanText.of(HtmlText.of(page.body()));
        }
        text.refuseBinary(text.text().length());
        limit.check(text.text());
        notes.addAll(text.notes("the text"));
        return new Draft(fields, List.of(), text.text())
                .statement(document, NAME, decoded.charset(), bytes, clock.instant());
    }

    private static CleanText text(Element content, Element titleOrNull) {
        return CleanText.of(HtmlText.of(content, element -> element == titleOrNull || isAside(element)));
    }

    private static boolean isAside(Element element) {
        return ASIDE.contains(element.normalName()) || ASIDE_ROLES.contains(element.attr("role"));
    }

    /** Several articles are a list of them, of which none is the text. */
    private static Element content(org.jsoup.nodes.Document page) {
        List<Element> articles = page.getElementsByTag("article");
        if (articles.size() == 1) {
            return articles.get(0);
        }
        Element main = page.getElementsByTag("main").first();
        return main == null ? page.body() : main;
    }

    private static Optional<Element> heading(org.jsoup.nodes.Document page, Element content) {
        return Optional.ofNullable(content.getElementsByTag("h1").first())
                .or(() -> Optional.ofNullable(page.getElementsByTag("h1").first()));
    }

    private static String first(String... titles) {
        for (String title : titles) {
            if (!title.isEmpty()) {
                return title;
            }
        }
        return "";
    }
}
