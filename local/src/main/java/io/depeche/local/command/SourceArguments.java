// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.command;

import io.depeche.ingest.source.Source;
import io.depeche.ingest.source.Sources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Sources as they are named on the command line: files, folders, and - for standard input. */
final class SourceArguments {

    private static final String STANDARD_INPUT = "-";

    private SourceArguments() {}

    /**
     * @param watch whether folders are watched; else they are read once
     * @throws CommandFailed where one is not there
     */
    static List<Source> parse(List<String> arguments, boolean watch, Sources sources) throws CommandFailed {
        List<Path> paths = arguments.stream()
                .filter(argument -> !argument.equals(STANDARD_INPUT))
                .map(Path::of)
                .toList();
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new CommandFailed("there is no file or folder " + path);
            }
        }
        List<Source> parsed = new ArrayList<>(sources.of(paths, watch));
        if (arguments.contains(STANDARD_INPUT)) {
            parsed.add(sources.standardInput(System.in));
        }
        return parsed;
    }
}
