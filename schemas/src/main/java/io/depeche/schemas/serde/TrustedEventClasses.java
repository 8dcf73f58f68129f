// SPDX-License-Identifier: Apache-2.0
package io.depeche.schemas.serde;

import io.depeche.event.Span;
import org.apache.avro.Conversion;
import org.apache.avro.util.ClassSecurityValidator;

/**
 * Lets Avro make objects of the event classes: from 1.12.2 on it does so for trusted classes only, in readers and in
 * builders with default values alike.
 *
 * <p>Trust is one setting for the whole process, and has to be there before the first event, in whatever program uses
 * the events. Avro loads the conversions that the service loader finds before all else; as one of these, which converts
 * nothing, this class is there in time without a call or a system property. What others trust stays trusted.
 */
public final class TrustedEventClasses extends Conversion<Void> {

    private static final String PACKAGE = Span.class.getPackageName();

    static {
        ClassSecurityValidator.setGlobal(ClassSecurityValidator.composite(
                ClassSecurityValidator.getGlobal(),
                type -> type.getPackageName().equals(PACKAGE)));
    }

    @Override
    public Class<Void> getConvertedType() {
        return Void.class;
    }

    @Override
    public String getLogicalTypeName() {
        return "depeche-trusted-event-classes";
    }
}
