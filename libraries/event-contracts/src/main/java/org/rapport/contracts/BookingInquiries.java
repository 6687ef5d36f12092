package org.rapport.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Topic {@value Topics#BOOKING_INQUIRIES}: people who came to the practice. */
public sealed interface BookingInquiries extends PublishedEvent {

    UUID inquiryId();

    @Override
    default UUID key() {
        return inquiryId();
    }

    /** By which door the person came in. */
    enum Path {
        CALL_WITH_COORDINATOR,
        CALL_WITH_THERAPIST,
        QUESTIONNAIRE_FIRST,
        CALL_ME_BACK
    }

    /** How the person may be reached. */
    enum Channel {
        EMAIL,
        SMS
    }

    /**
     * @param language ISO 639-1 code
     * @param timeZone IANA id of the person's zone
     * @param state USPS code of the state where the person is now
     * @param channels those the person agreed to
     */
    record InquiryReceived(
            UUID inquiryId,
            Path path,
            String language,
            String timeZone,
            String state,
            List<Channel> channels,
            Instant receivedAt)
            implements BookingInquiries {}
}
