// SPDX-License-Identifier: Apache-2.0
/**
 * Formats: bytes in, statements, refusals and notices out. Chosen by content, never by a name's ending.
 */
package io.depeche.ingest.format;
