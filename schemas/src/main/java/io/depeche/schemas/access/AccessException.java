// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.access;

import org.apache.kafka.common.KafkaException;

/** Kafka does not let us in, or not do what we have to: the message says which right or setting it takes. */
public final class AccessException extends KafkaException {

    private static final long serialVersionUID = 1L;

    /** @param cause what Kafka answered; null where it was asked which rights there are */
    public AccessException(String message, Throwable cause) {
        super(message, cause);
    }
}
