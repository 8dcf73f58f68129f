// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.ingest.format.Refused;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticlePageTest {

    private static final URI FROM = URI.create("https://news.example/2026/11/budget");
    private static final String FIRST =
            "The council voted on Monday, after a long debate, to raise the budget for schools by twelve per cent.";
    private static final String SECOND =
            "\"We have waited ten years for this,\" said Ana Ruiz, the head of the teachers' union, on Tuesday.";
    private static final String ARTICLE = "<p>" + FIRST + "</p><p>" + SECOND + "</p>";
    private static final String TEXT = FIRST + "\n\n" + SECOND;

    private static ArticlePage read(String html) throws Refused {
        return ArticlePage.read(html.getBytes(StandardCharsets.UTF_8), Optional.of("text/html; charset=utf-8"), FROM);
    }

    private static String text(String body) throws Refused {
        return read("<html><body>" + body + "</body></html>").text();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<nav><p>Home, World, Sport, and all the other pages of this paper, for you to read.</p></nav>",
                "<aside><p>Our reporters, who are many, write letters too: have them, every week, for nothing.</p></aside>",
                "<footer><p>All rights reserved by The Daily, its owners, and whoever else has some of them.</p></footer>",
                "<header><p>The Daily, since 1871 the paper for all who read, write, and do their sums.</p></header>",
                "<script>var a = 'The script says this, that, and many other things, and it says them all day.';</script>",
                "<noscript><p>Please switch scripts on, for else this page, and others, may not look right.</p></noscript>",
                "<div class='cookie-consent'><p>We use cookies, and so do our partners, all 847 of them, every day.</p></div>",
                "<div id='shareBar'><p>Share this with your friends, your family, and everybody else whom you know.</p></div>",
                "<figure><figcaption>A school in the east, seen on Monday, before the vote, by a friend.</figcaption></figure>",
                "<div class='photo'><p>A school in the east, seen on Monday, before the vote. Picture: A. Friend.</p></div>",
                "<div style='display: none'><p>What nobody sees, hears, or reads is no part of this article, either.</p></div>",
                "<div hidden><p>What nobody sees, hears, or reads is no part of this article, either, is it.</p></div>",
                "<div role='dialog'><p>Before you go, tell us what you think of us, and of others, in a few words.</p></div>",
                "<ul><li><a href='/a'>Council to vote, at last, on schools: what we know before the debate</a></li></ul>",
                "<div class='related'><p>The last debate, in May, ended, as so many before it, without a vote at all.</p></div>",
                "<p><a href='/a'>Read also: what the council said, in May, of schools, roads and hospitals.</a></p>",
                "<div>Advertisement</div>",
            })
    void whatSurroundsAnArticleIsLeftOut(String clutter) throws Exception {
        assertThat(text("<div><h1>Schools get more</h1>" + clutter + ARTICLE + clutter + "</div>"))
                .isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article>%s</article>", "<main>%s</main>", "<div itemprop='articleBody'>%s</div>",
                "<div class='story has-sidebar'>%s</div>", "<body class='modal-closed'>%s", "<form>%s</form>",
                "<table><tr><td>%s</td></tr></table>", "<div id='main-content'><div>%s</div></div>"
            })
    void anArticleIsFoundWhateverItStandsIn(String frame) throws Exception {
        assertThat(text(frame.formatted(ARTICLE))).isEqualTo(TEXT);
    }

    @Test
    void teasersAreArticlesTooAndNotThePages() throws Exception {
        String teasers = IntStream.range(0, 12)
                .mapToObj(i -> "<article><h2>Elsewhere " + i + "</h2><p>Some other thing, number " + i
                        + ", happened to others.</p></article>")
                .collect(Collectors.joining());

        assertThat(text("<div><div>" + ARTICLE.repeat(4) + "</div></div><section>" + teasers + "</section>"))
                .startsWith(TEXT)
                .doesNotContain("Elsewhere", "Some other thing");
    }

    @Test
    void theLeadOutsideTheBodyIsApartOfIt() throws Exception {
        String lead =
                "Schools in the east of the town will get most of it, the office of the mayor said late on Monday.";

        assertThat(text("<article itemtype='http://schema.org/Article'><p>" + lead + "</p><div itemprop='articleBody'>"
                        + ARTICLE + "</div></article>"))
                .isEqualTo(lead + "\n\n" + TEXT);
        assertThat(text("<div><div class='first'><p>" + lead + "</p></div><div class='rest'>" + ARTICLE.repeat(5)
                        + "</div></div>"))
                .startsWith(lead + "\n\n" + TEXT);
    }

    @Test
    void headingsStandAboveWhatTheyHead() throws Exception {
        assertThat(text("<article><h1>Schools get more</h1><h2>News</h2>" + ARTICLE + "<h2>What is next</h2>" + ARTICLE
                        + "<h2>More</h2><ul><li><a href='/'>Roads</a></li></ul></article>"))
                .isEqualTo(TEXT + "\n\nWhat is next\n\n" + TEXT);
    }

    @Test
    void oldPagesBreakLines() throws Exception {
        assertThat(text("<table><tr><td><font>" + FIRST + "<br><br>" + SECOND + "<br>\n<br/>" + FIRST
                        + "<br>And so on, it said.</font></td></tr></table>"))
                .isEqualTo(TEXT + "\n\n" + FIRST + "\nAnd so on, it said.");
    }

    @Test
    void listsAndQuotationsAreText() throws Exception {
        assertThat(text("<article>" + ARTICLE + "<ul><li>Twelve per cent more for schools</li><li>Less for roads."
                        + "</li></ul><blockquote>Never again, he wrote.</blockquote></article>"))
                .isEqualTo(TEXT + "\n\nTwelve per cent more for schools\n\nLess for roads.\n\nNever again, he wrote.");
    }

    @Test
    void textThatOnlyItsDataHaveIsTakenFromThere() throws Exception {
        String json =
                "{\"@context\":\"https://schema.org\",\"@graph\":[{\"@type\":\"WebSite\"},{\"@type\":[\"NewsArticle\"],"
                        + "\"headline\":\"Schools get more\",\"datePublished\":\"2026-11-24T10:00:00Z\",\"inLanguage\":\"en-gb\","
                        + "\"copyrightNotice\":\"(c) The Daily\",\"articleBody\":\"<p>" + FIRST
                        + "</p><p>Caf&eacute;s too.</p>\"}]}";
        ArticlePage page = read("<script type='application/ld+json'>{broken</script><script type='application/ld+json'>"
                + json + "</script><div id='app'></div>");

        assertThat(page.text()).isEqualTo(FIRST + "\n\nCafés too.");
        assertThat(page.title()).contains("Schools get more");
        assertThat(page.published()).contains("2026-11-24T10:00:00Z");
        assertThat(page.language()).contains("en-GB");
        assertThat(page.rights()).contains("(c) The Daily");
    }

    @Test
    void whatThePageSaysOfItselfIsKept() throws Exception {
        ArticlePage page = read("<html lang='en_us'><head><title>Schools get more | The Daily</title>"
                + "<meta property='article:published_time' content='2026-11-24 10:00:00 +0100'>"
                + "<meta name='copyright' content='The Daily'><link rel='canonical' href='/budget'></head><body>"
                + ARTICLE);

        assertThat(page.title()).contains("Schools get more");
        assertThat(page.language()).contains("en-US");
        assertThat(page.published()).contains("2026-11-24T10:00:00+0100");
        assertThat(page.canonical()).contains(URI.create("https://news.example/budget"));
        assertThat(page.rights()).contains("The Daily");
    }

    @Test
    void whatIsNoDateLanguageOrAddressIsNone() throws Exception {
        ArticlePage page = read("<html lang='!'><head><meta name='date' content='last week'>"
                + "<link rel='canonical' href='javascript:alert(1)'><meta property='og:url' content='http://a b'></head>"
                + ARTICLE);

        assertThat(page.language()).isEmpty();
        assertThat(page.published()).isEmpty();
        assertThat(page.canonical()).isEmpty();
        assertThat(page.rights()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Budget - The Daily,Budget - The Daily",
        "A budget at last - The Daily,A budget at last",
        "A well-known budget,A well-known budget",
        "Budgets | and schools | The Daily,Budgets | and schools"
    })
    void theSitesNameIsNoPartOfATitle(String title, String expected) throws Exception {
        assertThat(read("<title>" + title + "</title>" + ARTICLE).title()).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "text/html; charset=ISO-8859-1,-,windows-1252,windows-1252",
                "text/html; charset=\"UTF-8\",windows-1251,UTF-8,UTF-8",
                "text/html,windows-1251,windows-1251,windows-1251",
                "text/html; charset=nonsense,windows-1252,windows-1252,windows-1252",
                "-,iso-8859-15,UTF-8,UTF-8",
                "-,utf-16,UTF-8,UTF-8",
                "-,-,UTF-8,UTF-8"
            })
    void theHeaderComesBeforeThePagesOwnCharset(String header, String meta, Charset written, Charset read)
            throws Exception {
        String word = written.name().endsWith("1251") ? "Школа" : "École";
        String html = (meta == null ? "" : "<meta charset='" + meta + "'>") + "<p>" + word + ": " + FIRST + "</p>";

        ArticlePage page = ArticlePage.read(html.getBytes(written), Optional.ofNullable(header), FROM);

        assertThat(page.text()).isEqualTo(word + ": " + FIRST);
        assertThat(page.charset()).isEqualTo(read);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aMarkComesBeforeThePagesOwnCharset(Charset charset) throws Exception {
        byte[] html = ("\uFEFF<meta charset='windows-1251'><p>École: " + FIRST).getBytes(charset);

        assertThat(ArticlePage.read(html, Optional.empty(), FROM).text()).isEqualTo("École: " + FIRST);
    }

    @Test
    void aPageWithoutATextIsRefused() {
        assertThatThrownBy(() -> text("<p>Hi</p><a href='/'>Home</a>"))
                .isInstanceOf(Refused.class)
                .hasMessage("the page has no main text");
        assertThatThrownBy(() -> ArticlePage.read(new byte[0], Optional.empty(), FROM))
                .isInstanceOf(Refused.class);
    }

    @Property(tries = 300)
    void anyBytesAreReadOrRefused(@ForAll byte[] bytes) {
        try {
            assertThat(ArticlePage.read(bytes, Optional.empty(), FROM).text()).isNotBlank();
        } catch (Refused e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }
}
