package org.rapport.notification.messages.domain;

public enum Saving {
    SAVED,
    /** Somebody wrote first, or a message of this id is already there. */
    STALE
}
