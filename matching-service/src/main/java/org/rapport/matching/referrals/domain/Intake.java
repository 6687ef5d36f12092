package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.UUID;
import org.rapport.matching.ranking.domain.Criteria;

/** The submitted intake: codes only, the answers stay where they were given. */
public record Intake(UUID responseId, Criteria criteria, Priority priority, Instant submittedAt, long sequence) {}
