package org.rapport.matching.plan.application;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.matching.plan.domain.FittingTherapists;
import org.rapport.matching.plan.domain.Plan;
import org.rapport.matching.plan.domain.Planner;
import org.rapport.matching.plan.domain.Waiting;
import org.rapport.matching.ranking.domain.CandidateSearch;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.ranking.domain.Practitioner;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Intake;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.OfferState;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Selection;

/**
 * Plans for those whose questionnaire is in, who are offered to nobody and whom nobody asks to choose, with the seats that are free and that
 * no open offer asks for. Whom a person chose is the only one for them if it is possible; who declined them is none.
 */
public final class ProposePlanHandler {
    /** Who waits longest is planned for. */
    public static final int MOST = 1_000;

    private final Referrals referrals;
    private final FittingTherapists fitting;
    private final Planner planner;
    private final Clock clock;

    public ProposePlanHandler(Referrals referrals, FittingTherapists fitting, Planner planner, Clock clock) {
        this.referrals = referrals;
        this.fitting = fitting;
        this.planner = planner;
        this.clock = clock;
    }

    public Plan handle(ProposePlan query) {
        List<Referral> people = in(ReferralState.READY_FOR_TRIAGE).stream()
                .filter(referral -> referral.facts().intake() != null && !isAsked(referral))
                .toList();
        List<Intake> intakes = people.stream()
                .map(referral -> referral.facts().intake())
                .filter(Objects::nonNull)
                .toList();
        List<CandidateSearch> searches = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            searches.add(new CandidateSearch(intakes.get(i).criteria(), without(people.get(i))));
        }
        List<List<Fit>> fits = fitting.of(searches);
        List<Waiting> waiting = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            Referral person = people.get(i);
            waiting.add(new Waiting(
                    person.inquiryId(), intakes.get(i).priority(), person.since(), wished(person, fits.get(i))));
        }
        return planner.plan(waiting, seats(fits));
    }

    /** Who is asked whom they would like is not planned for before they have answered. */
    private static boolean isAsked(Referral person) {
        Choice choice = person.desk().choice();
        return choice != null && choice.state() == Choice.State.ASKED;
    }

    /** Who must not see the person, and who declined or did not answer since they last came to the desk. */
    private static Set<UUID> without(Referral person) {
        Instant returned = person.desk().returnedAt();
        return Stream.concat(
                        person.desk().barred().stream(),
                        person.offers().stream()
                                .filter(offer ->
                                        offer.state() == OfferState.DECLINED || offer.state() == OfferState.LAPSED)
                                .filter(offer ->
                                        returned == null || !offer.madeAt().isBefore(returned))
                                .map(Offer::therapistId))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whom the person would like, if they fit; else everybody who does. */
    private static List<Fit> wished(Referral person, List<Fit> fits) {
        Optional<UUID> wanted = Optional.ofNullable(person.desk().choice()).flatMap(Choice::wanted);
        List<Fit> only = fits.stream()
                .filter(fit -> wanted.filter(fit.practitioner().therapist().id()::equals)
                        .isPresent())
                .toList();
        return only.isEmpty() ? fits : only;
    }

    private Map<UUID, Integer> seats(List<List<Fit>> fits) {
        Instant now = clock.instant();
        Map<UUID, Integer> asked = new HashMap<>();
        in(ReferralState.OFFERED).stream()
                .flatMap(referral -> referral.offers().stream())
                .filter(offer -> offer.stateAt(now) == OfferState.OPEN)
                .map(Offer::therapistId)
                .forEach(therapistId -> asked.merge(therapistId, 1, Integer::sum));
        Map<UUID, Integer> seats = new HashMap<>();
        fits.stream().flatMap(List::stream).map(Fit::practitioner).forEach(practitioner -> {
            UUID id = practitioner.therapist().id();
            seats.computeIfAbsent(id, _ -> left(practitioner, asked.getOrDefault(id, 0)));
        });
        return seats;
    }

    private static int left(Practitioner practitioner, int asked) {
        return Math.max(0, practitioner.freeSeats() - asked);
    }

    private List<Referral> in(ReferralState state) {
        Selection all = new Selection(EnumSet.of(state), false, new Selection.Ownership.Anyone());
        return referrals.list(all, Selection.Order.SINCE, MOST);
    }
}
