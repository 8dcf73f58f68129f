// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes secrets out of URLs that go into logs, metrics, origins and dead letters: userinfo, and the values of
 * parameters of query and fragment whose names look like that of a secret. Thread-safe; takes any text and never
 * throws.
 */
public final class Redaction {

    private static final String HIDDEN = "***";

    /** Parts of names; "design" and "keyword" are hidden too, which harms nobody. */
    private static final List<String> SECRET = List.of(
            "key", "token", "secret", "sig", "pass", "pwd", "auth", "code", "cred", "session", "sid", "jwt", "hmac",
            "ticket", "access", "bearer", "hash", "nonce", "otp", "user", "login");

    private static final Pattern USERINFO = Pattern.compile("^(?<scheme>[^/?#@]{0,40}:)?//(?<user>[^/?#]*)@");
    private static final Pattern PARAMETER = Pattern.compile("(?<=[?&;#])(?<name>[^=&;#?]*+)=(?<value>[^&;#]*)");

    private Redaction() {}

    /** The URI with {@value #HIDDEN} in place of each secret. */
    public static String redact(URI uri) {
        return redact(uri.toString());
    }

    /** The same of text that may be no URI. */
    public static String redact(String url) {
        return parameters(userInfo(url), true);
    }

    private static String userInfo(String url) {
        Matcher userInfo = USERINFO.matcher(url);
        if (!userInfo.lookingAt()) {
            return url;
        }
        String scheme = userInfo.group("scheme") == null ? "" : userInfo.group("scheme");
        return scheme + "//" + HIDDEN + "@" + url.substring(userInfo.end());
    }

    private static String parameters(String url, boolean lookInside) {
        Matcher parameter = PARAMETER.matcher(url);
        StringBuilder redacted = new StringBuilder(url.length());
        while (parameter.find()) {
            String value = parameter.group("value");
            boolean hide = isSecret(Percent.decode(parameter.group("name")))
                    || lookInside && holdsSecret(Percent.decode(value));
            parameter.appendReplacement(
                    redacted,
                    Matcher.quoteReplacement(
                            parameter.group("name") + "=" + (hide && !value.isEmpty() ? HIDDEN : value)));
        }
        return parameter.appendTail(redacted).toString();
    }

    /** A URL in a parameter of a URL: its secrets are secrets, too. */
    private static boolean holdsSecret(String value) {
        return !value.equals(parameters(userInfo(value), false));
    }

    private static boolean isSecret(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return SECRET.stream().anyMatch(lower::contains);
    }
}
