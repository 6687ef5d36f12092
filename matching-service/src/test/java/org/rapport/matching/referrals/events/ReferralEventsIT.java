package org.rapport.matching.referrals.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingInquiries;
import org.rapport.contracts.PublishedEvent;
import org.rapport.delivery.Change;
import org.rapport.delivery.DocumentStore;
import org.rapport.delivery.Documents;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.OfferState;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Stories;

@DisplayNameGeneration(ReplaceUnderscores.class)
public class ReferralEventsIT extends RunningMatching {
    /** Public, as the record codec wants it. */
    public record Probe(String name) {}

    @Test
    void what_booking_publishes_opens_a_referral_and_gives_it_an_owner() {
        UUID inquiry = UUID.randomUUID();
        UUID call = UUID.randomUUID();
        Instant start = Stories.MONDAY.plusSeconds(86_400);
        publish(
                call,
                new BookingCalls.CallBooked(
                        call,
                        inquiry,
                        MAYA.id(),
                        BookingCalls.HostRole.COORDINATOR,
                        start,
                        start.plusSeconds(1_200),
                        "America/Chicago",
                        "America/Chicago",
                        0,
                        Stories.MONDAY));
        publish(
                inquiry,
                new BookingInquiries.InquiryReceived(
                        inquiry,
                        BookingInquiries.Path.CALL_WITH_COORDINATOR,
                        "en",
                        "America/Chicago",
                        "IL",
                        List.of(BookingInquiries.Channel.EMAIL),
                        null,
                        Stories.MONDAY));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(referrals().find(inquiry))
                        .get()
                        .extracting(Referral::owner, Referral::state)
                        .containsExactly(MAYA.id(), ReferralState.OPEN));
    }

    @Test
    void an_offer_nobody_answers_lapses_by_itself_when_its_time_has_come() {
        UUID inquiry = offeredToGrace("Jordan");
        clock().advance(Duration.ofHours(47));
        assertThat(referrals().find(inquiry)).map(Referral::state).contains(ReferralState.OFFERED);

        clock().advance(Duration.ofHours(2));

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(referrals().find(inquiry)).get().satisfies(referral -> {
                    assertThat(referral.state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
                    assertThat(referral.offers().getLast().state()).isEqualTo(OfferState.LAPSED);
                }));
    }

    private Referrals referrals() {
        return context.getBean(Referrals.class);
    }

    /** As another service would: with a write of its own. */
    private void publish(UUID subject, PublishedEvent event) {
        Documents<Probe> probes = context.getBean(DocumentStore.class).collection("probes", Probe.class);
        probes.save(subject.toString(), 0, new Probe("probe"), Change.of(event));
    }
}
