package org.rapport.journeys.kill;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a journey was promised: everything here was in an answer of the 2xx.
 *
 * @param intakeToken of the person's link to the questionnaire
 * @param answers by question
 * @param owner the coordinator who took the referral
 * @param offers in their order; only the last can have been accepted
 * @param full therapists who would have fitted but for a free seat, if nobody was left to offer the person to
 */
record Ended(
        Client client,
        UUID callId,
        UUID hostId,
        UUID inquiryId,
        UUID responseId,
        boolean cancelled,
        String intakeToken,
        Map<String, List<String>> answers,
        UUID owner,
        List<AnsweredOffer> offers,
        Set<UUID> full) {

    enum Answered {
        ACCEPTED,
        DECLINED,
        LAPSED
    }

    record AnsweredOffer(int number, UUID therapistId, Answered how) {
        boolean accepted() {
            return how == Answered.ACCEPTED;
        }

        UUID id(UUID inquiryId) {
            return UUID.nameUUIDFromBytes(("offer|" + inquiryId + "|" + number).getBytes(StandardCharsets.UTF_8));
        }
    }

    Optional<AnsweredOffer> match() {
        return offers.stream().filter(AnsweredOffer::accepted).findFirst();
    }
}
