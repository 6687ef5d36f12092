package org.rapport.booking.calls.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.schedule;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Arrangement;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallEvent.CallBooked;
import org.rapport.booking.calls.domain.CallEvent.CallCancelled;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryReceived;
import org.rapport.booking.inquiries.domain.PhoneEntry;
import org.rapport.booking.inquiries.domain.QuestionnaireWanted;
import org.rapport.booking.inquiries.domain.Wish;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.Received;

@DisplayNameGeneration(ReplaceUnderscores.class)
class QuestionnaireWithCallTest {

    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final QuestionnaireWithCall questionnaire = new QuestionnaireWithCall(inquiries);

    @Test
    void who_wanted_to_be_called_back_gets_the_questionnaire_with_the_call_and_once() {
        Call call = called(Wish.CALL_BACK);
        CallBooked booked = new CallBooked(call, NOW);
        hears(booked);
        hears(booked);
        assertThat(inquiries.events()).hasSize(2).last().isInstanceOf(QuestionnaireWanted.class);
    }

    @Test
    void who_wanted_a_call_was_sent_it_already_and_a_call_that_goes_sends_nothing() {
        hears(new CallBooked(called(Wish.CALL), NOW));
        Call other = called(Wish.CALL_BACK);
        hears(new CallCancelled(other, CancelReason.NO_LONGER_NEEDED, NOW));
        assertThat(inquiries.events())
                .hasOnlyElementsOfType(InquiryReceived.class)
                .hasSize(2);
    }

    /** A call that staff arranged for somebody who phoned. */
    private Call called(Wish wish) {
        int number = inquiries.events().size() + 1;
        Inquiry caller = new Inquiry(inquiryId(number), person("Alex"), NOW, new PhoneEntry(MAYA.value(), wish));
        inquiries.add(caller, new InquiryReceived(caller));
        return Arrangement.of(
                        new CallId(new UUID(9, number)),
                        caller,
                        schedule(coordinator(MAYA, "Maya", everyDay("09:00", "17:00"))),
                        NOW.plusSeconds(86_400),
                        NOW)
                .call();
    }

    private void hears(CallEvent event) {
        BookingCalls news = (BookingCalls) CallEventTranslation.published(event);
        questionnaire.on(new Received<>("id", news.callId().toString(), 1, NOW, news));
    }
}
