// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The yardstick: feedparser's own tests, in the data beside the checkout. */
class FeedparserTest {

    private static final Path TESTS =
            Path.of(System.getProperty("depeche.home", "..")).resolve("../shared/data/feeds/feedparser/tests");

    @Test
    void readsWhatFeedparserReads() throws IOException {
        assumeTrue(Files.isDirectory(TESTS), "skipped: no feedparser tests at " + TESTS);
        FeedparserSuite suite = new FeedparserSuite();
        suite.run(TESTS);
        System.out.println(suite.table());
        suite.results.stream()
                .filter(result -> result.verdict() != FeedparserSuite.Verdict.RIGHT)
                .filter(result -> result.verdict() != FeedparserSuite.Verdict.RIGHT_AS_TEXT)
                .forEach(System.out::println);
        assertThat(suite.failures).as("exceptions").isEmpty();
        assertThat(suite.checked("wellformed")).isGreaterThan(900);
        assertThat(suite.rightOf("wellformed")).isGreaterThan(0.99);
        assertThat(suite.rightOf("")).isGreaterThan(0.99);
    }
}
