// SPDX-License-Identifier: Apache-2.0
/**
 * Who said what: cues, sources and quotation marks, with the speaker and the content of each. What a language says it by is
 * in its file.
 */
package io.depeche.enrich.text.speech;
