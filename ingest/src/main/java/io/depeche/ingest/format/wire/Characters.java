// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format.wire;

import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Document;
import io.depeche.ingest.format.Refused;
import io.depeche.ingest.format.TextLimit;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a document to characters: by its byte order mark, else as whoever brought it says, else as it says itself,
 * else by the {@link Decoder}'s rules (the order of RFC 7303, section 3).
 */
final class Characters {

    private static final Pattern DECLARATION =
            Pattern.compile("\\s*<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"'](?<name>[\\w.:-]{1,40})[\"']");
    private static final int DECLARATION_AT_MOST = 300;
    private static final int LONGEST_MARK = 4;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private Characters() {}

    /** @throws Refused where the document is too long to be read, with its size and the setting */
    static void checkSize(byte[] content, TextLimit limit) throws Refused {
        // In the widest notation of all, JSON's, a text takes no more than that.
        if (content.length > limit.longestLine(1)) {
            throw new Refused("it has " + content.length + " bytes", limit.wayOut());
        }
    }

    /** @throws Refused naming the first byte that can't be read */
    static Decoder.Decoded ofXml(byte[] content, Document document) throws Refused {
        return of(content, document, declared(content));
    }

    /** @throws Refused naming the first byte that can't be read */
    static Decoder.Decoded of(byte[] content, Document document) throws Refused {
        return of(content, document, Optional.empty());
    }

    private static Decoder.Decoded of(byte[] content, Document document, Optional<Charset> declared) throws Refused {
        if (hasMark(content)) {
            return Decoder.decode(content);
        }
        Optional<Charset> said = document.charset().or(() -> declared);
        if (said.isEmpty()) {
            return Decoder.decode(content);
        }
        Optional<Decoder.Decoded> strict = strict(content, said.get());
        if (strict.isPresent()) {
            return strict.get();
        }
        Decoder.Decoded decoded = Decoder.decode(content);
        String note = "it is said to be in " + said.get().name() + " and is not, so it was read as "
                + decoded.charset().name();
        return new Decoder.Decoded(decoded.text(), decoded.charset(), Optional.of(note));
    }

    private static boolean hasMark(byte[] content) {
        // A mark is the only thing that is U+FEFF in the encoding that it stands for.
        return content.length >= 2
                && ((content[0] == (byte) 0xEF && content.length > 2 && content[1] == (byte) 0xBB)
                        || (content[0] == (byte) 0xFE && content[1] == (byte) 0xFF)
                        || (content[0] == (byte) 0xFF && content[1] == (byte) 0xFE)
                        || (content.length >= LONGEST_MARK
                                && ByteBuffer.wrap(content).getInt() == 0xFEFF));
    }

    private static Optional<Charset> declared(byte[] content) {
        int length = Math.min(content.length, DECLARATION_AT_MOST);
        Matcher declaration = DECLARATION.matcher(new String(content, 0, length, StandardCharsets.ISO_8859_1));
        if (!declaration.lookingAt()) {
            return Optional.empty();
        }
        try {
            // What can be read as ASCII is not in wide characters, whatever it says.
            return Optional.of(Charset.forName(declaration.group("name")))
                    .filter(charset -> !charset.name().startsWith("UTF-16")
                            && !charset.name().startsWith("UTF-32"));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // Nobody can read it as that, so what it says is no help.
            return Optional.empty();
        }
    }

    private static Optional<Decoder.Decoded> strict(byte[] content, Charset charset) {
        Charset meant = charset.equals(StandardCharsets.ISO_8859_1) && hasC1(content) ? WINDOWS : charset;
        try {
            String text = meant.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            return Optional.of(new Decoder.Decoded(text, meant, Optional.empty()));
        } catch (CharacterCodingException e) {
            // It is in some other encoding, which is looked for then.
            return Optional.empty();
        }
    }

    /** Bytes that are controls in ISO 8859-1 and quotation marks in the encoding that is called so (WHATWG Encoding). */
    private static boolean hasC1(byte[] content) {
        for (byte b : content) {
            if ((b & 0xFF) >= 0x80 && (b & 0xFF) <= 0x9F) {
                return true;
            }
        }
        return false;
    }
}
