// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.format.StatementId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlFormatTest {

    private static final String PAGE = "<!DOCTYPE html><html lang=fr_FR><head><title>Coup de fil - Agence</title>"
            + "<meta property='og:title' content='Coup de fil'><meta name=copyright content='© Agence'>"
            + "<meta property='article:published_time' content='2023-01-23 10:00:00 +0100'>"
            + "<link rel=canonical href='https://example.org/a?b=1&amp;c=2'></head><body><header>Agence</header>"
            + "<nav>Accueil</nav><article><h1>Coup de fil</h1><p>Le Président a dit.<p>Il a ajouté."
            + "<aside>Lire aussi</aside></article><footer>Mentions</footer></body></html>";

    @Test
    void readsAPage() {
        RecordingIntake intake = WebReading.read(WebReading.HTML, PAGE);

        RawStatement statement = intake.statements.get(0);
        assertThat(statement.getText()).isEqualTo("Le Président a dit.\n\nIl a ajouté.");
        assertThat(statement.getTitle()).isEqualTo("Coup de fil");
        assertThat(statement.getLanguage()).isEqualTo("fr-FR");
        assertThat(statement.getIssued()).isEqualTo("2023-01-23T10:00:00+0100");
        assertThat(statement.getUrl()).isEqualTo("https://example.org/a?b=1&c=2");
        assertThat(statement.getRights()).isEqualTo("© Agence");
        assertThat(statement.getMediaType()).isEqualTo("text/html");
        assertThat(statement.getId()).isEqualTo(StatementId.of("inbox", "a", ""));
        assertThat(statement.getOrigin().getFormat()).isEqualTo("html");
        assertThat(statement.getOrigin().getCharset()).isEqualTo("UTF-8");
        assertThat(intake.places).containsExactly("in/a");
        assertThat(intake.notices).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>a</p><p>b|a##b|",
                "<h1>T</h1><p>a|a|T",
                "<title>W</title><p>a|a|W",
                "<title>W</title><h1>T</h1>a|a|T",
                "<h1>T</h1>|T|T",
                "<footer>a</footer>|a|",
                "<article>a</article><article>b</article>|a##b|",
                "<article></article><p>b|b|",
                "<p>x</p><main><p>a</main>|a|",
                "<body style='display:none'><p>a|a|"
            })
    void findsTextAndTitle(String html, String text, String title) {
        RawStatement statement =
                WebReading.read(WebReading.HTML, html).statements.get(0);

        assertThat(statement.getText()).isEqualTo(text.replace('#', '\n'));
        assertThat(statement.getTitle()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "<meta name=date content=2023-01>a, 2023-01",
        "<time datetime=yesterday>x</time><time datetime='2023-01-23T10:00Z'>y</time>, 2023-01-23T10:00Z",
        "<meta name=date content='2023-02-30'>a,",
        "<meta name=date content='2023-01-23 10:00 GMT'>a, 2023-01-23T10:00Z"
    })
    void findsTheDate(String html, String issued) {
        assertThat(WebReading.read(WebReading.HTML, html).statements.get(0).getIssued())
                .isEqualTo(issued);
    }

    @Test
    void saysThatALanguageIsNone() {
        RecordingIntake intake = WebReading.read(WebReading.HTML, "<html lang='français'>a");

        assertThat(intake.statements.get(0).getLanguage()).isNull();
        assertThat(intake.notices)
                .singleElement()
                .extracting(Notice::message)
                .asString()
                .contains("français");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "/a", "//x/y", "https://exa mple.org"})
    void takesNoAddressButOneOfTheWeb(String address) {
        assertThat(WebReading.read(WebReading.HTML, "<link rel=canonical href='" + address + "'>a")
                        .statements
                        .get(0)
                        .getUrl())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252|<meta charset=iso-8859-1>été|windows-1252",
                "windows-1251|<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>Президент|windows-1251",
                "ISO-8859-2|<?xml version='1.0' encoding='iso-8859-2'?><html><p>oświadczył</p></html>|ISO-8859-2",
                "UTF-8|<meta charset=utf-16>été|UTF-8",
                "UTF-8|<meta charset=nonsense>été|UTF-8"
            })
    void followsTheEncodingThatThePageNames(String charset, String html, String read) {
        RawStatement statement = WebReading.read(WebReading.HTML, html.getBytes(Charset.forName(charset)))
                .statements
                .get(0);

        assertThat(html).contains(statement.getText());
        assertThat(statement.getOrigin().getCharset()).isEqualTo(read);
    }

    @Test
    void followsTheEncodingOfTheTransportBeforeThatOfThePage() {
        RecordingIntake intake = new RecordingIntake();
        WebReading.HTML.read(
                "<meta charset=windows-1251>été".getBytes(StandardCharsets.ISO_8859_1),
                new Document("inbox", "in/a", "a", Optional.of(Charset.forName("windows-1252"))),
                intake);

        assertThat(intake.texts()).containsExactly("été");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE html><p>a",
                " \n<html lang=fr>",
                "<!doctype HTML PUBLIC '-//W3C//DTD XHTML 1.0'>",
                "<p>a",
                "<P class=x>a",
                "<h2>a</h2>",
                "<div\n>a",
                "<!-- c --><html>",
                "<br/>a",
                "<article><p>a",
                "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><p/></html>",
                "<html xmlns='http://www.w3.org/1999/xhtml'>"
            })
    void knowsHtml(String html) {
        assertThat(WebReading.recognises(WebReading.HTML, html)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a <p>b",
                "<nitf><body>",
                "<rss version='2.0'>",
                "<?xml version='1.0'?><article>",
                "<article xmlns='http://docbook.org/ns/docbook'>",
                "<paris> said",
                "<a:b xmlns:a='u'>",
                "< 5",
                "{}",
                "",
                "<picture of the minister>"
            })
    void leavesAloneWhatIsNone(String text) {
        assertThat(WebReading.recognises(WebReading.HTML, text)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<p>", "<html><body><script>x</script>"})
    void refusesAPageWithoutText(String html) {
        assertThat(WebReading.read(WebReading.HTML, html).refusals)
                .singleElement()
                .satisfies(refusal -> {
                    assertThat(refusal.place()).isEqualTo("in/a");
                    assertThat(refusal.reason()).contains("no text");
                });
    }

    @Test
    void refusesWhatIsNoText() {
        assertThat(WebReading.read(WebReading.HTML, "<p>" + "b\1".repeat(1000)).refusals)
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("binary data");
    }

    @Test
    void refusesATextBeyondTheLimit() {
        assertThat(WebReading.read(WebReading.HTML, "<p>" + "a".repeat(1024 * 1024 + 1)).refusals)
                .singleElement()
                .extracting(Refusal::wayOut)
                .asString()
                .contains("ingest.max.text.bytes");
    }

    @Test
    @Timeout(60)
    void refusesAPageOf20MegabytesOfTags() {
        byte[] page = Hostile.of("<!doctype html>", "<nav><b><h1>", Hostile.MEGABYTES_20)
                .getBytes(StandardCharsets.UTF_8);

        assertThat(WebReading.recognises(WebReading.HTML, "<!doctype html><nav>"))
                .isTrue();
        assertThat(WebReading.read(WebReading.HTML, page).refusals).hasSize(1);
    }

    @Test
    @Timeout(60)
    void readsA100_000NestedDivisionsAsOne() {
        assertThat(WebReading.read(WebReading.HTML, "<div>".repeat(99_000) + "deep")
                        .texts())
                .containsExactly("deep");
    }

    @Property
    void endsWithAStatementOrARefusal(@ForAll byte[] bytes) {
        RecordingIntake intake = WebReading.read(WebReading.HTML, bytes);

        assertThat(intake.statements.size() + intake.refusals.size()).isEqualTo(1);
    }
}
