package org.rapport.contracts;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * Signed links to a client's own pages, which one service opens and others write too: what they are for, where, how long. The
 * path stands in mails and on lock screens, so it does not say what kind of practice this is.
 */
public enum ClientLink {
    /** See, move and cancel a call; the subject is the call's id. Counts from the end of the call. */
    MANAGE_CALL("manage-call", "/calls/", Duration.ofDays(30)),
    /** Confirm a call that is not booked before; the subject is the call's id. Counts from the end of the time to do so, to say what became of it. */
    CONFIRM_CALL("confirm-call", "/calls/confirm/", Duration.ofDays(30)),
    /** Fill in the questionnaire; the subject is the inquiry's id. Counts from when the person came or was sent it. */
    INTAKE("intake", "/intake/", Duration.ofDays(30)),
    /** See one's place on the wait list and leave it; the subject is the waiter's id. Counts from the last day waited for. */
    WAIT_LIST("wait-list", "/wait-list/", Duration.ofDays(30)),
    /** Choose how to be reached; the subject is the inquiry's id. Counts from the mail it stands in. */
    PREFERENCES("preferences", "/preferences/", Duration.ofDays(180)),
    /** Choose among therapists; the subject is that of a {@link #question}. Ends with the question. */
    CHOOSE_THERAPIST("choose-therapist", "/choice/", Duration.ZERO),
    /** Say how it is with one's therapist; the subject is that of a {@link #question}. Ends with the question. */
    FIT_CHECK("fit-check", "/fit/", Duration.ZERO);

    private final String purpose;
    private final String path;
    private final Duration validFor;

    ClientLink(String purpose, String path, Duration validFor) {
        this.purpose = purpose;
        this.path = path;
        this.validFor = validFor;
    }

    /** Signed with the token, so that a link for one thing opens nothing else. */
    public String purpose() {
        return purpose;
    }

    /** The path of the page, without scheme and host. */
    public String path(String token) {
        return path + token;
    }

    public Duration validFor() {
        return validFor;
    }

    /** The subject of a link to one of the questions a person is asked: the next question's link is another. */
    public static String question(UUID inquiryId, int number) {
        return inquiryId + "|" + number;
    }

    /** The first instant at which the link is no longer valid. */
    public Instant validUntil(Instant since) {
        return since.plus(validFor);
    }
}
