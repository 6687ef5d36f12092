package org.rapport.booking.inquiries.events;

import org.rapport.booking.inquiries.domain.Channel;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.PublishedEvent;

/** Leaves out whatever says who the person is. */
public final class InquiryEventTranslation {

    private InquiryEventTranslation() {}

    public static PublishedEvent published(InquiryReceived event) {
        Inquiry inquiry = event.inquiry();
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
                inquiry.receivedAt());
    }

    private static BookingInquiries.Path path(InquiryPath path) {
        return switch (path) {
            case CALL_WITH_COORDINATOR -> BookingInquiries.Path.CALL_WITH_COORDINATOR;
            case CALL_WITH_THERAPIST -> BookingInquiries.Path.CALL_WITH_THERAPIST;
            case QUESTIONNAIRE_FIRST -> BookingInquiries.Path.QUESTIONNAIRE_FIRST;
            case CALL_ME_BACK -> BookingInquiries.Path.CALL_ME_BACK;
            case WAIT_LIST -> BookingInquiries.Path.WAIT_LIST;
        };
    }

    private static BookingInquiries.Channel channel(Channel channel) {
        return switch (channel) {
            case EMAIL -> BookingInquiries.Channel.EMAIL;
            case SMS -> BookingInquiries.Channel.SMS;
        };
    }
}
