// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.utils.DateUtils;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageHeaders;

/**
 * How long a document stays fresh by its own account (RFC 9111, section 4.2, for a private cache).
 *
 * @param freshFor from now on, not negative; nothing where it doesn't say
 */
public record Freshness(Optional<Duration> freshFor) {

    /** It doesn't say. */
    public static final Freshness UNKNOWN = new Freshness(Optional.empty());

    /** What RFC 9111 has for a number too large to hold. */
    private static final long MOST_SECONDS = 1L << 31;

    static Freshness of(MessageHeaders headers, Instant receivedAt) {
        Optional<Duration> lifetime = cacheControl(headers);
        if (lifetime.isEmpty()) {
            lifetime = expires(headers, receivedAt);
        }
        Duration age = first(headers, "Age").flatMap(Freshness::seconds).orElse(Duration.ZERO);
        return new Freshness(lifetime.map(life -> notNegative(life.minus(age))));
    }

    private static Optional<Duration> cacheControl(MessageHeaders headers) {
        Optional<Duration> least = Optional.empty();
        for (Header header : headers.getHeaders("Cache-Control")) {
            for (String directive : header.getValue().split(",", -1)) {
                Optional<Duration> life = lifetime(directive.strip().toLowerCase(Locale.ROOT));
                if (life.isPresent() && (least.isEmpty() || life.get().compareTo(least.get()) < 0)) {
                    least = life;
                }
            }
        }
        return least;
    }

    private static Optional<Duration> lifetime(String directive) {
        int equals = directive.indexOf('=');
        String name = equals < 0 ? directive : directive.substring(0, equals).strip();
        return switch (name) {
            case "no-cache", "no-store" -> Optional.of(Duration.ZERO);
            case "max-age" ->
                equals < 0
                        ? Optional.empty()
                        : seconds(directive.substring(equals + 1).replace("\"", ""));
            default -> Optional.empty();
        };
    }

    private static Optional<Duration> expires(MessageHeaders headers, Instant receivedAt) {
        Optional<String> expires = first(headers, "Expires");
        if (expires.isEmpty()) {
            return Optional.empty();
        }
        Instant date = first(headers, "Date").flatMap(Freshness::date).orElse(receivedAt);
        // "Expires: 0" and whatever else is no date means: has expired (RFC 9111, 5.3).
        return Optional.of(date(expires.get())
                .map(end -> notNegative(Duration.between(date, end)))
                .orElse(Duration.ZERO));
    }

    /** Delay in seconds or a date, as Retry-After has it (RFC 9110, 10.2.3). */
    static Optional<Duration> retryAfter(MessageHeaders headers, Instant receivedAt) {
        return first(headers, "Retry-After").flatMap(value -> {
            Optional<Duration> delay = seconds(value);
            return delay.isPresent()
                    ? delay
                    : date(value).map(until -> notNegative(Duration.between(receivedAt, until)));
        });
    }

    static Optional<String> first(MessageHeaders headers, String name) {
        return Optional.ofNullable(headers.getFirstHeader(name))
                .map(Header::getValue)
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static Optional<Duration> seconds(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        long seconds = digits.length() > 10 ? MOST_SECONDS : Math.min(Long.parseLong(digits), MOST_SECONDS);
        return Optional.of(Duration.ofSeconds(seconds));
    }

    private static Optional<Instant> date(String text) {
        // RFC 850 writes the day of the week in full, which the library doesn't know.
        return Optional.ofNullable(DateUtils.parseStandardDate(text.replaceFirst("^(\\w{3})\\w+,", "$1,")));
    }

    private static Duration notNegative(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }
}
