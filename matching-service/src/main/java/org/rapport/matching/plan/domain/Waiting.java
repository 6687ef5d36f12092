package org.rapport.matching.plan.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Fit;
import org.rapport.matching.referrals.domain.Priority;

/** Somebody who waits for a therapist, and everybody who may take them on. */
public record Waiting(UUID inquiryId, Priority priority, Instant since, List<Fit> fits) {
    public Waiting {
        fits = List.copyOf(fits);
    }
}
