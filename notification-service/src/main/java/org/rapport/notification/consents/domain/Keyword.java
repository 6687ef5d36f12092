package org.rapport.notification.consents.domain;

/** What a text that came in asks for. */
public enum Keyword {
    STOP,
    START,
    HELP,
    /** None of these; nobody reads it. */
    OTHER
}
