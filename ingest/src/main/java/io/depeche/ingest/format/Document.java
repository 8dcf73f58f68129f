// SPDX-License-Identifier: Apache-2.0
package io.depeche.ingest.format;

/**
 * What is known of a run of bytes before they are read.
 *
 * @param source id of the source
 * @param place what to call it in messages, and where it was fetched from: the path as given, {@code stdin}
 * @param itemId the source's own id of it, as a file's path in its folder with {@code /} between the names; null where
 *     it has none
 */
public record Document(String source, String place, String itemId) {}
