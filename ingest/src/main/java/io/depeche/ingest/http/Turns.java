// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One request at a time for each host, in the order in which they were asked for, with a pause between them.
 * Thread-safe. A host that nobody asks for is forgotten.
 */
final class Turns {

    private final long pause;
    private final Map<String, Host> hosts = new HashMap<>();

    Turns(Duration pause) {
        this.pause = pause.toNanos();
    }

    /** Waits for the host's turn, which lasts until it is closed. */
    Turn take(String name) throws InterruptedException {
        Host host = enter(name);
        boolean taken = false;
        try {
            host.free.acquire();
            try {
                TimeUnit.NANOSECONDS.sleep(pauseLeft(host));
                taken = true;
            } finally {
                if (!taken) {
                    host.free.release();
                }
            }
        } finally {
            if (!taken) {
                leave(host);
            }
        }
        return new Turn(host);
    }

    private synchronized Host enter(String name) {
        long now = System.nanoTime();
        hosts.values().removeIf(host -> host.users == 0 && (!host.asked || now - host.last >= pause));
        Host host = hosts.computeIfAbsent(name, unknown -> new Host());
        host.users++;
        return host;
    }

    private synchronized void leave(Host host) {
        host.users--;
    }

    private synchronized long pauseLeft(Host host) {
        return host.asked ? Math.max(0, pause - (System.nanoTime() - host.last)) : 0;
    }

    private synchronized void end(Host host) {
        host.asked = true;
        host.last = System.nanoTime();
        host.users--;
    }

    synchronized int hosts() {
        return hosts.size();
    }

    /** All but the semaphore is guarded by the turns' lock. */
    private static final class Host {
        private final Semaphore free = new Semaphore(1, true);
        private int users;
        private boolean asked;
        private long last;
    }

    /** The right to ask a host. */
    final class Turn implements AutoCloseable {

        private final Host host;

        private Turn(Host host) {
            this.host = host;
        }

        @Override
        public void close() {
            end(host);
            host.free.release();
        }
    }
}
