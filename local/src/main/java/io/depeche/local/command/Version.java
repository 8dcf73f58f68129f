// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.schemas.BuildVersion;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.IVersionProvider;

/** Versions of what runs. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {
            "depeche %s, Kafka %s, Java %s"
                    .formatted(
                            BuildVersion.read(),
                            AppInfoParser.getVersion(),
                            Runtime.version().feature())
        };
    }
}
