// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.depeche.enrich.text.AnalyserRunner;
import io.depeche.enrich.text.Annotations;
import io.depeche.enrich.text.Annotator;
import io.depeche.enrich.text.Coverage;
import io.depeche.enrich.text.Document;
import io.depeche.enrich.text.FakeAnalyser;
import io.depeche.enrich.text.Layer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class GuardedAnalysisTest {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int CHARS_FOR_MEGABYTE = 256 * 1024;
    private static final Duration AT_LEISURE = Duration.ofMinutes(1);
    private static final Duration AT_ONCE = Duration.ofMillis(50);
    private static final Layer<String> POISONED = new Layer<>("poisoned", "nothing");
    private static final Layer<String> WELL = new Layer<>("well", "nothing");

    /** What the hot loops of the tests look at, so that they don't outlive them. */
    private volatile boolean isOver;

    /** Keeps the compiler from leaving out an allocation. */
    private volatile byte[] allocated;

    private final AtomicInteger readings = new AtomicInteger();

    @AfterEach
    void end() {
        isOver = true;
    }

    private GuardedAnalysis analysis(Duration timeout, Function<Document, String> poisoned) {
        return new GuardedAnalysis(
                new Annotator(List.of(
                        new FakeAnalyser(POISONED, document -> {
                            readings.incrementAndGet();
                            return poisoned.apply(document);
                        }),
                        new FakeAnalyser(WELL, Document::text))),
                AnalyserRunner.DIRECT,
                timeout,
                MEGABYTE);
    }

    private static Document document(String text) {
        return Document.of(text, null, null);
    }

    private static void checkOnlyPoisonedFailed(Annotations annotations) {
        assertThat(annotations.coverage("poisoned")).isEqualTo(Coverage.FAILED);
        assertThat(annotations.get(POISONED)).isEqualTo("nothing");
        assertThat(annotations.coverage("well")).isEqualTo(Coverage.RAN);
        assertThat(annotations.get(WELL)).isEqualTo("text");
    }

    private String forEver(Document document) {
        while (!isOver) {
            Thread.onSpinWait();
        }
        return document.text();
    }

    private String untilInterrupted(Document document) {
        while (!isOver && !Thread.currentThread().isInterrupted()) {
            Thread.onSpinWait();
        }
        return document.text();
    }

    private String allocatingForEver(Document document) {
        while (!isOver) {
            allocated = new byte[1024];
        }
        return document.text();
    }

    private String allocating(Document document, int bytes) {
        allocated = new byte[bytes];
        return document.text();
    }

    @SuppressWarnings("InfiniteRecursion")
    private static String overflowing(Document document) {
        return overflowing(document) + "";
    }

    @Test
    void whatKeepsItsLimitsRuns() {
        try (GuardedAnalysis analysis = analysis(AT_LEISURE, Document::text)) {
            Annotations annotations = analysis.annotate(document("text"));

            assertThat(annotations.get(POISONED)).isEqualTo("text");
            assertThat(annotations.coverage("poisoned")).isEqualTo(Coverage.RAN);
            assertThat(readings).hasValue(1);
        }
    }

    @Test
    void whatAnAnalyserThrowsCostsItsLayerOnly() {
        for (Function<Document, String> poison : List.<Function<Document, String>>of(
                document -> {
                    throw new IllegalStateException("as the test wants it");
                },
                GuardedAnalysisTest::overflowing,
                document -> {
                    throw new OutOfMemoryError("as the test wants it");
                })) {
            try (GuardedAnalysis analysis = analysis(AT_LEISURE, poison)) {
                checkOnlyPoisonedFailed(analysis.annotate(document("text")));
                assertThat(analysis.leftBehind()).isZero();
            }
        }
    }

    @Test
    void anAnalyserThatRunsForEverCostsItsLayerOnly() {
        try (GuardedAnalysis analysis = analysis(AT_ONCE, this::forEver)) {
            checkOnlyPoisonedFailed(analysis.annotate(document("text")));
            assertThat(analysis.leftBehind()).isEqualTo(1);

            isOver = true;
            await().until(() -> analysis.leftBehind() == 0);
        }
    }

    @Test
    void anAnalyserThatWaitsForEverCostsItsLayerOnly() {
        CountDownLatch never = new CountDownLatch(1);
        try (GuardedAnalysis analysis = analysis(AT_ONCE, document -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return document.text();
        })) {
            checkOnlyPoisonedFailed(analysis.annotate(document("text")));
        }
    }

    @Test
    void anAnalyserThatHeedsTheInterruptIsNotLeftBehindForLong() {
        try (GuardedAnalysis analysis = analysis(AT_ONCE, this::untilInterrupted)) {
            checkOnlyPoisonedFailed(analysis.annotate(document("text")));

            await().until(() -> analysis.leftBehind() == 0);
        }
    }

    @Test
    void anAnalyserThatAllocatesWithoutEndCostsItsLayerOnly() {
        try (GuardedAnalysis analysis = analysis(AT_LEISURE, this::allocatingForEver)) {
            checkOnlyPoisonedFailed(analysis.annotate(document("text")));
        }
    }

    @Test
    void anAnalyserThatHasAllocatedTooMuchBeforeAnyoneLookedCostsItsLayer() {
        try (GuardedAnalysis analysis = analysis(AT_LEISURE, document -> allocating(document, MEGABYTE))) {
            checkOnlyPoisonedFailed(analysis.annotate(document("text")));
            assertThat(readings).hasValue(1);
        }
    }

    @Test
    void aLongTextMayTakeMoreMemoryInProportion() {
        try (GuardedAnalysis analysis = analysis(AT_LEISURE, document -> allocating(document, 3 * MEGABYTE / 2))) {
            assertThat(analysis.annotate(document("t".repeat(CHARS_FOR_MEGABYTE)))
                            .coverage("poisoned"))
                    .isEqualTo(Coverage.FAILED);
            assertThat(analysis.annotate(document("t".repeat(2 * CHARS_FOR_MEGABYTE)))
                            .coverage("poisoned"))
                    .isEqualTo(Coverage.RAN);
        }
    }

    @Test
    void aTextThatComesAgainIsNotReadAgainByWhatItBreaks() {
        try (GuardedAnalysis analysis = analysis(AT_ONCE, this::forEver)) {
            analysis.annotate(document("text"));

            checkOnlyPoisonedFailed(analysis.annotate(document("text")));

            assertThat(readings).hasValue(1);
        }
    }

    @Test
    void enrichStopsBeforeTooManyThreadsRunForEver() {
        try (GuardedAnalysis analysis = analysis(AT_ONCE, this::forEver)) {
            for (int i = 0; i < GuardedAnalysis.MOST_LEFT_BEHIND; i++) {
                analysis.annotate(document("text " + i));
            }

            assertThatThrownBy(() -> analysis.annotate(document("one more")))
                    .isInstanceOf(EnrichStoppedException.class)
                    .hasMessageContaining("9 threads")
                    .hasMessageContaining("Start enrich again")
                    .hasMessageContaining("poisoned was still at work on a text of 8 chars after its 50 ms")
                    .hasCauseInstanceOf(AnalysisLimitException.class);
        }
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        try (GuardedAnalysis analysis = analysis(AT_LEISURE, this::untilInterrupted)) {
            Thread waiting = new Thread(() -> {
                try {
                    analysis.annotate(document("text"));
                } catch (InterruptException e) {
                    interrupted.countDown();
                }
            });
            waiting.start();
            await().until(() -> readings.get() == 1);

            waiting.interrupt();

            interrupted.await();
            await().until(() -> analysis.leftBehind() == 0);
        }
    }
}
