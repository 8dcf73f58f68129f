// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "https://h/feed?a=b, https://h/feed?a=b",
        "https://u:p@h/feed, https://***@h/feed",
        "https://u@h/feed, https://***@h/feed",
        "https://u:p@q@h/feed, https://***@h/feed",
        "//u:p@h/feed, //***@h/feed",
        "https://h/@me, https://h/@me",
        "https://h/f?api_key=1&a=b, https://h/f?api_key=***&a=b",
        "https://h/f?a=b&access_token=1, https://h/f?a=b&access_token=***",
        "https://h/f?TOKEN=1;Sig=2, https://h/f?TOKEN=***;Sig=***",
        "https://h/f?X-Amz-Signature=1&X-Amz-Credential=2, https://h/f?X-Amz-Signature=***&X-Amz-Credential=***",
        "https://h/f?code=1#id_token=2, https://h/f?code=***#id_token=***",
        "https://h/f?to%6ben=1, https://h/f?to%6ben=***",
        "https://h/f?key=, https://h/f?key=",
        "https://h/f?password=a=b, https://h/f?password=***",
        "https://h/f?client_secret=1&pwd=2&pass=3&auth=4, https://h/f?client_secret=***&pwd=***&pass=***&auth=***",
        "https://h/f?url=https%3A%2F%2Fx%2F%3Ftoken%3D1, https://h/f?url=***",
        "https://h/f?url=https%3A%2F%2Fu%3Ap%40x%2F, https://h/f?url=***",
        "https://h/f?bad=%zz&token=%zz, https://h/f?bad=%zz&token=***",
        "mailto:a@b, mailto:a@b"
    })
    void secretsAreHiddenAndTheRestIsNot(String url, String redacted) {
        assertThat(Redaction.redact(url)).isEqualTo(redacted);
    }

    @Test
    void aUriIsRedactedToo() {
        assertThat(Redaction.redact(URI.create("https://u:p@h/?sig=1"))).isEqualTo("https://***@h/?sig=***");
    }

    @Property
    void noSecretComesThrough(
            @ForAll @AlphaChars @StringLength(max = 12) String before,
            @ForAll @AlphaChars @StringLength(max = 12) String after) {
        String secret = "5e-c_r3.t";
        String redacted = Redaction.redact("https://" + before + ":" + secret + "@h/" + after + "?" + before + "token"
                + after + "=" + secret + "&" + after + "=1#" + before + "Key=" + secret);

        assertThat(redacted).doesNotContain(secret);
    }

    @Property
    void anyTextIsTakenAndOnceIsEnough(@ForAll String text) {
        String once = Redaction.redact("https://" + text);

        assertThat(Redaction.redact(once)).isEqualTo(once);
    }

    @Test
    @Timeout(10)
    void longTextTakesNoLongTime() {
        assertThat(Redaction.redact("https://h/?" + "&key".repeat(500_000))).hasSize(11 + 2_000_000);
        assertThat(Redaction.redact("https://" + "u@".repeat(500_000))).isEqualTo("https://***@");
    }
}
