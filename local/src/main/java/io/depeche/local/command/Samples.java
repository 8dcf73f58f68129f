// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import java.nio.file.Files;
import java.nio.file.Path;

/** The sample statements that come with Depeche. */
final class Samples {

    private static final String HOME = "depeche.home";

    private Samples() {}

    /**
     * The folder, as it lies beside the launcher.
     *
     * @throws CommandFailed where it is not there
     */
    static Path folder() throws CommandFailed {
        Path folder = Path.of(System.getProperty(HOME, ".")).resolve("samples");
        if (!Files.isDirectory(folder)) {
            throw new CommandFailed("the samples are not at " + folder.toAbsolutePath()
                    + ": name a file or folder to feed, or start with the launcher ./depeche");
        }
        return folder;
    }
}
