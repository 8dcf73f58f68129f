// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

import java.util.List;
import java.util.Map;

/**
 * What a route is asked.
 *
 * @param parameters the parts of the path that the route leaves open, decoded, in order
 * @param query the parameters after the question mark, decoded; of several with a name the last one
 * @param body the bytes of the request, none if it has no body
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared and never changed: it is read once.
record Request(List<String> parameters, Map<String, String> query, byte[] body) {
    String parameter(int index) {
        return parameters.get(index);
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(query.get(name));
    }
}
