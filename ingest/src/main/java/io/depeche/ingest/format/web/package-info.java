// SPDX-License-Identifier: Apache-2.0
/** HTML and Markdown as a reader sees them: text, without anything being rendered, fetched or run. */
package io.depeche.ingest.format.web;
