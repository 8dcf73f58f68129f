// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.apache.kafka.common.config.ConfigException;

/** Reads a {@code .properties} file in UTF-8. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * The keys and values as they stand in the file; {@code ${env:NAME}} and the like are resolved by
     * {@link ConnectionConfig}.
     *
     * @throws ConfigException where the file can't be read, with the path and the reason
     */
    public static Map<String, String> load(Path file) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (NoSuchFileException e) {
            throw new ConfigException("configuration file " + file + " does not exist");
        } catch (CharacterCodingException e) {
            throw new ConfigException("configuration file " + file + " is not UTF-8");
        } catch (IOException | IllegalArgumentException e) {
            throw new ConfigException("configuration file " + file + " can't be read: " + e.getMessage());
        }
        Map<String, String> settings = new TreeMap<>();
        properties.forEach((key, value) -> settings.put((String) key, (String) value));
        return settings;
    }
}
