// SPDX-License-Identifier: Apache-2.0
package io.depeche.bench.suite;

/**
 * One reading of a date, as the suite gives it.
 *
 * @param timex the suite's variant of TIMEX3, with {@code (start,end,length)} for periods; or null
 * @param value the date, time or length that it comes to, or null
 * @param start start of the period that it comes to, or null
 * @param end end of that period, not a part of it, or null
 */
record Candidate(String timex, String value, String start, String end) {}
