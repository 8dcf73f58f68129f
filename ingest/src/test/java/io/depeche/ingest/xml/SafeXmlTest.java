// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;

class SafeXmlTest {

    @Test
    void readsElementsAttributesAndNamespaces() throws XmlException {
        Document document =
                SafeXml.parse("<?xml version='1.0' encoding='utf-16'?><!-- c --><a xmlns='urn:x' xmlns:y='urn:y'"
                        + " y:k='1'><y:b>text<![CDATA[ & more]]></y:b></a>");
        assertThat(document.getDocumentElement().getNamespaceURI()).isEqualTo("urn:x");
        assertThat(document.getDocumentElement().getAttributeNS("urn:y", "k")).isEqualTo("1");
        assertThat(document.getElementsByTagNameNS("urn:y", "b").item(0).getTextContent())
                .isEqualTo("text & more");
    }

    @Test
    void knowsTheNamedCharactersOfHtmlWithoutADeclaration() throws XmlException {
        assertThat(text("<a t='&eacute;'>caf&eacute; &mdash; &lt;b&gt; &amp;c; &nbsp;</a>"))
                .isEqualTo("café — <b> &c; \u00A0");
        assertThat(SafeXml.parse("<a t='&eacute;'/>").getDocumentElement().getAttribute("t"))
                .isEqualTo("é");
    }

    @Test
    void leavesCharacterDataAsItIs() throws XmlException {
        assertThat(text("<a><![CDATA[&eacute; &who;]]>&eacute;</a>")).isEqualTo("&eacute; &who;é");
    }

    @Test
    void readsAPartOfWhatHasMoreElementsAndAttributesThanWanted() throws XmlException {
        SafeXml.Part part = SafeXml.parse("<a><b c='1'/><b c='2'/><b c='3'/>", 5);
        assertThat(part.whole()).isFalse();
        assertThat(part.document().getElementsByTagName("b").getLength()).isEqualTo(2);
        assertThat(SafeXml.parse("<a><b/></a>", 2).whole()).isTrue();
    }

    @Test
    void refusesRunsOfTextWithoutEnd() {
        assertThatThrownBy(() -> SafeXml.parse("<a>" + "x<!-- -->".repeat(SafeXml.MOST_NODES) + "</a>"))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("more than 200000");
    }

    @Test
    void leavesAnEntityOfAnotherNameAsItIsWritten() throws XmlException {
        assertThat(text("<!DOCTYPE a [<!ENTITY who 'nobody'>]><a>said &who;.</a>"))
                .isEqualTo("said &who;.");
    }

    @Test
    void readsNoFileThatAnEntityNames(@TempDir Path folder) throws IOException, XmlException {
        Path secret = Files.writeString(folder.resolve("secret"), "password");
        assertThat(text("<!DOCTYPE a [<!ENTITY s SYSTEM '" + secret.toUri() + "'>]><a>&s;</a>"))
                .doesNotContain("password");
    }

    @Test
    @Timeout(20)
    void fetchesNoDocumentTypeAndNoParameterEntity() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ServerSocket server = new ServerSocket(0)) {
            Thread listener = new Thread(() -> {
                try (Socket socket = server.accept()) {
                    asked.incrementAndGet();
                } catch (IOException e) {
                    asked.addAndGet(0);
                }
            });
            listener.setDaemon(true);
            listener.start();
            String url = "http://localhost:" + server.getLocalPort() + "/x.dtd";
            assertThat(text("<!DOCTYPE a SYSTEM '" + url + "' [<!ENTITY % p SYSTEM '" + url + "'> %p;]><a>x</a>"))
                    .isEqualTo("x");
        }
        assertThat(asked).hasValue(0);
    }

    @Test
    void expandsNoEntityBomb() throws XmlException {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE a [<!ENTITY b0 'lol'>");
        for (int i = 1; i < 12; i++) {
            bomb.append("<!ENTITY b")
                    .append(i)
                    .append(" '")
                    .append(("&b" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        assertThat(text(bomb + "]><a>&b11;</a>")).isEqualTo("&b11;");
    }

    @Test
    void refusesElementsThatAreNestedWithoutEnd() {
        int depth = 100_000;
        assertThatThrownBy(() -> SafeXml.parse("<a>".repeat(depth) + "</a>".repeat(depth)))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("nested deeper than 256");
    }

    @Test
    void saysWhereItIsNotWellFormed() {
        assertThatThrownBy(() -> SafeXml.parse("<a>\n<b></a>"))
                .isInstanceOf(XmlException.class)
                .hasMessageContaining("(line 2, column ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<xmlns:a/>",
                "<a xmlns:xml='urn:other'/>",
                "<a xmlns:p='http://www.w3.org/2000/xmlns/' p:b='1'/>",
                "<a xmlns='http://www.w3.org/2000/xmlns/'/>",
                "<a:b:c xmlns:a='urn:a'/>",
                "<p:a xmlns:p=''/>",
                "<:a/>",
                "<a :b='1'/>",
                "<xmlns/>"
            })
    void refusesNamesThatAreAgainstTheRules(String xml) {
        assertThatThrownBy(() -> SafeXml.parse(xml)).isInstanceOf(XmlException.class);
    }

    @Test
    void tellsTheRootOfABeginning() throws XmlException {
        assertThat(SafeXml.root("<?xml version='1.0'?>\n<!DOCTYPE nitf SYSTEM 'nitf.dtd'>\n<nitf><body"))
                .isEqualTo(new QName("nitf"));
        assertThat(SafeXml.root("<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/'><a"))
                .isEqualTo(new QName("http://iptc.org/std/nar/2006-10-01/", "newsItem"));
        assertThatThrownBy(() -> SafeXml.root("<no")).isInstanceOf(XmlException.class);
    }

    private static String text(String xml) throws XmlException {
        return SafeXml.parse(xml).getDocumentElement().getTextContent();
    }
}
