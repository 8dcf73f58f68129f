// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<p>a</p><p>b</p>|a##b",
                "<p>a<p>b|a##b",
                "<h1>a</h1>b<h2>c</h2>|a##b##c",
                "a<br>b<br/><br>c<br><br><br>d|a#b##c##d",
                "<p>a<br></p><p>b</p>|a##b",
                "<div>a</div><div>b</div>c|a#b#c",
                "<div><div><div>a</div></div></div><div></div><div>b</div>|a#b",
                "<p>x<ul><li>a<li>b<ul><li>c</ul><li>d</ul>y|x##a#b#c#d##y",
                "<table><tr><th>a<th>b<tr><td>c<td> d </table>e|a\tb#c\td##e",
                "<dl><dt>a<dd>b</dl>|a#b",
                "  a \t b¶ c  |a b c",
                "<b>a</b> <i>b</i>c<span> d</span>|a bc d",
                "a<p> <p>&#32;<p>b|a##b",
                "&eacute;&amp;&lt;b&gt;&#8217;&nbsp;x|é&<b>’\u00A0x",
                "a<script>x</script><style>y</style><noscript>z</noscript><!-- c --><template>t</template>b|ab",
                "a<span hidden>x</span><span style='DISPLAY : none'>y</span><i style='visibility:hidden'>z</i>b|ab",
                "a<svg><text>x</text></svg><button>y</button><select><option>z</select><textarea>t</textarea>b|ab",
                "ministé&shy;rielle&#8203;ment|ministériellement",
                "a<object data=x> b|a b",
                "a<wbr>b<img alt=x>c|abc",
                "<blockquote>a</blockquote>b|a##b"
            })
    void readsWhatAReaderSees(String html, String text) {
        assertThat(HtmlText.of(Jsoup.parse(html.replace('¶', '\n')))).isEqualTo(text.replace('#', '\n'));
    }

    @Test
    void keepsPreformattedTextAsItIs() {
        assertThat(HtmlText.of(Jsoup.parse("a<pre>\n  x\n\n\n   y  z\n</pre>b <code>c  d</code>")))
                .isEqualTo("a\n\n  x\n\n\n   y  z\n\nb c d");
    }

    @Test
    void readsAnElementThatIsAskedForAlthoughItIsHidden() {
        assertThat(HtmlText.of(Jsoup.parse("<body style='display:none'>a").body()))
                .isEqualTo("a");
    }

    /** Deeper than any parser that is bounded makes them, and than a stack of calls is. */
    @Test
    @Timeout(20)
    void readsATreeOfAnyDepth() {
        Element root = new Element("div").text("deep");
        for (int i = 0; i < 100_000; i++) {
            root = new Element("div").appendChild(root);
        }

        assertThat(HtmlText.of(root)).isEqualTo("deep");
    }

    @Property
    void hasNoMarkupAndNoRunsOfBlanksInIt(@ForAll("html") String html) {
        String text = HtmlText.of(Jsoup.parse(html));

        assertThat(text).doesNotContain("<", "secret", "  ", "\n\n\n", " \n", "\n ", "\t\n");
        assertThat(text).doesNotStartWith(" ").doesNotStartWith("\n").doesNotEndWith(" ");
    }

    @Provide
    Arbitrary<String> html() {
        return Arbitraries.of(List.of(
                        "a",
                        "é ",
                        " ",
                        "\n",
                        "<p>",
                        "</p>",
                        "<div>",
                        "</div>",
                        "<ul>",
                        "<li>",
                        "</ul>",
                        "<table>",
                        "<tr>",
                        "<td>",
                        "</table>",
                        "<br>",
                        "<b>",
                        "</b>",
                        "<script>secret</script>",
                        "<!-- secret -->",
                        "<p hidden>secret</p>",
                        "<h1>",
                        "</h1>",
                        "&nbsp",
                        "<svg>secret</svg>",
                        "</span>",
                        "<a href='x>y'>"))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
