// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.ingest.xml.SafeXml;
import io.depeche.ingest.xml.XmlException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import javax.xml.namespace.QName;

/**
 * The first bytes of a document, as much of it as tells a format. Immutable where nobody changes the bytes.
 */
public final class Beginning {

    /** How much of a document is looked at. */
    static final int LENGTH = 16 * 1024;

    private final byte[] bytes;
    private final String text;
    private final Optional<QName> root;

    private Beginning(byte[] bytes, String text) {
        this.bytes = bytes;
        this.text = text;
        this.root = root(text);
    }

    /** Of these bytes, which may be more than it looks at. */
    public static Beginning of(byte[] content) {
        byte[] bytes = content.length > LENGTH ? Arrays.copyOf(content, LENGTH) : content;
        Optional<ByteOrderMark> mark = ByteOrderMark.of(bytes);
        int from = mark.map(ByteOrderMark::length).orElse(0);
        Charset charset = mark.map(ByteOrderMark::charset).orElse(StandardCharsets.UTF_8);
        return new Beginning(bytes, new String(bytes, from, bytes.length - from, charset).stripLeading());
    }

    /** Whether it begins with these bytes. */
    public boolean startsWith(byte... start) {
        return bytes.length >= start.length && Arrays.equals(bytes, 0, start.length, start, 0, start.length);
    }

    /** As text for a look at its syntax, in which only ASCII matters, without mark and white space before it. */
    public String text() {
        return text;
    }

    /** Name of the root element, where it begins like XML. */
    public Optional<QName> root() {
        return root;
    }

    private static Optional<QName> root(String text) {
        if (!text.startsWith("<")) {
            return Optional.empty();
        }
        try {
            return Optional.of(SafeXml.root(text));
        } catch (XmlException e) {
            // Not XML, then: HTML and plain text begin like that, too.
            return Optional.empty();
        }
    }
}
