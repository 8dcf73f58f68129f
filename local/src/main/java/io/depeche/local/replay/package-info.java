// SPDX-License-Identifier: Apache-2.0
/** Dead letters for operators: what there is and why, and sending it back, once. */
package io.depeche.local.replay;
