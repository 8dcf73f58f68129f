// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;

/** What becomes of a fetch whose exchange fails. */
final class Failures {

    private Failures() {}

    static Fetched of(IOException failure, Target target) {
        if (failure instanceof ForbiddenAddressException) {
            return new Fetched.Refused(
                    failure.getMessage(),
                    "use another host, or set " + FetchSettings.ALLOW_PRIVATE_ADDRESSES + " where it is your own");
        }
        if (failure instanceof TooLargeException) {
            return new Fetched.Refused(failure.getMessage(), "leave it out, or raise " + FetchSettings.MAX_BYTES);
        }
        if (failure instanceof MessageConstraintException) {
            return new Fetched.Refused("the header of its answer is too large", "ask its publisher to mend it");
        }
        if (failure instanceof ZipException) {
            return new Fetched.Refused(
                    "it is not packed as its Content-Encoding says, or not in gzip or deflate, as asked for",
                    "ask its publisher to mend it");
        }
        return new Fetched.TryLater(reason(failure, target));
    }

    private static String reason(IOException failure, Target target) {
        if (failure instanceof UnknownHostException) {
            return "DNS knows no address of " + target.host();
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "no connection to " + target.host() + " port " + target.port();
        }
        if (failure instanceof InterruptedIOException) {
            return target.host() + " is silent for too long";
        }
        if (failure instanceof SSLException) {
            return "no trusted TLS connection to " + target.host() + ": " + failure.getMessage();
        }
        if (failure instanceof ClientProtocolException) {
            return "the answer of " + target.host() + " is not HTTP";
        }
        if (failure instanceof ConnectionClosedException || failure instanceof EOFException) {
            return "the answer of " + target.host() + " ends before its end";
        }
        return "the connection to " + target.host() + " broke";
    }
}
