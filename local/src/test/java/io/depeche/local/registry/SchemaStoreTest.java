// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.schemaregistry.client.rest.entities.requests.RegisterSchemaRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SchemaStoreTest {
    private static final int THREADS = 4;
    private static final int ROUNDS = 500;

    private static RegisterSchemaRequest fixedBytes(int size) {
        RegisterSchemaRequest request = new RegisterSchemaRequest();
        request.setSchema("{\"type\":\"fixed\",\"name\":\"Hash\",\"size\":%d}".formatted(size));
        return request;
    }

    @Test
    void idsAreGivenOnceAndWithoutGapsHoweverManyRegisterAtOnce() throws Exception {
        // Given
        SchemaStore store = SchemaStore.open(Optional.empty());
        CyclicBarrier together = new CyclicBarrier(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            // When: every thread registers the same schema in each round, under a subject of the round
            List<Future<List<Integer>>> idsOfThreads = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                idsOfThreads.add(threads.submit(() -> {
                    List<Integer> ids = new ArrayList<>();
                    for (int round = 1; round <= ROUNDS; round++) {
                        together.await(30, TimeUnit.SECONDS);
                        ids.add(store.register("subject-" + round, fixedBytes(round), false));
                    }
                    return ids;
                }));
            }

            // Then
            List<Integer> expected = new ArrayList<>();
            for (int round = 1; round <= ROUNDS; round++) {
                expected.add(round);
            }
            for (Future<List<Integer>> ids : idsOfThreads) {
                assertThat(ids.get()).isEqualTo(expected);
            }
            assertThat(store.versions("subject-" + ROUNDS)).containsExactly(1);
        } finally {
            threads.shutdownNow();
            store.close();
        }
    }
}
