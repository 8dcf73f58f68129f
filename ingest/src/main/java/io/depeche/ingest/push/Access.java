// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.util.List;
import java.util.Locale;

/** Who may post, and for which source. Immutable. */
final class Access {

    private static final String SCHEME = "bearer ";

    private final List<PushToken> tokens;
    private final String everybody;

    /** @param everybody the source that everybody feeds where there are no tokens */
    Access(List<PushToken> tokens, String everybody) {
        this.tokens = tokens;
        this.everybody = everybody;
    }

    /** @throws Problem where it is not one of our tokens; how long that takes says nothing about them */
    String source(String authorizationOrNull) throws Problem {
        if (tokens.isEmpty()) {
            return everybody;
        }
        if (authorizationOrNull == null
                || !authorizationOrNull.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            throw unauthorized("the request has no bearer token", "Bearer realm=\"depeche\"");
        }
        byte[] hash =
                PushToken.hash(authorizationOrNull.substring(SCHEME.length()).strip());
        String source = null;
        for (PushToken token : tokens) {
            source = token.matches(hash) ? token.source() : source;
        }
        if (source == null) {
            throw unauthorized(
                    "the request's bearer token is not known here",
                    "Bearer realm=\"depeche\", error=\"invalid_token\"");
        }
        return source;
    }

    private static Problem unauthorized(String detail, String challenge) {
        return new Problem(401, detail, "send Authorization: Bearer TOKEN with a token of this endpoint")
                .with("WWW-Authenticate", challenge);
    }
}
