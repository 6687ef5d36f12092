package org.rapport.matching.referrals.domain;

import java.util.List;
import java.util.stream.Stream;
import org.rapport.matching.ranking.domain.Failure;

/** What a referral answers to a command. */
public sealed interface ReferralDecision {
    /** To be written together with its events. */
    record Decided(Referral referral, List<ReferralEvent> events) implements ReferralDecision {
        public Decided after(List<ReferralEvent> earlier) {
            return new Decided(
                    referral, Stream.concat(earlier.stream(), events.stream()).toList());
        }
    }

    /** It is so already; nothing to write. */
    record Unchanged(Referral referral) implements ReferralDecision {}

    /** @param failures the hard rules in the way, for {@link Refusal#NOT_ELIGIBLE} */
    record Refused(Refusal refusal, List<Failure> failures) implements ReferralDecision {
        static Refused because(Refusal refusal) {
            return new Refused(refusal, List.of());
        }
    }
}
