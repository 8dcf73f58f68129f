// SPDX-License-Identifier: Apache-2.0
/**
 * Our names beside those of Stanford CoreNLP. CoreNLP is GPL: this is built with the Maven profile {@code peers} only,
 * into a folder of its own, and is never shipped.
 */
package io.depeche.bench.peers;
