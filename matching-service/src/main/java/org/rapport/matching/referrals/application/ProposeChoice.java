package org.rapport.matching.referrals.application;

import java.util.List;
import java.util.UUID;

/**
 * Asks the person whom they would like.
 *
 * @param offerAtOnce whether the offer follows their answer by itself
 */
public record ProposeChoice(UUID inquiryId, List<UUID> therapists, boolean offerAtOnce, UUID by) {
    public ProposeChoice {
        therapists = List.copyOf(therapists);
    }
}
