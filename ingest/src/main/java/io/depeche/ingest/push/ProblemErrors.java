// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers of RFC 9457 to what doesn't get as far as a handler. Says nothing of this server's insides. */
final class ProblemErrors extends ErrorHandler {

    private static final String MEDIA_TYPE = "application/problem+json";

    @Override
    protected void generateResponse(
            Request request, Response response, int status, String message, Throwable cause, Callback callback) {
        response.setStatus(status);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
        response.write(true, body(status), callback);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        fields.put(HttpHeader.CONTENT_TYPE, MEDIA_TYPE);
        return body(status);
    }

    private static ByteBuffer body(int status) {
        String detail = status < 500 ? "the request can't be served as it stands" : "an error of this server";
        String wayOut = "send POST " + StatementsHandler.PATH + " as HTTP/1.1 has it (RFC 9112), with a short header";
        return ByteBuffer.wrap(Answer.problem(status, detail, wayOut, List.of(), List.of(), Map.of())
                .body());
    }
}
