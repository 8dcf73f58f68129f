// SPDX-License-Identifier: Apache-2.0
/**
 * Feeds: RSS 0.90 to 2.0, RSS 1.0 (RDF), CDF, Atom 0.3 and 1.0, JSON Feed. Bytes in, a feed's items out; nothing is
 * fetched here and nothing remembered.
 */
package io.depeche.ingest.feed;
