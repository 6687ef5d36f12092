package org.rapport.benchmarks;

import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.rapport.benchmarks.BusyPractice.Wanted;

/** A way to a booked call over HTTP. Each books a time nobody else wants; anything but 201 is a fault of the run. */
enum Booking {
    /** One step for who is in the queue: one insert. */
    ONE_STEP("one step, known person") {
        @Override
        void book(Plain http, String staff, Wanted wanted) throws IOException {
            created(http.post(
                    "/api/booking/calls",
                    staff,
                    request(
                            wanted,
                            "\"inquiryId\":\"%s\",\"requestId\":\"%s\""
                                    .formatted(wanted.inquiry(), UUID.randomUUID()))));
        }
    },
    /** One step for who phones: the person's insert and the call's. */
    NEW_PERSON("one step, new person") {
        @Override
        void book(Plain http, String staff, Wanted wanted) throws IOException {
            created(http.post(
                    "/api/booking/calls",
                    staff,
                    request(
                            wanted,
                            "\"person\":%s,\"requestId\":\"%s\"".formatted(person(wanted), UUID.randomUUID()))));
        }
    },
    /** As visitors do: hold the time, then book it, the person's insert in between. */
    HOLD_AND_BOOK("hold, then book") {
        @Override
        void book(Plain http, String staff, Wanted wanted) throws IOException {
            Plain.Answer held =
                    created(http.post("/api/booking/holds", "", request(wanted, "\"zone\":\"America/Chicago\"")));
            Matcher token = TOKEN.matcher(held.body());
            if (!token.find()) {
                throw new IllegalStateException(held.body());
            }
            created(http.post("/api/booking/holds/" + token.group(1) + "/call", "", person(wanted)));
        }
    };

    private static final Pattern TOKEN = Pattern.compile("\"token\"\\s*:\\s*\"([^\"]+)\"");

    private final String title;

    Booking(String title) {
        this.title = title;
    }

    abstract void book(Plain http, String staff, Wanted wanted) throws IOException;

    String title() {
        return title;
    }

    static String request(Wanted wanted, String rest) {
        return "{\"host\":\"%s\",\"start\":\"%s\",%s}".formatted(wanted.host(), wanted.start(), rest);
    }

    private static String person(Wanted wanted) {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"Ana Example\",\"email\":\"visitor%d@example.org\",\"zone\":\"America/Chicago\",\"state\":\"IL\","
                        + "\"language\":\"en\",\"channels\":[\"EMAIL\"],\"mayLeaveMessage\":false,\"consentVersion\":\"2026-11\"}",
                wanted.number());
    }

    private static Plain.Answer created(Plain.Answer answer) {
        if (answer.status() != 201) {
            throw new IllegalStateException("refused: " + answer.status() + " " + answer.body());
        }
        return answer;
    }
}
