package org.rapport.notification.messages.domain;

/** What a client is written to for; they choose the channels of each. */
public enum Purpose {
    /** That a call is booked, moved, cancelled or was missed. */
    CALLS,
    REMINDERS,
    QUESTIONNAIRE,
    /** The wait list, and who was found. */
    NEWS
}
