package org.rapport.matching.referrals.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.rapport.matching.ranking.domain.Sketches;

/** One person's story, to be told as far as a test needs it. */
public final class Stories {
    public static final UUID INQUIRY = UUID.fromString("10000000-0000-4000-8000-000000000001");
    public static final UUID CALL = UUID.fromString("20000000-0000-4000-8000-000000000001");
    public static final UUID RESPONSE = UUID.fromString("30000000-0000-4000-8000-000000000001");
    public static final UUID CONCERN = UUID.fromString("40000000-0000-4000-8000-000000000001");
    public static final UUID MAYA = UUID.fromString("c0000000-0000-4000-8000-000000000001");
    public static final UUID DANIEL = UUID.fromString("c0000000-0000-4000-8000-000000000002");
    public static final UUID GRACE = Sketches.id(1);
    public static final UUID ELENA = Sketches.id(2);
    public static final Instant MONDAY = Instant.parse("2026-11-23T15:00:00Z");
    public static final Duration TWO_DAYS = Duration.ofDays(2);

    private Stories() {}

    /** Chicago, weekdays from nine to five; one, eight and twenty-four hours. */
    public static Clocks clocks() {
        return new Clocks(
                new PracticeHours(
                        ZoneId.of("America/Chicago"),
                        EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                        LocalTime.of(9, 0),
                        LocalTime.of(17, 0),
                        Set.of(LocalDate.of(2026, 11, 26))::contains),
                Map.of(
                        Priority.EMERGENT, Duration.ofHours(1),
                        Priority.URGENT, Duration.ofHours(8),
                        Priority.ROUTINE, Duration.ofHours(24)),
                Duration.ofHours(8));
    }

    /** Ten and thirty days after the match, each to be answered within a week. */
    public static FitChecks fitChecks() {
        return new FitChecks(List.of(Duration.ofDays(10), Duration.ofDays(30)), Duration.ofDays(7));
    }

    public static Fact sent() {
        return new Fact.QuestionnaireSent(MONDAY.plusSeconds(2));
    }

    /** Matched, with the first fit check planned as the acceptance does. */
    public static Referral checked() {
        return FitRules.plan(matched(), fitChecks());
    }

    public static Fact received() {
        return new Fact.InquiryReceived("CALL_WITH_COORDINATOR", "en", "IL", null, MONDAY);
    }

    public static Fact booked() {
        return new Fact.CallBooked(
                CALL, MAYA, true, MONDAY.plusSeconds(86_400), MONDAY.plusSeconds(87_600), MONDAY.plusSeconds(1));
    }

    public static Fact moved() {
        return new Fact.CallMoved(
                CALL,
                MAYA,
                true,
                MONDAY.plusSeconds(172_800),
                MONDAY.plusSeconds(174_000),
                MONDAY.plusSeconds(86_400),
                "CLIENT",
                MONDAY.plusSeconds(2));
    }

    public static Fact ended(String outcome) {
        return new Fact.CallEnded(
                CALL,
                MAYA,
                true,
                MONDAY.plusSeconds(86_400),
                MONDAY.plusSeconds(87_600),
                outcome,
                DANIEL,
                MONDAY.plusSeconds(88_000));
    }

    public static Fact cancelled() {
        return new Fact.CallCancelled(
                CALL,
                MAYA,
                true,
                MONDAY.plusSeconds(86_400),
                MONDAY.plusSeconds(87_600),
                "CLIENT",
                "no-longer-needed",
                MONDAY.plusSeconds(2));
    }

    public static Fact submitted() {
        return new Fact.ResponseSubmitted(RESPONSE, Sketches.wish(), Priority.URGENT, MONDAY.plusSeconds(60));
    }

    public static Fact raised() {
        return new Fact.ConcernRaised(CONCERN, MONDAY.plusSeconds(50));
    }

    public static Fact acknowledged() {
        return new Fact.ConcernAcknowledged(CONCERN, MAYA, "called", MONDAY.plusSeconds(70));
    }

    public static Source inquiry(long sequence) {
        return new Source("inquiry|" + INQUIRY, sequence);
    }

    public static Source call(long sequence) {
        return new Source("call|" + CALL, sequence);
    }

    public static Source response(long sequence) {
        return new Source("response|" + RESPONSE, sequence);
    }

    public static Referral open() {
        return after(Referral.unknown(INQUIRY), referral -> referral.note(received(), inquiry(1)));
    }

    public static Referral ready() {
        return after(open(), referral -> referral.note(submitted(), response(3)));
    }

    public static Referral offered() {
        return after(ready(), referral -> referral.offer(GRACE, List.of(), MAYA, MONDAY.plusSeconds(100), TWO_DAYS));
    }

    public static Referral matched() {
        return after(offered(), referral -> referral.accept(1, GRACE, new Seat(GRACE, 1), MONDAY.plusSeconds(200)));
    }

    public static Referral declined() {
        return after(
                offered(),
                referral -> referral.decline(1, GRACE, DeclineReason.CASELOAD_FULL, null, MONDAY.plusSeconds(200)));
    }

    public static Referral lapsed() {
        return after(
                offered(), referral -> referral.lapse(MONDAY.plusSeconds(100).plus(TWO_DAYS)));
    }

    public static Referral after(Referral referral, Function<Referral, ReferralDecision> rule) {
        return switch (rule.apply(referral)) {
            case ReferralDecision.Decided decided -> decided.referral();
            case ReferralDecision.Unchanged unchanged -> unchanged.referral();
            case ReferralDecision.Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }
}
