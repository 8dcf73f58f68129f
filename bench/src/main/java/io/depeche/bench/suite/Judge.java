// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import io.depeche.enrich.text.Annotations;

/** Holds what was found in a text against what the suite expects. */
interface Judge {

    /** Judges one case. */
    Verdict judge(SuiteCase suiteCase, Annotations found);
}
