package org.rapport.matching.referrals.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Stories;
import org.springframework.http.HttpStatus;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskPagesIT extends RunningMatching {
    private static final String NAOMI = "a0000000-0000-4000-8000-000000000011";

    @Test
    void nobody_is_barred_who_was_not_chosen() {
        UUID inquiry = ready("Indigo Barring");
        String referral = "/staff/referrals/" + inquiry;

        assertThat(page(referral, MAYA))
                .contains(
                        "name=\"therapistId\" required><option value=\"\">Please choose</option>",
                        "name=\"conflict\" required><option value=\"\">Please choose</option>",
                        "An open offer to them is taken back with it")
                .doesNotContain("??");
        assertThat(post(referral + "/conflicts", MAYA, "therapistId", "", "conflict", ""))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(post(referral + "/conflicts", MAYA, "therapistId", NAOMI, "conflict", ""))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(page(referral, MAYA)).contains("Nobody is barred.");
    }

    @Test
    void two_are_asked_the_first_to_accept_has_the_person_and_the_other_is_told() {
        UUID inquiry = offeredToGrace("Kit Shared");
        String referral = "/staff/referrals/" + inquiry;
        post(referral + "/offers", MAYA, "therapistId", ELENA.id().toString());

        assertThat(page(referral, MAYA))
                .contains("Take back the offer to Grace Okafor", "Take back the offer to Elena Marquez")
                .doesNotContain("??");
        assertThat(post("/staff/offers/" + inquiry + "/2/acceptance", ELENA))
                .hasRedirectedUrl("/staff/offers/" + inquiry + "/2");
        assertThat(post("/staff/offers/" + inquiry + "/1/acceptance", GRACE))
                .hasRedirectedUrl("/staff/offers/" + inquiry + "/1?refused=offer-withdrawn");
        assertThat(page("/staff/offers/" + inquiry + "/1?refused=offer-withdrawn", GRACE))
                .contains("This offer was taken back.")
                .doesNotContain("Kit Shared", "??");
    }

    @Test
    void a_decline_goes_on_with_whom_the_coordinator_chose_and_names_the_colleague() {
        UUID inquiry = offeredToGrace("Lane Onward");
        String referral = "/staff/referrals/" + inquiry;
        assertThat(page(referral, MAYA)).contains("If nobody accepts, go on with Elena Marquez");
        post(referral + "/onward", MAYA, "therapistId", ELENA.id().toString());

        assertThat(page("/staff/offers/" + inquiry + "/1", GRACE)).contains("A colleague who may fit better");
        post("/staff/offers/" + inquiry + "/1/decline", GRACE, "reason", "TIMES_DO_NOT_FIT", "suggested", NAOMI);

        assertThat(find(inquiry).openOfferTo(ELENA.id())).isPresent();
        assertThat(page(referral, MAYA))
                .contains("Elena Marquez may answer until", "Suggested by Grace Okafor", "Grace Okafor declined")
                .doesNotContain("??");
    }

    @Test
    void a_lapse_goes_on_by_itself_too() {
        UUID inquiry = offeredToGrace("Marlow Silent");
        post(
                "/staff/referrals/" + inquiry + "/onward",
                MAYA,
                "therapistId",
                ELENA.id().toString());

        clock().advance(Duration.ofHours(49));

        await().atMost(Duration.ofSeconds(30))
                .until(() -> find(inquiry).openOfferTo(ELENA.id()).isPresent());
        assertThat(find(inquiry).desk().onward()).isEmpty();
    }

    @Test
    void the_clock_is_stopped_while_the_person_is_due_and_told_once_it_is_over() {
        UUID inquiry = ready("Noor Waiting");
        String referral = "/staff/referrals/" + inquiry;
        assertThat(page(referral, MAYA)).contains("left", "Stop: we wait for the person");

        post(referral + "/clock/stop", MAYA);
        assertThat(page(referral, MAYA)).contains("stopped with").doesNotContain("Stop: we wait");
        assertThat(page("/staff/queue?rows=1000", MAYA)).contains("stopped with");

        post(referral + "/clock/start", MAYA);
        clock().advance(Duration.ofDays(7));
        await().atMost(Duration.ofSeconds(30)).until(() -> find(inquiry).desk().overdueTold() != null);
        assertThat(page(referral, MAYA))
                .contains("over by", "The time was over")
                .doesNotContain("??");
    }

    @Test
    void a_referral_is_closed_with_a_reason_and_opened_again() {
        UUID inquiry = offeredToGrace("Oakley Closed");
        String referral = "/staff/referrals/" + inquiry;

        assertThat(post(referral + "/closing", MAYA, "reason", "REFERRED_OUT"))
                .hasRedirectedUrl(referral + "?refused=consent-missing");
        assertThat(page(referral + "?refused=consent-missing", MAYA)).contains("they must have agreed");
        post(referral + "/closing", MAYA, "reason", "REFERRED_OUT", "consented", "true");
        assertThat(page(referral, MAYA))
                .contains("Closed: referred to somebody outside", "Open again")
                .doesNotContain("Offer to Elena", "??");
        assertThat(page("/staff/queue?state=CLOSED", MAYA)).contains(inquiry.toString());

        post(referral + "/reopening", MAYA);
        assertThat(find(inquiry).state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(post(referral + "/closing", MAYA, "reason", "<b>")).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void a_rematch_frees_the_seat_and_shows_the_candidates_again() {
        UUID inquiry = offeredToGrace("Peyton Again");
        String referral = "/staff/referrals/" + inquiry;
        post("/staff/offers/" + inquiry + "/1/acceptance", GRACE);
        assertThat(page(referral, MAYA)).contains("Find another therapist").doesNotContain("Offer to Grace");

        post(referral + "/rematch", MAYA);
        assertThat(find(inquiry).seat()).isNull();
        assertThat(page(referral, MAYA)).contains("Offer to Grace Okafor", "Another therapist is sought");
    }

    @Test
    void a_referral_is_handed_to_a_coordinator_and_to_nobody_else() {
        UUID inquiry = received("Quinn Handed");
        String referral = "/staff/referrals/" + inquiry;

        assertThat(post(
                        referral + "/handover",
                        MAYA,
                        "coordinatorId",
                        GRACE.id().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
        post(referral + "/handover", MAYA, "coordinatorId", Stories.MAYA.toString());
        assertThat(find(inquiry).owner()).isEqualTo(Stories.MAYA);
    }

    private Referral find(UUID inquiry) {
        return context.getBean(Referrals.class).find(inquiry).orElseThrow();
    }
}
