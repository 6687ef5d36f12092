package org.rapport.matching.referrals.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.Concern;
import org.rapport.matching.referrals.domain.Fact;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.OfferState;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralEvent;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Selection;
import org.rapport.matching.referrals.domain.Source;
import org.rapport.matching.referrals.domain.Stories;
import org.rapport.matching.referrals.domain.Task;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists.Kept;
import org.rapport.testkit.SettableClock;

/**
 * Weeks of a small practice by a seed: people come, staff and therapists act at random, facts and commands come twice and in any order,
 * capacities and licences change, and a process dies before or after a write. After every step the invariants hold; after the last one
 * everybody is somewhere.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReferralSimulationTest {
    private static final int SEEDS = 60;
    private static final int STEPS = 250;
    private static final int THERAPISTS = 5;

    @Test
    void nobody_is_lost_nobody_is_twice_capacity_is_kept_and_every_clock_is_consistent() {
        int matched = 0;
        int goneOn = 0;
        int died = 0;
        int cameBack = 0;
        int chosen = 0;
        int asked = 0;
        for (long seed = 1; seed <= SEEDS; seed++) {
            Practice practice = new Practice(seed);
            for (int step = 0; step < STEPS; step++) {
                practice.step();
                practice.check("seed " + seed + " step " + step);
            }
            practice.settle("seed " + seed);
            matched += practice.count(ReferralEvent.ClientMatched.class);
            goneOn += practice.goneOn;
            died += practice.died;
            cameBack += practice.cameBack;
            chosen += practice.count(ReferralEvent.ChoiceMade.class);
            asked += practice.count(ReferralEvent.FitCheckAsked.class);
        }
        // Else all this would hold of a practice in which nothing happens.
        assertThat(matched).isGreaterThan(SEEDS);
        assertThat(goneOn).isGreaterThan(SEEDS / 10);
        assertThat(died).isGreaterThan(SEEDS);
        assertThat(cameBack).isGreaterThan(SEEDS / 10);
        assertThat(chosen).isGreaterThan(SEEDS / 10);
        assertThat(asked).isGreaterThan(SEEDS);
    }

    private static final class Practice {
        private final SplittableRandom random;
        private final SettableClock clock = SettableClock.at(MONDAY);
        private final InMemoryReferrals kept = new InMemoryReferrals();
        private final InMemoryTherapists therapists = new InMemoryTherapists();
        private final Clocks clocks = Stories.clocks();
        private final List<UUID> people = new ArrayList<>();
        private final List<NoteFact> told = new ArrayList<>();
        private int looked;
        private int goneOn;
        private int died;
        private int cameBack;

        Practice(long seed) {
            this.random = new SplittableRandom(seed);
            for (int number = 1; number <= THERAPISTS; number++) {
                put(number, 1 + random.nextInt(3), 365);
                new SimulatedProcess(kept, therapists, clocks, clock, -1).care(Sketches.id(number));
            }
        }

        private void put(int number, int capacity, int licensedDays) {
            Therapist therapist = new Sketch(number)
                    .capacity(capacity)
                    .existingClients(random.nextInt(capacity + 1) / 2)
                    .licences(new Licence(
                            "IL",
                            "1",
                            LocalDate.ofInstant(clock.instant(), ZoneId.of("America/Chicago"))
                                    .plusDays(licensedDays)))
                    .build();
            long version = therapists.find(therapist.id()).map(Kept::version).orElse(0L);
            therapists.save(new Kept(therapist, version, clock.instant()), clock.instant());
        }

        void step() {
            // Each step runs in a process of its own: nothing is remembered but what was written.
            SimulatedProcess process = new SimulatedProcess(
                    kept, therapists, clocks, clock, random.nextInt(8) == 0 ? random.nextInt(2) : -1);
            try {
                switch (random.nextInt(21)) {
                    case 0, 1 -> arrive(process);
                    case 2 -> repeat(process);
                    case 3, 4, 5 -> process.offer(somebody(), somebodyElse());
                    case 6, 7 -> process.accept(somebody(), random);
                    case 8, 9 -> process.decline(somebody(), random);
                    case 10 -> process.plan(somebody(), List.of(somebodyElse(), somebodyElse()));
                    case 11 -> clock.advance(Duration.ofHours(random.nextInt(40)));
                    case 12 -> process.desk(somebody(), random);
                    case 13 -> put(1 + random.nextInt(THERAPISTS), 1 + random.nextInt(3), random.nextInt(200));
                    case 14 -> process.care(somebodyElse());
                    case 15 -> comeBack(process);
                    case 16 ->
                        process.propose(somebody(), List.of(somebodyElse(), somebodyElse()), random.nextBoolean());
                    case 17, 18 -> process.answer(somebody(), random);
                    case 19 -> danger(process);
                    default -> people.forEach(process::wake);
                }
            } catch (SimulatedProcess.Died e) {
                died++;
            }
            goneOn += process.goneOn();
        }

        private void arrive(SimulatedProcess process) {
            UUID person = new UUID(random.nextLong(), random.nextLong());
            people.add(person);
            List<NoteFact> facts = List.of(
                    new NoteFact(
                            person,
                            new Fact.InquiryReceived(
                                    List.of("CALL_ME_BACK", "QUESTIONNAIRE_FIRST", "CALL_WITH_COORDINATOR")
                                            .get(random.nextInt(3)),
                                    "en",
                                    "IL",
                                    null,
                                    clock.instant()),
                            new Source("inquiry|" + person, 1)),
                    new NoteFact(
                            person,
                            new Fact.ResponseSubmitted(
                                    person,
                                    Sketches.wish(),
                                    List.of(Priority.EMERGENT, Priority.URGENT, Priority.ROUTINE)
                                            .get(random.nextInt(3)),
                                    clock.instant()),
                            new Source("response|" + person, 1)));
            List<NoteFact> order = random.nextBoolean() ? facts : facts.reversed();
            // What is on the topic is delivered until it is written, whoever dies.
            told.addAll(order);
            order.forEach(process::note);
        }

        /** Somebody fills the questionnaire in again: then nobody waits for them, and they are looked at, also if they were closed. */
        private void comeBack(SimulatedProcess process) {
            if (people.isEmpty()) {
                return;
            }
            UUID person = somebody();
            long sequence = 2L + told.size();
            NoteFact again = new NoteFact(
                    person,
                    new Fact.ResponseSubmitted(person, Sketches.wish(), Priority.ROUTINE, clock.instant()),
                    new Source("response|" + person + "|" + sequence, sequence));
            told.add(again);
            process.note(again);
            Referral referral = kept.find(person).orElseThrow();
            assertThat(referral.desk().isPaused()).isFalse();
            assertThat(referral.state() == ReferralState.CLOSED)
                    .isEqualTo(
                            referral.desk().openTasks().stream().anyMatch(task -> task.kind() == Task.Kind.CAME_BACK));
            cameBack += referral.state() == ReferralState.CLOSED ? 1 : 0;
        }

        /** Somebody is in danger, or one of those who were has been called. */
        private void danger(SimulatedProcess process) {
            if (people.isEmpty()) {
                return;
            }
            UUID person = somebody();
            long sequence = 2L + told.size();
            Optional<Concern> open = kept.find(person).stream()
                    .flatMap(referral -> referral.facts().concerns().stream())
                    .filter(Concern::isOpen)
                    .findFirst();
            Fact fact = open.isPresent() && random.nextBoolean()
                    ? new Fact.ConcernAcknowledged(
                            open.get().concernId(), Stories.MAYA, "CALLED_CLIENT", clock.instant())
                    : new Fact.ConcernRaised(new UUID(random.nextLong(), random.nextLong()), clock.instant());
            NoteFact next = new NoteFact(person, fact, new Source("concern|" + person + "|" + sequence, sequence));
            told.add(next);
            process.note(next);
        }

        private void repeat(SimulatedProcess process) {
            if (!told.isEmpty()) {
                process.note(told.get(random.nextInt(told.size())));
            }
        }

        private UUID somebody() {
            return people.isEmpty() ? Stories.INQUIRY : people.get(random.nextInt(people.size()));
        }

        private UUID somebodyElse() {
            return Sketches.id(1 + random.nextInt(THERAPISTS));
        }

        void check(String where) {
            for (int number = 1; number <= THERAPISTS; number++) {
                List<Integer> seats = kept.seatedWith(Sketches.id(number)).stream()
                        .flatMap(referral -> Optional.ofNullable(referral.seat()).stream())
                        .map(seat -> seat.number())
                        .toList();
                assertThat(seats).as(where).doesNotHaveDuplicates();
            }
            List<ReferralEvent> published = kept.published();
            published.subList(looked, published.size()).forEach(event -> {
                if (event instanceof ReferralEvent.ClientMatched matched) {
                    keepsCapacity(where, matched.offer().therapistId());
                }
            });
            looked = published.size();
            for (UUID person : people) {
                kept.find(person).ifPresent(referral -> check(where, referral));
            }
        }

        /** Whoever was matched in this step found a place by the capacity of this very moment, whatever it was before. */
        private void keepsCapacity(String where, UUID therapistId) {
            Caseload caseload =
                    therapists.find(therapistId).orElseThrow().therapist().caseload();
            assertThat(kept.taken(therapistId).count(caseload)).as(where).isLessThanOrEqualTo(caseload.capacity());
        }

        private void check(String where, Referral referral) {
            List<Offer> accepted = referral.offers().stream()
                    .filter(offer -> offer.state() == OfferState.ACCEPTED)
                    .toList();
            int open = referral.openOffers().size();
            assertThat(open).as(where).isLessThanOrEqualTo(Referral.MOST_OPEN);
            assertThat(open > 0).as(where).isEqualTo(referral.state() == ReferralState.OFFERED);
            if (referral.state() == ReferralState.MATCHED) {
                assertThat(accepted).as(where).isNotEmpty();
                assertThat(referral.seat())
                        .as(where)
                        .extracting("therapistId")
                        .isEqualTo(accepted.getLast().therapistId());
            }
            assertThat(referral.openOffers())
                    .as(where)
                    .extracting(Offer::therapistId)
                    .doesNotHaveDuplicates();
            // Who waits for the practice has a running clock or one that somebody stopped; nobody else has one.
            boolean due = clocks.read(referral, clock.instant()).isPresent();
            boolean owed = referral.desk().openTasks().stream().anyMatch(task -> task.kind() != Task.Kind.LICENCE_ENDS);
            boolean waits =
                    (referral.state().isWaiting() || owed || referral.facts().hasOpenConcern())
                            && referral.facts().inquiry() != null;
            assertThat(due).as(where).isEqualTo(waits);
            // Each end of a clock is told, or it is what the referral wakes for, if not for something before.
            clocks.dueAt(referral)
                    .filter(end -> !end.equals(referral.desk().overdueTold()))
                    .ifPresent(end -> assertThat(clocks.wakeAt(referral))
                            .as(where + ": wakes")
                            .hasValueSatisfying(wake -> assertThat(wake).isBeforeOrEqualTo(end)));
            Choice choice = referral.desk().choice();
            if (choice != null && choice.state() != Choice.State.OVER) {
                assertThat(choice.therapists())
                        .as(where)
                        .noneMatch(shown -> referral.desk().barred().contains(shown));
            }
            if (choice != null && choice.state() == Choice.State.ASKED) {
                assertThat(referral.state()).as(where).isEqualTo(ReferralState.READY_FOR_TRIAGE);
                assertThat(clocks.wakeAt(referral)).as(where).isPresent();
            }
            assertThat(referral.openOffers())
                    .as(where)
                    .noneMatch(offer -> referral.desk().barred().contains(offer.therapistId()));
            if (referral.state() != ReferralState.MATCHED) {
                assertThat(referral.desk().fit()).as(where).isNull();
            }
        }

        /** Everything on the topics is delivered and everything due wakes; then nobody hangs between two hands. */
        void settle(String where) {
            clock.advance(Duration.ofDays(60));
            SimulatedProcess process = new SimulatedProcess(kept, therapists, clocks, clock, -1);
            told.forEach(process::note);
            people.forEach(process::wake);
            // Whoever was waited for has their time now; it ends, too.
            clock.advance(Duration.ofDays(60));
            people.forEach(process::wake);
            people.forEach(process::wake);
            for (UUID person : people) {
                Referral referral = kept.find(person).orElseThrow();
                check(where, referral);
                assertThat(referral.facts().intake()).as(where).isNotNull();
                clocks.dueAt(referral)
                        .ifPresent(end -> assertThat(referral.desk().overdueTold())
                                .as(where)
                                .isEqualTo(end));
            }
            assertThat(kept.count(
                            new Selection(EnumSet.allOf(ReferralState.class), false, new Selection.Ownership.Anyone())))
                    .as(where)
                    .isEqualTo(people.size());
            long perPerson = kept.published().stream()
                    .filter(ReferralEvent.ReferralOpened.class::isInstance)
                    .map(ReferralEvent::inquiryId)
                    .distinct()
                    .count();
            assertThat(count(ReferralEvent.ReferralOpened.class))
                    .as(where)
                    .isEqualTo((int) perPerson)
                    .isEqualTo(people.size());
        }

        int count(Class<? extends ReferralEvent> type) {
            return (int) kept.published().stream().filter(type::isInstance).count();
        }
    }
}
