package org.rapport.matching.referrals.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.DANIEL;
import static org.rapport.matching.referrals.domain.Stories.GRACE;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.after;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.roster.domain.Permission;

/** Who did it, and who is told. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskEventsTest {
    private static final Instant NOW = MONDAY.plusSeconds(300);

    @Test
    void closing_names_the_therapist_who_had_the_person_and_nobody_if_none_had() {
        assertThat(closed(Stories.matched()).events())
                .contains(new ReferralEvent.ReferralClosed(Stories.INQUIRY, CloseReason.CARE_ENDED, GRACE, MAYA, NOW));
        assertThat(closed(Stories.ready()).events())
                .contains(new ReferralEvent.ReferralClosed(Stories.INQUIRY, CloseReason.CARE_ENDED, null, MAYA, NOW));
    }

    @Test
    void that_the_person_agreed_is_kept_with_the_closing() {
        Decided referred = (Decided) DeskRules.close(Stories.ready(), CloseReason.REFERRED_OUT, true, MAYA, NOW);

        assertThat(referred.referral().desk().closing())
                .isEqualTo(new Closing(CloseReason.REFERRED_OUT, MAYA, NOW, true));
        assertThat(last(referred.referral()).what()).isEqualTo("closed-with-consent");
        assertThat(closed(Stories.ready()).referral().desk().closing())
                .extracting(Closing::consented)
                .isNull();
    }

    @Test
    void who_gave_a_person_away_or_took_an_offer_back_stands_in_the_ledger() {
        HistoryEntry handed = last(after(Stories.open(), r -> r.handTo(DANIEL, MAYA, NOW)));
        HistoryEntry back = last(after(Stories.offered(), r -> DeskRules.withdraw(r, 1, DANIEL, NOW)));

        assertThat(handed.who()).isEqualTo(MAYA);
        assertThat(handed.details()).containsExactly(DANIEL.toString());
        assertThat(back.what()).isEqualTo("offer-taken-back");
        assertThat(back.who()).isEqualTo(DANIEL);
    }

    @Test
    void whoever_answers_for_the_person_is_told_of_each_task_once() {
        Permission ending = new Permission("IL", Sketches.TODAY.plusDays(9), null);
        Decided licence = (Decided) DeskRules.licence(Stories.matched(), ending, Sketches.TODAY, NOW);
        Referral gone = closed(Stories.ready()).referral();
        Decided cameBack = (Decided) gone.note(Stories.booked(), Stories.call(1));

        assertThat(licence.events())
                .containsExactly(new ReferralEvent.TaskOpened(Stories.INQUIRY, Task.Kind.LICENCE_ENDS, MAYA, NOW));
        assertThat(DeskRules.licence(licence.referral(), ending, Sketches.TODAY, NOW))
                .isInstanceOf(ReferralDecision.Unchanged.class);
        assertThat(cameBack.events())
                .filteredOn(ReferralEvent.TaskOpened.class::isInstance)
                .extracting(event -> ((ReferralEvent.TaskOpened) event).task())
                .isEqualTo(List.of(Task.Kind.CAME_BACK));
        assertThat(cameBack.referral().note(Stories.booked(), Stories.call(1)))
                .isInstanceOf(ReferralDecision.Unchanged.class);
    }

    private static Decided closed(Referral referral) {
        return (Decided) DeskRules.close(referral, CloseReason.CARE_ENDED, false, MAYA, NOW);
    }

    private static HistoryEntry last(Referral referral) {
        return referral.history().entries().getLast();
    }
}
