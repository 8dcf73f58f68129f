// SPDX-License-Identifier: Apache-2.0
package io.depeche.enrich.text.dates;

/** What stands first in a date in digits whose year is last. */
enum DateOrder {
    /** 31/12/2020 */
    DMY,
    /** 12/31/2020 */
    MDY,
    /** 2020/12/31; where the year is last, the day is first */
    YMD
}
