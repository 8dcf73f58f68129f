// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LifeSignTest {

    @TempDir
    Path folder;

    @Test
    void isThereAfterAProcessThatTookItNotAway() {
        Path file = folder.resolve("state/of/enrich.running");
        assertThat(new LifeSign(file).isLeftBehind()).isFalse();

        new LifeSign(file).leave();
        assertThat(new LifeSign(file).isLeftBehind()).isTrue();

        new LifeSign(file).takeAway();
        assertThat(new LifeSign(file).isLeftBehind()).isFalse();
    }
}
