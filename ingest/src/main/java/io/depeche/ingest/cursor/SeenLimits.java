// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.cursor;

import java.time.Duration;

/**
 * How much of the past is remembered of one source.
 *
 * @param retention how long after a source last had an item
 * @param items at most
 */
public record SeenLimits(Duration retention, int items) {}
