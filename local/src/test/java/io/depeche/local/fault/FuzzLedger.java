// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.event.RawStatement;
import io.depeche.local.fault.FuzzRecords.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.CRC32;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;

/**
 * What was sent, and what has to become of it. It knows nothing of how enrich works, but reads Avro with Avro's generic
 * reader, and the rules as the documentation has them: the same again is unchanged, an embargo holds, another version
 * takes a held one's place, the key is the id.
 *
 * <p>Thread-safe for {@link #sent}; all else when everything has been sent.
 */
final class FuzzLedger {

    /** What became of a record that was sent. */
    enum Fate {
        OUT,
        UNCHANGED,
        HELD,
        REPLACED_WHILE_HELD,
        DEAD
    }

    /** What an event says, as far as it is compared. */
    record Event(int revision, boolean isWithdrawn, int textHash, int titleHash) {}

    /** What a statement says; null embargo: none. */
    private record Said(UUID fingerprint, Long embargo, boolean isWithdrawn, int textHash, int titleHash) {}

    private record Sent(Kind kind, String key, Said said, int crc) {}

    private static final class Life {
        private UUID last;
        private int revision;
        private Sent held;
    }

    private static final int LONGEST_KEY = 256;

    private final int rawSchemaId;
    private final Map<Integer, List<Sent>> partitions = new TreeMap<>();
    private final Map<String, List<Event>> expected = new HashMap<>();
    private final Map<Kind, Map<Fate, Integer>> table = new EnumMap<>(Kind.class);
    private final List<String> faults = new ArrayList<>();

    FuzzLedger(int rawSchemaId) {
        this.rawSchemaId = rawSchemaId;
    }

    /** Notes a record where Kafka has put it; in the order of its partition. */
    synchronized void sent(Kind kind, byte[] key, byte[] value, int partition, long offset) {
        List<Sent> all = partitions.computeIfAbsent(partition, any -> new ArrayList<>());
        if (offset != all.size()) {
            throw new IllegalStateException("offset " + offset + " where " + all.size() + " was expected");
        }
        String id = key == null ? null : new String(key, StandardCharsets.UTF_8);
        all.add(new Sent(kind, id, read(id, value), crc(key, value)));
    }

    /** How many records were sent. */
    synchronized int size() {
        return partitions.values().stream().mapToInt(List::size).sum();
    }

    /** A checksum of what has to be the same in the dead letter. */
    static int crc(byte[] key, byte[] value) {
        CRC32 crc = new CRC32();
        for (byte[] part : new byte[][] {key, value}) {
            crc.update(part == null ? 0 : 1);
            if (part != null) {
                crc.update(part);
            }
        }
        return (int) crc.getValue();
    }

    /**
     * Goes through everything that was sent.
     *
     * @param letters the dead letters of statements.raw, by partition and offset
     * @param end when the run ended: an embargo until then has to be over
     */
    void judge(Map<Integer, Map<Long, FuzzOutcome.Letter>> letters, long end) {
        partitions.forEach((partition, all) -> {
            Map<String, Life> lives = new HashMap<>();
            Map<Long, FuzzOutcome.Letter> mine = letters.getOrDefault(partition, Map.of());
            for (int offset = 0; offset < all.size(); offset++) {
                Sent sent = all.get(offset);
                judge(sent, partition + "@" + offset, mine.get((long) offset), lives, end);
            }
            lives.values().stream()
                    .filter(life -> life.held != null)
                    .forEach(life -> count(life.held.kind(), Fate.HELD));
            mine.keySet().stream()
                    .filter(offset -> offset < 0 || offset >= all.size())
                    .forEach(offset -> faults.add("a dead letter of " + partition + "@" + offset + ", never sent"));
        });
    }

    private void judge(Sent sent, String place, FuzzOutcome.Letter letter, Map<String, Life> lives, long end) {
        if (letter != null) {
            count(sent.kind(), Fate.DEAD);
            if (letter.crc() != sent.crc()) {
                faults.add(sent.kind() + " at " + place + ": its dead letter has other bytes");
            }
            if (sent.said() != null && !letter.isOfSize()) {
                faults.add(sent.kind() + " at " + place + ": a good record is a dead letter: " + letter.exception());
            }
            return;
        }
        if (sent.said() == null) {
            faults.add(sent.kind() + " at " + place + ": no statement, and not in the dead letters");
            return;
        }
        Life life = lives.computeIfAbsent(sent.key(), id -> new Life());
        Long embargo = sent.said().embargo();
        if (life.held != null) {
            count(life.held.kind(), Fate.REPLACED_WHILE_HELD);
            life.held = null;
        }
        if (embargo != null && embargo > end) {
            life.held = sent;
        } else if (sent.said().fingerprint().equals(life.last)) {
            count(sent.kind(), Fate.UNCHANGED);
        } else {
            life.last = sent.said().fingerprint();
            life.revision++;
            count(sent.kind(), Fate.OUT);
            expected.computeIfAbsent(sent.key(), id -> new ArrayList<>(1))
                    .add(new Event(
                            life.revision,
                            sent.said().isWithdrawn(),
                            sent.said().textHash(),
                            sent.said().titleHash()));
        }
    }

    /** Holds what came out against what had to. */
    void compare(String topic, Map<String, List<Event>> found) {
        expected.forEach((id, events) -> {
            List<Event> came = found.getOrDefault(id, List.of());
            if (!came.equals(events)) {
                faults.add(topic + ", statement " + shortened(id) + ": " + events + " expected, " + came + " found");
            }
        });
        found.keySet().stream()
                .filter(id -> !expected.containsKey(id))
                .forEach(id -> faults.add(topic + ", statement " + shortened(id) + ": nothing expected"));
    }

    /** What is not as it has to be. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    /** How many records had a fate. */
    int count(Fate fate) {
        return table.values().stream()
                .mapToInt(row -> row.getOrDefault(fate, 0))
                .sum();
    }

    /** All kinds and fates, and their sums. */
    String table() {
        StringBuilder lines = new StringBuilder(row("", "sent", (Object[]) Fate.values()));
        for (Kind kind : Kind.values()) {
            Map<Fate, Integer> row = table.getOrDefault(kind, Map.of());
            lines.append(row(
                    kind.name(),
                    row.values().stream().mapToInt(Integer::intValue).sum(),
                    Arrays.stream(Fate.values())
                            .map(fate -> row.getOrDefault(fate, 0))
                            .toArray()));
        }
        return lines.append(row(
                        "all",
                        size(),
                        Arrays.stream(Fate.values()).map(this::count).toArray()))
                .toString();
    }

    private static String row(String name, Object sent, Object... cells) {
        StringBuilder line = new StringBuilder("%-16s %9s".formatted(name, sent));
        for (Object cell : cells) {
            line.append(" %19s".formatted(cell));
        }
        return line.append('\n').toString();
    }

    private void count(Kind kind, Fate fate) {
        table.computeIfAbsent(kind, any -> new EnumMap<>(Fate.class)).merge(fate, 1, Integer::sum);
    }

    /** Null where it is no statement with this id. */
    private Said read(String id, byte[] value) {
        if (value == null
                || value.length < 5
                || value[0] != 0
                || ByteBuffer.wrap(value).getInt(1) != rawSchemaId) {
            return null;
        }
        GenericRecord statement;
        try {
            BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(value, 5, value.length - 5, null);
            Schema schema = RawStatement.getClassSchema();
            statement = new GenericDatumReader<GenericRecord>(schema).read(null, decoder);
            if (!decoder.isEnd()) {
                return null;
            }
        } catch (IOException | RuntimeException e) {
            return null;
        }
        if (!text(statement, "id").equals(id) || id.length() > LONGEST_KEY) {
            return null;
        }
        List<String> counting = new ArrayList<>();
        for (String field : List.of(
                "title", "text", "mediaType", "language", "issued", "url", "status", "version", "rights", "embargo")) {
            counting.add(text(statement, field));
        }
        ((List<?>) statement.get("categories")).forEach(category -> counting.add(category.toString()));
        StringBuilder unambiguous = new StringBuilder();
        counting.forEach(field -> unambiguous
                .append(field == null ? -1 : field.length())
                .append(':')
                .append(field));
        return new Said(
                UUID.nameUUIDFromBytes(unambiguous.toString().getBytes(StandardCharsets.UTF_8)),
                (Long) statement.get("embargo"),
                text(statement, "status").equals("WITHDRAWN"),
                text(statement, "text").hashCode(),
                Objects.hashCode(text(statement, "title")));
    }

    private static String text(GenericRecord statement, String field) {
        return Objects.toString(statement.get(field), null);
    }

    private static String shortened(String id) {
        return id.length() > 60 ? id.substring(0, 60) + "…" : id;
    }
}
