// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

import io.depeche.event.RawStatement;
import org.apache.avro.util.Utf8;

/**
 * A statement whose text is kept in UTF-8, as it was read and as it is written; a String is only made of it where
 * somebody asks for one. A copy by {@code RawStatement.newBuilder} would have no text.
 */
public final class Utf8Statement extends RawStatement {

    private static final long serialVersionUID = 1L;
    private static final int TEXT = SCHEMA$.getField("text").pos();

    private final transient Utf8 text;

    private Utf8Statement(Utf8 text) {
        this.text = text;
    }

    /** A statement that has only its text as yet: one of these where that is UTF-8. */
    static RawStatement withText(CharSequence text) {
        if (text instanceof Utf8 utf8) {
            return new Utf8Statement(utf8);
        }
        RawStatement statement = new RawStatement();
        statement.setText(text.toString());
        return statement;
    }

    @Override
    public Object get(int field) {
        return field == TEXT ? text : super.get(field);
    }

    @Override
    public String getText() {
        return text.toString();
    }

    /** How much memory the text of any statement takes at least, in bytes, without making a String of it. */
    public static int textSize(RawStatement statement) {
        return statement instanceof Utf8Statement utf8
                ? utf8.text.getByteLength()
                : statement.getText().length();
    }
}
