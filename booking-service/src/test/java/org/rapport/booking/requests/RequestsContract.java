package org.rapport.booking.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.requests.application.KeepRequestHandler;
import org.rapport.booking.requests.domain.Beginning;
import org.rapport.booking.requests.domain.KeptAnswer;
import org.rapport.booking.requests.domain.KeptRequest;
import org.rapport.booking.requests.domain.Requests;
import org.rapport.testkit.SettableClock;

/** What is kept of commands, whatever keeps it. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class RequestsContract {

    private static final KeptAnswer ANSWER = new KeptAnswer(201, "application/json", "c2VhbGVk");

    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private Requests requests;
    private KeepRequestHandler handler;

    protected abstract Requests emptyRequests();

    @BeforeEach
    void start_empty() {
        requests = emptyRequests();
        handler = new KeepRequestHandler(requests, clock);
    }

    @Test
    void who_comes_first_performs_and_who_comes_again_gets_the_answer() {
        Beginning first = handler.begin("key", "book");
        assertThat(first).isEqualTo(new Beginning.Perform(clock.instant()));
        clock.advance(Duration.ofSeconds(5));
        assertThat(handler.begin("key", "book")).as("under way, or crashed").isEqualTo(first);
        assertThat(handler.end("key", ((Beginning.Perform) first).begunAt(), ANSWER))
                .isEqualTo(ANSWER);
        assertThat(handler.begin("key", "book")).isEqualTo(new Beginning.Repeat(ANSWER));
        assertThat(handler.begin("key", "cancel")).isEqualTo(new Beginning.Reused());
        assertThat(handler.begin("other", "cancel")).isInstanceOf(Beginning.Perform.class);
    }

    @Test
    void of_two_answers_the_first_is_everybodys() {
        Beginning.Perform begun = (Beginning.Perform) handler.begin("key", "book");
        handler.end("key", begun.begunAt(), ANSWER);
        assertThat(handler.end("key", begun.begunAt(), new KeptAnswer(409, "application/json", "b3RoZXI=")))
                .isEqualTo(ANSWER);
    }

    @Test
    void after_a_day_the_key_is_free_and_forgotten() {
        handler.begin("key", "book");
        clock.advance(KeptRequest.KEPT.minusMillis(1));
        handler.forget("key");
        assertThat(handler.begin("key", "cancel")).isEqualTo(new Beginning.Reused());
        clock.advance(Duration.ofMillis(1));
        assertThat(handler.begin("key", "cancel")).isEqualTo(new Beginning.Perform(clock.instant()));
        handler.forget("key");
        assertThat(requests.find("key")).as("in use anew").isPresent();
        clock.advance(KeptRequest.KEPT);
        handler.forget("key");
        assertThat(requests.find("key")).isEmpty();
    }
}
