// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Field;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message of IPTC 7901, from behind its SOH. */
final class Iptc7901Message {

    /** {@code bdt0123 3 pl 831  dpa 0456}: source, number, priority, category, words. */
    static final Pattern HEADER =
            Pattern.compile("(?<source>[a-zA-Z]{2,4})(?<number>\\d{3,5})\\h{1,8}(?<priority>[1-9])\\h{1,8}"
                    + "(?<category>[a-zA-Z]{1,4})\\h{1,8}(?<words>\\d{1,5})\\b[^\\r\\n]*");

    /** {@code 241205 Sep 24}, with a time zone perhaps: day, hour and minute, month, year. */
    private static final Pattern DATE = Pattern.compile("(?<day>\\d{2})(?<hour>\\d{2})(?<minute>\\d{2})\\h{0,4}"
            + "(?<zone>GMT|UTC|Z)?\\h{1,8}(?<month>\\p{L}{3,5})\\.?\\h{1,8}(?<century>\\d{2})?(?<year>\\d{2})\\b");

    /** How much behind the text is looked through for the date. */
    private static final int BEHIND_AT_MOST = 200;

    private static final char ETX = 3;
    private static final char EOT = 4;
    private static final String LINE = "\\r?\\n|\\r";

    private final String header;
    private final String keywords;
    private final String body;
    private final String behind;

    private Iptc7901Message(String header, String keywords, String body, String behind) {
        this.header = header;
        this.keywords = keywords;
        this.body = body;
        this.behind = behind;
    }

    static WireItem read(String message, Iptc7901Words words) {
        String whole = message.replaceFirst("^[\\x00\\x16\\s]+", "");
        int end = whole.indexOf(EOT);
        return split(end < 0 ? whole : whole.substring(0, end)).item(words);
    }

    private static Iptc7901Message split(String message) {
        int start = message.indexOf(Iptc7901.STX);
        int end = message.indexOf(ETX, Math.max(start, 0));
        String behind = end < 0 ? "" : message.substring(end + 1);
        String before = end < 0 ? message : message.substring(0, end);
        if (start >= 0) {
            String[] head = before.substring(0, start).split(LINE, 2);
            return new Iptc7901Message(head[0], head.length > 1 ? head[1] : "", before.substring(start + 1), behind);
        }
        return withoutControls(before, behind);
    }

    /** The lines behind the header that end with a slash are keywords, and a date in the last line ends the text. */
    private static Iptc7901Message withoutControls(String message, String behind) {
        String[] lines = message.split(LINE, -1);
        int at = 1;
        StringBuilder keywords = new StringBuilder();
        while (at < lines.length && (lines[at].isBlank() || lines[at].strip().endsWith("/"))) {
            keywords.append(lines[at]).append('\n');
            at++;
        }
        int last = lines.length;
        while (last > at && lines[last - 1].isBlank()) {
            last--;
        }
        boolean dated = last > at && DATE.matcher(lines[last - 1].strip()).matches();
        int end = dated ? last - 1 : last;
        return new Iptc7901Message(
                lines[0],
                keywords.toString(),
                at < end ? String.join("\n", Arrays.asList(lines).subList(at, end)) : "",
                dated ? lines[last - 1] : behind);
    }

    private WireItem item(Iptc7901Words words) {
        Matcher head = HEADER.matcher(header);
        boolean known = head.lookingAt();
        Optional<String> issued = issued(words);
        Iptc7901Text text = Iptc7901Text.read(body, words);
        WireItem item = new WireItem().text(text.text());
        item.set(Field.TITLE, text.title());
        item.issued(issued);
        if (known) {
            issued.ifPresent(date -> item.set(
                    Field.ID, Optional.of(head.group("source") + head.group("number") + " " + date.substring(0, 10))));
            item.category("iptc7901:" + head.group("category"));
        } else {
            item.note("its header is not as in IPTC 7901 (bdt0123 3 pl 831): left out");
        }
        Arrays.stream(keywords.split("[/\\r\\n]+")).map(String::strip).forEach(item::category);
        return item;
    }

    private Optional<String> issued(Iptc7901Words words) {
        Matcher date = DATE.matcher(behind.substring(0, Math.min(behind.length(), BEHIND_AT_MOST)));
        if (!date.find()) {
            return Optional.empty();
        }
        String century = date.group("century") == null ? "20" : date.group("century");
        return words.month(date.group("month"))
                .map(month -> century + date.group("year") + "-" + month + "-" + date.group("day") + "T"
                        + date.group("hour") + ":" + date.group("minute") + (date.group("zone") == null ? "" : "Z"))
                .flatMap(WireDate::of);
    }
}
