// SPDX-License-Identifier: Apache-2.0
package io.depeche.local.registry;

/**
 * A request that is answered with an error, under the codes of Confluent's API: an HTTP status, or one followed by two
 * digits that say more.
 */
final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int errorCode;

    RegistryException(int errorCode, String message) {
        super(message);
        this.errorCode = errorCode;
    }

    RegistryException(int errorCode, String message, Throwable cause) {
        super(message, cause);
        this.errorCode = errorCode;
    }

    static RegistryException subjectNotFound(String subject) {
        return new RegistryException(40401, "Subject '%s' not found.".formatted(subject));
    }

    static RegistryException versionNotFound(int version) {
        return new RegistryException(40402, "Version %d not found.".formatted(version));
    }

    static RegistryException schemaNotFound() {
        return new RegistryException(40403, "Schema not found");
    }

    static RegistryException schemaNotFound(int id) {
        return new RegistryException(40403, "Schema %d not found".formatted(id));
    }

    static RegistryException invalidSchema(String details) {
        return new RegistryException(42201, "Invalid schema: " + details);
    }

    static RegistryException invalidVersion(String version) {
        return new RegistryException(
                42202,
                "The specified version '%s' is not a valid version id. Allowed values are between [1, 2^31-1] and the string \"latest\""
                        .formatted(version));
    }

    int errorCode() {
        return errorCode;
    }

    int status() {
        return errorCode < 1_000 ? errorCode : errorCode / 100;
    }
}
