// SPDX-License-Identifier: Apache-2.0
/** Sources: where statements are read from, as files, folders and standard input. */
package io.depeche.ingest.source;
