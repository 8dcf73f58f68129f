// SPDX-License-Identifier: Apache-2.0
/** The speed of the analysers, with JMH, on press texts and on texts made to be slow. */
package io.depeche.bench.speed;
