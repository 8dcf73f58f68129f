// SPDX-License-Identifier: Apache-2.0
/**
 * A statistical tagger of names: a linear-chain conditional random field over hashed features, kept in flat tables.
 *
 * <p>Models are files ({@link io.depeche.enrich.text.names.tagger.ModelFile}); what they are made by is in
 * {@code io.depeche.enrich.text.names.training}.
 */
package io.depeche.enrich.text.names.tagger;
