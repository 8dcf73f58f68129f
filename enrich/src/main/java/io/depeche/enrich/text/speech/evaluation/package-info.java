// SPDX-License-Identifier: Apache-2.0
/** Holds what is found of who said what against statements that were annotated by hand. */
package io.depeche.enrich.text.speech.evaluation;
