// SPDX-License-Identifier: Apache-2.0
/** Pages of the web: the article in an HTML document, read and never rendered. */
package io.depeche.ingest.page;
