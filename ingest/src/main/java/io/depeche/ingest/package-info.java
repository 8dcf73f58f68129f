// SPDX-License-Identifier: Apache-2.0
/** The role {@code ingest}: reads sources in their formats and publishes their statements to {@code statements.raw}. */
package io.depeche.ingest;
