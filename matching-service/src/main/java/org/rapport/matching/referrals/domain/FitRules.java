package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.ReferralDecision.Decided;
import org.rapport.matching.referrals.domain.ReferralDecision.Refused;
import org.rapport.matching.referrals.domain.ReferralDecision.Unchanged;

/**
 * Asking a matched person how it is with their therapist.
 *
 * <ol>
 *   <li>The acceptance plans the first check. At its time it goes out, and its link lasts a while.
 *   <li>An answer that is not right opens a task: somebody talks with the person, first about what can be mended; finding another
 *       therapist is one press away.
 *   <li>When the link ends, answered or not, the next check is planned.
 * </ol>
 */
public final class FitRules {
    private FitRules() {}

    /** Plans the first check of who was matched just now. */
    public static Referral plan(Referral matched, FitChecks checks) {
        return matched.with(matched.desk().checking(next(matched, checks, null)));
    }

    /** What its time has come for. */
    public static ReferralDecision wake(Referral referral, FitChecks checks, Instant now) {
        FitCheck check = referral.desk().fit();
        Seat seat = referral.seat();
        if (check == null || seat == null) {
            return new Unchanged(referral);
        }
        String therapist = seat.therapistId().toString();
        Instant until = check.until();
        if (until == null) {
            if (now.isBefore(check.askAt())) {
                return new Unchanged(referral);
            }
            FitCheck asked = check.asked(now.plus(checks.validFor()));
            return new Decided(
                    referral.with(referral.desk().checking(asked))
                            .with(HistoryLines.desk("fit-asked", now, null, therapist)),
                    List.of(new ReferralEvent.FitCheckAsked(
                            referral.inquiryId(),
                            check.number(),
                            seat.therapistId(),
                            now.plus(checks.validFor()),
                            now)));
        }
        if (now.isBefore(until)) {
            return new Unchanged(referral);
        }
        Referral next = referral.with(referral.desk().checking(next(referral, checks, check)));
        return new Decided(
                check.answer() != null ? next : next.with(HistoryLines.desk("fit-unanswered", now, null, therapist)),
                List.of());
    }

    /** What the person says; as long as the link lasts they may say otherwise. */
    public static ReferralDecision answer(Referral referral, int number, FitAnswer said) {
        FitCheck check = referral.desk().fit();
        Seat seat = referral.seat();
        Instant until = check == null ? null : check.until();
        if (check == null
                || seat == null
                || until == null
                || check.number() != number
                || !said.at().isBefore(until)) {
            return Refused.because(Refusal.LINK_OVER);
        }
        FitAnswer before = check.answer();
        if (before != null && before.isSameAs(said)) {
            return new Unchanged(referral);
        }
        UUID therapistId = seat.therapistId();
        Referral next = referral.with(referral.desk().checking(check.answered(said)))
                .with(HistoryLines.desk(
                        "fit-answered",
                        said.at(),
                        null,
                        said.heard().code(),
                        said.matters().code(),
                        said.goOn().code()));
        if (said.isRight() || next.desk().has(Task.Kind.FIT_NOT_RIGHT)) {
            return new Decided(next, List.of());
        }
        Task task = new Task(
                "fit|" + therapistId + "|" + said.at(),
                Task.Kind.FIT_NOT_RIGHT,
                List.of(therapistId.toString()),
                said.at(),
                null,
                null);
        Referral opened =
                next.with(next.desk().with(task)).with(HistoryLines.task(task, "fit-not-right", said.at(), null));
        return new Decided(opened, DeskRules.opened(next, opened));
    }

    private static @Nullable FitCheck next(Referral matched, FitChecks checks, @Nullable FitCheck before) {
        Optional<Offer> accepted = matched.offers().stream()
                .filter(offer -> offer.state() == OfferState.ACCEPTED)
                .reduce((_, last) -> last);
        return accepted.flatMap(offer -> Optional.ofNullable(offer.answeredAt())
                        .flatMap(at ->
                                checks.plan(before == null ? FitChecks.first(offer) : before.number() + 1, offer, at)))
                .orElse(null);
    }
}
