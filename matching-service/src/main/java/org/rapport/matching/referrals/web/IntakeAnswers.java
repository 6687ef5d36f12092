package org.rapport.matching.referrals.web;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.web.ServiceClient;

/** Scores live in intake-service and are asked for when a referral is opened. */
final class IntakeAnswers {
    record Score(String instrument, String title, int total, int maximum, String band) {}

    record Response(String state, @Nullable List<Score> scores) {}

    private final ServiceClient intake;

    IntakeAnswers(ServiceClient intake) {
        this.intake = intake;
    }

    Asked<Response> response(UUID inquiryId) {
        return Asked.of(() -> intake.find("/api/intake/inquiries/{id}/response", Response.class, inquiryId));
    }
}
