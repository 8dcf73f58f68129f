// SPDX-License-Identifier: Apache-2.0
/**
 * Cursors: what sources have seen, kept in ingest.cursors, written in one transaction with the statements that it covers,
 * and owned partition by partition by the members of a consumer group.
 */
package io.depeche.ingest.cursor;
