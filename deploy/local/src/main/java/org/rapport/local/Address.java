package org.rapport.local;

import java.util.Optional;

/** The addresses a person may give in the environment; each replaces the embedded part of that name. */
enum Address {
    MONGODB_URI,
    KAFKA_BOOTSTRAP_SERVERS,
    SMTP_URL,
    SMS_URL,
    OIDC_ISSUER;

    /** A system property of the same name comes first, so that a test can give one. */
    Optional<String> given() {
        return Optional.ofNullable(System.getProperty(name()))
                .or(() -> Optional.ofNullable(System.getenv(name())))
                .filter(value -> !value.isBlank());
    }
}
