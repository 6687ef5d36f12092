package org.rapport.notification.words;

/**
 * What is wrong with the words of a message.
 *
 * @param about the part that is wrong, as it stands there
 */
record WordFault(Code code, String about) {
    enum Code {
        MISSING,
        NO_SUBJECT,
        SUBJECT_IN_TEXT,
        UNKNOWN_VARIABLE,
        /** Brackets or braces that are none of what templates may use. */
        NOT_UNDERSTOOD,
        /** A condition that is not closed, or closed without being opened. */
        NOT_CLOSED,
        /** Tells what kind of practice this is, or of somebody's need. */
        FORBIDDEN_WORD,
        /** Asks for an answer, or has a word that ends texts. */
        INVITES_REPLY,
        TOO_LONG,
        CANNOT_BE_WRITTEN
    }

    @Override
    public String toString() {
        return code + (about.isEmpty() ? "" : " \"" + about + "\"");
    }
}
