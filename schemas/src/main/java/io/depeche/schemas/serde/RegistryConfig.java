// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigException;

/**
 * The settings of the serdes, under Confluent's own names. What is not listed here, {@code basic.auth.*},
 * {@code bearer.auth.*} and {@code schema.registry.ssl.*} among them, goes to Confluent's client as it is.
 */
public final class RegistryConfig extends AbstractConfig {

    public static final String SCHEMA_REGISTRY_URL = "schema.registry.url";
    public static final String AUTO_REGISTER_SCHEMAS = "auto.register.schemas";
    public static final String USE_LATEST_VERSION = "use.latest.version";

    static final String MAX_SCHEMAS = "max.schemas.per.subject";

    /** Confluent's switch for specific records; ours reads nothing else, theirs has to be told. */
    public static final String SPECIFIC_AVRO_READER = "specific.avro.reader";

    /** The class that values are read as, Confluent's name. */
    public static final String SPECIFIC_AVRO_VALUE_TYPE = "specific.avro.value.type";

    RegistryConfig(Map<String, ?> originals) {
        super(
                definition().define(SPECIFIC_AVRO_VALUE_TYPE, ConfigDef.Type.CLASS, null, Importance.LOW, ""),
                originals,
                false);
    }

    /** Types, defaults and documentation, as a fresh copy to add to. */
    public static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        SCHEMA_REGISTRY_URL,
                        ConfigDef.Type.LIST,
                        ConfigDef.NO_DEFAULT_VALUE,
                        ConfigDef.LambdaValidator.with(
                                (key, value) -> requireUrls((List<?>) value), () -> "http:// and https:// URLs"),
                        Importance.HIGH,
                        "URLs of a schema registry with Confluent's REST API, tried in turn.")
                .define(
                        AUTO_REGISTER_SCHEMAS,
                        ConfigDef.Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether schemas are registered at start. Where not, they must be there already.")
                .define(
                        USE_LATEST_VERSION,
                        ConfigDef.Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "With auto.register.schemas=false: take the subject's latest version instead of looking up"
                                + " this one; it must be the same schema.")
                .define(
                        MAX_SCHEMAS,
                        ConfigDef.Type.INT,
                        1000,
                        Importance.LOW,
                        "How many schemas of a subject the client keeps in memory.");
    }

    List<String> urls() {
        return getList(SCHEMA_REGISTRY_URL);
    }

    /** The URLs for messages: what stands before an {@code @} may be a password. */
    String urlsWithoutUserInfo() {
        return urls().stream().map(RegistryConfig::withoutUserInfo).collect(Collectors.joining(", "));
    }

    private static void requireUrls(List<?> urls) {
        if (urls == null || urls.isEmpty()) {
            throw new ConfigException(SCHEMA_REGISTRY_URL, "", "the URL of a schema registry is missing");
        }
        for (Object url : urls) {
            if (!isHttpUrl(url.toString())) {
                throw new ConfigException(
                        SCHEMA_REGISTRY_URL,
                        withoutUserInfo(url.toString()),
                        "is not a URL of the form http://HOST:PORT/PATH or https://HOST:PORT/PATH");
            }
        }
    }

    private static boolean isHttpUrl(String url) {
        try {
            URI uri = new URI(url);
            return Set.of("http", "https").contains(String.valueOf(uri.getScheme())) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    private static String withoutUserInfo(String url) {
        return url.replaceFirst("//[^/]*@", "//");
    }
}
