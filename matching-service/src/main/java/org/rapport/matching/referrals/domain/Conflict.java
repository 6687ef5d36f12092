package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** That a therapist must not see this person, and which coordinator said so. */
public record Conflict(UUID therapistId, Reason reason, UUID by, Instant at) {
    public enum Reason {
        THEY_KNOW_EACH_OTHER,
        SEES_SOMEBODY_CLOSE,
        THE_PERSON_ASKED,
        THE_THERAPIST_ASKED,
        OTHER_CONFLICT;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
