// SPDX-License-Identifier: Apache-2.0
package io.depeche.sink;

import org.apache.kafka.common.KafkaException;

/** The sink can't go on until a person has done something; the message says what. */
public final class DeliveryStoppedException extends KafkaException {

    private static final long serialVersionUID = 1L;

    DeliveryStoppedException(String message, Throwable cause) {
        super(message, cause);
    }
}
