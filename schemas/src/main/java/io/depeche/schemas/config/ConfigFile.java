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

    /** Makes something of the keys and values of a file. */
    public interface Making<T, X extends Exception> {

        /** @throws ConfigException naming the key, where it refuses them */
        T of(Map<String, String> settings) throws X;
    }

    private ConfigFile() {}

    /**
     * What is made of a file, as {@link #load} and {@link #made} have it.
     *
     * @throws ConfigException where the file can't be read, or is refused
     */
    public static <T> T read(Path file, Function<Map<String, String>, T> reading) {
        return made(file, load(file), reading::apply);
    }

    /**
     * What is made of a file that has been read.
     *
     * @param settings as {@link #load} has read them
     * @throws ConfigException where {@code making} refuses them, with the path, and the line of the key that the refusal
     *     names, as the file is now
     * @throws X from {@code making}
     */
    public static <T, X extends Exception> T made(Path file, Map<String, String> settings, Making<T, X> making)
            throws X {
        try {
            return making.of(settings);
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
