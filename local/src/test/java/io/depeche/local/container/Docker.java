// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.testcontainers.DockerClientFactory;

/** Whether containers can be started here. */
final class Docker {

    private Docker() {}

    /** Skips the test, and says why, where no engine answers. */
    static void require() {
        assumeTrue(
                DockerClientFactory.instance().isDockerAvailable(),
                "container tests are skipped: no Docker engine answers here");
    }
}
