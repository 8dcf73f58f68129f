// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Depeche, as the build wrote it down. */
public final class BuildVersion {

    private BuildVersion() {}

    /** As in Maven: 0.1.0-SNAPSHOT. */
    public static String read() {
        Properties build = new Properties();
        try (InputStream in = BuildVersion.class.getResourceAsStream("build.properties")) {
            build.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("build.properties of depeche-schemas can't be read", e);
        }
        return build.getProperty("version");
    }
}
