// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.language;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * How much a short run of bytes speaks for each of some languages; immutable.
 *
 * <p>The file has the number of languages and their tags, each with its length before it, then the n-grams: length, bytes of
 * UTF-8 (a space for the edge of a word), how many languages have it, and for each of these its number and a score from 1 to
 * 255. All lengths and numbers are one byte. {@code bench/src/main/node/language-table.mjs} makes it.
 */
final class NgramTable {

    /** In bytes, so that an n-gram is a number. */
    private static final int LONGEST = 6;

    /** A power of two, at least twice as large as the n-grams are many. */
    private static final int SLOTS = 1 << 17;

    private final List<String> languages = new ArrayList<>();
    private final long[] ngrams = new long[SLOTS];
    private final int[] scoresOf = new int[SLOTS];
    private final byte[] content;
    private final String version;

    private NgramTable(byte[] content) throws IOException {
        this.content = content;
        CRC32 crc = new CRC32();
        crc.update(content);
        version = String.format("ngrams-%08x", crc.getValue());
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(content));
        int count = in.readUnsignedByte();
        for (int i = 0; i < count; i++) {
            languages.add(new String(in.readNBytes(in.readUnsignedByte()), StandardCharsets.US_ASCII));
        }
        int room = SLOTS / 2;
        while (in.available() > 0) {
            int length = in.readUnsignedByte();
            if (length == 0 || length > LONGEST || room-- == 0) {
                throw new IOException("read an n-gram of " + length + " bytes, or too many of them");
            }
            long ngram = 0;
            for (int i = 0; i < length; i++) {
                ngram = ngram << 8 | in.readUnsignedByte();
            }
            int slot = slot(ngram);
            ngrams[slot] = ngram;
            scoresOf[slot] = content.length - in.available();
            in.skipNBytes(2L * in.readUnsignedByte());
        }
    }

    /**
     * The table that Depeche comes with.
     *
     * @throws LexiconException if it lacks or can't be read
     */
    static NgramTable standard() {
        try (InputStream in = NgramTable.class.getResourceAsStream("languages.ngrams")) {
            if (in == null) {
                throw new IOException("no such resource");
            }
            return new NgramTable(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new LexiconException("The resource languages.ngrams can't be read: is the jar whole?", unreadable);
        }
    }

    /** BCP 47 tags of the languages, by number. */
    List<String> languages() {
        return languages;
    }

    /** Changes where the content does. */
    String version() {
        return version;
    }

    /** How many slots there are. */
    int slots() {
        return SLOTS;
    }

    /** The slot of an n-gram, which is empty where the table lacks it. */
    int slot(long ngram) {
        int slot = (int) (ngram * 0x9E3779B97F4A7C15L >>> 47);
        while (ngrams[slot] != 0 && ngrams[slot] != ngram) {
            slot = slot + 1 & SLOTS - 1;
        }
        return slot;
    }

    /** Adds what the n-gram in a slot says to the scores of the languages. */
    void add(int slot, int[] scores) {
        int at = scoresOf[slot];
        if (at > 0) {
            int end = at + 1 + 2 * (content[at] & 0xFF);
            for (int i = at + 1; i < end; i += 2) {
                scores[content[i]] += content[i + 1] & 0xFF;
            }
        }
    }
}
