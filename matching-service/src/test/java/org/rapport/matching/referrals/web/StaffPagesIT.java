package org.rapport.matching.referrals.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.application.LearnDays;
import org.rapport.matching.referrals.application.TakeReferral;
import org.rapport.matching.referrals.application.TakeReferralHandler;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.Fact;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.http.HttpStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StaffPagesIT extends RunningMatching {
    @Test
    void nobody_of_a_long_queue_is_out_of_reach() {
        Staff busy = new Staff(UUID.randomUUID(), "Busy", Set.of(StaffRole.COORDINATOR));
        for (int i = 0; i < 51; i++) {
            UUID inquiry = received("Person " + i);
            context.getBean(TakeReferralHandler.class).handle(new TakeReferral(inquiry, busy.id()));
        }

        String first = page("/staff/queue?owner=ME&sort=SINCE", busy);
        assertThat(first.split("<td><a href=\"/staff/referrals/", -1)).hasSize(51);
        assertThat(first).contains("Show more", "owner=ME&amp;sort=SINCE&amp;rows=100");
        String all = page("/staff/queue?owner=ME&sort=SINCE&rows=100", busy);
        assertThat(all.split("<td><a href=\"/staff/referrals/", -1)).hasSize(52);
        assertThat(all).doesNotContain("Show more");
    }

    @Test
    void each_role_starts_where_its_work_is() {
        assertThat(get("/staff", MAYA)).hasRedirectedUrl("/staff/queue");
        assertThat(get("/staff", GRACE)).hasRedirectedUrl("/staff/offers");
    }

    @Test
    void the_queue_shows_who_was_in_danger_before_everybody_else_also_once_that_is_acknowledged() {
        UUID calm = ready("Avery Calm");
        UUID danger = received("Blake Danger");
        tell(danger, Stories.raised(), "response", 1);

        String before = page("/staff/queue", MAYA);
        assertThat(before.indexOf(danger.toString())).isBetween(1, before.indexOf(calm.toString()));
        assertThat(before)
                .contains("Safety concern", "Avery Calm", "Blake Danger", "Choose a therapist")
                .doesNotContain("??");

        tell(danger, Stories.acknowledged(), "response", 2);
        String after = page("/staff/queue", MAYA);
        assertThat(after.indexOf(danger.toString())).isBetween(1, after.indexOf(calm.toString()));
        assertThat(after).contains("Emergent").doesNotContain("Safety concern");
    }

    @Test
    void who_phoned_and_waits_to_be_called_back_is_told_apart_until_a_call_is_booked() {
        UUID inquiry = UUID.randomUUID();
        NEIGHBOURS.knows(inquiry, "Finley Phoned");
        tell(
                inquiry,
                new Fact.InquiryReceived("BY_PHONE", "en", "IL", "wants-call-back", Stories.MONDAY),
                "inquiry",
                1);

        String row = row(page("/staff/queue", MAYA), inquiry);
        assertThat(row).contains("Finley Phoned", "by phone", "Call the person back");
        String referral = page("/staff/referrals/" + inquiry, MAYA);
        assertThat(referral)
                .contains("By phone. Wants to be called back.", "href=\"/staff/inquiries/" + inquiry + "\"")
                .doesNotContain("??");

        tell(inquiry, Stories.booked(), "call", 1);
        tell(inquiry, new Fact.QuestionnaireWanted(Stories.MONDAY), "inquiry", 2);
        assertThat(row(page("/staff/queue", MAYA), inquiry))
                .contains("by phone")
                .doesNotContain("Call the person back");
        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("The questionnaire is to be sent")
                .doesNotContain("??");
    }

    private static String row(String page, UUID inquiry) {
        String from = page.substring(page.indexOf("/staff/referrals/" + inquiry));
        return from.substring(0, from.indexOf("</tr>"));
    }

    @Test
    void the_queue_is_filtered_and_sorted_by_its_address() {
        UUID waiting = received("Casey Waiting");
        UUID ready = ready("Devon Ready");

        assertThat(page("/staff/queue?state=OPEN&sort=SINCE&rows=1000", MAYA))
                .contains(waiting.toString())
                .doesNotContain(ready.toString());
        assertThat(page("/staff/queue?owner=ME", MAYA)).doesNotContain(waiting.toString());
        assertThat(get("/staff/queue?sort=%24where", MAYA)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void the_ledger_tells_what_happened_in_all_four_services_in_order_also_while_they_are_away() {
        UUID inquiry = offeredToGrace("Gale Ledger");
        tell(inquiry, Stories.booked(), "call", 1);
        tell(inquiry, new Fact.MessageSent("OFFER_THERAPIST", "EMAIL", Stories.MONDAY.plusSeconds(700)), "message", 1);
        NEIGHBOURS.bookingFails(true);
        NEIGHBOURS.intakeFails(true);

        String page = page("/staff/referrals/" + inquiry, MAYA);
        assertThat(page).doesNotContain("??");
        assertThat(page.substring(page.indexOf("What happened")))
                .containsSubsequence(
                        "Messages", "Message sent: offer, to the therapist",
                        "Matching", "Offered to Grace Okafor",
                        "Intake", "Questionnaire submitted",
                        "Booking", "Call booked with",
                        "Booking", "The person came to us");
    }

    @Test
    void a_colleague_who_is_away_leaves_nobody_behind() {
        Staff away = new Staff(UUID.randomUUID(), "Away", Set.of(StaffRole.COORDINATOR));
        UUID inquiry = ready("Frankie Behind");
        context.getBean(TakeReferralHandler.class).handle(new TakeReferral(inquiry, away.id()));
        NEIGHBOURS.days("""
                {"holidays":["2026-11-26"],"absences":[{"hostId":"%s","first":"2026-11-20","firstDayBack":"2026-12-01"}]}""".formatted(away.id()));
        // Its wake-up may lie ahead, after other tests have set the clock.
        LearnDays learn = context.getBean(LearnDays.class);
        learn.on();

        String queue = page("/staff/queue?owner=AWAY", MAYA);
        assertThat(row(queue, inquiry)).contains("away until", "Take over", " left");
        assertThat(queue).doesNotContain("??", "could not be asked");
        post("/staff/referrals/" + inquiry + "/assignment", MAYA);
        assertThat(page("/staff/queue?owner=AWAY", MAYA)).doesNotContain(inquiry.toString());
        // From Monday on it is due after three days' work: on Friday, for Thursday is the holiday.
        Referral referral = context.getBean(Referrals.class).find(inquiry).orElseThrow();
        assertThat(context.getBean(Clocks.class).dueAt(referral)).contains(Instant.parse("2026-11-27T15:01:00Z"));
        NEIGHBOURS.days("{\"holidays\":[],\"absences\":[]}");
        learn.on();
        assertThat(context.getBean(Clocks.class).dueAt(referral)).contains(Instant.parse("2026-11-26T15:01:00Z"));
    }

    @Test
    void the_queue_works_without_booking() {
        UUID inquiry = ready("Emery Hidden");
        NEIGHBOURS.bookingFails(true);

        assertThat(page("/staff/queue", MAYA))
                .contains(inquiry.toString(), "Name cannot be shown right now")
                .doesNotContain("Emery Hidden");
    }

    @Test
    void a_referral_shows_the_person_the_scores_the_candidates_and_who_is_out_and_why() {
        UUID inquiry = ready("Finley Shown");

        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("Finley Shown", "+13125550100", "PHQ-9", "12 of 27", "moderate")
                .contains("Grace Okafor", "Offer to ", "points")
                .contains("Tomas Herrera", "All seats are taken (8 of 8).", "Fewer than 8 seats taken; it is 8 now.")
                .contains("On leave until 15 Jan 2027.")
                .contains("Questionnaire submitted")
                .doesNotContain("??", "matching.");
    }

    @Test
    void a_referral_works_without_booking_and_without_intake() {
        UUID inquiry = ready("Gray Missing");
        NEIGHBOURS.bookingFails(true);
        NEIGHBOURS.intakeFails(true);

        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("Name and contact cannot be shown right now", "The intake answers cannot be shown right now")
                .contains("Offer to Grace Okafor");
    }

    @Test
    void from_offer_to_match_in_pages() {
        UUID inquiry = ready("Harper Matched");
        String referral = "/staff/referrals/" + inquiry;
        assertThat(post(referral + "/assignment", MAYA)).hasRedirectedUrl(referral);
        assertThat(post(referral + "/offers", MAYA, "therapistId", GRACE.id().toString()))
                .hasRedirectedUrl(referral);
        assertThat(page(referral, MAYA)).contains("Grace Okafor may answer until", "You answer for this person.");

        String offer = "/staff/offers/" + inquiry + "/1";
        assertThat(page("/staff/offers", GRACE)).contains(offer);
        assertThat(page(offer, GRACE))
                .contains("Why you", "Works with anxiety.", "Decline")
                .doesNotContain("Harper", "person@example.org", "+1312", "??");

        assertThat(post(offer + "/acceptance", GRACE)).hasRedirectedUrl(offer);
        assertThat(page(offer, GRACE)).contains("You have accepted", "Harper Matched");
        assertThat(page(referral, MAYA)).contains("Matched with Grace Okafor");
        assertThat(page(offer + "?refused=offer-accepted", GRACE)).contains("You have accepted this offer already.");
    }

    @Test
    void a_decline_gives_its_reason_to_the_coordinator() {
        UUID inquiry = offeredToGrace("Indigo Declined");
        String offer = "/staff/offers/" + inquiry + "/1";

        assertThat(post(offer + "/decline", GRACE, "reason", "TIMES_DO_NOT_FIT"))
                .hasRedirectedUrl(offer);
        assertThat(page("/staff/referrals/" + inquiry, MAYA))
                .contains("Grace Okafor declined", "The times do not fit", "Ready for triage");
        assertThat(post(offer + "/acceptance", GRACE)).hasRedirectedUrl(offer + "?refused=offer-declined");
        assertThat(post(offer + "/decline", GRACE, "reason", "<b>")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_page_says_why_an_offer_was_not_possible() {
        UUID inquiry = ready("Jules Refused");
        String referral = "/staff/referrals/" + inquiry;
        String full = "a0000000-0000-4000-8000-000000000005";

        assertThat(post(referral + "/offers", MAYA, "therapistId", full))
                .hasRedirectedUrl(referral + "?refused=not-eligible");
        assertThat(page(referral + "?refused=not-eligible", MAYA)).contains("does not pass the rules");
        assertThat(page(referral + "?refused=%3Cscript%3E", MAYA)).doesNotContain("script&gt;", "<script>");
    }
}
