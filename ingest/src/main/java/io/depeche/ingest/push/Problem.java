// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.ingest.format.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a request with another answer than the one it hoped for (RFC 9457, problem details). */
final class Problem extends Exception {

    private static final long serialVersionUID = 1L;

    private static final int WAIT_FOR_ROOM_S = 1;
    private static final int WAIT_FOR_KAFKA_S = 10;

    private final int status;
    private final String wayOut;
    private final transient Map<String, String> headers = new LinkedHashMap<>();

    Problem(int status, String detail, String wayOut) {
        super(detail, null, false, false);
        this.status = status;
        this.wayOut = wayOut;
    }

    /** Nothing was taken, as there is no room for it now. */
    static Problem busy(String detail) {
        return new Problem(429, detail, "send it again in a moment; nothing of it was taken")
                .with("Retry-After", String.valueOf(WAIT_FOR_ROOM_S));
    }

    /** Kafka is away, or nobody knows what it has. */
    static Problem away(String detail, String wayOut) {
        return new Problem(503, detail, wayOut).with("Retry-After", String.valueOf(WAIT_FOR_KAFKA_S));
    }

    static Problem tooLarge(String what, String setting, long bound) {
        return new Problem(413, what, "send it in parts, or raise " + setting + " (now " + bound + ")");
    }

    Problem with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    Answer answer() {
        return Answer.problem(status, getMessage(), wayOut, List.<Refusal>of(), List.of(), headers);
    }
}
