// SPDX-License-Identifier: Apache-2.0
/**
 * What news agencies send, as the International Press Telecommunications Council (IPTC) has standardised it:
 * NewsML-G2, NITF, ninjs and IPTC 7901.
 *
 * <p>An item becomes a statement with what the wire says of it; one that is no text (a picture, an event, a concept) is
 * left out with a notice; an embargo is passed on with the statement, which enrich holds until then, and one without an end
 * is refused.
 */
package io.depeche.ingest.format.wire;
