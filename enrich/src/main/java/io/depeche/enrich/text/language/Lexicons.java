// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import com.ibm.icu.util.VersionInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The language files that there are; immutable. */
public final class Lexicons {

    /** BCP 47: no language. */
    private static final String COMMON = "und";

    private final List<Lexicon> lexicons;
    private final Lexicon common;
    private final String version;

    /**
     * @param lexicons one a language; under {@code und}, what all languages share
     * @param version changes where the content does
     */
    public Lexicons(List<Lexicon> lexicons, String version) {
        this.lexicons = lexicons.stream()
                .filter(lexicon -> !lexicon.language().equals(COMMON))
                .sorted(Comparator.comparing(Lexicon::language))
                .toList();
        common = lexicons.stream()
                .filter(lexicon -> lexicon.language().equals(COMMON))
                .findFirst()
                .orElseGet(() -> Lexicon.parse(COMMON, COMMON + ".lang", ""));
        this.version = version;
    }

    /**
     * The language files that Depeche comes with: those that the resource {@code languages} beside this class lists.
     *
     * @throws LexiconException if one lacks or can't be read
     */
    public static Lexicons standard() {
        MessageDigest digest = sha256();
        List<Lexicon> lexicons = new ArrayList<>();
        for (String language : resource("languages").lines().toList()) {
            String file = language + ".lang";
            String content = resource(file);
            digest.update(content.getBytes(StandardCharsets.UTF_8));
            lexicons.add(Lexicon.parse(language, file, content));
        }
        return new Lexicons(
                lexicons,
                "lexicons-" + HexFormat.of().formatHex(digest.digest(), 0, 4) + " icu-" + VersionInfo.ICU_VERSION);
    }

    private static String resource(String name) {
        try (InputStream in = Lexicons.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new LexiconException(
                        "No resource " + name + " in " + Lexicons.class.getPackageName()
                                + ": every language in the list languages needs its file",
                        null);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new LexiconException("The resource " + name + " can't be read: is the jar whole?", unreadable);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** All of them, ordered by language. */
    public List<Lexicon> all() {
        return lexicons;
    }

    /** What is written the same in all languages. */
    public Lexicon common() {
        return common;
    }

    /** Changes where a language file or the CLDR data does. */
    public String version() {
        return version;
    }

    /** The keys of a section over all languages, folded. */
    public Set<String> words(Section section) {
        return lexicons.stream()
                .flatMap(lexicon -> lexicon.words(section).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Tables for each language whose file has some sections.
     *
     * @param make makes the tables of one language
     * @param needed sections that there is no table without
     * @return language subtag -> tables
     */
    public <T> Map<String, T> tables(Function<Lexicon, T> make, Section... needed) {
        Map<String, T> tables = new HashMap<>();
        for (Lexicon lexicon : lexicons) {
            if (lexicon.has(needed)) {
                tables.put(lexicon.language(), make.apply(lexicon));
            }
        }
        return Map.copyOf(tables);
    }
}
