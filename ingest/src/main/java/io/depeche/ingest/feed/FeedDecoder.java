// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import io.depeche.ingest.format.Decoder;
import io.depeche.ingest.format.Quoted;
import io.depeche.ingest.format.Refused;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Bytes of a feed to characters: as HTTP's charset says, else the byte order mark, else the XML declaration, else as
 * UTF-8 (RFC 7303, section 3), each only if all bytes can be read so. What nothing reads is guessed, and what can't be
 * guessed read with U+FFFD for each fault: a feed is not lost for a letter.
 *
 * <p>Apart from RFC 7303: a mark wins over a charset of HTTP that contradicts it, as section 3.3 has it. text/xml
 * without a charset is not US-ASCII: the RFC before it (3023) said so, no publisher did.
 */
final class FeedDecoder {

    /** @param notes what a person should know of how it was read */
    record Decoded(String text, Charset charset, List<String> notes) {}

    private static final Pattern PARAMETER =
            Pattern.compile(";\\s*charset\\s*=\\s*[\"']?([^\\s\"';]{1,64})", Pattern.CASE_INSENSITIVE);
    private static final Pattern DECLARATION =
            Pattern.compile("<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([^\"'<>]{1,64})[\"']");
    private static final int DECLARED_WITHIN = 4096;

    private FeedDecoder() {}

    static Decoded decode(byte[] bytes, Optional<String> contentType) {
        List<String> notes = new ArrayList<>();
        Optional<Charset> mark = Unicodes.marked(bytes);
        Map<Charset, String> candidates = new LinkedHashMap<>();
        Optional<Charset> http = contentType.flatMap(value -> named(value, PARAMETER, "HTTP", notes));
        if (mark.isPresent() && http.isPresent() && !http.get().name().startsWith("UTF-")) {
            notes.add("HTTP says " + http.get() + " and the byte order mark " + mark.get() + ": the mark is right");
        } else {
            http.ifPresent(charset -> candidates.put(charset, "HTTP"));
        }
        mark.ifPresent(charset -> candidates.putIfAbsent(charset, "the byte order mark"));
        Optional<Charset> looks = mark.or(() -> Unicodes.recognised(bytes));
        looks.ifPresent(charset -> candidates.putIfAbsent(charset, "the look of its first bytes"));
        if (looks.isEmpty()) {
            named(start(bytes), DECLARATION, "the XML declaration", notes)
                    .ifPresent(charset -> candidates.putIfAbsent(charset, "the XML declaration"));
        }
        candidates.putIfAbsent(StandardCharsets.UTF_8, "nothing");
        return firstThatReads(bytes, candidates, notes).orElseGet(() -> guess(bytes, candidates, notes));
    }

    private static Optional<Charset> named(String value, Pattern where, String who, List<String> notes) {
        Matcher charset = where.matcher(value);
        if (!charset.find()) {
            return Optional.empty();
        }
        String name = charset.group(1).strip();
        try {
            if (Charset.isSupported(name)) {
                return Optional.of(Unicodes.ofWeb(Charset.forName(name)));
            }
        } catch (IllegalCharsetNameException e) {
            // Said in the note below, like a name that is only unknown.
        }
        notes.add(who + " names the charset " + Quoted.of(name) + ", which nobody knows: left aside");
        return Optional.empty();
    }

    private static String start(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, DECLARED_WITHIN), StandardCharsets.ISO_8859_1);
    }

    private static Optional<Decoded> firstThatReads(byte[] bytes, Map<Charset, String> candidates, List<String> notes) {
        for (Map.Entry<Charset, String> candidate : candidates.entrySet()) {
            try {
                String text = candidate
                        .getKey()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return Optional.of(decoded(text, candidate.getKey(), notes));
            } catch (CharacterCodingException e) {
                if (!candidate.getValue().equals("nothing")) {
                    notes.add("not all of its bytes are " + candidate.getKey() + ", as " + candidate.getValue()
                            + " says");
                }
            }
        }
        return Optional.empty();
    }

    private static Decoded guess(byte[] bytes, Map<Charset, String> candidates, List<String> notes) {
        try {
            Decoder.Decoded guessed = Decoder.decode(bytes);
            guessed.guess().ifPresent(notes::add);
            return decoded(guessed.text(), guessed.charset(), notes);
        } catch (Refused e) {
            Charset charset = candidates.keySet().iterator().next();
            notes.add("not all of its bytes are " + charset + ": what can't be read is U+FFFD now");
            return decoded(new String(bytes, charset), charset, notes);
        }
    }

    private static Decoded decoded(String text, Charset charset, List<String> notes) {
        boolean marked = text.startsWith("\uFEFF");
        return new Decoded(marked ? text.substring(1) : text, charset, notes);
    }
}
