// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.kafka.common.config.ConfigException;

/** Reads a {@code .properties} file in UTF-8. */
public final class ConfigFile {

    private ConfigFile() {}

    /**
     * What is made of a file.
     *
     * @param reading makes it of the keys and values as they stand there
     * @throws ConfigException where the file can't be read or {@code reading} refuses it, with the path, and the line of
     *     the key that the refusal names
     */
    public static <T> T read(Path file, Function<Map<String, String>, T> reading) {
        Map<String, String> settings = load(file);
        try {
            return reading.apply(settings);
        } catch (ConfigException e) {
            String line = settings.keySet().stream()
                    .filter(key -> names(e.getMessage(), key))
                    .max(Comparator.comparingInt(String::length))
                    .flatMap(key -> line(file, key))
                    .map(number -> ":" + number)
                    .orElse("");
            throw new ConfigException(file + line + ": " + e.getMessage());
        }
    }

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

    /** Whether a message has the key as a word of its own. */
    private static boolean names(String message, String key) {
        return Pattern.compile("(?<![\\w.])" + Pattern.quote(key) + "(?![\\w-]|\\.\\w)")
                .matcher(message)
                .find();
    }

    /** The line, counted from 1, of a key's last definition, which is the one that counts. */
    private static Optional<Integer> line(Path file, String key) {
        Pattern definition = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*([=:\\s].*)?");
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int i = lines.size() - 1; i >= 0; i--) {
                if (definition.matcher(lines.get(i)).matches()) {
                    return Optional.of(i + 1);
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new ConfigException("configuration file " + file + " can't be read: " + e.getMessage());
        }
    }
}
