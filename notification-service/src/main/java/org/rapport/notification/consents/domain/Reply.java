package org.rapport.notification.consents.domain;

/** What is answered to a text that came in. */
public enum Reply {
    STOPPED,
    STARTED,
    HELP,
    /** That nobody reads texts here, and where help is. */
    UNREAD,
    NONE
}
