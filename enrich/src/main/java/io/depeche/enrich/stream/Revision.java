// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.stream;

import io.depeche.event.RevisionState;

/**
 * A revision on its way out.
 *
 * @param event what subscribers get: first as a record, then as bytes
 * @param state what is to be remembered of it once it is passed on
 */
record Revision<T>(T event, RevisionState state) {}
