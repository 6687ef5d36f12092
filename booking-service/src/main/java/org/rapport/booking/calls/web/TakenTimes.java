package org.rapport.booking.calls.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.web.Practice;
import org.rapport.web.Problems;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The answer to who wants a time that somebody has: 409 with the nearest that are open. */
@Component
final class TakenTimes {

    private final Practice practice;
    private final MessageSource messages;

    TakenTimes(Practice practice, MessageSource messages) {
        this.practice = practice;
        this.messages = messages;
    }

    ResponseEntity<ProblemDetail> problem(List<Opening> alternatives, ZoneId zone, Locale locale) {
        return Problems.of(
                HttpStatus.CONFLICT,
                "slot-taken",
                messages.getMessage("problem.slot-taken.text", null, locale),
                Map.of(
                        "alternatives",
                        alternatives.stream()
                                .map(open -> OpeningView.of(open, zone, practice.zone()))
                                .toList()));
    }
}
