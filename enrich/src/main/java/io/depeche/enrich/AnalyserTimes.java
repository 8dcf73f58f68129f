// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import io.depeche.enrich.text.Analysed;
import io.depeche.enrich.text.Analyser;
import io.depeche.enrich.text.AnalyserRunner;
import io.depeche.enrich.text.Document;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How long each analyser runs: {@code depeche.enrich.analyser} by {@code layer}. Thread-safe. */
final class AnalyserTimes implements AnalyserRunner {

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
    public <T> Analysed<T> run(Analyser<T> analyser, Document document) {
        Timer.Sample sample = Timer.start(registry);
        try {
            return analyser.analyse(document);
        } finally {
            sample.stop(timers.computeIfAbsent(analyser.layer().name(), this::timer));
        }
    }

    private Timer timer(String layer) {
        return Timer.builder("depeche.enrich.analyser")
                .description("Time that an analyser took for a text or a passage, by the layer that it makes.")
                .tag("layer", layer)
                .serviceLevelObjectives(BOUNDS)
                .register(registry);
    }
}
