// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.page;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.depeche.ingest.format.Refused;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages made to take long or to end the reader. */
class PageAttackTest {

    private static final int SIZE = 2_000_000;

    private static void read(String html) {
        try {
            ArticlePage.read(
                    html.getBytes(StandardCharsets.UTF_8),
                    Optional.of("text/html; charset=utf-8"),
                    URI.create("https://h/"));
        } catch (Refused e) {
            // As good as a text: it ended.
        }
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(
            strings = {
                "<div>",
                "<article>",
                "<b>",
                "<a href='x'>",
                "<p><b>",
                "<table>",
                "<table><tr><td>",
                "<ul><li>",
                "<svg><g>",
                "<font><p>",
                "<div class='ad'>a",
                "<div class='photo'><p>word",
                "<article><p>A word, a word, and yet more words.",
                "<select><option>",
                "<template>",
                "<h1>",
                "<header>",
                "<!--",
                "<![CDATA[",
                "&",
                "&#",
                "<a b=",
                "<x a1 ",
                "<script>",
                "<title>",
                "<meta name='date' content='x'>",
                "<br>",
                " ",
                "<div itemprop='articleBody'>a, b, c. "
            })
    void whatIsRepeatedWithoutEndTakesNoLongTime(String part) {
        // As often as it may be, for what is more is refused at once.
        long tags = Math.max(1, part.chars().filter(c -> c == '<').count());
        read(part.repeat(Math.min(SIZE / part.length(), (int) (100_000 / tags))));
    }

    @Test
    @Timeout(20)
    void oneElementWithManyAttributesTakesNoLongTime() {
        StringBuilder html = new StringBuilder("<p");
        for (int i = 0; html.length() < SIZE; i++) {
            html.append(" a").append(i).append("=b");
        }
        read(html.append(">text").toString());
    }

    @Test
    @Timeout(20)
    void deepJsonIsNoStackOverflow() {
        read("<script type='application/ld+json'>" + "[".repeat(SIZE) + "</script><p>a");
        read("<script type='application/ld+json'>" + "{\"@graph\":".repeat(SIZE / 10) + "</script><p>a");
    }

    @Test
    void moreTagsThanAnyArticleHasAreRefused() {
        assertThatThrownBy(() -> ArticlePage.read(
                        "<b>".repeat(100_001).getBytes(StandardCharsets.UTF_8),
                        Optional.empty(),
                        URI.create("https://h/")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("100000");
    }

    @Test
    void moreThanTheLimitIsRefused() {
        assertThatThrownBy(() -> ArticlePage.read(
                        new byte[ArticlePage.MOST_BYTES + 1], Optional.empty(), URI.create("https://h/")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("20971520");
    }
}
