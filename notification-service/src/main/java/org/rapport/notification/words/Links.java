package org.rapport.notification.words;

import java.time.Instant;
import java.util.UUID;

/** Absolute addresses of the pages messages lead to. */
interface Links {
    /** @param end of the call */
    String manageCall(UUID callId, Instant end);

    /** @param until when the call lapses if nobody confirms it */
    String confirmCall(UUID callId, Instant until);

    /** @param until as intake-service said when it sent the questionnaire */
    String intake(UUID inquiryId, Instant until);

    /** @param lastDay the end of the last day the person waits for */
    String waitList(UUID waiterId, Instant lastDay);

    /**
     * @param number of the question
     * @param until as matching-service said when it asked
     */
    String choice(UUID inquiryId, int number, Instant until);

    /**
     * @param number of the question
     * @param until as matching-service said when it asked
     */
    String fitCheck(UUID inquiryId, int number, Instant until);

    /** @param sentAt when the mail it stands in is written */
    String preferences(UUID inquiryId, Instant sentAt);

    String page(String path);
}
