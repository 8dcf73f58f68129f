// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.depeche.event.RawStatement;
import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.CleanText;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.RecordingIntake;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Damaged documents end in statements, refusals or notices, and never in an exception. */
class WirePropertiesTest {

    private static final List<byte[]> SAMPLES = List.of(
            WireReading.sample("newsml-g2/text.xml"),
            WireReading.sample("newsml-g2/nitf.xml"),
            WireReading.sample("newsml-g2/message.xml"),
            WireReading.sample("ninjs/complex-1.4.json"),
            WireReading.sample("ninjs/text-2.1.json"),
            WireReading.sample("ninjs/text-3.0.json"),
            ("<?xml version='1.0' encoding='ISO-8859-1'?><!DOCTYPE nitf SYSTEM 'x'><nitf><head><docdata"
                            + " management-status='canceled'><doc-id id-string='a'/><date.release norm='20990101'/>"
                            + "</docdata></head><body><body.content><p>&eacute;</p></body.content></body></nitf>")
                    .getBytes(StandardCharsets.ISO_8859_1),
            ("\u0001abc0123 3 pl 41  acm 0456\r\n\r\nKey/Word/\r\n\u0002(Eil)\r\nTitle\r\nBy me =\r\n\r\nText of it,\r\n"
                            + "more.\r\n\r\n- a\r\n- b\r\n\u0003\r\n241205 Sep 24\r\n\u0004")
                    .getBytes(StandardCharsets.UTF_8));

    private static final List<String> PIECES = List.of(
            "<",
            ">",
            "&",
            ";",
            "\"",
            "'",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\0",
            "\u0001",
            "\u0002",
            "\u0003",
            "<p>",
            "</p>",
            "<!--",
            "<![CDATA[",
            "<!DOCTYPE",
            "xmlns=''",
            "null",
            "1e999",
            "\\ud800",
            "\uFEFF",
            "\uFFFE",
            "é");

    @Property(tries = 500)
    void damagedSamplesEndInStatementsOrRefusals(
            @ForAll Random random, @ForAll @IntRange(min = 1, max = 12) int times) {
        byte[] content = SAMPLES.get(random.nextInt(SAMPLES.size()));
        for (int i = 0; i < times; i++) {
            content = damaged(content, random);
        }
        for (Format format : WireReading.ALL) {
            format.recognises(Beginning.of(content));
            check(WireReading.read(format, content));
        }
    }

    @Property(tries = 200)
    void anyBytesEndInStatementsOrRefusals(@ForAll byte[] content) {
        for (Format format : WireReading.ALL) {
            format.recognises(Beginning.of(content));
            check(WireReading.read(format, content));
        }
    }

    private static byte[] damaged(byte[] content, Random random) {
        int from = random.nextInt(content.length + 1);
        int to = Math.min(content.length, from + random.nextInt(40));
        ByteArrayOutputStream damaged = new ByteArrayOutputStream();
        damaged.write(content, 0, from);
        switch (random.nextInt(5)) {
            case 0 -> {
                // The piece goes.
            }
            case 1 -> {
                damaged.write(content, from, to - from);
                damaged.write(content, from, to - from);
            }
            case 2 ->
                damaged.writeBytes(PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
            case 3 -> damaged.write(random.nextInt(256));
            default -> {
                byte[] other = SAMPLES.get(random.nextInt(SAMPLES.size()));
                int at = random.nextInt(other.length);
                damaged.writeBytes(Arrays.copyOfRange(other, at, Math.min(other.length, at + 60)));
            }
        }
        damaged.write(content, to, content.length - to);
        return damaged.toByteArray();
    }

    private static void check(RecordingIntake intake) {
        assertThat(intake.statements.size() + intake.refusals.size() + intake.notices.size())
                .isPositive();
        for (RawStatement statement : intake.statements) {
            String text = statement.getText();
            assertThat(text).isEqualTo(CleanText.of(text).text());
        }
        assertThat(intake.refusals).allSatisfy(refusal -> {
            assertThat(refusal.reason()).isNotBlank();
            assertThat(refusal.wayOut()).isNotBlank();
        });
    }
}
