// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.names.tagger;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * The file of a model, big-endian: {@code DPNM}, version of the format; length and CRC-32 of what follows: how it was
 * made as {@code key=value} lines, and the tables. Rows of weights are kept sparse, keys in order as differences. The
 * same model is the same file, byte for byte: nothing in it depends on the machine, the day or a compressor.
 */
public final class ModelFile {

    private static final int MAGIC = 0x44504E4D;
    private static final int FORMAT = 1;
    private static final int LARGEST = 64 << 20;
    private static final String LANGUAGE = "language";
    private static final String LABELS = "labels";
    private static final String FEATURES = "features";
    private static final String SEED = "hash-seed";

    private ModelFile() {}

    /** Writes a model. */
    public static void write(NameModel model, OutputStream target) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        byte[] header = header(model).getBytes(StandardCharsets.UTF_8);
        out.writeInt(header.length);
        out.write(header);
        table(model.knowledge().words(), out);
        table(model.knowledge().phrases(), out);
        weights(model.weights(), out);
        byte[] content = bytes.toByteArray();
        DataOutputStream file = new DataOutputStream(target);
        file.writeInt(MAGIC);
        file.writeInt(FORMAT);
        file.writeInt(content.length);
        file.writeInt(crc(content));
        file.write(content);
        file.flush();
    }

    private static String header(NameModel model) {
        SortedMap<String, String> lines = new TreeMap<>(model.making());
        lines.put(LANGUAGE, model.language());
        lines.put(LABELS, String.join(" ", Labels.TYPES));
        lines.put(FEATURES, Integer.toString(Features.VERSION));
        lines.put(SEED, Integer.toString(model.seed()));
        StringBuilder header = new StringBuilder();
        lines.forEach((key, value) ->
                header.append(key).append('=').append(value.replace('\n', ' ')).append('\n'));
        return header.toString();
    }

    private static int crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }

    private static void table(IntTable table, DataOutputStream out) throws IOException {
        int[] keys = table.keys();
        keys(keys, out);
        for (int key : keys) {
            number(table.get(key), out);
        }
    }

    private static void keys(int[] keys, DataOutputStream out) throws IOException {
        out.writeInt(keys.length);
        long before = Integer.MIN_VALUE;
        for (int key : keys) {
            number((int) (key - before), out);
            before = key;
        }
    }

    /** Seven bits a byte, low ones first, the top bit where more follow. */
    private static void number(int value, DataOutputStream out) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }

    private static void weights(Weights weights, DataOutputStream out) throws IOException {
        for (int before = 0; before < Labels.COUNT; before++) {
            for (int label = 0; label < Labels.COUNT; label++) {
                out.writeShort(weights.transitionsTo(label)[before]);
            }
        }
        out.writeInt(weights.agreement());
        int[] keys = weights.features();
        keys(keys, out);
        for (int key : keys) {
            int row = weights.row(key);
            int used = 0;
            for (int label = 0; label < Labels.COUNT; label++) {
                used |= weights.weight(row, label) == 0 ? 0 : 1 << label;
            }
            number(used, out);
            for (int label = 0; label < Labels.COUNT; label++) {
                if ((used & 1 << label) != 0) {
                    out.writeByte(weights.weight(row, label));
                }
            }
        }
    }

    /**
     * Reads a model.
     *
     * @param name what messages call it
     * @throws ModelException if it is no model, damaged, or of another version
     */
    public static NameModel read(InputStream source, String name) {
        try {
            DataInputStream in = new DataInputStream(source);
            if (in.readInt() != MAGIC) {
                throw new ModelException(name + " is no model of names: it starts otherwise");
            }
            int format = in.readInt();
            if (format != FORMAT) {
                throw new ModelException(name + " has version " + format + " of the format; this Depeche reads version "
                        + FORMAT + ": train it anew with depeche train");
            }
            int length = in.readInt();
            int crc = in.readInt();
            if (length < 0 || length > LARGEST) {
                throw new ModelException(name + " is damaged: it says that it has " + length + " bytes");
            }
            byte[] content = in.readNBytes(length);
            if (content.length < length || crc(content) != crc) {
                throw new ModelException(name + " is damaged or cut short: its checksum is another");
            }
            return content(new DataInputStream(new ByteArrayInputStream(content)), name);
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException unreadable) {
            throw new ModelException(name + " can't be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static NameModel content(DataInputStream in, String name) throws IOException {
        SortedMap<String, String> header = new TreeMap<>();
        byte[] lines = new byte[length(in)];
        in.readFully(lines);
        new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> {
            int equals = line.indexOf('=');
            header.put(line.substring(0, equals), line.substring(equals + 1));
        });
        String labels = header.remove(LABELS);
        if (!String.join(" ", Labels.TYPES).equals(labels)) {
            throw new ModelException(name + " has names of the types " + labels + "; this Depeche knows "
                    + String.join(" ", Labels.TYPES));
        }
        String features = header.remove(FEATURES);
        if (!Integer.toString(Features.VERSION).equals(features)) {
            throw new ModelException(name + " has version " + features + " of the features; this Depeche has version "
                    + Features.VERSION + ": train it anew with depeche train");
        }
        String language = header.remove(LANGUAGE);
        int seed = Integer.parseInt(header.remove(SEED));
        Knowledge knowledge = new Knowledge(table(in), table(in));
        short[] transitions = new short[Labels.COUNT * Labels.COUNT];
        for (int i = 0; i < transitions.length; i++) {
            transitions[i] = in.readShort();
        }
        int agreement = in.readInt();
        int[] keys = keys(in);
        byte[] weights = new byte[keys.length * Labels.COUNT];
        for (int row = 0; row < keys.length; row++) {
            int used = number(in);
            for (int label = 0; label < Labels.COUNT; label++) {
                if ((used & 1 << label) != 0) {
                    weights[row * Labels.COUNT + label] = in.readByte();
                }
            }
        }
        return new NameModel(language, seed, header, knowledge, keys, weights, transitions, agreement);
    }

    private static IntTable table(DataInputStream in) throws IOException {
        int[] keys = keys(in);
        int[] values = new int[keys.length];
        for (int i = 0; i < keys.length; i++) {
            values[i] = number(in);
        }
        return new IntTable(keys, values);
    }

    private static int[] keys(DataInputStream in) throws IOException {
        int[] keys = new int[length(in)];
        int key = Integer.MIN_VALUE;
        for (int i = 0; i < keys.length; i++) {
            key += number(in);
            keys[i] = key;
        }
        return keys;
    }

    /** A length; what is there is at least as long. */
    private static int length(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > in.available()) {
            throw new IOException("a table of " + length + " entries in " + in.available() + " bytes");
        }
        return length;
    }

    private static int number(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; shift < 35; shift += 7) {
            int next = in.readUnsignedByte();
            value |= (next & 0x7F) << shift;
            if ((next & 0x80) == 0) {
                return value;
            }
        }
        throw new IOException("a number that does not end");
    }
}
