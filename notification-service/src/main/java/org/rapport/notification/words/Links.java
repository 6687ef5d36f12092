package org.rapport.notification.words;

import java.time.Instant;
import java.util.UUID;

/** Absolute addresses of the pages messages lead to. */
interface Links {
    String manageCall(UUID callId, Instant until);

    String intake(UUID inquiryId, Instant until);

    String page(String path);
}
