// SPDX-License-Identifier: Apache-2.0
/** HTTP push: statements that clients post, answered when Kafka has them. */
package io.depeche.ingest.push;
