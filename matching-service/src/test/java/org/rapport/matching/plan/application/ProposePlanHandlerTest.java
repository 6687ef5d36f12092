package org.rapport.matching.plan.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;
import static org.rapport.matching.referrals.domain.Stories.TWO_DAYS;
import static org.rapport.matching.referrals.domain.Stories.after;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.plan.domain.Plan;
import org.rapport.matching.plan.domain.Planner;
import org.rapport.matching.plan.jgrapht.MinimumCostFlowSolver;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.application.RankCandidates;
import org.rapport.matching.referrals.domain.ChoiceRules;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.ConflictRules;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProposePlanHandlerTest {
    private static final UUID GRACE = Stories.GRACE;
    private static final UUID ELENA = Stories.ELENA;

    private final SettableClock clock = SettableClock.at(MONDAY.plusSeconds(600));
    private final InMemoryTherapists therapists = new InMemoryTherapists();

    @BeforeEach
    void grace_and_elena_have_places() {
        therapists.put(new Sketch(1).build(), null, MONDAY);
        therapists.put(new Sketch(2).build(), null, MONDAY);
    }

    @Test
    void everybody_who_fits_may_be_planned() {
        assertThat(possible(Stories.ready())).containsExactlyInAnyOrder(GRACE, ELENA);
    }

    @Test
    void who_declined_or_did_not_answer_is_none_until_the_person_comes_back_to_the_desk() {
        assertThat(possible(Stories.declined())).containsExactly(ELENA);
        assertThat(possible(Stories.lapsed())).containsExactly(ELENA);
        Referral withdrawn = after(Stories.offered(), r -> DeskRules.withdraw(r, 1, MAYA, MONDAY.plusSeconds(200)));
        assertThat(possible(withdrawn)).containsExactlyInAnyOrder(GRACE, ELENA);

        Referral elena =
                after(Stories.declined(), r -> r.offer(ELENA, List.of(), MAYA, MONDAY.plusSeconds(300), TWO_DAYS));
        Referral matched = after(elena, r -> r.accept(2, ELENA, new Seat(ELENA, 1), MONDAY.plusSeconds(400)));
        Referral back = after(matched, r -> DeskRules.rematch(r, MAYA, MONDAY.plusSeconds(500)));
        assertThat(possible(back)).containsExactlyInAnyOrder(GRACE, ELENA);
    }

    @Test
    void who_is_barred_is_none() {
        Referral barred = after(
                Stories.ready(),
                r -> ConflictRules.bar(r, GRACE, Conflict.Reason.THE_PERSON_ASKED, MAYA, MONDAY.plusSeconds(200)));

        assertThat(possible(barred)).containsExactly(ELENA);
    }

    @Test
    void who_is_asked_to_choose_is_not_planned_for_and_whom_they_choose_is_the_only_one_while_possible() {
        Referral asked = after(
                Stories.ready(),
                r -> ChoiceRules.propose(
                        r, List.of(GRACE, ELENA), false, List.of(), MAYA, MONDAY.plusSeconds(200), Duration.ofDays(7)));

        assertThat(lines(asked)).isEmpty();
        Referral chosen = after(asked, r -> ChoiceRules.choose(r, 1, ELENA, MONDAY.plusSeconds(300)));
        assertThat(possible(chosen)).containsExactly(ELENA);
        therapists.put(new Sketch(2).accepting(false).build(), MONDAY, clock.instant());
        assertThat(possible(chosen)).containsExactly(GRACE);
    }

    private List<UUID> possible(Referral person) {
        List<Plan.Line> lines = lines(person);
        assertThat(lines).hasSize(1);
        return lines.getFirst().person().fits().stream()
                .map(fit -> fit.practitioner().therapist().id())
                .toList();
    }

    private List<Plan.Line> lines(Referral person) {
        InMemoryReferrals referrals = new InMemoryReferrals();
        referrals.save(
                new Referral(
                        person.inquiryId(),
                        0,
                        person.state(),
                        person.facts(),
                        person.owner(),
                        person.offers(),
                        person.seat(),
                        person.desk(),
                        person.history()),
                List.of());
        RankCandidates candidates = new RankCandidates(
                new Roster(therapists),
                new SeatBook(referrals),
                referrals,
                Sketches.ranker(),
                Sketches.compacts(),
                clock,
                ZoneId.of("America/Chicago"));
        return new ProposePlanHandler(referrals, candidates::fitting, new Planner(new MinimumCostFlowSolver()), clock)
                .handle(new ProposePlan())
                .lines();
    }
}
