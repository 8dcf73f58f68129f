// SPDX-License-Identifier: Apache-2.0
/** Fetching from the web: politely, safely, and with an answer for whatever the other side does. */
package io.depeche.ingest.http;
