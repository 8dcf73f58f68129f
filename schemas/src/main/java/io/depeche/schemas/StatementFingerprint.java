// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import io.depeche.event.RawStatement;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over all that a source says of a statement: the same fingerprint, the same revision. Stateless. */
public final class StatementFingerprint {

    private final MessageDigest digest;

    private StatementFingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** In hexadecimal. When and from where it was received does not count. */
    public static String of(RawStatement statement) {
        StatementFingerprint fingerprint = new StatementFingerprint();
        fingerprint.add(statement.getTitle());
        fingerprint.add(statement.getText());
        fingerprint.add(statement.getMediaType());
        fingerprint.add(statement.getLanguage());
        fingerprint.add(statement.getIssued());
        fingerprint.add(statement.getUrl());
        fingerprint.add(statement.getStatus().name());
        fingerprint.add(statement.getVersion());
        fingerprint.add(statement.getRights());
        statement.getCategories().forEach(fingerprint::add);
        if (statement.getEmbargo() != null) {
            fingerprint.add(statement.getEmbargo().toString());
        }
        return HexFormat.of().formatHex(fingerprint.digest.digest());
    }

    /** Lengths go in as well, so that no two different statements look alike by where one field ends. */
    private void add(String field) {
        byte[] bytes = field == null ? new byte[0] : field.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES)
                .putInt(field == null ? -1 : bytes.length)
                .array());
        digest.update(bytes);
    }
}
