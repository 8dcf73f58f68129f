// SPDX-License-Identifier: Apache-2.0
/** Publishing: statements to their topic, and what became of each to whoever listens. */
package io.depeche.ingest.publish;
