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

    String page(String path);
}
