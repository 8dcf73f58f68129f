// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import static io.depeche.ingest.http.Fetching.CLOCK;
import static io.depeche.ingest.http.Fetching.GUARDED;
import static io.depeche.ingest.http.Fetching.body;
import static io.depeche.ingest.http.Fetching.fetch;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressGuardTest {

    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "10.255.255.255",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.255.254",
                "168.63.129.16",
                "169.254.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.0.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.1.1.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "fe80::1",
                "febf::1",
                "fec0::1",
                "fc00::1",
                "fdff::1",
                "fd00:ec2::254",
                "ff02::1",
                "2001::1",
                "2001:db8::1",
                "2001:10::1",
                "3fff::1",
                "100::1",
                "64:ff9b::7f00:1",
                "64:ff9b::a9fe:a9fe",
                "64:ff9b:1::1",
                "2002:7f00:1::",
                "2002:a00:1::1",
                "5f00::1"
            })
    void isNotPublic(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2606:4700::1",
                "2a00:1450::1",
                "2001:200::1",
                "64:ff9b::101:101",
                "2002:101:101::1"
            })
    void isPublic(String address) throws Exception {
        assertThat(PublicAddress.is(InetAddress.getByName(address))).isTrue();
    }

    @Test
    void anAddressInsideAnotherCounts() throws Exception {
        byte[] mapped = new byte[16];
        mapped[10] = (byte) 0xFF;
        mapped[11] = (byte) 0xFF;
        mapped[12] = 127;
        mapped[15] = 1;

        // Java's own factory makes a plain IPv4 address of these bytes; a resolver of another make need not.
        assertThat(PublicAddress.is(java.net.Inet6Address.getByAddress("mapped", mapped, 0)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1",
                "2130706433",
                "0x7f000001",
                "0x7f.0.0.1",
                "0x7f.1",
                "017700000001",
                "0177.0.0.1",
                "localhost",
                "LOCALHOST",
                "localhost.",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "0",
                "0.0.0.0",
                "[::]"
            })
    void noSpellingOfTheLoopbackAddressLeadsThere(String host) throws Exception {
        try (WireServer wire = WireServer.of(OK)) {
            Fetched fetched = fetch(GUARDED, URI.create("http://" + host + ":" + wire.port() + "/"));

            assertThat(fetched).isNotInstanceOf(Fetched.Body.class);
            assertThat(wire.heads()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.1", "2130706433", "localhost", "[::ffff:127.0.0.1]"})
    void theSameSpellingsLeadThereWhereThatIsAllowed(String host) throws Exception {
        try (WireServer wire = WireServer.of(OK)) {
            assertThat(fetch(URI.create("http://" + host + ":" + wire.port() + "/")))
                    .isInstanceOf(Fetched.Body.class);
        }
    }

    @Test
    void aRefusalNamesTheAddressAndTheSetting() throws Exception {
        assertThat(fetch(GUARDED, URI.create("http://169.254.169.254/latest/meta-data/")))
                .isEqualTo(new Fetched.Refused(
                        "169.254.169.254 has the address 169.254.169.254, which is not a public one",
                        "use another host, or set ingest.fetch.allow.private.addresses where it is your own"));
    }

    @Test
    void oneAddressThatIsNotPublicIsEnough() throws Exception {
        DnsResolver two = resolver(
                host -> new InetAddress[] {InetAddress.getByName("93.184.215.14"), InetAddress.getByName("10.0.0.1")});
        try (Fetcher fetcher = new Fetcher(GUARDED, CLOCK, two)) {
            assertThat(fetcher.fetch(FetchRequest.feed(URI.create("http://feeds.example/"))))
                    .isInstanceOfSatisfying(
                            Fetched.Refused.class,
                            refused -> assertThat(refused.reason())
                                    .isEqualTo("feeds.example has the address 10.0.0.1, which is not a public one"));
        }
    }

    @Test
    void aNameThatIsResolvedAnewForEachQuestionGainsNothing() throws Exception {
        AtomicInteger questions = new AtomicInteger();
        try (WireServer wire = WireServer.of(OK)) {
            // Public when it is checked, loopback when somebody asks again to connect.
            DnsResolver rebinding = resolver(host -> new InetAddress[] {
                InetAddress.getByName(questions.getAndIncrement() % 2 == 0 ? "203.0.114.1" : "127.0.0.1")
            });
            FetchSettings quick = GUARDED.withDeadline(java.time.Duration.ofMillis(500));
            try (Fetcher fetcher = new Fetcher(quick, CLOCK, rebinding)) {
                for (int i = 0; i < 4; i++) {
                    Fetched fetched =
                            fetcher.fetch(FetchRequest.feed(URI.create("http://rebind.example:" + wire.port() + "/")));
                    assertThat(fetched).isNotInstanceOf(Fetched.Body.class);
                }
            }
            assertThat(wire.heads()).isEmpty();
            assertThat(questions).hasValue(4);
        }
    }

    @Test
    void aRedirectIsCheckedLikeTheFirstAddress() throws Exception {
        try (WireServer inside = WireServer.of(OK);
                WireServer outside = WireServer.of("HTTP/1.1 302 Found\r\nLocation: http://inside.example:"
                        + inside.port() + "/\r\nContent-Length: 0\r\n\r\n")) {
            // The guard sees a public address where the test needs a server of its own.
            AddressGuard guard = new AddressGuard(
                    Fetching.names(Map.of("outside.example", "93.184.215.14", "inside.example", "127.0.0.1")));
            DnsResolver behind = resolver(host -> {
                guard.resolve(host);
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            });
            try (Fetcher fetcher = new Fetcher(Fetching.LOCAL, CLOCK, behind)) {
                Fetched fetched =
                        fetcher.fetch(FetchRequest.feed(URI.create("http://outside.example:" + outside.port() + "/")));

                assertThat(fetched).isInstanceOf(Fetched.Refused.class);
                assertThat(outside.heads()).hasSize(1);
                assertThat(inside.heads()).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///etc/passwd", "ftp://example.org/", "gopher://example.org/", "javascript:alert(1)"})
    void aRedirectToAnotherSchemeIsRefused(String location) throws Exception {
        try (WireServer wire =
                WireServer.of("HTTP/1.1 301 Moved\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n")) {
            assertThat(fetch(wire.uri("/"))).isInstanceOf(Fetched.Refused.class);
        }
    }

    @Test
    void hostsWithUnderscoresExist() throws Exception {
        try (WireServer wire = WireServer.of(OK);
                Fetcher fetcher =
                        new Fetcher(Fetching.LOCAL, CLOCK, Fetching.names(Map.of("my_feed.example", "127.0.0.1")))) {
            assertThat(body(fetcher.fetch(FetchRequest.feed(URI.create("http://my_feed.example:" + wire.port() + "/"))))
                            .bytes())
                    .asString()
                    .isEqualTo("secret");
            assertThat(wire.heads().get(0)).contains("Host: my_feed.example:" + wire.port());
        }
    }

    private interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static DnsResolver resolver(Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) throws UnknownHostException {
                return SystemDefaultDnsResolver.INSTANCE.resolveCanonicalHostname(host);
            }
        };
    }
}
