// SPDX-License-Identifier: Apache-2.0
/** XML from strangers: the one place where parsers are made, so that no document fetches, expands or nests without end. */
package io.depeche.ingest.xml;
