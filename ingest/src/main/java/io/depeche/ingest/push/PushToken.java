// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/**
 * A bearer token (RFC 6750) and the source that it feeds. Keeps no more than the token's SHA-256, which nothing prints.
 * Immutable.
 */
public final class PushToken {

    private static final int SHORTEST = 16;
    private static final Pattern SYNTAX = Pattern.compile("[A-Za-z0-9._~+/-]+=*");

    private final String source;
    private final byte[] sha256;

    private PushToken(String source, byte[] sha256) {
        this.source = source;
        this.sha256 = sha256;
    }

    /** @throws ConfigException where it is no token, or one that can be guessed; the message doesn't hold it */
    public static PushToken of(String source, String token) {
        if (source.isBlank()) {
            throw new ConfigException(
                    PushConfig.TOKENS + " holds a token without the source it feeds; write SOURCE=TOKEN");
        }
        if (token.length() < SHORTEST || !SYNTAX.matcher(token).matches()) {
            throw new ConfigException(
                    PushConfig.TOKENS + " holds a token for " + source + " that is "
                            + (token.length() < SHORTEST ? "too short" : "no bearer token") + "; write at least "
                            + SHORTEST
                            + " characters of A-Z a-z 0-9 - . _ ~ + / with = at the end only, as from: openssl rand -base64 24");
        }
        return new PushToken(source, hash(token));
    }

    /** Id of the source that it feeds. */
    public String source() {
        return source;
    }

    /** Whether this is the token with that hash, found out in a time that says nothing. */
    boolean matches(byte[] hash) {
        return MessageDigest.isEqual(sha256, hash);
    }

    boolean isSameAs(PushToken other) {
        return matches(other.sha256);
    }

    static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256, this one says it has not", e);
        }
    }

    @Override
    public String toString() {
        return "a token of " + source;
    }
}
