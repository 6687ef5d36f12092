package org.rapport.booking.calendars.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.rapport.booking.Examples.CHICAGO;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calendars.InMemoryOwnCalendars;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendarEvent;
import org.rapport.booking.calendars.domain.OwnCalendars;
import org.rapport.booking.calendars.domain.Saving;
import org.rapport.booking.calendars.domain.WhenUnreadable;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.testkit.SettableClock;

/** Of a hundred and twenty calendars, a look reads some; what was written here counts at once. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class CalendarDiariesTest {

    private static final int HOSTS = 120;
    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    private final SettableClock clock = SettableClock.at(NOW.toString());
    private final InMemoryOwnCalendars calendars = new InMemoryOwnCalendars();
    private final Counted counted = new Counted(calendars, new ArrayList<>());
    private final CalendarDiaries diaries = new CalendarDiaries(counted, clock);

    CalendarDiariesTest() {
        for (int number = 0; number < HOSTS; number++) {
            calendars.change(host(number), calendar -> calendar.set(SOURCE, NOW));
            busy(number, 0);
        }
    }

    @Test
    void all_are_read_once_and_the_next_question_reads_nothing() {
        for (int number = 0; number < HOSTS; number++) {
            assertThat(diaries.of(host(number)).busy()).containsExactly(hour(0));
        }
        assertThat(counted.read()).containsExactly(50, 50, 20);
    }

    @Test
    void what_was_written_here_counts_at_once_and_only_that_is_read() {
        diaries.of(host(7));
        counted.read().clear();
        busy(7, 1);
        diaries.changed(host(7));
        assertThat(diaries.of(host(7)).busy()).containsExactly(hour(1));
        assertThat(counted.read()).isEmpty();
    }

    @Test
    void what_others_wrote_counts_after_a_round_of_looks_that_each_read_some() {
        diaries.of(host(0));
        counted.read().clear();
        busy(0, 2);
        busy(119, 2);
        calendars.change(host(60), OwnCalendar::stop);
        clock.advance(Duration.ofHours(1));
        diaries.of(host(0));
        assertThat(counted.read()).as("a question reads nothing").isEmpty();
        diaries.look();
        assertThat(diaries.of(host(0)).busy()).containsExactly(hour(2));
        assertThat(diaries.of(host(119)).busy()).as("not its turn yet").containsExactly(hour(0));
        diaries.look();
        assertThat(diaries.of(host(60)).busy()).as("given up").isEmpty();
        diaries.look();
        assertThat(diaries.of(host(119)).busy()).containsExactly(hour(2));
        diaries.look();
        assertThat(counted.read()).containsExactly(50, 50, 20, 50);
    }

    @Test
    void a_look_that_began_before_a_write_does_not_undo_it() {
        diaries.look();
        counted.beforeAnswer(() -> {
            busy(3, 4);
            diaries.changed(host(3));
        });
        diaries.look();
        assertThat(diaries.of(host(3)).busy()).containsExactly(hour(4));
    }

    @Test
    void while_the_store_is_away_questions_are_answered_as_before_and_wait_for_nobody() throws Exception {
        diaries.look();
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch back = new CountDownLatch(1);
        counted.beforeAnswer(() -> {
            asked.countDown();
            awaiting(back);
            throw new IllegalStateException("the store is away");
        });
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            Future<?> look = threads.submit(diaries::look);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            clock.advance(Duration.ofMinutes(1));
            try {
                assertThat(threads.submit(() -> diaries.of(host(7)).busy()).get(10, TimeUnit.SECONDS))
                        .containsExactly(hour(0));
            } finally {
                back.countDown();
            }
            assertThatThrownBy(look::get).hasCauseInstanceOf(IllegalStateException.class);
        }
        assertThat(diaries.of(host(7)).busy()).containsExactly(hour(0));
    }

    private static void awaiting(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static final OwnCalendar.Source SOURCE = new OwnCalendar.Source(
            new CalendarAddress(URI.create("https://one.example/a.ics")),
            Duration.ofHours(24),
            WhenUnreadable.CLOSE_HOURS);

    private void busy(int number, int hour) {
        calendars.change(
                host(number),
                calendar -> calendar.read(
                                new LastRead(
                                        NOW,
                                        CHICAGO,
                                        NOW.plus(Duration.ofDays(70)),
                                        List.of(hour(hour)),
                                        Unclear.NOTHING,
                                        null,
                                        null),
                                Duration.ofMinutes(15))
                        .calendar());
    }

    private static Interval hour(int number) {
        Instant start = NOW.plus(Duration.ofDays(1)).plus(Duration.ofHours(number));
        return new Interval(start, start.plusSeconds(3_600));
    }

    private static HostId host(int number) {
        return new HostId(new UUID(3, number));
    }

    /** Says how many were read at a time. */
    private static final class Counted implements OwnCalendars {

        private final OwnCalendars calendars;
        private final List<Integer> read;
        private Runnable beforeAnswer = () -> {};

        Counted(OwnCalendars calendars, List<Integer> read) {
            this.calendars = calendars;
            this.read = read;
        }

        List<Integer> read() {
            return read;
        }

        void beforeAnswer(Runnable once) {
            beforeAnswer = once;
        }

        @Override
        public Optional<OwnCalendar> find(HostId host) {
            return calendars.find(host);
        }

        @Override
        public List<OwnCalendar> some(@Nullable HostId after, int most) {
            List<OwnCalendar> some = calendars.some(after, most);
            read.add(some.size());
            Runnable now = beforeAnswer;
            beforeAnswer = () -> {};
            now.run();
            return some;
        }

        @Override
        public Saving save(OwnCalendar calendar, List<OwnCalendarEvent> events) {
            return calendars.save(calendar, events);
        }
    }
}
