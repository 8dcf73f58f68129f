// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigDef.Validator;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;

/** The settings of the push endpoint as they stand in the configuration. */
public final class PushConfig {

    public static final String PORT = "ingest.push.port";
    public static final String HOST = "ingest.push.host";
    public static final String SOURCE = "ingest.push.source";
    public static final String TOKENS = "ingest.push.tokens";
    public static final String KEY_STORE = "ingest.push.tls.keystore.path";
    public static final String KEY_STORE_PASSWORD = "ingest.push.tls.keystore.password";
    public static final String MAX_REQUEST_BYTES = "ingest.push.max.request.bytes";
    public static final String MAX_REQUEST_STATEMENTS = "ingest.push.max.request.statements";
    public static final String MAX_UNCONFIRMED_BYTES = "ingest.push.max.unconfirmed.bytes";
    public static final String MAX_REQUESTS = "ingest.push.max.requests";
    public static final String CONFIRM_TIMEOUT_MS = "ingest.push.confirm.timeout.ms";
    public static final String REQUEST_TIMEOUT_MS = "ingest.push.request.timeout.ms";

    private static final int MEGABYTE = 1024 * 1024;
    private static final int TEN_MINUTES_MS = 600_000;

    private PushConfig() {}

    /** Adds types, defaults, checks and documentation of all its keys. */
    public static ConfigDef define(ConfigDef definition) {
        defineAddress(definition);
        return defineBounds(definition);
    }

    private static void defineAddress(ConfigDef definition) {
        Validator port = (key, value) -> {
            if (value != null) {
                Range.between(0, 65_535).ensureValid(key, value);
            }
        };
        definition
                .define(
                        PORT,
                        Type.INT,
                        null,
                        port,
                        Importance.HIGH,
                        "Port of the push endpoint, POST /statements; 0 for a free one. Without it there is none.")
                .define(
                        HOST,
                        Type.STRING,
                        "localhost",
                        new ConfigDef.NonEmptyString(),
                        Importance.HIGH,
                        "Name or address that the push endpoint listens on. Beyond this machine it needs tokens.")
                .define(
                        SOURCE,
                        Type.STRING,
                        "push",
                        new ConfigDef.NonEmptyString(),
                        Importance.MEDIUM,
                        "Id of the source that posted statements belong to, where there are no tokens.")
                .define(
                        TOKENS,
                        Type.PASSWORD,
                        "",
                        Importance.HIGH,
                        "Bearer tokens and the source that each feeds: SOURCE=TOKEN, with commas between them. A"
                                + " source may have several, so that they can be changed one after the other.")
                .define(
                        KEY_STORE,
                        Type.STRING,
                        null,
                        Importance.MEDIUM,
                        "Key store (PKCS #12 or JKS) with the push endpoint's certificate and key. Without it, it"
                                + " speaks plain HTTP.")
                .define(
                        KEY_STORE_PASSWORD,
                        Type.PASSWORD,
                        null,
                        Importance.MEDIUM,
                        "Password of the key store and of its key.");
    }

    private static ConfigDef defineBounds(ConfigDef definition) {
        return definition
                .define(
                        MAX_REQUEST_BYTES,
                        Type.INT,
                        20 * MEGABYTE,
                        Range.between(1024, 256 * MEGABYTE),
                        Importance.MEDIUM,
                        "The longest body of a post, in bytes, before and after it is decompressed.")
                .define(
                        MAX_REQUEST_STATEMENTS,
                        Type.INT,
                        10_000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "The most statements in one post.")
                .define(
                        MAX_UNCONFIRMED_BYTES,
                        Type.LONG,
                        16L * MEGABYTE,
                        Range.between(1024, 1024L * MEGABYTE),
                        Importance.MEDIUM,
                        "How many bytes of posts are held, in all, until Kafka has them. Beyond it, posts are answered"
                                + " with 429; one alone is always taken.")
                .define(
                        MAX_REQUESTS,
                        Type.INT,
                        32,
                        Range.between(1, 1024),
                        Importance.LOW,
                        "How many posts are served at a time. Beyond it, they are answered with 429.")
                .define(
                        CONFIRM_TIMEOUT_MS,
                        Type.INT,
                        30_000,
                        Range.between(1, TEN_MINUTES_MS),
                        Importance.LOW,
                        "How long Kafka has to confirm a post's statements, in milliseconds. Then it is answered with"
                                + " 503.")
                .define(
                        REQUEST_TIMEOUT_MS,
                        Type.INT,
                        30_000,
                        Range.between(1, TEN_MINUTES_MS),
                        Importance.LOW,
                        "How long a client has to send a post's header, and as long again for its body, in"
                                + " milliseconds.");
    }

    /**
     * The settings; nothing where the configuration wants no push endpoint.
     *
     * @param config with the keys of {@link #define}
     * @param maxTextBytes the longest text of a statement, in bytes of UTF-8
     * @throws ConfigException naming the key, what was read and what would be right
     */
    public static Optional<PushSettings> settings(AbstractConfig config, int maxTextBytes) {
        if (config.getInt(PORT) == null) {
            return Optional.empty();
        }
        return Optional.of(new PushSettings(
                config.getString(HOST),
                config.getInt(PORT),
                tokens(config.getPassword(TOKENS).value()),
                config.getString(SOURCE),
                tls(config),
                config.getInt(MAX_REQUEST_BYTES),
                config.getInt(MAX_REQUEST_STATEMENTS),
                config.getLong(MAX_UNCONFIRMED_BYTES),
                config.getInt(MAX_REQUESTS),
                maxTextBytes,
                Duration.ofMillis(config.getInt(CONFIRM_TIMEOUT_MS)),
                Duration.ofMillis(config.getInt(REQUEST_TIMEOUT_MS))));
    }

    private static List<PushToken> tokens(String written) {
        return Arrays.stream(written.split(","))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(PushConfig::token)
                .toList();
    }

    private static PushToken token(String pair) {
        int equals = pair.indexOf('=');
        return PushToken.of(
                pair.substring(0, Math.max(equals, 0)).strip(),
                pair.substring(equals + 1).strip());
    }

    private static Optional<PushSettings.Tls> tls(AbstractConfig config) {
        String path = config.getString(KEY_STORE);
        Password password = config.getPassword(KEY_STORE_PASSWORD);
        if ((path == null) != (password == null)) {
            throw new ConfigException((path == null ? KEY_STORE : KEY_STORE_PASSWORD) + " is missing, and "
                    + (path == null ? KEY_STORE_PASSWORD : KEY_STORE) + " is there; TLS needs both");
        }
        return Optional.ofNullable(path).map(p -> new PushSettings.Tls(Path.of(p), password.value()));
    }
}
