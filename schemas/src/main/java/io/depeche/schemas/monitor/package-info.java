// SPDX-License-Identifier: Apache-2.0
/** What the roles have in common in what they show of themselves: counts, Kafka's client metrics, obstacles. */
package io.depeche.schemas.monitor;
