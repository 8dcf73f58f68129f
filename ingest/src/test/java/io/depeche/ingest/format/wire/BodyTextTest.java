// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.ingest.format.Refused;
import io.depeche.ingest.xml.SafeXml;
import io.depeche.ingest.xml.XmlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p><p>b</p> | a¶¶b",
                "<h1>Head</h1>text | Head¶¶text",
                "a<b>b</b> <i>c</i> | ab c",
                "<p> a¶  b </p> | a b",
                "a<br>b | a¶b",
                "<ul><li>a</li><li>b</li></ul>c | a¶b¶¶c",
                "<ol><li><p>a</p></li><li>b</li></ol> | a¶¶b",
                "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td><p>2</p></td></tr></table> | a→b¶1→2",
                "<table><tr><td><p>a</p><p>b</p></td></tr></table> | a¶¶b",
                "<table><tr><td></td><td>b</td><td></td></tr><tr><td>c</td></tr></table> | →b→¶c",
                "a<script>x</script><style>y</style><!-- z -->b | ab",
                "<p>a</p><figure><img alt='no'><figcaption>no</figcaption></figure><p>b</p> | a¶¶b",
                "<figure><table><tr><td>a</td><td>b</td></tr></table><figcaption>c</figcaption></figure> | a→b¶¶c",
                "<p>a<img alt='no' src='x'>b</p> | ab",
                "<q>a</q> <q>“b”</q> | “a” “b”",
                "<span class=x>a</span><span class=y>b</span><span class=y>c</span> | a bc",
                "<pre>a¶  b</pre> | a¶  b",
                "<p hidden>no</p>a | a",
                "<ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby> | 漢",
                "a&nbsp;b &lt;c&gt; | a\u00A0b <c>",
                "<div>a<div>b</div>c</div> | a¶¶b¶¶c",
                "<p> </p> | ''"
            })
    void readsHtmlAsPeopleDo(String html, String expected) throws Refused {
        assertThat(BodyText.ofHtml(html.replace('¶', '\n')))
                .isEqualTo(expected.replace('¶', '\n').replace('→', '\t'));
    }

    @Test
    void readsNitf() throws XmlException {
        assertThat(BodyText.of(
                        SafeXml.parse("<body.content xmlns='urn:n'><block><p>a <person>b</person></p></block><bq>"
                                        + "<block><p>c</p></block></bq><nitf-table><nitf-table-metadata>no</nitf-table-metadata>"
                                        + "<table><tr><td>1</td><td>2</td></tr></table></nitf-table><media><media-caption>no"
                                        + "</media-caption></media><hl2>d</hl2><ul><li>e</li></ul></body.content>")
                                .getDocumentElement()))
                .isEqualTo("a b\n\nc\n\n1\t2\n\nd\n\ne");
    }
}
