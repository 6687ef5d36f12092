package org.rapport.contracts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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
        CALL_ME_BACK,
        /** Somebody of the staff entered a person who phoned. */
        BY_PHONE,
        WAIT_LIST
    }

    /** What a person who phoned wants next. */
    enum Wish {
        CALL,
        CALL_BACK,
        QUESTIONNAIRE,
        NOTHING_YET
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
     * @param channels those the person agreed to; none if they want to be called only
     * @param wish absent on every path but {@link Path#BY_PHONE}
     */
    record InquiryReceived(
            UUID inquiryId,
            Path path,
            String language,
            String timeZone,
            String state,
            List<Channel> channels,
            @Nullable Wish wish,
            Instant receivedAt)
            implements BookingInquiries {}

    /**
     * Somebody who phoned, and wanted it no earlier, is to get the questionnaire now.
     *
     * @param language ISO 639-1 code
     */
    record QuestionnaireWanted(UUID inquiryId, String language, Instant wantedAt) implements BookingInquiries {}
}
