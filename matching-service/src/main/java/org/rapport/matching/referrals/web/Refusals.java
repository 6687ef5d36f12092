package org.rapport.matching.referrals.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Failure;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.referrals.domain.Refusal;
import org.rapport.web.Problems;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** How a refusal answers. What somebody may not know of is not found; everything else is a conflict with its name. */
final class Refusals {
    private Refusals() {}

    /** The referral as it is after the command, or the request ends with 404 or the problem given. */
    static ResponseEntity<?> answer(
            ReferralDecision decision, Words words, Function<Referral, ResponseEntity<?>> otherwise) {
        return switch (decision) {
            case ReferralDecision.Decided decided -> otherwise.apply(decided.referral());
            case ReferralDecision.Unchanged unchanged -> otherwise.apply(unchanged.referral());
            case ReferralDecision.Refused refused -> problem(refused, words);
        };
    }

    /** The refusal a page shows, empty if the command went through. */
    static Optional<Refusal> shown(ReferralDecision decision) {
        if (!(decision instanceof ReferralDecision.Refused refused)) {
            return Optional.empty();
        }
        hidden(refused.refusal());
        return Optional.of(refused.refusal());
    }

    /** From the address of a page; anything else that stands there says nothing. */
    static Optional<Refusal> named(@Nullable String code) {
        return Arrays.stream(Refusal.values())
                .filter(refusal -> code(refusal).equals(code))
                .findFirst();
    }

    static String code(Refusal refusal) {
        return refusal.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ResponseEntity<?> problem(ReferralDecision.Refused refused, Words words) {
        hidden(refused.refusal());
        String code = code(refused.refusal());
        String detail = words.text("matching.refused." + code);
        return refused.failures().isEmpty()
                ? Problems.of(HttpStatus.CONFLICT, code, detail)
                : Problems.of(HttpStatus.CONFLICT, code, detail, Map.of("failures", failures(refused, words)));
    }

    private static List<CandidatesAnswer.FailureLine> failures(ReferralDecision.Refused refused, Words words) {
        return refused.failures().stream()
                .map((Failure failure) -> CandidatesAnswer.FailureLine.of(failure, words))
                .toList();
    }

    private static void hidden(Refusal refusal) {
        switch (refusal) {
            case NO_SUCH_REFERRAL, NO_SUCH_OFFER, NO_SUCH_THERAPIST, NO_SUCH_TASK -> throw RefusedRequest.notFound();
            case NOT_READY,
                    ENOUGH_OFFERED,
                    ALREADY_MATCHED,
                    NOT_ELIGIBLE,
                    OFFER_LAPSED,
                    OFFER_DECLINED,
                    OFFER_ACCEPTED,
                    OFFER_WITHDRAWN,
                    SEAT_TAKEN,
                    CAPACITY_FULL,
                    TOO_MANY_OFFERS,
                    CLOSED,
                    NOT_CLOSED,
                    NOT_MATCHED,
                    CONCERN_OPEN,
                    CONSENT_MISSING,
                    OFFER_OPEN,
                    WRONG_NUMBER,
                    LINK_OVER,
                    CONFLICT,
                    NOTHING_DUE -> {}
        }
    }
}
