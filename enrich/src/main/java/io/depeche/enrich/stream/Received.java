// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RawStatement;

/**
 * A statement, and what it was read from.
 *
 * @param statement as it was read
 * @param bytes the record's value
 */
record Received(RawStatement statement, byte[] bytes) {}
