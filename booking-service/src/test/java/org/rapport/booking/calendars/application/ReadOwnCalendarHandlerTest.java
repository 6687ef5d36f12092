package org.rapport.booking.calendars.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.Examples;
import org.rapport.booking.calendars.InMemoryFeeds;
import org.rapport.booking.calendars.InMemoryOwnCalendars;
import org.rapport.booking.calendars.application.CalendarFiles.Answer;
import org.rapport.booking.calendars.application.CalendarTimes.Frame;
import org.rapport.booking.calendars.application.CalendarTimes.Reading;
import org.rapport.booking.calendars.domain.CalendarAddress;
import org.rapport.booking.calendars.domain.LastRead;
import org.rapport.booking.calendars.domain.LastRead.Unclear;
import org.rapport.booking.calendars.domain.Outage;
import org.rapport.booking.calendars.domain.OwnCalendar;
import org.rapport.booking.calendars.domain.OwnCalendarEvent.CalendarReadable;
import org.rapport.booking.calendars.domain.OwnCalendarEvent.CalendarUnreadable;
import org.rapport.booking.calendars.domain.ReadFault;
import org.rapport.booking.calendars.domain.TrustedHosts;
import org.rapport.booking.calendars.domain.WhenUnreadable;
import org.rapport.booking.calls.application.FindOpenings;
import org.rapport.booking.calls.application.FindOpeningsHandler;
import org.rapport.booking.calls.application.HoldCall;
import org.rapport.booking.calls.application.HoldCallHandler;
import org.rapport.booking.calls.application.HostChoice;
import org.rapport.booking.calls.application.InMemoryCalls;
import org.rapport.booking.calls.application.MoveCall;
import org.rapport.booking.calls.application.MoveCallHandler;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.testkit.SettableClock;

/** Pain 19: an own calendar that counts, that fails, and that works again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ReadOwnCalendarHandlerTest {

    /** A Monday; the hours are 9 to 17 in Chicago. */
    private static final Instant NOW = Instant.parse("2027-01-11T15:00:00Z");

    private static final Instant TEN = Instant.parse("2027-01-12T16:00:00Z");
    private static final Interval TEN_TO_ELEVEN = new Interval(TEN, TEN.plusSeconds(3_600));

    private final SettableClock clock = SettableClock.at(NOW.toString());
    private final InMemoryHosts hosts = new InMemoryHosts(coordinator(MAYA, "Maya", everyDay("09:00", "17:00")));
    private final InMemoryPractices practices = new InMemoryPractices();
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryOwnCalendars calendars = new InMemoryOwnCalendars();
    private final CalendarDiaries diaries = new CalendarDiaries(calendars, clock);
    private final SetOwnCalendarHandler set =
            new SetOwnCalendarHandler(calendars, diaries, new TrustedHosts(Set.of()), clock);
    private final FindOpeningsHandler openings = new FindOpeningsHandler(hosts, practices, calls, diaries, clock);
    private final HoldCallHandler hold = new HoldCallHandler(hosts, practices, calls, openings, clock);
    private final MoveCallHandler move = new MoveCallHandler(hosts, practices, calls, openings, clock);

    private final List<Boolean> askedForChanges = new ArrayList<>();
    private final List<Frame> frames = new ArrayList<>();
    private Answer answer = new Answer.File("", "\"one\"", null);
    private Reading reading = new Reading.Busy(List.of(TEN_TO_ELEVEN), Unclear.NOTHING);

    private final ReadOwnCalendarHandler read = new ReadOwnCalendarHandler(
            calendars,
            hosts,
            calls,
            (_, known) -> {
                askedForChanges.add(known.isPresent());
                return answer;
            },
            (_, frame) -> {
                frames.add(frame);
                return reading;
            },
            diaries,
            Duration.ofMinutes(15),
            clock);

    @BeforeEach
    void an_own_calendar() {
        set("24", WhenUnreadable.CLOSE_HOURS);
    }

    @Test
    void pain_19_what_is_busy_in_the_own_calendar_is_not_offered_nor_held_nor_moved_to() {
        assertThat(offered(TEN)).isFalse();
        read.handle(MAYA);
        assertThat(offered(TEN)).isFalse();
        // Twenty minutes and ten kept free after it: until half past nine there is room.
        assertThat(offered(Instant.parse("2027-01-12T15:30:00Z"))).isTrue();
        assertThat(offered(Instant.parse("2027-01-12T15:45:00Z"))).isFalse();
        assertThat(offered(TEN_TO_ELEVEN.end())).isTrue();
        assertThat(held(1, TEN)).isEqualTo(new HoldDecision.Refused(NotOpen.BUSY_IN_OWN_CALENDAR));
        assertThat(held(2, TEN_TO_ELEVEN.end())).isInstanceOf(HoldDecision.Held.class);
        book(2);
        assertThat(move.handle(new MoveCall(token(2).callId(), TEN, Mover.HOST, null)))
                .isEqualTo(new MoveDecision.NotOffered(NotOpen.BUSY_IN_OWN_CALENDAR));
    }

    @Test
    void pain_19_a_call_stays_that_was_booked_before_the_calendar_said_busy() {
        reading = new Reading.Busy(List.of(), Unclear.NOTHING);
        read.handle(MAYA);
        assertThat(held(1, TEN)).isInstanceOf(HoldDecision.Held.class);
        book(1);
        reading = new Reading.Busy(List.of(TEN_TO_ELEVEN), Unclear.NOTHING);
        read.handle(MAYA);
        assertThat(calls.find(token(1).callId()).orElseThrow().time().start()).isEqualTo(TEN);
        ShowCalendarHandler.Calendars shown =
                new ShowCalendarHandler(new InMemoryFeeds(), calendars, calls, clock).handle(host());
        assertThat(shown.inTheWay()).extracting(Call::id).containsExactly(token(1).callId());
        assertThat(shown.busy()).containsExactly(TEN_TO_ELEVEN);
    }

    @Test
    void pain_19_own_calls_are_named_to_who_understands_the_file_booked_and_cancelled_ones() {
        reading = new Reading.Busy(List.of(), Unclear.NOTHING);
        read.handle(MAYA);
        held(1, TEN);
        held(2, TEN.plus(Duration.ofHours(1)));
        book(2);
        held(3, TEN.plus(Duration.ofHours(2)));
        book(3);
        calls.decide(token(3).callId(), call -> call.cancel(CancelReason.PREFER_NOT_TO_SAY, clock.instant()));
        read.handle(MAYA);
        assertThat(frames.getLast().ownCalls())
                .containsExactlyInAnyOrder(
                        token(2).callId().value(), token(3).callId().value());
    }

    @Test
    void pain_19_unreadable_too_long_closes_the_hours_and_read_again_opens_them() {
        read.handle(MAYA);
        answer = new Answer.Failed(ReadFault.TIMEOUT);
        clock.advance(Duration.ofHours(23));
        read.handle(MAYA);
        Instant free = Instant.parse("2027-01-13T16:00:00Z");
        assertThat(offered(free)).isTrue();
        clock.advance(Duration.ofHours(1));
        read.handle(MAYA);
        assertThat(offered(free)).isFalse();
        assertThat(held(1, free)).isEqualTo(new HoldDecision.Refused(NotOpen.CALENDAR_UNREADABLE));
        answer = new Answer.Unchanged();
        read.handle(MAYA);
        assertThat(offered(free)).isTrue();
    }

    @Test
    void pain_19_a_host_who_chose_so_goes_on_with_what_was_last_read() {
        set("1", WhenUnreadable.GO_ON);
        read.handle(MAYA);
        clock.advance(Duration.ofHours(10));
        assertThat(offered(TEN)).isFalse();
        assertThat(offered(Instant.parse("2027-01-12T18:00:00Z"))).isTrue();
    }

    @Test
    void pain_19_a_failure_is_told_once_and_its_end_too() {
        read.handle(MAYA);
        answer = new Answer.Failed(ReadFault.NOT_FOUND);
        for (int tries = 0; tries < 10; tries++) {
            clock.set(Objects.requireNonNull(stored().readAt()));
            read.handle(MAYA);
        }
        assertThat(calendars.events()).singleElement().isInstanceOf(CalendarUnreadable.class);
        answer = new Answer.File("", null, null);
        read.handle(MAYA);
        read.handle(MAYA);
        assertThat(calendars.events()).hasSize(2).last().isInstanceOf(CalendarReadable.class);
    }

    /** Whatever we did not foresee: the host has to know that the calendar does not count. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pain_19_a_fault_of_ours_is_an_outage_of_which_the_host_is_told(boolean whenFetched) {
        ReadOwnCalendarHandler faulty = new ReadOwnCalendarHandler(
                calendars,
                hosts,
                calls,
                (_, _) -> {
                    if (whenFetched) {
                        throw new IllegalStateException("nobody thought of it");
                    }
                    return answer;
                },
                (_, _) -> {
                    throw new IllegalStateException("nobody thought of it");
                },
                diaries,
                Duration.ofMinutes(15),
                clock);
        LogLines logged = LogLines.of(ReadOwnCalendarHandler.class);
        for (int tries = 0; tries < 3; tries++) {
            clock.set(Objects.requireNonNull(stored().readAt()));
            faulty.handle(MAYA);
        }
        logged.close();
        assertThat(logged.lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(line)
                        .contains(MAYA.toString(), "IllegalStateException")
                        .doesNotContain("nobody thought of it"));
        assertThat(stored().outage())
                .extracting(Outage::fault)
                .isEqualTo(whenFetched ? ReadFault.UNREACHABLE : ReadFault.NOT_A_CALENDAR);
        assertThat(calendars.events()).singleElement().isInstanceOf(CalendarUnreadable.class);
    }

    @Test
    void pain_19_a_file_that_is_no_calendar_is_a_failure_and_what_was_read_stays() {
        read.handle(MAYA);
        reading = new Reading.Failed(ReadFault.NOT_A_CALENDAR);
        read.handle(MAYA);
        assertThat(stored().outage()).extracting(Outage::fault).isEqualTo(ReadFault.NOT_A_CALENDAR);
        assertThat(offered(TEN)).isFalse();
    }

    @Test
    void pain_19_unchanged_counts_as_read_but_the_file_is_asked_whole_when_time_has_gone_on() {
        read.handle(MAYA);
        answer = new Answer.Unchanged();
        clock.advance(Duration.ofMinutes(15));
        read.handle(MAYA);
        assertThat(stored().lastRead()).extracting(LastRead::at).isEqualTo(clock.instant());
        assertThat(stored().lastRead()).extracting(LastRead::busy).isEqualTo(List.of(TEN_TO_ELEVEN));
        answer = new Answer.File("", "\"one\"", null);
        clock.advance(Duration.ofDays(7).plusMinutes(1));
        read.handle(MAYA);
        assertThat(askedForChanges).containsExactly(false, true, false);
    }

    @Test
    void another_zone_of_the_host_is_understood_anew() {
        read.handle(MAYA);
        Host moved = Examples.host(MAYA, "Maya", ZoneId.of("Australia/Lord_Howe"), TERMS, host().hours());
        hosts.save(moved.with(host().version(), moved.hours(), moved.terms(), true));
        read.handle(MAYA);
        assertThat(askedForChanges).containsExactly(false, false);
        assertThat(frames.getLast().zone()).isEqualTo(ZoneId.of("Australia/Lord_Howe"));
    }

    @Test
    void a_reading_that_ends_after_the_host_chose_anew_is_dropped() {
        ReadOwnCalendarHandler slow = new ReadOwnCalendarHandler(
                calendars,
                hosts,
                calls,
                (_, _) -> {
                    calendars.change(MAYA, OwnCalendar::stop);
                    return answer;
                },
                (_, _) -> reading,
                diaries,
                Duration.ofMinutes(15),
                clock);
        slow.handle(MAYA);
        assertThat(stored().source()).isNull();
        assertThat(stored().lastRead()).isNull();
        assertThat(offered(TEN)).isTrue();
        slow.handle(MAYA);
        assertThat(stored().readAt()).isNull();
    }

    @Test
    void what_another_instance_has_read_counts_after_a_look() {
        read.handle(MAYA);
        assertThat(offered(TEN_TO_ELEVEN.end())).isTrue();
        LastRead elsewhere = new LastRead(
                NOW,
                CHICAGO,
                NOW.plus(Duration.ofDays(70)),
                List.of(new Interval(TEN_TO_ELEVEN.end(), TEN_TO_ELEVEN.end().plusSeconds(3_600))),
                Unclear.NOTHING,
                null,
                null);
        calendars.save(stored().read(elsewhere, Duration.ofMinutes(15)).calendar(), List.of());
        diaries.look();
        assertThat(offered(TEN_TO_ELEVEN.end())).isFalse();
        assertThat(offered(TEN)).isTrue();
    }

    private void set(String hours, WhenUnreadable then) {
        assertThat(set.handle(new SetOwnCalendar(MAYA, "https://one.example/a.ics", hours, then.name())))
                .isInstanceOf(OwnCalendarDecision.Changed.class);
        assertThat(stored().source())
                .extracting(OwnCalendar.Source::address)
                .isEqualTo(new CalendarAddress(URI.create("https://one.example/a.ics")));
    }

    private OwnCalendar stored() {
        return calendars.find(MAYA).orElseThrow();
    }

    private Host host() {
        return hosts.find(MAYA).orElseThrow();
    }

    private boolean offered(Instant start) {
        return openings
                .handle(new FindOpenings(new HostChoice.One(MAYA), LocalDate.parse("2027-01-12"), 2, CHICAGO))
                .stream()
                .anyMatch(opening -> opening.start().equals(start));
    }

    private HoldDecision held(int number, Instant start) {
        return hold.handle(new HoldCall(token(number), inquiryId(number), new HostChoice.One(MAYA), start, CHICAGO));
    }

    private void book(int number) {
        assertThat(calls.decide(
                        token(number).callId(), call -> call.book(token(number), CHICAGO, List.of(), clock.instant())))
                .isInstanceOf(CallDecision.Changed.class);
    }
}
