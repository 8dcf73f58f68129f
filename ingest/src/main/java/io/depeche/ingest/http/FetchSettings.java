// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.Duration;
import java.util.regex.Pattern;

/**
 * How documents are fetched. Immutable; a value out of bounds is refused with its key.
 *
 * @param version of this product, as the User-Agent names it
 * @param contact mail address or URL of whoever runs it, which the User-Agent names too
 * @param allowPrivateAddresses whether addresses that are not public may be reached
 * @param maxBytes the longest document taken, in bytes as sent and again as unpacked
 * @param deadline for a whole fetch with its redirects, without the time spent waiting for a host's turn
 * @param interval between the end of a request to a host and the next one
 */
public record FetchSettings(
        String version,
        String contact,
        boolean allowPrivateAddresses,
        int maxBytes,
        Duration deadline,
        Duration interval) {

    /** Keys under which a configuration holds these values; messages name them. */
    public static final String CONTACT = "ingest.fetch.contact";

    public static final String ALLOW_PRIVATE_ADDRESSES = "ingest.fetch.allow.private.addresses";
    public static final String MAX_BYTES = "ingest.fetch.max.bytes";
    public static final String DEADLINE = "ingest.fetch.deadline.ms";
    public static final String INTERVAL = "ingest.fetch.interval.ms";

    public static final int DEFAULT_MAX_BYTES = 20 * 1024 * 1024;
    public static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(60);
    public static final Duration DEFAULT_INTERVAL = Duration.ofSeconds(1);

    private static final int MOST_BYTES = 512 * 1024 * 1024;
    private static final Duration SHORTEST_DEADLINE = Duration.ofMillis(100);
    private static final Duration LONGEST_DEADLINE = Duration.ofMinutes(10);
    private static final Duration LONGEST_INTERVAL = Duration.ofHours(1);

    // Parentheses and backslashes would end or escape the comment that it stands in (RFC 9110, 5.6.5).
    private static final Pattern MAIL_OR_URL =
            Pattern.compile("(?:[^\\s@()\\\\]+@[^\\s@()\\\\]+|https?://[^\\s()\\\\]+)");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9.+_-]+");

    public FetchSettings {
        if (!TOKEN.matcher(version).matches()) {
            throw new IllegalArgumentException("the version " + version + " can't stand in a User-Agent");
        }
        if (contact.length() > 200 || !MAIL_OR_URL.matcher(contact).matches() || !isAscii(contact)) {
            throw new IllegalArgumentException(
                    CONTACT + " should be a mail address or a URL by which publishers reach you, and is " + contact);
        }
        if (maxBytes < 1 || maxBytes > MOST_BYTES) {
            throw new IllegalArgumentException(
                    MAX_BYTES + " should be from 1 to " + MOST_BYTES + " and is " + maxBytes);
        }
        between(DEADLINE, deadline, SHORTEST_DEADLINE, LONGEST_DEADLINE);
        between(INTERVAL, interval, Duration.ZERO, LONGEST_INTERVAL);
    }

    /** With the defaults: public addresses only, {@link #DEFAULT_MAX_BYTES}, and so on. */
    public static FetchSettings of(String version, String contact) {
        return new FetchSettings(version, contact, false, DEFAULT_MAX_BYTES, DEFAULT_DEADLINE, DEFAULT_INTERVAL);
    }

    public FetchSettings withPrivateAddresses(boolean allow) {
        return new FetchSettings(version, contact, allow, maxBytes, deadline, interval);
    }

    public FetchSettings withMaxBytes(int bytes) {
        return new FetchSettings(version, contact, allowPrivateAddresses, bytes, deadline, interval);
    }

    public FetchSettings withDeadline(Duration time) {
        return new FetchSettings(version, contact, allowPrivateAddresses, maxBytes, time, interval);
    }

    public FetchSettings withInterval(Duration time) {
        return new FetchSettings(version, contact, allowPrivateAddresses, maxBytes, deadline, time);
    }

    String userAgent() {
        return "Depeche/" + version + " (+" + contact + ")";
    }

    private static void between(String key, Duration value, Duration least, Duration most) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new IllegalArgumentException(key + " should be from " + least.toMillis() + " to " + most.toMillis()
                    + " and is " + value.toMillis());
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }
}
