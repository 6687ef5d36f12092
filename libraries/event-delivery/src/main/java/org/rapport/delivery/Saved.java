package org.rapport.delivery;

/** What became of a conditional write. */
public enum Saved {
    SAVED,
    /** Somebody wrote first, or the document to insert is already there: load and decide again. */
    STALE,
    /** Another document holds one of the claims. */
    TAKEN
}
