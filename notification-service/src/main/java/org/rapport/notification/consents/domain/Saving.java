package org.rapport.notification.consents.domain;

public enum Saving {
    SAVED,
    /** Somebody wrote first. */
    STALE
}
