// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Beginning;
import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Format;
import io.depeche.ingest.format.Intake;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The format {@code iptc7901}: the text transmission format IPTC 7901, one message or several behind each other.
 *
 * <p>A message is a header (source and number, priority, category, count of words, options) behind SOH, a line of
 * keywords, the text between STX and ETX, and day, time, month and year behind it; control characters may have been lost
 * where the header is as it should be. Category and keywords become categories; source, number and date become the id,
 * for numbers start again every day. The format has no status, no embargo and no language. Thread-safe.
 */
public final class Iptc7901 implements Format {

    static final char SOH = 1;
    static final char STX = 2;

    private static final String NAME = "iptc7901";
    private static final int MOST_MESSAGES = 10_000;

    /** What may be sent before SOH: synchronous idle, nulls, blanks. */
    private static final String FILL = "[\\x00\\x16\\s]*";

    private static final Pattern START =
            Pattern.compile(FILL + "(?:\\x01.*\\x02|\\x01?" + Iptc7901Message.HEADER.pattern() + ")", Pattern.DOTALL);

    private final TextLimit limit;
    private final Clock clock;
    private final Iptc7901Words words = Iptc7901Words.load();

    /**
     * @param limit of a statement's text
     * @param clock tells when a statement was received
     */
    public Iptc7901(TextLimit limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** None: it is told by content only, and sent as {@code text/plain}. */
    @Override
    public Set<String> mediaTypes() {
        return Set.of();
    }

    @Override
    public boolean recognises(Beginning beginning) {
        return START.matcher(beginning.text()).lookingAt();
    }

    @Override
    public void read(byte[] content, Document document, Intake intake) {
        try {
            Characters.checkSize(content, limit);
            Decoder.Decoded decoded = Characters.of(content, document);
            List<String> messages = messages(decoded.text());
            WireDelivery delivery = new WireDelivery(NAME, document, content, decoded, limit, clock.instant(), intake);
            WireDelivery each = messages.size() == 1 ? delivery : delivery.ofSeveral();
            messages.forEach(message -> each.take(Iptc7901Message.read(message, words)));
        } catch (Refused e) {
            intake.refuse(e.at(document.source(), document.place()));
        }
    }

    private static List<String> messages(String text) throws Refused {
        // One piece more than what may be there, and the one before the first message.
        List<String> messages = Arrays.stream(text.split(String.valueOf(SOH), MOST_MESSAGES + 2))
                .filter(message -> !message.replaceFirst(FILL, "").isEmpty())
                .toList();
        if (messages.isEmpty() || messages.size() > MOST_MESSAGES) {
            throw new Refused(
                    messages.isEmpty() ? "it holds no message" : "it holds more than " + MOST_MESSAGES + " messages",
                    "give up to " + MOST_MESSAGES + " messages at once");
        }
        return messages;
    }
}
