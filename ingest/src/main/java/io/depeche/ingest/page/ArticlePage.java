// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.web.SafeHtml;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/**
 * The article of an HTML page: its main text and what the page says of it. Nothing is rendered, executed or fetched.
 *
 * @param title on one line
 * @param text clean, paragraphs separated by an empty line; not empty
 * @param language tag (BCP 47) in canonical form, as the page says
 * @param published in ISO 8601, as the page says
 * @param canonical where the page says that it belongs, an http or https address
 * @param rights notice or licence
 * @param charset that it was read in
 */
public record ArticlePage(
        Optional<String> title,
        String text,
        Optional<String> language,
        Optional<String> published,
        Optional<URI> canonical,
        Optional<String> rights,
        Charset charset) {

    /** The longest page that is read, in bytes. */
    public static final int MOST_BYTES = 20 * 1024 * 1024;

    /** A page shows less than its own data say: the rest is filled in by a script. */
    private static final int MUCH_MORE = 2;

    private static final String WAY_OUT = "look at the page, and set the feed to its summaries where it is no article";

    /**
     * Reads a page.
     *
     * @param contentType the header that came with it; its charset comes before a byte order mark and the page's own
     * @param from where it was found, for addresses relative to it
     * @throws Refused where it is too large, not readable, or without a main text
     */
    public static ArticlePage read(byte[] html, Optional<String> contentType, URI from) throws Refused {
        if (html.length > MOST_BYTES) {
            throw new Refused("the page has " + html.length + " bytes, and " + MOST_BYTES + " are read", WAY_OUT);
        }
        PageCharset.Decoded decoded = PageCharset.decode(html, contentType);
        Document page = SafeHtml.parse(decoded.text(), from.toString());
        Metadata metadata = new Metadata(page);
        Optional<String> title = metadata.title();
        String text = text(page, metadata, title);
        CleanText clean = CleanText.of(text);
        clean.refuseBinary(text.length());
        if (clean.text().isEmpty()) {
            throw new Refused("the page has no main text", WAY_OUT);
        }
        return new ArticlePage(
                title,
                clean.text(),
                metadata.language(),
                metadata.published(),
                metadata.canonical(),
                metadata.rights(),
                decoded.charset());
    }

    private static String text(Document page, Metadata metadata, Optional<String> title) throws Refused {
        List<Block> blocks = MainText.of(page.body(), Blocks.of(page.body(), Clutter.in(page.body())));
        String shown = blocks.stream()
                .filter(block -> !block.isHeading() || !title.equals(Optional.of(block.text())))
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
        String said = metadata.body().isPresent() ? plain(metadata.body().get()) : "";
        return said.length() > MUCH_MORE * shown.length() ? said : shown;
    }

    /** JSON-LD's text is plain by its definition, and HTML in many pages. */
    private static String plain(String said) throws Refused {
        if (said.indexOf('<') < 0 && said.indexOf('&') < 0) {
            return said;
        }
        Document inner = SafeHtml.parse(said, "");
        return Blocks.of(inner.body(), Clutter.in(inner.body())).stream()
                .map(Block::text)
                .collect(Collectors.joining("\n\n"));
    }
}
