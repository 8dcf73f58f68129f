// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry refuses a schema because it does not fit the subject's earlier versions. */
public final class IncompatibleSchemaException extends SerializationException {

    private static final long serialVersionUID = 1L;

    private final String subject;

    IncompatibleSchemaException(String subject, String difference, Throwable cause) {
        super(
                "the schema registry refuses the schema of subject " + subject + ": " + difference
                        + ". Another version of Depeche wrote there: use a version whose schemas fit, another"
                        + " topic.prefix, or change the subject's compatibility level in the registry",
                cause);
        this.subject = subject;
    }

    /** The subject whose earlier versions the schema does not fit. */
    public String subject() {
        return subject;
    }
}
