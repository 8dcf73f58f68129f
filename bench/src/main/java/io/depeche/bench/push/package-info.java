// SPDX-License-Identifier: Apache-2.0
/** How fast the push endpoint is, beside a plain producer. */
package io.depeche.bench.push;
