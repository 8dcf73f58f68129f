// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.ConfigException;

/**
 * What the push endpoint needs to know. Immutable.
 *
 * @param host name or address to listen on
 * @param port 0 for a free one
 * @param tokens what clients have to show; where there are none, everybody on this machine may post
 * @param source id of the source that is fed where there are no tokens
 * @param tls empty for plain HTTP
 * @param maxRequestBytes the longest body taken, before and after it is decompressed
 * @param maxRequestStatements the most statements, taken and refused, of one request
 * @param maxUnconfirmedBytes of bodies and statements that are held until Kafka has them, over all requests
 * @param maxRequests how many are served at a time
 * @param maxTextBytes the longest text of a statement, in bytes of UTF-8
 * @param confirmTimeout how long Kafka has to confirm a request's statements
 * @param requestTimeout how long a client has to send a request's header, and as long again for its body
 */
public record PushSettings(
        String host,
        int port,
        List<PushToken> tokens,
        String source,
        Optional<Tls> tls,
        int maxRequestBytes,
        int maxRequestStatements,
        long maxUnconfirmedBytes,
        int maxRequests,
        int maxTextBytes,
        Duration confirmTimeout,
        Duration requestTimeout) {

    /**
     * The server's certificate and key.
     *
     * @param keyStore PKCS #12 or JKS
     * @param password of the key store and of its key
     */
    public record Tls(Path keyStore, String password) {

        /** @throws ConfigException naming the setting, where there is no such key store or the password is not its */
        KeyStore load() {
            try {
                return KeyStore.getInstance(keyStore.toFile(), password.toCharArray());
            } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
                throw new ConfigException(PushConfig.KEY_STORE + " is " + keyStore + ", which can't be read: "
                        + e.getMessage() + "; check the path, that it is PKCS #12 or JKS, and "
                        + PushConfig.KEY_STORE_PASSWORD);
            }
        }

        @Override
        public String toString() {
            return keyStore.toString();
        }
    }

    /** @throws ConfigException naming the setting, what was read and what would be right */
    public PushSettings {
        tokens = List.copyOf(tokens);
        for (int i = 0; i < tokens.size(); i++) {
            for (PushToken other : tokens.subList(0, i)) {
                if (tokens.get(i).isSameAs(other)) {
                    throw new ConfigException(PushConfig.TOKENS + " holds the same token for " + other.source()
                            + " and " + tokens.get(i).source() + "; give each source its own");
                }
            }
        }
        if (tokens.isEmpty() && !isLoopback(host)) {
            throw new ConfigException(PushConfig.HOST + " is " + host
                    + ", where others than this machine can post, and " + PushConfig.TOKENS
                    + " names no token; name one, or listen on localhost");
        }
    }

    /** Ids of the sources that it feeds. */
    public Set<String> sources() {
        return tokens.isEmpty()
                ? Set.of(source)
                : tokens.stream().map(PushToken::source).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether only this machine can reach it. */
    static boolean isLoopback(String host) {
        try {
            return Arrays.stream(InetAddress.getAllByName(host)).allMatch(InetAddress::isLoopbackAddress);
        } catch (UnknownHostException e) {
            throw new ConfigException(PushConfig.HOST + " is " + host
                    + ", which is no name or address that this machine knows; write localhost, 0.0.0.0 or an address"
                    + " of this machine");
        }
    }
}
