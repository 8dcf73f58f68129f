// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/**
 * A URI that can be asked over HTTP, in parts.
 *
 * @param host in lower case, an IPv6 address without brackets
 * @param port as a number, the scheme's own where the URI names none
 * @param path with query, as it goes over the wire
 * @param userInfo as it stands, percent-encoded
 */
record Target(String scheme, String host, int port, String path, Optional<String> userInfo) {

    static final String HTTP = "http";
    static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /**
     * Not java.net.URI's reading, which has no host where a name has an underscore in it: such hosts exist.
     */
    private static final Pattern AUTHORITY = Pattern.compile(
            "(?:(?<user>.*)@)?(?:\\[(?<six>[0-9A-Fa-f:.]+)]|(?<name>[A-Za-z0-9._-]+))(?::(?<port>\\d{0,5}))?");

    /** @throws Stop where it is no absolute http or https URI with a host */
    static Target of(URI uri) throws Stop {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals(HTTP) && !scheme.equals(HTTPS)) {
            throw Stop.refused(
                    "not a web address: " + Redaction.redact(uri), "give one that begins with https:// or http://");
        }
        Matcher authority = AUTHORITY.matcher(uri.getRawAuthority() == null ? "" : uri.getRawAuthority());
        if (!authority.matches()) {
            throw noHost(uri);
        }
        String host = authority.group("six") == null ? authority.group("name") : authority.group("six");
        String digits = authority.group("port");
        boolean named = digits != null && !digits.isEmpty();
        int port = named ? Integer.parseInt(digits) : scheme.equals(HTTPS) ? HTTPS_PORT : HTTP_PORT;
        if (port < 1 || port > 0xFFFF) {
            throw noHost(uri);
        }
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return new Target(
                scheme,
                host.toLowerCase(Locale.ROOT),
                port,
                uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery(),
                Optional.ofNullable(authority.group("user")));
    }

    private static Stop noHost(URI uri) {
        return Stop.refused(
                "no host and port can be read in " + Redaction.redact(uri),
                "write it as https://host/path, a name with other letters than ASCII in its xn-- form");
    }

    HttpHost httpHost() {
        return new HttpHost(scheme, host, hasOwnPort() ? port : -1);
    }

    /** Without userinfo and fragment. */
    URI uri() {
        String name = host.indexOf(':') >= 0 ? "[" + host + "]" : host;
        return URI.create(scheme + "://" + name + (hasOwnPort() ? ":" + port : "") + path);
    }

    /** Whether what is secret to this one may be told to the other: the same server, and by no less safe a way. */
    boolean shares(Target other) {
        boolean upgraded = isHttp() && port == HTTP_PORT && other.scheme.equals(HTTPS) && other.port == HTTPS_PORT;
        return host.equals(other.host) && (upgraded || scheme.equals(other.scheme) && port == other.port);
    }

    boolean isHttp() {
        return scheme.equals(HTTP);
    }

    private boolean hasOwnPort() {
        return port != (isHttp() ? HTTP_PORT : HTTPS_PORT);
    }
}
