// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.Importance;
import org.apache.kafka.common.config.ConfigDef.Range;
import org.apache.kafka.common.config.ConfigDef.Type;
import org.apache.kafka.common.config.ConfigException;

/**
 * How many of a role's records may go to the dead letters before it stops: single ones are poison, but where most do,
 * something else is wrong, and a topic must not be emptied into the dead letters for it.
 *
 * @param maxShare share of the last records that may, from 0 to 1; at 1 the role never stops
 * @param window how many of the last records that is a share of
 * @param min dead letters among them below which the role does not stop, whatever their share; at most the window
 * @param shareKey configuration key of the share, for messages
 */
public record DeadLetterLimit(double maxShare, int window, int min, String shareKey) {

    private static final String MAX_SHARE = "dead.letters.max.share";
    private static final String WINDOW = "dead.letters.window";
    private static final String MIN = "dead.letters.min";

    /** Adds a role's keys to its definition, and returns that. */
    public static ConfigDef define(ConfigDef definition, String role) {
        return definition
                .define(
                        role + MAX_SHARE,
                        Type.DOUBLE,
                        0.5,
                        Range.between(0, 1),
                        Importance.MEDIUM,
                        "Share of the last records that may go to the dead letters. With more the role stops with an"
                                + " error, before the topic is emptied into them; 1: it never does.")
                .define(
                        role + WINDOW,
                        Type.INT,
                        1000,
                        Range.between(1, 1_000_000),
                        Importance.LOW,
                        "How many of the last records that share is taken of.")
                .define(
                        role + MIN,
                        Type.INT,
                        100,
                        Range.atLeast(1),
                        Importance.LOW,
                        "Dead letters among them below which the role does not stop, whatever their share; at most "
                                + role + WINDOW + ".");
    }

    /** @throws ConfigException where the settings exclude each other */
    public static DeadLetterLimit of(AbstractConfig config, String role) {
        int window = config.getInt(role + WINDOW);
        int min = config.getInt(role + MIN);
        if (min > window) {
            throw new ConfigException(role + MIN, min, "has to be at most " + role + WINDOW + ", which is " + window);
        }
        return new DeadLetterLimit(config.getDouble(role + MAX_SHARE), window, min, role + MAX_SHARE);
    }
}
