// SPDX-License-Identifier: Apache-2.0
/** Archives of documents, read in memory: nothing is unpacked to a disk. */
package io.depeche.ingest.format.archive;
