// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.fault;

import io.depeche.event.Origin;
import io.depeche.event.RawStatement;
import io.depeche.event.StatementStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Records for statements.raw of which most are wrong in some way: the same for the same seed, but for the time at which
 * the embargoes that end during the run end. Not thread-safe.
 */
final class FuzzRecords {

    /** What was done to a record; the word says nothing of what has to become of it. */
    enum Kind {
        NEW(150),
        UPDATED(80),
        SENT_AGAIN(80),
        WITHDRAWN(20),
        EMBARGO_OVER(20),
        EMBARGO_SOON(10),
        EMBARGO_FAR(20),
        BITS_FLIPPED(150),
        CUT_SHORT(70),
        BYTES_INSERTED(70),
        RANDOM_BYTES(60),
        EMPTY(10),
        NO_VALUE(10),
        NO_KEY(20),
        ANOTHER_KEY(20),
        WRONG_MAGIC(30),
        UNKNOWN_SCHEMA(60),
        ANOTHER_SCHEMA(10),
        LENGTHS_OF_AVRO(60),
        HOSTILE_TEXT(40),
        HOSTILE_HEADERS(10);

        private final int weight;

        Kind(int weight) {
            this.weight = weight;
        }
    }

    /** Where a version of the statement is sent again, it is one of this many that came last. */
    private static final int REMEMBERED = 2_000;

    /** One in so many is as large as the topic takes: {@code -Ddepeche.fuzz.large=N}. */
    private static final int LARGE_ONE_IN = Integer.getInteger("depeche.fuzz.large", 4_000);

    private static final int RAW_LIMIT = 2 * 1024 * 1024 - 4 * 1024;
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");
    static final Duration SOON = Duration.ofSeconds(5);
    private static final int ALL_WEIGHTS =
            Arrays.stream(Kind.values()).mapToInt(kind -> kind.weight).sum();

    /** Bytes of three ASCII characters, put in the place of three that are no UTF-8. */
    private static final byte[] MARK = "@@@".getBytes(StandardCharsets.US_ASCII);

    private static final byte[] LONE_SURROGATE = {(byte) 0xED, (byte) 0xA0, (byte) 0x80};

    private final SplittableRandom random;
    private final String topic;
    private final Serializer<RawStatement> serializer;
    private final byte[] otherSchema;
    private final List<String> texts;
    private final List<RawStatement> known = new ArrayList<>();
    private long made;

    /**
     * @param serializer writes what is valid
     * @param otherSchemaId an id that the registry has, of another record than RawStatement
     * @param texts to make statements of
     */
    FuzzRecords(long seed, String topic, Serializer<RawStatement> serializer, int otherSchemaId, List<String> texts) {
        this.random = new SplittableRandom(seed);
        this.topic = topic;
        this.serializer = serializer;
        this.otherSchema =
                ByteBuffer.allocate(5).put((byte) 0).putInt(otherSchemaId).array();
        this.texts = texts;
    }

    /** A record and what was done to it. */
    record Made(Kind kind, ProducerRecord<byte[], byte[]> record) {}

    Made next() {
        made++;
        if (random.nextInt(LARGE_ONE_IN) == 0) {
            return large();
        }
        Kind kind = kind();
        return new Made(kind, record(kind));
    }

    private Kind kind() {
        int left = random.nextInt(ALL_WEIGHTS);
        for (Kind kind : Kind.values()) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new AssertionError("the weights do not add up");
    }

    private ProducerRecord<byte[], byte[]> record(Kind kind) {
        switch (kind) {
            case NEW:
                return valid(remembered(fresh(text())));
            case UPDATED: {
                RawStatement statement = RawStatement.newBuilder(any()).build();
                change(statement);
                replace(statement);
                return valid(statement);
            }
            case SENT_AGAIN: {
                RawStatement again = RawStatement.newBuilder(any())
                        .setReceivedAt(Instant.now())
                        .setOrigin(Origin.newBuilder().setFetchedFrom("again").build())
                        .build();
                return valid(again);
            }
            case WITHDRAWN: {
                RawStatement statement = RawStatement.newBuilder(any())
                        .setStatus(StatementStatus.WITHDRAWN)
                        .build();
                replace(statement);
                return valid(statement);
            }
            case EMBARGO_OVER: {
                RawStatement statement = fresh(text());
                statement.setEmbargo(Instant.ofEpochMilli(random.nextLong(1_700_000_000_000L)));
                return valid(remembered(statement));
            }
            case EMBARGO_SOON: {
                // Of its own id: which of two versions comes first must not hang on the time.
                RawStatement statement = fresh(random.nextInt(10) == 0 ? hostile(size()) : text());
                statement.setEmbargo(Instant.now().plus(SOON));
                if (random.nextInt(4) == 0) {
                    statement.setReceivedAt(Instant.ofEpochMilli(random.nextLong()));
                }
                return valid(statement);
            }
            case EMBARGO_FAR: {
                RawStatement statement = random.nextBoolean()
                        ? fresh(text())
                        : RawStatement.newBuilder(any()).build();
                statement.setEmbargo(FAR);
                return valid(statement);
            }
            case BITS_FLIPPED: {
                RawStatement statement = any();
                byte[] bytes = bytes(statement);
                int from = random.nextInt(4) == 0 ? 0 : Math.min(5, bytes.length);
                for (int i = random.nextInt(1, 4); i > 0; i--) {
                    bytes[random.nextInt(from, bytes.length)] ^= (byte) (1 << random.nextInt(8));
                }
                return raw(statement.getId(), bytes);
            }
            case CUT_SHORT: {
                RawStatement statement = any();
                byte[] bytes = bytes(statement);
                return raw(statement.getId(), Arrays.copyOf(bytes, random.nextInt(bytes.length)));
            }
            case BYTES_INSERTED: {
                RawStatement statement = any();
                return raw(statement.getId(), inserted(bytes(statement), noise(random.nextInt(1, 20))));
            }
            case RANDOM_BYTES:
                return raw(freshId(), noise(size()));
            case EMPTY:
                return raw(any().getId(), new byte[0]);
            case NO_VALUE:
                return raw(any().getId(), null);
            case NO_KEY:
                return new ProducerRecord<>(topic, null, random.nextInt(4) == 0 ? null : bytes(fresh(text())));
            case ANOTHER_KEY:
                return new ProducerRecord<>(topic, noise(random.nextInt(40)), bytes(any()));
            case WRONG_MAGIC: {
                RawStatement statement = any();
                byte[] bytes = bytes(statement);
                bytes[0] = (byte) random.nextInt(1, 256);
                return raw(statement.getId(), bytes);
            }
            case UNKNOWN_SCHEMA: {
                RawStatement statement = any();
                byte[] bytes = bytes(statement);
                // Half of them one id, as of one wrong producer; the others all different.
                ByteBuffer.wrap(bytes).putInt(1, random.nextBoolean() ? 999_999 : random.nextInt());
                return raw(statement.getId(), bytes);
            }
            case ANOTHER_SCHEMA: {
                RawStatement statement = any();
                byte[] bytes = bytes(statement);
                System.arraycopy(otherSchema, 0, bytes, 0, otherSchema.length);
                return raw(statement.getId(), bytes);
            }
            case LENGTHS_OF_AVRO: {
                RawStatement statement = any();
                return raw(statement.getId(), withLengths(bytes(statement)));
            }
            case HOSTILE_TEXT: {
                RawStatement statement = fresh(hostile(size()));
                if (random.nextInt(3) == 0) {
                    statement.setTitle(hostile(200));
                    statement.setIssued(hostile(20));
                    statement.setLanguage(hostile(8));
                }
                return raw(statement.getId(), withLoneSurrogates(bytes(statement)));
            }
            case HOSTILE_HEADERS: {
                ProducerRecord<byte[], byte[]> record = random.nextBoolean()
                        ? valid(remembered(fresh(text())))
                        : raw(freshId(), noise(random.nextInt(200)));
                record.headers().add("__streams.errors.offset", "-1".getBytes(StandardCharsets.UTF_8));
                record.headers().add("__streams.errors.topic", null);
                record.headers().add("", noise(random.nextInt(2_000)));
                return record;
            }
            default:
                throw new AssertionError(kind);
        }
    }

    /** What stands at the limits of the topics: each of these takes another way to be too large. */
    private Made large() {
        return switch (random.nextInt(6)) {
            case 0 -> new Made(Kind.RANDOM_BYTES, raw(freshId(), noise(RAW_LIMIT - 200)));
            case 1 -> {
                // Held in a store, whose changelog has a limit too.
                RawStatement statement = fresh(letters(1_500_000));
                statement.setEmbargo(FAR);
                yield new Made(Kind.EMBARGO_FAR, valid(statement));
            }
            case 2 -> {
                ProducerRecord<byte[], byte[]> record = valid(fresh(text()));
                record.headers().add(new RecordHeader("large", noise(1_900_000)));
                yield new Made(Kind.HOSTILE_HEADERS, record);
            }
            case 3 -> {
                RawStatement statement = fresh(text());
                statement.setId(letters(900_000));
                yield new Made(Kind.NEW, valid(statement));
            }
            case 4 -> {
                RawStatement statement = fresh(text());
                statement.setTitle(letters(1_900_000));
                yield new Made(Kind.NEW, valid(statement));
            }
            default -> new Made(Kind.HOSTILE_TEXT, valid(fresh(hostile(1_000_000))));
        };
    }

    private RawStatement fresh(String text) {
        RawStatement.Builder statement = RawStatement.newBuilder()
                .setId(freshId())
                .setSource("fuzz")
                .setText(text)
                .setReceivedAt(Instant.now())
                .setOrigin(Origin.newBuilder().build());
        if (random.nextBoolean()) {
            statement.setTitle("Title " + made).setIssued("2023-01").setUrl("https://example.org/" + made);
        }
        if (random.nextInt(4) == 0) {
            statement
                    .setCategories(List.of("medtop:11000000", ""))
                    .setRights("none")
                    .setVersion("1");
        }
        return statement.build();
    }

    private String freshId() {
        return HexFormat.of().toHexDigits(made) + HexFormat.of().toHexDigits(random.nextLong());
    }

    private void change(RawStatement statement) {
        switch (random.nextInt(4)) {
            case 0 -> statement.setTitle("Changed " + made);
            case 1 -> statement.setCategories(List.of("medtop:" + made));
            case 2 -> statement.setStatus(StatementStatus.CORRECTION);
            default -> statement.setText(text());
        }
    }

    private RawStatement any() {
        return known.isEmpty() ? remembered(fresh(text())) : known.get(random.nextInt(known.size()));
    }

    private RawStatement remembered(RawStatement statement) {
        if (known.size() < REMEMBERED) {
            known.add(statement);
        } else {
            known.set(random.nextInt(REMEMBERED), statement);
        }
        return statement;
    }

    private void replace(RawStatement statement) {
        known.replaceAll(other -> other.getId().equals(statement.getId()) ? statement : other);
    }

    private String text() {
        return texts.get(random.nextInt(texts.size()));
    }

    /** Mostly small: as many between 10 and 100 as between 1,000 and 10,000. */
    private int size() {
        return (int) Math.pow(10, 1 + 3 * random.nextDouble());
    }

    private String hostile(int size) {
        return switch (random.nextInt(16)) {
            case 0 -> "a".repeat(size);
            case 1 -> "«".repeat(size / 2) + "\"".repeat(size / 2);
            case 2 -> "(".repeat(size / 2) + "[{".repeat(size / 4);
            case 3 -> "“Il a dit : ‘".repeat(1 + size / 13);
            case 4 -> "\u0085\u2028\u2029\r\u000b\u000c".repeat(1 + size / 6);
            case 5 -> "\u0000\u0001\u001b[31m\u007f\u009f\ufeff\ufffe".repeat(1 + size / 13);
            case 6 -> "9".repeat(size);
            case 7 -> "1,234,567.".repeat(1 + size / 10);
            case 8 -> "12 Mrd. ".repeat(1 + size / 8);
            case 9 -> letters(size);
            case 10 -> "\u202e\u05d0\u0627\u200f\u2067 12 \u0661\u0662 ".repeat(1 + size / 12);
            case 11 -> "a" + "\u0301\u0308\u20dd".repeat(1 + size / 3);
            case 12 -> "\ud83d\udc69\u200d\ud83d\udc69\u200d\ud83d\udc67\ufe0f".repeat(1 + size / 9);
            case 13 -> "January 1 2023 to February 30 ".repeat(1 + size / 30);
            case 14 -> "Mr. A. B. C. said, said he, ".repeat(1 + size / 28);
            default -> "one hundred million thousand and a half trillion ".repeat(1 + size / 49) + "@@@";
        };
    }

    private String letters(int size) {
        StringBuilder letters = new StringBuilder(size);
        for (int i = 0; i < size; i++) {
            letters.append((char) random.nextInt('!', '~'));
        }
        return letters.toString();
    }

    private byte[] noise(int size) {
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        return noise;
    }

    private ProducerRecord<byte[], byte[]> valid(RawStatement statement) {
        return raw(statement.getId(), bytes(statement));
    }

    private ProducerRecord<byte[], byte[]> raw(String key, byte[] value) {
        return new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), value);
    }

    private byte[] bytes(RawStatement statement) {
        return serializer.serialize(topic, statement);
    }

    private byte[] inserted(byte[] bytes, byte[] more) {
        int at = random.nextInt(bytes.length);
        byte[] longer = Arrays.copyOf(bytes, bytes.length + more.length);
        System.arraycopy(bytes, at, longer, at + more.length, bytes.length - at);
        System.arraycopy(more, 0, longer, at, more.length);
        return longer;
    }

    /** A number in Avro's encoding over what stands at any place: huge lengths, negative counts. */
    private byte[] withLengths(byte[] bytes) {
        long number = switch (random.nextInt(5)) {
            case 0 -> Integer.MAX_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> -random.nextInt(1, 100);
            case 3 -> Long.MIN_VALUE;
            default -> random.nextLong(1L << random.nextInt(1, 62));
        };
        ByteArrayOutputStream avro = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(avro, null);
        try {
            encoder.writeLong(number);
            encoder.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int at = random.nextInt(5, bytes.length);
        byte[] changed = Arrays.copyOf(bytes, Math.max(bytes.length, at + avro.size()));
        System.arraycopy(avro.toByteArray(), 0, changed, at, avro.size());
        return changed;
    }

    private static byte[] withLoneSurrogates(byte[] bytes) {
        for (int i = 0; i + MARK.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + MARK.length, MARK, 0, MARK.length)) {
                System.arraycopy(LONE_SURROGATE, 0, bytes, i, MARK.length);
            }
        }
        return bytes;
    }
}
