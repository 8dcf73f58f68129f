// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.container;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;

/** Whether containers can be started here. */
final class Docker {

    private Docker() {}

    /** Skips the test, and says why, where no engine answers. */
    static void require() {
        assumeTrue(answers(), "container tests are skipped: no Docker engine answers (docker version)");
    }

    private static boolean answers() {
        try {
            return new ProcessBuilder("docker", "version")
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
