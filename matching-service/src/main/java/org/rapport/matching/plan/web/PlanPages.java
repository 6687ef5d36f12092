package org.rapport.matching.plan.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.plan.application.ProposePlan;
import org.rapport.matching.plan.application.ProposePlanHandler;
import org.rapport.matching.plan.domain.Plan;
import org.rapport.matching.plan.web.PlanView.Difference;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Selection;
import org.rapport.matching.referrals.web.BookingAnswers;
import org.rapport.web.Times;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows the proposal. Nothing can be done here: each row leads to the person's own page, where a coordinator decides. */
@Controller
class PlanPages {
    private static final String PATH = "/staff/referrals/plan";
    private static final int PAGE_ROWS = 50;

    private final ProposePlanHandler propose;
    private final Referrals referrals;
    private final BookingAnswers booking;
    private final Times times;
    private final Clock clock;

    PlanPages(ProposePlanHandler propose, Referrals referrals, BookingAnswers booking, Times times, Clock clock) {
        this.propose = propose;
        this.referrals = referrals;
        this.booking = booking;
        this.times = times;
        this.clock = clock;
    }

    @GetMapping(PATH)
    String plan(@RequestParam(defaultValue = "" + PAGE_ROWS) int rows, Model model) {
        Plan plan = propose.handle(new ProposePlan());
        List<Plan.Line> shown = plan.lines().stream()
                .limit(Math.clamp(rows, PAGE_ROWS, ProposePlanHandler.MOST))
                .toList();
        Map<UUID, String> names = booking.names(
                shown.stream().map(line -> line.person().inquiryId()).toList());
        Instant now = clock.instant();
        model.addAttribute(
                "plan",
                new PlanView(
                        shown.stream().map(line -> row(line, names, now)).toList(),
                        plan.lines().size(),
                        referrals.count(new Selection(
                                EnumSet.of(ReferralState.READY_FOR_TRIAGE), false, new Selection.Ownership.Anyone())),
                        plan.planned(),
                        plan.firstCome(),
                        plan.worseOff(),
                        PATH + "?rows=" + (shown.size() + PAGE_ROWS)));
        return "matching/plan";
    }

    private PlanView.Row row(Plan.Line line, Map<UUID, String> names, Instant now) {
        UUID id = line.person().inquiryId();
        return new PlanView.Row(
                "/staff/referrals/" + id,
                names.get(id),
                line.person().priority().name(),
                times.span(Duration.between(line.person().since(), now)),
                place(line.planned()),
                place(line.firstCome()),
                difference(line),
                Math.abs(line.difference()));
    }

    private static PlanView.@Nullable Place place(@Nullable Fit fit) {
        return fit == null
                ? null
                : new PlanView.Place(fit.practitioner().therapist().name(), fit.points());
    }

    private static Difference difference(Plan.Line line) {
        Fit planned = line.planned();
        Fit firstCome = line.firstCome();
        if (planned == null) {
            return firstCome == null ? Difference.NOBODY : Difference.ONLY_FIRST_COME;
        }
        if (firstCome == null) {
            return Difference.ONLY_PLANNED;
        }
        if (line.difference() != 0) {
            return line.difference() > 0 ? Difference.MORE : Difference.FEWER;
        }
        return planned.equals(firstCome) ? Difference.SAME : Difference.OTHER;
    }
}
