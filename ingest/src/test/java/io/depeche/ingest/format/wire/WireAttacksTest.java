// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.RecordingIntake;
import io.depeche.ingest.format.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must neither get out of a document nor take the program down. */
@Timeout(30)
class WireAttacksTest {

    private static final String ITEM =
            "%s<newsItem guid='g'><contentSet><inlineXML><p>%s</p></inlineXML></contentSet></newsItem>";

    @Test
    void expandsNoEntityBomb() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE newsItem [<!ENTITY b0 'lol'>");
        for (int i = 1; i < 12; i++) {
            String ten = ("&b" + (i - 1) + ";").repeat(10);
            bomb.append("<!ENTITY b").append(i).append(" '").append(ten).append("'>");
        }

        assertThat(read(ITEM.formatted(bomb + "]>", "&b11;")).texts()).containsExactly("&b11;");
    }

    @Test
    void readsNoFileThatAnEntityNames(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret"), "password");
        String type = "<!DOCTYPE newsItem [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]>";

        assertThat(read(ITEM.formatted(type, "a &s;")).texts()).containsExactly("a &s;");
    }

    @Test
    void fetchesNoDocumentType() throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "http://localhost:" + server.getLocalPort() + "/nitf.dtd";
            String nitf = "<!DOCTYPE nitf SYSTEM '" + url + "' [<!ENTITY % p SYSTEM '" + url + "'> %p;]>"
                    + "<nitf><body><body.content><p>Text.</p></body.content></body></nitf>";

            assertThat(WireReading.read(WireReading.NITF, nitf).texts()).containsExactly("Text.");

            server.setSoTimeout(1);
            assertThat(hasCaller(server)).isFalse();
        }
    }

    private static boolean hasCaller(ServerSocket server) throws IOException {
        try {
            server.accept().close();
            return true;
        } catch (SocketTimeoutException e) {
            // Whoever had called would be waiting in the queue.
            return false;
        }
    }

    @Test
    void refusesXmlThatIsNestedWithoutEnd() {
        int depth = 100_000;

        assertThat(only(read(ITEM.formatted("", "<b>".repeat(depth) + "</b>".repeat(depth))))
                        .reason())
                .contains("nested deeper than");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b/>", "<b>x</b>", "<b a='1' c='2'/>"})
    void refusesMillionsOfElements(String element) {
        assertThat(only(read(ITEM.formatted("", element.repeat(5_000_000 / element.length()))))
                        .reason())
                .contains("more than 200000");
    }

    @Test
    void refusesAMillionAttributes() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 400_000; i++) {
            attributes.append(" a").append(i).append("=''");
        }

        assertThat(only(read(ITEM.formatted("", "<b" + attributes + "/>"))).reason())
                .contains("can't be read as XML");
    }

    @Test
    void refusesNamespacesWithoutEnd() {
        StringBuilder namespaces = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            namespaces.append(" xmlns:n").append(i).append("='u'");
        }

        assertThat(only(read(ITEM.formatted("", "<b" + namespaces + ">" + "<c/>".repeat(90_000) + "</b>")))
                        .reason())
                .contains("namespaces in scope are more than 256");
    }

    @Test
    void refusesJsonThatIsNestedWithoutEnd() {
        int depth = 100_000;
        String json = "{\"uri\":\"a\",\"associations\":".repeat(depth) + "1" + "}".repeat(depth);

        assertThat(only(WireReading.read(WireReading.NINJS, json)).reason()).contains("no valid JSON");
    }

    @Test
    void refusesMillionsOfJsonValues() {
        String json = "{\"uri\":\"a\",\"subjects\":[" + "[],".repeat(1_500_000) + "0]}";

        assertThat(only(WireReading.read(WireReading.NINJS, json)).reason()).contains("more than 100000 values");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "a"})
    void readsNoHtmlOfMoreMarkupThanAnybodyWrites(String piece) {
        String html = "<b" + piece.repeat(450_000) + ">text";
        String data = "<newsItem guid='g'><contentSet><inlineData contenttype='text/html'><![CDATA[" + html
                + "]]></inlineData></contentSet></newsItem>";
        String json = "{\"uri\":\"a\",\"body_html\":\"" + html + "\",\"body_text\":\"plain\"}";

        RecordingIntake ninjs = WireReading.read(WireReading.NINJS, json);

        RecordingIntake newsml = read(data);

        assertThat(newsml.texts()).isEmpty();
        assertThat(newsml.notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("left out", "HTML that can't be read"));
        assertThat(ninjs.texts()).containsExactly("plain");
        assertThat(ninjs.notices)
                .singleElement()
                .satisfies(notice -> assertThat(notice.message()).contains("body in HTML can't be read"));
    }

    static Stream<Arguments> large() {
        String text = "x".repeat(20 * 1024 * 1024);
        return Stream.of(
                Arguments.of(WireReading.NEWSML, ITEM.formatted("", text)),
                Arguments.of(
                        WireReading.NITF, "<nitf><body><body.content><p>" + text + "</p></body.content></body></nitf>"),
                Arguments.of(WireReading.NINJS, "{\"uri\":\"a\",\"body_text\":\"" + text + "\"}"),
                Arguments.of(WireReading.IPTC7901, "\u0001abc0123 3 pl 41\n\u0002" + text + "\u0003"));
    }

    @ParameterizedTest
    @MethodSource("large")
    void refusesADocumentOfTwentyMegabytes(Format format, String content) {
        Refusal refusal = only(WireReading.read(format, content));

        assertThat(refusal.reason()).startsWith("it has 2097").contains("bytes");
        assertThat(refusal.wayOut()).contains("ingest.max.text.bytes");
    }

    @Test
    void refusesATextThatIsLongerThanAllowed() {
        assertThat(only(read(ITEM.formatted("", "x".repeat(1_100_000)))).reason())
                .contains("1100000 bytes");
    }

    @Test
    void refusesMetadataWithoutEnd() {
        String json = "{\"uri\":\"a\",\"body_text\":\"b\",\"headline\":\"" + "x".repeat(70_000) + "\"}";

        assertThat(only(WireReading.read(WireReading.NINJS, json)).reason()).contains("bytes of headline");
    }

    @Test
    void refusesMoreMessagesAtOnceThanAnybodySends() {
        RecordingIntake intake =
                WireReading.read(WireReading.IPTC7901, "\u0001abc0123 3 pl 41\n\u0002a\u0003".repeat(10_001));

        assertThat(only(intake).reason()).contains("more than 10000 messages");
    }

    @Test
    void looksForTheDateOfAMessageCloseBehindItAndNotInAllThatFollows() {
        String message = "\u0001abc0123 3 pl 41\n\u0002a\u0003%s\n241205 Sep 24\n";

        assertThat(WireReading.read(WireReading.IPTC7901, message.formatted(" ".repeat(100)))
                        .statements
                        .get(0)
                        .getIssued())
                .isEqualTo("2024-09-24T12:05");
        assertThat(WireReading.read(WireReading.IPTC7901, message.formatted(" ".repeat(300)))
                        .statements
                        .get(0)
                        .getIssued())
                .isNull();
    }

    @Test
    void looksForTheEncodingOfXmlInItsBeginningAlone() {
        String item = "<?xml version='1.0' encoding='windows-1253'?>" + ITEM.formatted("", "caf\u00e9");

        assertThat(WireReading.read(WireReading.NEWSML, item.getBytes(StandardCharsets.ISO_8859_1))
                        .texts())
                .containsExactly("caf\u03b9");
        assertThat(only(WireReading.read(
                                WireReading.NEWSML, (" ".repeat(300) + item).getBytes(StandardCharsets.ISO_8859_1)))
                        .reason())
                .contains("UTF-8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<div>", "<b>", "<p><b>", "<table>", "<table><td>", "<q>", "<a>", "<li>", "<![CDATA[", "&"})
    void readsHtmlOfAnyShapeInShortTime(String piece) {
        String html = "a" + piece.repeat(300_000 / piece.length());
        RecordingIntake intake = WireReading.read(
                WireReading.NINJS, "{\"uri\":\"a\",\"type\":\"text\",\"body_xhtml\":\"" + html + "\"}");

        assertThat(intake.statements.size() + intake.refusals.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "(", "- ", "=\n", "  x\n", "a  ", "120000 ", "\u0002", "\u0001a\n\u0002b"})
    void readsMessagesOfAnyShapeInShortTime(String piece) {
        RecordingIntake intake = WireReading.read(
                WireReading.IPTC7901,
                "\u0001abc0123 3 pl 41\n\u0002a\n" + piece.repeat(300_000 / piece.length()) + "\u0003"
                        + piece.repeat(300_000 / piece.length()));

        assertThat(intake.statements.size() + intake.refusals.size()).isPositive();
    }

    private static RecordingIntake read(String newsMl) {
        return WireReading.read(WireReading.NEWSML, newsMl);
    }

    private static Refusal only(RecordingIntake intake) {
        assertThat(intake.statements).isEmpty();
        assertThat(intake.refusals).hasSize(1);
        return intake.refusals.get(0);
    }
}
