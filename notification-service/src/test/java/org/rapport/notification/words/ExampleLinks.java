package org.rapport.notification.words;

import java.time.Instant;
import java.util.UUID;
import org.rapport.contracts.ClientLink;

/** Links of the length that real ones have. */
final class ExampleLinks implements Links {
    @Override
    public String manageCall(UUID callId, Instant until) {
        return "https://rapport.example/calls/" + "t".repeat(102);
    }

    @Override
    public String confirmCall(UUID callId, Instant until) {
        return "https://rapport.example/calls/confirm/" + "t".repeat(102);
    }

    @Override
    public String intake(UUID inquiryId, Instant until) {
        return "https://rapport.example/intake/" + "t".repeat(102);
    }

    @Override
    public String waitList(UUID waiterId, Instant lastDay) {
        return "https://rapport.example/wait-list/" + "t".repeat(102);
    }

    @Override
    public String choice(UUID inquiryId, int number, Instant until) {
        return "https://rapport.example" + ClientLink.CHOOSE_THERAPIST.path("t".repeat(104));
    }

    @Override
    public String fitCheck(UUID inquiryId, int number, Instant until) {
        return "https://rapport.example" + ClientLink.FIT_CHECK.path("t".repeat(104));
    }

    @Override
    public String preferences(UUID inquiryId, Instant sentAt) {
        return "https://rapport.example/preferences/" + "t".repeat(102);
    }

    @Override
    public String page(String path) {
        return "https://rapport.example" + path;
    }
}
