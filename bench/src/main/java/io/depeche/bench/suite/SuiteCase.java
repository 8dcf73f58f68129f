// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

import java.util.List;

/**
 * One case of the suite.
 *
 * @param input the text
 * @param referenceDate day or time that dates are relative to, in ISO 8601, or null
 * @param expected what is to be found, in order
 */
record SuiteCase(String input, String referenceDate, List<Expected> expected) {}
