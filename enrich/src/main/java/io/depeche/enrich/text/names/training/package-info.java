// SPDX-License-Identifier: Apache-2.0
/**
 * Makes and measures the models of {@code io.depeche.enrich.text.names.tagger}. The same input and the same seed make
 * the same model, bit for bit: one thread, no clock, {@link java.lang.StrictMath} only.
 */
package io.depeche.enrich.text.names.training;
