// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import io.depeche.enrich.text.AnalysisObserver;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long each analyser runs: {@code depeche.enrich.analyser} by {@code layer}. Thread-safe. */
final class AnalyserTimes implements AnalysisObserver {

    private static final Duration[] BOUNDS = {
        Duration.ofNanos(100_000),
        Duration.ofMillis(1),
        Duration.ofMillis(10),
        Duration.ofMillis(100),
        Duration.ofSeconds(1),
        Duration.ofSeconds(10)
    };

    private final MeterRegistry registry;
    private final Map<String, Timer> timers = new ConcurrentHashMap<>();

    AnalyserTimes(MeterRegistry registry) {
        this.registry = registry;
    }

    @Override
    public Runnable begins(String layer) {
        Timer.Sample sample = Timer.start(registry);
        return () -> sample.stop(timers.computeIfAbsent(layer, this::timer));
    }

    private Timer timer(String layer) {
        return Timer.builder("depeche.enrich.analyser")
                .description("Time that an analyser took for a text or a passage, by the layer that it makes.")
                .tag("layer", layer)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
