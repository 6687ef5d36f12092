package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.day;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldDecision;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.DateHours;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Leave;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StandInTest {

    private static final HostChoice WITH_MAYA = new HostChoice.One(MAYA);
    private final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");
    private final InMemoryCalls calls = new InMemoryCalls();
    private final InMemoryPractices practices = new InMemoryPractices();

    @Test
    void a_link_to_a_host_on_leave_shows_the_times_of_whom_they_named() {
        assertThat(offered(DANIEL, "2027-01-12")).containsOnly("Maya");
        assertThat(offered(DANIEL, "2027-01-13")).containsOnly("Daniel");
        assertThat(offered(DANIEL, "2027-01-14")).containsOnly("Daniel");
        assertThat(offered(DANIEL, "2027-01-15")).containsOnly("Maya");
        assertThat(offered(null, "2027-01-13")).isEmpty();
    }

    @Test
    void who_asks_for_the_host_on_leave_gets_the_one_who_stands_in() {
        assertThat(hold(1, DANIEL, WITH_MAYA, "2027-01-13T17:00:00Z"))
                .isInstanceOfSatisfying(
                        HoldDecision.Held.class,
                        held -> assertThat(held.hostName()).isEqualTo("Daniel"));
        assertThat(hold(2, DANIEL, WITH_MAYA, "2027-01-15T17:00:00Z"))
                .isInstanceOfSatisfying(
                        HoldDecision.Held.class,
                        held -> assertThat(held.hostName()).isEqualTo("Maya"));
        assertThat(hold(3, null, WITH_MAYA, "2027-01-13T17:00:00Z"))
                .isEqualTo(new HoldDecision.Refused(NotOpen.ON_LEAVE));
    }

    @Test
    void any_coordinator_is_never_one_on_leave() {
        HostChoice any = new HostChoice.AnyCoordinator();
        assertThat(hold(1, null, any, "2027-01-13T15:00:00Z")).isInstanceOf(HoldDecision.Held.class);
        assertThat(hold(2, null, any, "2027-01-13T15:00:00Z")).isInstanceOf(HoldDecision.Taken.class);
        assertThat(calls.active(List.of(DANIEL), day("2027-01-13", CHICAGO))).hasSize(1);
        assertThat(calls.active(List.of(MAYA), day("2027-01-13", CHICAGO))).isEmpty();
    }

    /** In five zones, whoever looks from wherever. */
    @Test
    void pain_10_a_date_closed_by_the_host_is_closed_on_that_very_date() {
        for (String zoneId :
                List.of("Pacific/Auckland", "Asia/Kathmandu", "Europe/Madrid", "America/Chicago", "Pacific/Honolulu")) {
            ZoneId zone = ZoneId.of(zoneId);
            LocalDate closed = LocalDate.parse("2027-01-14");
            HostHours hours = new HostHours(
                    List.of(everyDay("00:00", "00:00")), List.of(new DateHours(closed, List.of())), List.of());
            FindOpeningsHandler find = new FindOpeningsHandler(
                    new InMemoryHosts(host(MAYA, "Maya", zone, TERMS, hours)),
                    practices,
                    calls,
                    Diaries.empty(),
                    clock);
            for (String visitor : List.of("Pacific/Auckland", "America/Chicago", "Pacific/Honolulu")) {
                List<LocalDate> dates = find
                        .handle(new FindOpenings(WITH_MAYA, LocalDate.parse("2027-01-12"), 6, ZoneId.of(visitor)))
                        .stream()
                        .map(opening -> opening.start().atZone(zone).toLocalDate())
                        .distinct()
                        .toList();
                assertThat(dates)
                        .as("%s seen from %s", zoneId, visitor)
                        .contains(closed.minusDays(1), closed.plusDays(1))
                        .doesNotContain(closed);
            }
        }
    }

    @Test
    void pain_11_what_a_client_elsewhere_books_is_the_moment_shown_and_no_longer_free_in_any_zone() {
        ZoneId newYork = ZoneId.of("America/New_York");
        FindOpeningsHandler find = handler(null);
        FindOpenings seenFromNewYork = new FindOpenings(WITH_MAYA, LocalDate.parse("2027-01-12"), 1, newYork);
        Instant nineInChicago = Instant.parse("2027-01-12T15:00:00Z");
        assertThat(find.handle(seenFromNewYork)).extracting(Opening::start).contains(nineInChicago);

        HoldDecision decision =
                holds(null).handle(new HoldCall(token(1), inquiryId(1), WITH_MAYA, nineInChicago, newYork));
        assertThat(decision).isInstanceOfSatisfying(HoldDecision.Held.class, held -> {
            assertThat(held.call().time().start()).isEqualTo(nineInChicago);
            assertThat(held.call().clientZone()).isEqualTo(newYork);
            assertThat(held.call().hostZone()).isEqualTo(CHICAGO);
        });
        FindOpenings seenFromChicago = new FindOpenings(WITH_MAYA, LocalDate.parse("2027-01-12"), 1, CHICAGO);
        for (FindOpenings query : List.of(seenFromNewYork, seenFromChicago)) {
            assertThat(find.handle(query)).extracting(Opening::start).doesNotContain(nineInChicago);
        }
    }

    private List<String> offered(@Nullable HostId delegate, String date) {
        return handler(delegate).handle(new FindOpenings(WITH_MAYA, LocalDate.parse(date), 1, CHICAGO)).stream()
                .map(Opening::hostName)
                .toList();
    }

    private HoldDecision hold(int number, @Nullable HostId delegate, HostChoice choice, String start) {
        return holds(delegate)
                .handle(new HoldCall(token(number), inquiryId(number), choice, Instant.parse(start), CHICAGO));
    }

    private HoldCallHandler holds(@Nullable HostId delegate) {
        return new HoldCallHandler(hosts(delegate), practices, calls, handler(delegate), clock);
    }

    private FindOpeningsHandler handler(@Nullable HostId delegate) {
        return new FindOpeningsHandler(hosts(delegate), practices, calls, Diaries.empty(), clock);
    }

    /** Maya is away from the 13th, back on the 15th. */
    private static InMemoryHosts hosts(@Nullable HostId delegate) {
        Leave leave = new Leave(LocalDate.parse("2027-01-13"), LocalDate.parse("2027-01-15"), delegate);
        HostHours hours = new HostHours(List.of(everyDay("09:00", "17:00")), List.of(), List.of(leave));
        return new InMemoryHosts(
                host(MAYA, "Maya", CHICAGO, TERMS, hours), coordinator(DANIEL, "Daniel", everyDay("09:00", "17:00")));
    }
}
