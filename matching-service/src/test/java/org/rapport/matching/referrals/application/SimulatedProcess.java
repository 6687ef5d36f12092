package org.rapport.matching.referrals.application;

import static org.rapport.matching.referrals.domain.Stories.MAYA;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.CloseReason;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.DeclineReason;
import org.rapport.matching.referrals.domain.FitAnswer.Degree;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.Saving;
import org.rapport.matching.referrals.domain.SeatBook;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.testkit.SettableClock;

/** The service in one process, which may die at a write. */
final class SimulatedProcess {
    /** Thrown where a process would have died. */
    static final class Died extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final InMemoryReferrals kept;
    private final Clocks clocks;
    private final SettableClock clock;
    private final DyingReferrals referrals;
    private final NoteFactHandler note;
    private final MakeOfferHandler offer;
    private final AcceptOfferHandler accept;
    private final DeclineOfferHandler decline;
    private final DeskCommandHandler desk;
    private final Awaken awaken;
    private final CareForClients care;
    private final ProposeChoiceHandler propose;
    private final ChooseHandler choose;
    private final AnswerFitCheckHandler answer;

    /** @param death at the first write: 0 before it, 1 after it, else never */
    SimulatedProcess(
            InMemoryReferrals kept, InMemoryTherapists therapists, Clocks clocks, SettableClock clock, int death) {
        this.kept = kept;
        this.clocks = clocks;
        this.clock = clock;
        this.referrals = new DyingReferrals(kept, death);
        ZoneId zone = ZoneId.of("America/Chicago");
        var roster = new Roster(therapists);
        RankCandidates candidates = new RankCandidates(
                roster, new SeatBook(kept), kept, Sketches.ranker(), Sketches.compacts(), clock, zone);
        Duration validFor = Duration.ofDays(2);
        GoOn goOn = new GoOn(candidates, clock, validFor);
        note = new NoteFactHandler(referrals);
        offer = new MakeOfferHandler(referrals, candidates, goOn, clock, validFor);
        accept = new AcceptOfferHandler(referrals, kept, roster, candidates, Stories.fitChecks(), clock);
        decline = new DeclineOfferHandler(referrals, goOn, clock);
        desk = new DeskCommandHandler(referrals, clocks, clock);
        awaken = new Awaken(referrals, clocks, goOn, Stories.fitChecks(), clock);
        propose = new ProposeChoiceHandler(referrals, candidates, clock, Duration.ofDays(3));
        choose = new ChooseHandler(referrals, candidates, clock, validFor);
        answer = new AnswerFitCheckHandler(referrals, clock);
        care = new CareForClients(therapists, Sketches.compacts(), referrals, kept, clock, zone);
    }

    void note(NoteFact fact) {
        note.handle(fact);
    }

    void offer(UUID person, UUID therapist) {
        offer.handle(new MakeOffer(person, therapist, MAYA));
    }

    void accept(UUID person, SplittableRandom random) {
        anyOffer(person, random)
                .ifPresent(one -> accept.handle(new AcceptOffer(person, one.number(), one.therapistId())));
    }

    void decline(UUID person, SplittableRandom random) {
        anyOffer(person, random)
                .ifPresent(one -> decline.handle(
                        new DeclineOffer(person, one.number(), one.therapistId(), DeclineReason.OTHER, null)));
    }

    void plan(UUID person, List<UUID> onward) {
        onward.forEach(next -> desk.handle(new DeskCommand.AddOnward(person, next, MAYA)));
    }

    void desk(UUID person, SplittableRandom random) {
        desk.handle(
                switch (random.nextInt(9)) {
                    case 0 -> new DeskCommand.CloseReferral(person, CloseReason.NOT_REACHED, false, MAYA);
                    case 1 -> new DeskCommand.ReopenReferral(person, MAYA);
                    case 2 -> new DeskCommand.RequestRematch(person, MAYA);
                    case 3 -> new DeskCommand.StopClock(person, MAYA);
                    case 4 -> new DeskCommand.StartClock(person, MAYA);
                    case 6 ->
                        new DeskCommand.BarTherapist(
                                person, Sketches.id(1 + random.nextInt(5)), Conflict.Reason.THE_PERSON_ASKED, MAYA);
                    case 7 -> new DeskCommand.UnbarTherapist(person, Sketches.id(1 + random.nextInt(5)), MAYA);
                    case 5 -> new DeskCommand.WithdrawOffer(person, 1 + random.nextInt(3), MAYA);
                    default -> new DeskCommand.HandOver(person, Stories.DANIEL, MAYA);
                });
    }

    void propose(UUID person, List<UUID> therapists, boolean offerAtOnce) {
        propose.handle(new ProposeChoice(person, therapists, offerAtOnce, MAYA));
    }

    /** The person answers what they were asked last, or an older question. */
    void answer(UUID person, SplittableRandom random) {
        Optional<Referral> referral = kept.find(person);
        Optional<Choice> choice = referral.map(found -> found.desk().choice());
        choice.ifPresent(asked -> choose.handle(new Choose(
                person,
                asked.number() - random.nextInt(2),
                random.nextInt(4) == 0
                        ? null
                        : asked.therapists()
                                .get(random.nextInt(asked.therapists().size())))));
        Degree[] degrees = Degree.values();
        referral.map(found -> found.desk().fit())
                .ifPresent(check -> answer.handle(new AnswerFitCheck(
                        person,
                        check.number(),
                        degrees[random.nextInt(3)],
                        degrees[random.nextInt(3)],
                        degrees[random.nextInt(3)])));
    }

    void wake(UUID person) {
        Optional<Instant> wakeAt = kept.find(person).flatMap(clocks::wakeAt);
        if (wakeAt.isPresent() && !wakeAt.get().isAfter(clock.instant())) {
            awaken.on(person);
        }
    }

    void care(UUID therapist) {
        care.on(therapist);
    }

    int goneOn() {
        return referrals.goneOn();
    }

    private Optional<Offer> anyOffer(UUID person, SplittableRandom random) {
        List<Offer> offers = kept.find(person).map(Referral::offers).orElse(List.of());
        return IntStream.of(random.nextInt(Math.max(1, offers.size())))
                .mapToObj(i -> offers.isEmpty() ? Optional.<Offer>empty() : Optional.of(offers.get(i)))
                .findFirst()
                .orElse(Optional.empty());
    }

    /** Dies at the first write: 0 before it, 1 after it. */
    private static final class DyingReferrals extends ReferralsInFront {
        private final int death;
        private int goneOn;

        DyingReferrals(InMemoryReferrals kept, int death) {
            super(kept);
            this.death = death;
        }

        int goneOn() {
            return goneOn;
        }

        @Override
        public Saving save(Referral referral, List<ReferralEvent> events) {
            if (death == 0) {
                throw new Died();
            }
            var saving = super.save(referral, events);
            boolean ended = events.stream()
                    .anyMatch(event ->
                            event instanceof ReferralEvent.OfferDeclined || event instanceof ReferralEvent.OfferLapsed);
            goneOn += ended && events.stream().anyMatch(ReferralEvent.OfferMade.class::isInstance) ? 1 : 0;
            if (death == 1) {
                throw new Died();
            }
            return saving;
        }
    }
}
