// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One method on one path of the API.
 *
 * @param method an HTTP method
 * @param path the parts of the path; {@code {}} stands for any one
 * @param action answers with the text of the response
 */
record Route(String method, List<String> path, Action action) {
    private static final String ANY = "{}";

    /** Answers a request. */
    @FunctionalInterface
    interface Action {
        String answer(Request request) throws IOException;
    }

    static Route of(String method, String path, Action action) {
        return new Route(method, parts(path), action);
    }

    /** The parts of a path between its slashes; one at the end changes nothing. */
    static List<String> parts(String path) {
        return path.equals("/") ? List.of() : List.of(path.substring(1).split("/"));
    }

    /** What stands in the open places of this route, or empty if the path is another one. */
    Optional<List<String>> match(List<String> actual) {
        if (actual.size() != path.size()) {
            return Optional.empty();
        }
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (path.get(i).equals(ANY)) {
                if (actual.get(i).isEmpty()) {
                    return Optional.empty();
                }
                parameters.add(actual.get(i));
            } else if (!path.get(i).equals(actual.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(parameters);
    }
}
