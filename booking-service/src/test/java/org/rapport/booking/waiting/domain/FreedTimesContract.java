package org.rapport.booking.waiting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.MAYA;

import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.CallId;

/** What {@link FreedTimes} promises, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class FreedTimesContract {

    private static final Instant NOW = Instant.parse("2027-01-11T20:30:00Z");
    private static final FreedTimeId ID = new FreedTimeId(new CallId(new UUID(8, 8)), 3);

    /** Empty. */
    protected abstract FreedTimes emptyTimes();

    @Test
    void a_time_in_each_state_is_found_as_saved() {
        FreedTimes times = emptyTimes();
        WaiterId waiter = new WaiterId(new UUID(1, 1));
        FreedTime seeking = saved(times, FreedTime.of(ID, MAYA, NOW.plusSeconds(86_400), NOW));
        FreedTime choosing = saved(
                times,
                new FreedTime(
                        seeking.id(),
                        seeking.version(),
                        seeking.host(),
                        seeking.start(),
                        seeking.freedAt(),
                        seeking.asked(),
                        1,
                        new FreedTimeState.Choosing(waiter, ID.hold(1))));
        FreedTime offered = saved(times, choosing.offered(waiter, ID.hold(1), NOW.plusSeconds(900)));
        FreedTime passed = saved(times, offered.passOn(waiter, NOW.plusSeconds(900)));
        assertThat(passed.asked()).containsExactly(waiter);
        saved(times, passed.end(FreedTimeState.End.OPEN_TO_ALL, NOW.plusSeconds(900)));
    }

    @Test
    void told_twice_it_is_there_already() {
        FreedTimes times = emptyTimes();
        FreedTime freed = FreedTime.of(ID, MAYA, NOW.plusSeconds(86_400), NOW);
        assertThat(times.save(freed)).isEqualTo(Saving.SAVED);
        assertThat(times.save(freed)).isEqualTo(Saving.STALE);
    }

    @Test
    void of_two_that_saw_the_same_one_is_stale() {
        FreedTimes times = emptyTimes();
        FreedTime seeking = saved(times, FreedTime.of(ID, MAYA, NOW.plusSeconds(86_400), NOW));
        saved(times, seeking.seekAgain(NOW.plusSeconds(1)));
        assertThat(times.save(seeking.end(FreedTimeState.End.GONE, NOW))).isEqualTo(Saving.STALE);
    }

    private static FreedTime saved(FreedTimes times, FreedTime freed) {
        assertThat(times.save(freed)).isEqualTo(Saving.SAVED);
        FreedTime found = times.find(freed.id()).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(freed);
        return found;
    }
}
