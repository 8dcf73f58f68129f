// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ThreadEndTest {

    private static final Duration LONG = Duration.ofMinutes(10);
    private static final Duration SHORT = Duration.ofMillis(1);

    private final CountDownLatch open = new CountDownLatch(1);

    @AfterEach
    void open() {
        open.countDown();
    }

    @Test
    void waitsForAnEndOfItsOwn() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread thread = start(interrupted::countDown);
        open.countDown();

        assertThat(new ThreadEnd(LONG, SHORT).await(thread)).isTrue();
        assertThat(interrupted.getCount()).isEqualTo(1);
    }

    @Test
    void interruptsWhatDoesNotEnd() {
        CountDownLatch interrupted = new CountDownLatch(1);
        Thread thread = start(interrupted::countDown);

        assertThat(new ThreadEnd(SHORT, LONG).await(thread)).isTrue();
        assertThat(interrupted.getCount()).isZero();
    }

    @Test
    void waitsNoLongerWhereItIsInterruptedItself() {
        Thread thread = start(() -> {});
        Thread.currentThread().interrupt();

        new ThreadEnd(LONG, LONG).await(thread);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(new ThreadEnd(LONG, LONG).await(thread)).isTrue();
    }

    @Test
    void whatWasNeverStartedHasEnded() {
        assertThat(new ThreadEnd(LONG, LONG).await(new Thread(() -> {}))).isTrue();
    }

    private Thread start(Runnable whereInterrupted) {
        Thread thread = new Thread(() -> {
            try {
                open.await();
            } catch (InterruptedException e) {
                whereInterrupted.run();
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
