// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.push;

import io.depeche.event.RawStatement;

/**
 * A statement that a format has read.
 *
 * @param place where it stood in the body
 */
record Taken(RawStatement statement, String place) {}
