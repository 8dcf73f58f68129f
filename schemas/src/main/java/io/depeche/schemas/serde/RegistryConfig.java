// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Type;

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
        super(definition().define(SPECIFIC_AVRO_VALUE_TYPE, Type.CLASS, null, Importance.LOW, ""), originals, false);
    }

    /** Types, defaults and documentation, as a fresh copy to add to. */
    public static ConfigDef definition() {
        return new ConfigDef()
                .define(
                        SCHEMA_REGISTRY_URL,
                        Type.LIST,
                        Importance.HIGH,
                        "URLs of a schema registry with Confluent's REST API, tried in turn.")
                .define(
                        AUTO_REGISTER_SCHEMAS,
                        Type.BOOLEAN,
                        true,
                        Importance.MEDIUM,
                        "Whether schemas are registered at start. Where not, they must be there already.")
                .define(
                        USE_LATEST_VERSION,
                        Type.BOOLEAN,
                        false,
                        Importance.LOW,
                        "With auto.register.schemas=false: take the subject's latest version instead of looking up"
                                + " this one; it must be the same schema.")
                .define(
                        MAX_SCHEMAS,
                        Type.INT,
                        1000,
                        Importance.LOW,
                        "How many schemas of a subject the client keeps in memory.");
    }

    List<String> urls() {
        return getList(SCHEMA_REGISTRY_URL);
    }
}
