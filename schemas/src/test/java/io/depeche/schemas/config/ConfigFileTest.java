// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {

    @TempDir
    private Path directory;

    private Path file;

    @Test
    void keysAndValuesAreReadAsTheyStand() throws IOException {
        write("# Agence\ntopic.prefix = dépêche-\nkafka.sasl.password=${env:PASSWORD}\nempty=\n");

        assertThat(ConfigFile.load(file))
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("topic.prefix", "dépêche-", "kafka.sasl.password", "${env:PASSWORD}", "empty", ""));
    }

    @Test
    void aMissingFileIsNamed() {
        file = directory.resolve("no.properties");

        assertRefused("does not exist");
    }

    @Test
    void aFileInAnotherEncodingIsNamed() throws IOException {
        file = Files.write(directory.resolve("latin1.properties"), "topic.prefix=dépêche".getBytes(ISO_8859_1));

        assertRefused("is not UTF-8");
    }

    @Test
    void aBrokenEscapeIsNamed() throws IOException {
        write("topic.prefix=\\u12\n");

        assertRefused("can't be read: Malformed \\uxxxx encoding");
    }

    @Test
    void aDirectoryIsNamed() {
        file = directory;

        assertRefused("can't be read");
    }

    private void write(String content) throws IOException {
        file = Files.writeString(directory.resolve("depeche.properties"), content);
    }

    private void assertRefused(String reason) {
        assertThatThrownBy(() -> ConfigFile.load(file))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("configuration file " + file)
                .hasMessageContaining(reason);
    }
}
