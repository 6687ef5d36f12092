package org.rapport.journeys.kill;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Who somebody is and what they will do; follows from a number, so that every run has the same mixture. */
record Client(int number) {
    enum Cancels {
        NEVER,
        RIGHT_AFTER_BOOKING,
        AT_THE_END
    }

    String language() {
        return number % 2 == 0 ? "es" : "en";
    }

    boolean wantsTexts() {
        return number / 2 % 2 == 0;
    }

    boolean answersItemNine() {
        return number % 7 == 0;
    }

    boolean isDeclinedOnce() {
        return number % 6 == 1;
    }

    /** Whose offer nobody answers in time, the first one. */
    boolean isLeftWaitingOnce() {
        return number % 12 == 3;
    }

    /** The day before the call comes within the test; for the others it does not. */
    boolean isReminded() {
        return number % 4 != 1;
    }

    Cancels cancels() {
        return switch (number % 10) {
            case 0 -> Cancels.RIGHT_AFTER_BOOKING;
            case 5 -> Cancels.AT_THE_END;
            default -> Cancels.NEVER;
        };
    }

    String email() {
        return "client-" + number + "@mail.example";
    }

    Map<String, Object> person() {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put("name", "Client " + number);
        person.put("email", email());
        person.put("zone", "America/Chicago");
        person.put("state", "IL");
        person.put("language", language());
        person.put("channels", wantsTexts() ? List.of("EMAIL", "SMS") : List.of("EMAIL"));
        person.put("mayLeaveMessage", false);
        person.put("consentVersion", "2026-11");
        if (wantsTexts()) {
            person.put("phone", String.format(Locale.ROOT, "+1312867%04d", number));
        }
        return person;
    }

    /** What they answer where they do not care what they answer otherwise, by question. */
    Map<String, String> wishes() {
        return Map.of(
                "format",
                "INDIVIDUAL",
                "state",
                "IL",
                "payment",
                "SELF_PAY",
                "languages",
                number % 4 == 0 ? "es" : "en",
                "phq9-9",
                answersItemNine() ? "several-days" : "not-at-all");
    }
}
