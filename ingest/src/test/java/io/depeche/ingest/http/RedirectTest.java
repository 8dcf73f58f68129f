// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static io.depeche.ingest.http.Fetching.CLOCK;
import static io.depeche.ingest.http.Fetching.LOCAL;
import static io.depeche.ingest.http.Fetching.body;
import static io.depeche.ingest.http.Fetching.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedirectTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    /** {@code user:top%20s3cret} */
    private static final String BASIC = "Authorization: Basic dXNlcjp0b3AgczNjcmV0\r\n";

    private static String redirect(int status, String location) {
        return "HTTP/1.1 " + status + " Elsewhere\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
    }

    private static String path(String head) {
        return head.split(" ", 3)[1];
    }

    /** Answers by path, and with the document where a path is not among them. */
    private static WireServer server(Map<String, String> answers) throws IOException {
        return new WireServer((head, out) -> WireServer.write(out, answers.getOrDefault(path(head), OK)));
    }

    @ParameterizedTest
    @CsvSource({"301,301,/c", "308,301,/c", "301,302,/b", "308,307,/b", "302,301,", "303,301,", "307,308,"})
    void onlyPermanentOnesAtTheStartAreRemembered(int first, int second, String movedTo) throws Exception {
        try (WireServer wire = server(Map.of("/a", redirect(first, "/b"), "/b", redirect(second, "/c")))) {
            Fetched.Body body = body(fetch(wire.uri("/a")));

            assertThat(body.from()).isEqualTo(wire.uri("/c"));
            assertThat(body.movedTo()).isEqualTo(Optional.ofNullable(movedTo).map(wire::uri));
        }
    }

    @Test
    void notModifiedRemembersThemToo() throws Exception {
        try (WireServer wire = server(Map.of("/a", redirect(301, "/b"), "/b", "HTTP/1.1 304 Not Modified\r\n\r\n"))) {
            Fetched fetched =
                    fetch(LOCAL, FetchRequest.feed(wire.uri("/a")).unlessStill(Optional.of("\"x\""), Optional.empty()));

            assertThat(fetched)
                    .isEqualTo(new Fetched.NotModified(
                            Optional.empty(), Optional.empty(), Freshness.UNKNOWN, Optional.of(wire.uri("/b"))));
        }
    }

    @Test
    void whereItMovedToIsAskedNextTime() throws Exception {
        try (WireServer wire = server(Map.of())) {
            body(fetch(LOCAL, FetchRequest.feed(wire.uri("/a")).at(Optional.of(wire.uri("/b")))));

            assertThat(wire.heads()).singleElement().asString().startsWith("GET /b ");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "c,/x/c",
        "?y=2,/x/b?y=2",
        "../c,/c",
        "//127.0.0.1:PORT/c,/c",
        "'/c d',/c%20d",
        "/\u00e9,/%E9",
        "'/a|b',/a%7Cb",
        "/c#part,/c"
    })
    void placesAreReadAsBrowsersDo(String location, String path) throws Exception {
        int[] port = new int[1];
        try (WireServer wire = new WireServer((head, out) -> WireServer.write(
                out,
                path(head).equals("/x/b?y=1")
                        ? redirect(302, location.replace("PORT", Integer.toString(port[0])))
                        : OK))) {
            port[0] = wire.port();

            assertThat(body(fetch(wire.uri("/x/b?y=1"))).from()).isEqualTo(wire.uri(path));
        }
    }

    @Test
    void aCircleIsRefused() throws Exception {
        try (WireServer wire = server(Map.of(
                "/a",
                redirect(302, "/b"),
                "/b",
                redirect(302, "/a?key=s3cret"),
                "/a?key=s3cret",
                redirect(302, "/b")))) {
            assertThat(fetch(wire.uri("/a")))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.reason()).startsWith("its redirects go in a circle, at "));
            assertThat(wire.heads()).hasSize(3);
        }
    }

    @Test
    void elevenAreTooMany() throws Exception {
        int[] left = {10};
        try (WireServer wire = new WireServer((head, out) ->
                WireServer.write(out, left[0]-- > 0 ? redirect(302, "/" + left[0]) : OK))) {
            assertThat(fetch(wire.uri("/"))).isInstanceOf(Fetched.Body.class);
            left[0] = 11;
            assertThat(fetch(wire.uri("/")))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.reason()).isEqualTo("it redirects more than 10 times"));
        }
    }

    @Test
    void oneWithoutAPlaceIsRefused() throws Exception {
        try (WireServer wire = WireServer.of("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(fetch(wire.uri("/"))).isInstanceOf(Fetched.Refused.class);
        }
        try (WireServer wire = WireServer.of(redirect(302, "http://[/%zz"))) {
            assertThat(fetch(wire.uri("/"))).isInstanceOf(Fetched.Refused.class);
        }
    }

    @Test
    void userinfoIsSentToItsHostOnly() throws Exception {
        try (WireServer other = WireServer.of(OK);
                WireServer own = new WireServer((head, out) -> WireServer.write(
                        out,
                        switch (path(head)) {
                            case "/a" -> redirect(301, "/b");
                            case "/b" -> redirect(302, "http://other.example:" + other.port() + "/");
                            default -> OK;
                        }));
                Fetcher fetcher = new Fetcher(
                        LOCAL,
                        CLOCK,
                        Fetching.names(Map.of("own.example", "127.0.0.1", "other.example", "127.0.0.1")))) {
            Fetched.Body body = body(fetcher.fetch(
                    FetchRequest.feed(URI.create("http://user:top%20s3cret@own.example:" + own.port() + "/a"))));

            assertThat(own.heads())
                    .hasSize(2)
                    .allSatisfy(head -> assertThat(head).contains(BASIC));
            assertThat(other.heads()).singleElement().asString().doesNotContain("Authorization", "Referer", "s3cret");
            assertThat(own.heads().get(0)).contains("Host: own.example:" + own.port() + "\r\n");
            assertThat(body.movedTo()).contains(URI.create("http://own.example:" + own.port() + "/b"));
            assertThat(body.toString()).doesNotContain("s3cret");
        }
    }

    @Test
    void userinfoIsNotSentToAnotherPortOfItsHost() throws Exception {
        try (WireServer other = WireServer.of(OK);
                WireServer own = WireServer.of(redirect(302, other.uri("/").toString()))) {
            body(fetch(URI.create("http://user:top%20s3cret@127.0.0.1:" + own.port() + "/")));

            assertThat(own.heads()).singleElement().asString().contains(BASIC);
            assertThat(other.heads()).singleElement().asString().doesNotContain("Authorization");
        }
    }

    @Test
    void userinfoThatAServerWritesIsNotSent() throws Exception {
        try (WireServer other = WireServer.of(OK);
                WireServer own = WireServer.of(redirect(302, "http://spy:word@127.0.0.1:" + other.port() + "/"))) {
            body(fetch(own.uri("/")));

            assertThat(other.heads()).singleElement().asString().doesNotContain("Authorization", "spy");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "http://h/,https://h/,true", "https://h/,http://h/,false", "http://h/,http://h/x,true",
        "http://h/,http://H/,true", "http://h/,http://h.evil/,false", "http://h:81/,https://h/,false",
        "https://h/,https://h:444/,false", "http://h:80/,http://h/,true"
    })
    void aSecretIsSharedBySameServersInNoLessSafeAWay(URI one, URI other, boolean shared) throws Stop {
        assertThat(Target.of(one).shares(Target.of(other))).isEqualTo(shared);
    }
}
