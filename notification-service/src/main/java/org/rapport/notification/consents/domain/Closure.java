package org.rapport.notification.consents.domain;

import org.rapport.notification.messages.domain.Suppression;

/** Why nothing goes to an address any more. */
public enum Closure {
    /** A text said so; another one opens it. */
    STOPPED(Suppression.TEXTS_STOPPED),
    BOUNCED(Suppression.ADDRESS_BOUNCED),
    COMPLAINED(Suppression.ADDRESS_COMPLAINED);

    private final Suppression suppression;

    Closure(Suppression suppression) {
        this.suppression = suppression;
    }

    public Suppression suppression() {
        return suppression;
    }
}
