package org.rapport.matching.plan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.RunningMatching;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PlanPagesIT extends RunningMatching {
    private static final String PLAN = "/staff/referrals/plan?rows=1000";

    @Test
    void everybody_ready_for_triage_has_a_row_that_leads_to_their_page_and_nothing_else_happens() {
        UUID ready = ready("Robin Planned");
        UUID waiting = received("Sage Without Intake");
        UUID offered = offeredToGrace("Toby Offered");
        Referral before = find(ready);

        String page = page(PLAN, MAYA);

        String row = page.substring(page.indexOf("/staff/referrals/" + ready));
        assertThat(row.substring(0, row.indexOf("</tr>")))
                .contains("Robin Planned", "Routine", " points")
                .doesNotContain("<form", "<button");
        assertThat(page)
                .contains("First come, first served", "Nothing is done with it")
                .doesNotContain(waiting.toString(), offered.toString(), "??", "matching.");
        assertThat(find(ready)).isEqualTo(before);
        assertThat(find(ready).state()).isEqualTo(ReferralState.READY_FOR_TRIAGE);
        assertThat(page("/staff/queue", MAYA)).contains("/staff/referrals/plan");
    }

    @Test
    void the_plan_works_without_booking() {
        UUID ready = ready("Uma Hidden");
        NEIGHBOURS.bookingFails(true);

        assertThat(page(PLAN, MAYA))
                .contains(ready.toString(), "Name cannot be shown right now")
                .doesNotContain("Uma Hidden");
    }

    private Referral find(UUID inquiry) {
        return context.getBean(Referrals.class).find(inquiry).orElseThrow();
    }
}
