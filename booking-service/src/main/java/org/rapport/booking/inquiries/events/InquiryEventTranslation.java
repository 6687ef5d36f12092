package org.rapport.booking.inquiries.events;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryEvent;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.QuestionnaireWanted;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.PublishedEvent;

/** Leaves out whatever says who the person is. */
public final class InquiryEventTranslation {

    private InquiryEventTranslation() {}

    public static PublishedEvent published(InquiryEvent event) {
        return switch (event) {
            case InquiryReceived(Inquiry inquiry) -> received(inquiry);
            case QuestionnaireWanted(Inquiry inquiry, Instant wantedAt) ->
                new BookingInquiries.QuestionnaireWanted(
                        inquiry.id().value(), inquiry.person().language().code(), wantedAt);
        };
    }

    private static PublishedEvent received(Inquiry inquiry) {
        return new BookingInquiries.InquiryReceived(
                inquiry.id().value(),
                path(inquiry.path()),
                inquiry.person().language().code(),
                inquiry.person().zone().getId(),
                inquiry.person().state(),
                inquiry.person().channels().stream()
                        .sorted()
                        .map(InquiryEventTranslation::channel)
                        .toList(),
                wish(inquiry.entry()),
                inquiry.receivedAt());
    }

    private static BookingInquiries.Path path(InquiryPath path) {
        return switch (path) {
            case CALL_WITH_COORDINATOR -> BookingInquiries.Path.CALL_WITH_COORDINATOR;
            case CALL_WITH_THERAPIST -> BookingInquiries.Path.CALL_WITH_THERAPIST;
            case QUESTIONNAIRE_FIRST -> BookingInquiries.Path.QUESTIONNAIRE_FIRST;
            case CALL_ME_BACK -> BookingInquiries.Path.CALL_ME_BACK;
            case BY_PHONE -> BookingInquiries.Path.BY_PHONE;
            case WAIT_LIST -> BookingInquiries.Path.WAIT_LIST;
        };
    }

    private static BookingInquiries.@Nullable Wish wish(@Nullable PhoneEntry entry) {
        return entry == null
                ? null
                : switch (entry.wish()) {
                    case CALL -> BookingInquiries.Wish.CALL;
                    case CALL_BACK -> BookingInquiries.Wish.CALL_BACK;
                    case QUESTIONNAIRE -> BookingInquiries.Wish.QUESTIONNAIRE;
                    case NOTHING_YET -> BookingInquiries.Wish.NOTHING_YET;
                };
    }

    private static BookingInquiries.Channel channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> BookingInquiries.Channel.EMAIL;
            case SMS -> BookingInquiries.Channel.SMS;
        };
    }
}
