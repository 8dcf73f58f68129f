// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.broker;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.kafka.common.Uuid;

/**
 * A node's place in its cluster.
 *
 * @param clusterId the same for all nodes; a directory that has been formatted keeps the one it has
 * @param controllerPorts of all nodes, by id
 */
record ClusterNode(int id, String clusterId, Map<Integer, Integer> controllerPorts) {

    private static final int ONLY = 1;

    /** A node that is a cluster by itself. */
    static ClusterNode alone(int controllerPort) {
        return new ClusterNode(ONLY, Uuid.randomUuid().toString(), Map.of(ONLY, controllerPort));
    }

    int controllerPort() {
        return controllerPorts.get(id);
    }

    /** As {@code controller.quorum.voters} has it. */
    String voters() {
        return new TreeMap<>(controllerPorts)
                .entrySet().stream()
                        .map(port -> port.getKey() + "@localhost:" + port.getValue())
                        .collect(Collectors.joining(","));
    }
}
