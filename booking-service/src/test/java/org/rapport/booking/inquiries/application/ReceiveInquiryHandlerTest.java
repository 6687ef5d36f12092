package org.rapport.booking.inquiries.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.inquiries.domain.InquiryPath;
import org.rapport.booking.inquiries.domain.ReceiptDecision;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ReceiveInquiryHandlerTest {

    private final InMemoryInquiries inquiries = new InMemoryInquiries();
    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00.123456Z");
    private final ReceiveInquiryHandler handler = new ReceiveInquiryHandler(inquiries, clock);

    @Test
    void a_request_sent_twice_makes_one_inquiry_and_one_answer() {
        ReceiptDecision first = handler.handle(callMe("Alex"));
        clock.advance(Duration.ofSeconds(3));
        assertThat(handler.handle(callMe("Alex"))).isEqualTo(first);
        assertThat(inquiries.events()).hasSize(1);
        assertThat(inquiries.find(inquiryId(1)).orElseThrow().receivedAt())
                .isEqualTo(Instant.parse("2027-01-11T15:00:00.123Z"));
    }

    @Test
    void the_id_of_a_request_is_not_used_for_somebody_else() {
        handler.handle(callMe("Alex"));
        assertThat(handler.handle(callMe("Robin"))).isInstanceOf(ReceiptDecision.Refused.class);
        assertThat(inquiries.find(inquiryId(1)).orElseThrow().person().name()).isEqualTo("Alex");
    }

    private static ReceiveInquiry callMe(String name) {
        return new ReceiveInquiry(inquiryId(1), InquiryPath.CALL_ME_BACK, person(name));
    }
}
