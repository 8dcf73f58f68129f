// SPDX-License-Identifier: Apache-2.0
/** The score on the cases of a public suite: what it expects, what was found, and which of it counts as the same. */
package io.depeche.bench.suite;
