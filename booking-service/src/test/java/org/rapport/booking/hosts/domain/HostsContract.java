package org.rapport.booking.hosts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.TERMS;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** What {@link Hosts} and {@link Practices} promise, whatever stores them. */
@DisplayNameGeneration(ReplaceUnderscores.class)
public abstract class HostsContract {

    private Hosts hosts;
    private Practices practices;

    protected abstract Hosts emptyHosts();

    protected abstract Practices freshPractices();

    @BeforeEach
    void start_empty() {
        hosts = emptyHosts();
        practices = freshPractices();
    }

    @Test
    void a_host_is_found_with_everything_that_was_saved() {
        HostHours hours = new HostHours(
                List.of(everyDay("09:00", "00:00")),
                List.of(
                        new DateHours(LocalDate.parse("2027-01-14"), List.of()),
                        new DateHours(
                                LocalDate.parse("2027-01-15"),
                                List.of(new LocalSpan(LocalTime.of(7, 30), LocalTime.of(8, 15))))),
                List.of(
                        new Leave(LocalDate.parse("2027-02-01"), LocalDate.parse("2027-02-08"), DANIEL),
                        new Leave(LocalDate.parse("2027-03-01"), LocalDate.parse("2027-03-08"), null)));
        CallTerms terms = new CallTerms(
                Duration.ofMinutes(5),
                Duration.ofMinutes(10),
                Duration.ofMinutes(20),
                Duration.ofMinutes(90),
                Duration.ofDays(30),
                Duration.ofHours(2),
                3,
                12);
        Host maya = host(MAYA, "Maya", CHICAGO, terms, hours).weighing(3);
        assertThat(hosts.save(maya)).isEqualTo(Saving.SAVED);
        Host found = hosts.find(MAYA).orElseThrow();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(maya);
        assertThat(found.version()).isEqualTo(1);
        assertThat(hosts.all()).containsExactly(found);
    }

    @Test
    void who_read_an_older_version_does_not_overwrite() {
        hosts.save(coordinator(MAYA, "Maya", everyDay("09:00", "17:00")));
        Host read = hosts.find(MAYA).orElseThrow();
        HostHours shorter = HostHours.weekly(List.of(everyDay("09:00", "12:00")));
        assertThat(hosts.save(read.with(read.version(), shorter, TERMS, false))).isEqualTo(Saving.SAVED);
        assertThat(hosts.save(read)).isEqualTo(Saving.STALE);
        assertThat(hosts.save(coordinator(MAYA, "Maya"))).isEqualTo(Saving.STALE);
        Host found = hosts.find(MAYA).orElseThrow();
        assertThat(found.hours()).isEqualTo(shorter);
        assertThat(found.hosting()).isFalse();
    }

    @Test
    void a_practice_that_saved_nothing_has_its_three_call_types_and_no_holiday() {
        assertThat(practices.current()).isEqualTo(PracticeSettings.initial());
        assertThat(practices.current().offeredBy(HostRole.COORDINATOR).length()).isEqualTo(Duration.ofMinutes(20));
        assertThat(practices.current().offeredBy(HostRole.THERAPIST).length()).isEqualTo(Duration.ofMinutes(15));
        assertThat(practices.current().callType("first-session").orElseThrow().length())
                .isEqualTo(Duration.ofMinutes(50));
    }

    @Test
    void the_practice_is_one_document_that_nobody_overwrites_unseen() {
        Holiday holiday = new Holiday(LocalDate.parse("2027-01-18"), "Martin Luther King Day");
        PracticeSettings changed = new PracticeSettings(
                0, List.of(holiday), PracticeSettings.initial().callTypes());
        assertThat(practices.save(changed)).isEqualTo(Saving.SAVED);
        assertThat(practices.save(changed)).isEqualTo(Saving.STALE);
        PracticeSettings found = practices.current();
        assertThat(found).usingRecursiveComparison().ignoringFields("version").isEqualTo(changed);
        assertThat(practices.save(found)).isEqualTo(Saving.SAVED);
        assertThat(practices.save(found)).isEqualTo(Saving.STALE);
    }
}
