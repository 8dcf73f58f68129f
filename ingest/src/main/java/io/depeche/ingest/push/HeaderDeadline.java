// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.handler.EventsHandler;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Closes connections on which no whole request header has come for too long. An idle timeout is not enough, as a client
 * that sends a byte now and then is never idle. Thread-safe.
 */
final class HeaderDeadline extends EventsHandler implements Connection.Listener {

    private static final int LOOKS = 4;

    private final long timeoutNanos;
    private final Map<Connection, Long> waiting = new ConcurrentHashMap<>();

    HeaderDeadline(Duration timeout) {
        this.timeoutNanos = timeout.toNanos();
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        schedule(getServer().getScheduler());
    }

    @Override
    public void onOpened(Connection connection) {
        waiting.put(connection, System.nanoTime());
    }

    @Override
    public void onClosed(Connection connection) {
        waiting.remove(connection);
    }

    @Override
    protected void onBeforeHandling(Request request) {
        waiting.remove(request.getConnectionMetaData().getConnection());
    }

    @Override
    protected void onComplete(Request request, int status, HttpFields headers, Throwable failure) {
        waiting.put(request.getConnectionMetaData().getConnection(), System.nanoTime());
    }

    private void schedule(Scheduler scheduler) {
        scheduler.schedule(
                () -> {
                    closeLate();
                    if (isStarted() || isStarting()) {
                        schedule(scheduler);
                    }
                },
                Math.max(1, timeoutNanos / LOOKS),
                TimeUnit.NANOSECONDS);
    }

    private void closeLate() {
        long now = System.nanoTime();
        waiting.forEach((connection, since) -> {
            if (now - since > timeoutNanos && waiting.remove(connection, since)) {
                connection.getEndPoint().close();
            }
        });
    }
}
