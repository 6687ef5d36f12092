package org.rapport.booking.inquiries.domain;

/** How adding an inquiry went. */
public enum Saving {
    SAVED,
    /** An inquiry with that id is there already. */
    STALE
}
