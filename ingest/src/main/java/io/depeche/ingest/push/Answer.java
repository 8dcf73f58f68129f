// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import io.depeche.ingest.format.Notice;
import io.depeche.ingest.format.Refusal;
import io.depeche.ingest.publish.StatementRecord;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** What a client gets to read: JSON. */
final class Answer {

    private static final JsonFactory JSON = new JsonFactory();
    /** Encoded once: they stand in an answer as often as it has statements. */
    private static final SerializableString ID = new SerializedString("id");

    private static final SerializableString PLACE = new SerializedString("place");

    private final int status;
    private final String mediaType;
    private final byte[] body;
    private final Map<String, String> headers;

    private Answer(int status, String mediaType, byte[] body, Map<String, String> headers) {
        this.status = status;
        this.mediaType = mediaType;
        this.body = body;
        this.headers = headers;
    }

    /** What was taken, and what was not. */
    static Answer taken(int status, List<StatementRecord> statements, List<Refusal> refused, List<Notice> notices) {
        return new Answer(
                status,
                "application/json",
                json(generator -> {
                    generator.writeArrayFieldStart("statements");
                    for (StatementRecord taken : statements) {
                        generator.writeStartObject();
                        generator.writeFieldName(ID);
                        generator.writeString(taken.statement().getId());
                        generator.writeFieldName(PLACE);
                        generator.writeString(taken.place());
                        generator.writeEndObject();
                    }
                    generator.writeEndArray();
                    refused(generator, refused);
                    notices(generator, notices);
                }),
                Map.of());
    }

    /** RFC 9457, with the way out and, where it is about single statements, why each was refused. */
    static Answer problem(
            int status,
            String detail,
            String wayOut,
            List<Refusal> refused,
            List<Notice> notices,
            Map<String, String> headers) {
        return new Answer(
                status,
                "application/problem+json",
                json(generator -> {
                    generator.writeStringField("type", "about:blank");
                    generator.writeStringField(
                            "title", HttpStatus.forStatus(status).getMessage());
                    generator.writeNumberField("status", status);
                    generator.writeStringField("detail", detail);
                    generator.writeStringField("wayOut", wayOut);
                    if (!refused.isEmpty()) {
                        refused(generator, refused);
                        notices(generator, notices);
                    }
                }),
                headers);
    }

    int status() {
        return status;
    }

    byte[] body() {
        return body;
    }

    void writeTo(Context context) {
        headers.forEach(context::header);
        context.status(status).contentType(mediaType).result(body);
    }

    private interface Members {
        void write(JsonGenerator generator) throws IOException;
    }

    private static byte[] json(Members members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator generator = JSON.createGenerator(bytes)) {
            generator.writeStartObject();
            members.write(generator);
            generator.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory does not fail, and it did", e);
        }
        return bytes.toByteArray();
    }

    private static void refused(JsonGenerator generator, List<Refusal> refused) throws IOException {
        generator.writeArrayFieldStart("refused");
        for (Refusal refusal : refused) {
            generator.writeStartObject();
            generator.writeStringField("place", refusal.place());
            generator.writeStringField("reason", refusal.reason());
            generator.writeStringField("wayOut", refusal.wayOut());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }

    private static void notices(JsonGenerator generator, List<Notice> notices) throws IOException {
        generator.writeArrayFieldStart("notices");
        for (Notice notice : notices) {
            generator.writeStartObject();
            generator.writeStringField("place", notice.place());
            generator.writeStringField("message", notice.message());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }
}
