// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text;

/** How speech is reported. */
public enum AttributionForm {
    /** In quotation marks. */
    DIRECT,
    /** Reported. */
    INDIRECT,
    /** Reported, with quoted parts. */
    MIXED
}
