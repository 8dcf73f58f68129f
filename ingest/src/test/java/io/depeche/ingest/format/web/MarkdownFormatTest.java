// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownFormatTest {

    @Test
    void readsFrontMatterTitleAndText() {
        RecordingIntake intake = WebReading.read(
                WebReading.MARKDOWN,
                "---\ntitle: \"Un \\\"coup\\\" de fil\"\ndate: 2023-01-23 10:00:00 # about\nlang: FR\nurl: https://example.org/a\n"
                        + "rights: 'L''agence'\nversion: 2\nstatus: update\nlayout: post\ntags:\n  - a\n---\n\n# Coup\n\nLe *Président*\na **dit**.\n");

        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getTitle()).isEqualTo("Un \"coup\" de fil");
        assertThat(statement.getIssued()).isEqualTo("2023-01-23T10:00:00");
        assertThat(statement.getLanguage()).isEqualTo("fr");
        assertThat(statement.getUrl()).isEqualTo("https://example.org/a");
        assertThat(statement.getRights()).isEqualTo("L'agence");
        assertThat(statement.getVersion()).isEqualTo("2");
        assertThat(statement.getStatus()).isEqualTo(StatementStatus.UPDATE);
        assertThat(statement.getMediaType()).isEqualTo("text/markdown");
        assertThat(statement.getOrigin().getFormat()).isEqualTo("markdown");
        assertThat(statement.getText()).isEqualTo("Coup\n\nLe Président a dit.");
        assertThat(intake.notices)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .contains("layout: post", "tags:");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "# T$$a|a|T",
                "T$=$$a|a|T",
                "a$$# T$$b|a##b|T",
                "a$$## T$$b|a##T##b|",
                "# T|T|T",
                "a [link](https://x.y) b|a link b|",
                "a ![picture](https://x.y) b|a b|",
                "[a]: https://x.y$$b [a]|b a|",
                "* a$* b$  * c$$d|a#b#c##d|",
                "* a$$* b$$d|a##b##d|",
                "1. a$2. b|a#b|",
                "> a$> b$$c|a b##c|",
                "a  $b\\$c|a#b#c|",
                "a<br>b<!-- c -->&eacute;&lt;|a#bé<|",
                "```$x  y$ z$```$a|x  y# z##a|",
                "<div>$<p>x<p>y<script>z</script>$</div>$$a|x##y##a|",
                "a$***$b|a##b|",
                "a `b  c` \\*d\\*|a b c *d*|"
            })
    void readsWhatAReaderSees(String markdown, String text, String title) {
        RawStatement statement = WebReading.read(WebReading.MARKDOWN, markdown.replace('$', '\n'))
                .statements
                .get(0);

        assertThat(statement.getText()).isEqualTo(text.replace('#', '\n'));
        assertThat(statement.getTitle()).isEqualTo(title);
    }

    @Test
    void leavesFrontMatterWithoutAnEndInTheText() {
        assertThat(WebReading.read(WebReading.MARKDOWN, "---\ntitle: a\n\nb").texts())
                .singleElement()
                .asString()
                .contains("title: a", "b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# Title\n\ntext",
                "---\ntitle: x\n---\ntext",
                "---\r\ndate: 2023\r\n---\r\ntext",
                "text\n\n## Part\n\n**bold** text",
                "see [the page](https://example.org/a_b) for more",
                "![x](/a.png)\n\ntext",
                "## T"
            })
    void knowsMarkdown(String markdown) {
        assertThat(WebReading.recognises(WebReading.MARKDOWN, markdown)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- a dash\n- another",
                "PARIS (AFP) - text *** text",
                "--- \nno front matter\n---\n",
                "---\n\ntext - text\n---",
                "#hashtag of the day",
                "**UPDATE** text",
                "text [sic] (he said)",
                "1. one\n2. two",
                "a * b * c",
                "Title\n=====\n\ntext",
                "> quoted mail",
                "date 2023-01 text",
                "[Paris] text (https://example.org)",
                "a_b_c",
                "{\"text\":\"[a](https://b)\"}",
                "[\"# a\", \"[a](https://b)\"]",
                "<nitf><p>[a](https://b)</p></nitf>",
                "",
                "#",
                "5 #1 hits\n",
                "note: # 1"
            })
    void leavesPlainTextAlone(String text) {
        assertThat(WebReading.recognises(WebReading.MARKDOWN, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {">", "> ", "- ", "1. ", "*a **a ", "![", "_", "[a](", "`", "<?", "<!A ", "&", "[a", "a<![CDATA["
            })
    @Timeout(60)
    void survivesNestingWithoutEnd(String piece) {
        RecordingIntake intake = WebReading.read(WebReading.MARKDOWN, "# a\n\nb " + piece.repeat(100_000));
        RecordingIntake first = WebReading.read(WebReading.MARKDOWN, piece.repeat(100_000) + "c");
        RecordingIntake lines = WebReading.read(WebReading.MARKDOWN, (piece.repeat(100) + "c\n\n").repeat(1000));

        assertThat(intake.statements.size() + intake.refusals.size()).isEqualTo(1);
        assertThat(first.statements.size() + first.refusals.size()).isEqualTo(1);
        assertThat(lines.statements.size() + lines.refusals.size()).isEqualTo(1);
    }

    /** The parser looks for the begin of each of them through all the others. */
    @ParameterizedTest
    @ValueSource(strings = {"[[]()", "[", "[a]: b\n"})
    @Timeout(60)
    void refusesAParagraphOfBrackets(String piece) {
        assertThat(WebReading.read(WebReading.MARKDOWN, "# a\n\n" + Hostile.of("", piece, 4_000_000)).refusals)
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).contains("1000 brackets (line "));
    }

    @Test
    @Timeout(60)
    void readsManyParagraphsOfBracketsSoon() {
        String paragraph = "[[]()".repeat(400) + "\n\n";

        assertThat(WebReading.read(WebReading.MARKDOWN, Hostile.of("", paragraph, 900_000)).statements)
                .hasSize(1);
    }

    @Test
    @Timeout(60)
    void refusesMoreBlocksOfHtmlThanAnybodyWrites() {
        assertThat(WebReading.read(WebReading.MARKDOWN, "<p>a\n\n".repeat(1001)).refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("1000 blocks of HTML");
    }

    @Test
    void refusesATextBeyondTheLimit() {
        assertThat(WebReading.read(WebReading.MARKDOWN, "a".repeat(1024 * 1024 + 1)).refusals)
                .singleElement()
                .extracting(Refusal::wayOut)
                .asString()
                .contains("ingest.max.text.bytes");
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(WebReading.read(WebReading.MARKDOWN, "# a\n" + "b\1".repeat(1000)).refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("binary data");
    }

    @Test
    void refusesAFileThatHoldsMoreThanATextMay() {
        assertThat(WebReading.read(WebReading.MARKDOWN, "a" + "\n".repeat(5 * 1024 * 1024)).refusals)
                .singleElement()
                .extracting(Refusal::wayOut)
                .asString()
                .contains("ingest.max.text.bytes");
    }

    @Property
    void endsWithACleanStatementOrARefusal(@ForAll("markdown") String markdown) {
        RecordingIntake intake = WebReading.read(WebReading.MARKDOWN, markdown);

        assertThat(intake.statements.size() + intake.refusals.size()).isEqualTo(1);
        assertThat(intake.texts())
                .allSatisfy(text -> assertThat(text).isEqualTo(text.strip()).doesNotContain("\u0001"));
    }

    @Property
    void endsWithAStatementOrARefusalWhateverTheBytes(@ForAll byte[] bytes) {
        RecordingIntake intake = WebReading.read(WebReading.MARKDOWN, bytes);

        assertThat(intake.statements.size() + intake.refusals.size()).isEqualTo(1);
    }

    @Provide
    Arbitrary<String> markdown() {
        return Arbitraries.of(List.of(
                        "a",
                        "\n",
                        "\n\n",
                        "# ",
                        "> ",
                        "* ",
                        "    ",
                        "---\n",
                        "title: x\n",
                        "date: y\n",
                        "```\n",
                        "**",
                        "_",
                        "[",
                        "](x)",
                        "![",
                        "<b>",
                        "<div>\n",
                        "&#1;",
                        "&eacute;",
                        "`",
                        "\\",
                        "  \n",
                        "1. ",
                        "[a]: b\n",
                        "<!--",
                        "===\n"))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }
}
