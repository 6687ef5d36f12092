package org.rapport.booking.visitors.domain;

/** What has a limit. */
public enum Limited {
    /** Holding a time on a page. */
    HOLDS,
    /** Holding a time by the API, where no form tells a person from a program. */
    API_HOLDS,
    /** Sending who one is on a page: a booking, an inquiry. Each of them can end in a message to somebody. */
    SENDS,
    API_SENDS,
    /** Every other command: moves, cancellations, extensions, drafts. */
    CHANGES,
    READS,
    /** Messages that strangers can cause to one e-mail address or, where no mail goes, phone number. */
    MESSAGES,
    /** Calls and places that strangers can cause texts of to one phone number beside a mail. */
    TEXTS
}
