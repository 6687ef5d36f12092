package org.rapport.booking.hosts.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.DANIEL;
import static org.rapport.booking.Examples.coordinator;
import static org.rapport.booking.Examples.everyDay;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rapport.booking.hosts.domain.HoursAnswers.DateAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.LeaveAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.TermsAnswer;
import org.rapport.booking.hosts.domain.HoursText.Reading;
import org.rapport.booking.hosts.domain.PracticeAnswers.CallTypeAnswer;
import org.rapport.booking.hosts.domain.PracticeAnswers.HolidayAnswer;
import org.rapport.booking.hosts.domain.SettingFault.Kind;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HoursRulesTest {

    private static final LocalDate TODAY = LocalDate.parse("2027-01-12");
    private static final List<Host> COLLEAGUES = List.of(coordinator(DANIEL, "Daniel", everyDay("09:00", "17:00")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9-12                              | 09:00-12:00",
                "9:00 AM - 12:00 PM, 1 pm - 5:30pm | 09:00-12:00, 13:00-17:30",
                "13.30\u201317.00                       | 13:30-17:00",
                "1 PM to 5 PM; 9 am until 10 am    | 09:00-10:00, 13:00-17:00",
                "10 p.m. - 12 a.m.                 | 22:00-00:00",
                "22-24                             | 22:00-00:00",
                "0:00-24:00                        | 00:00-00:00",
                "9-10 and 10-11                    | 09:00-10:00, 10:00-11:00",
                "1-5 PM                            | 13:00-17:00",
                "9-5 PM                            | 09:00-17:00",
                "11:30-2 p.m., 3-4 pm              | 11:30-14:00, 15:00-16:00",
                "13-5 PM                           | 13:00-17:00",
                "9-12 PM                           | 09:00-12:00",
                "8-11 AM                           | 08:00-11:00",
                "Closed                            | ''",
                "''                                | ''"
            })
    void hours_are_read_as_people_write_them(String written, String read) {
        assertThat(HoursText.read(written)).isInstanceOfSatisfying(Reading.Hours.class, hours -> {
            assertThat(HoursText.written(hours.spans())).isEqualTo(read);
            assertThat(HoursText.read(read)).isEqualTo(hours);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nine to five | HOURS_UNREADABLE",
                "9-           | HOURS_UNREADABLE",
                "9-12,        | HOURS_UNREADABLE",
                "25-26        | HOURS_UNREADABLE",
                "9:60-10      | HOURS_UNREADABLE",
                "13 PM - 5 PM | HOURS_UNREADABLE",
                "9-5          | HOURS_BACKWARDS",
                "9-9          | HOURS_BACKWARDS",
                "8-12 AM      | HOURS_UNREADABLE",
                "9 AM - 5     | HOURS_BACKWARDS",
                "9-12, 11-13  | HOURS_OVERLAP"
            })
    void what_is_no_hours_has_a_fault(String written, Kind fault) {
        assertThat(HoursText.read(written)).isEqualTo(new Reading.Faulty(fault));
    }

    @Test
    void what_is_right_makes_hours_and_terms() {
        HoursCheck check = check(
                List.of(
                        new DateAnswer("2027-01-18", ""),
                        new DateAnswer("", " "),
                        new DateAnswer("2027-01-12", "10-12")),
                List.of(new LeaveAnswer("2027-02-01", "2027-02-08", DANIEL.toString()), new LeaveAnswer("", "", "")),
                new TermsAnswer("5", "10", "20", "240", "60", "0", "3", "12"));
        assertThat(check).isInstanceOfSatisfying(HoursCheck.Accepted.class, accepted -> {
            assertThat(accepted.hours().week()).hasSize(2);
            assertThat(accepted.hours().dates())
                    .extracting(DateHours::date)
                    .containsExactly(TODAY, LocalDate.parse("2027-01-18"));
            assertThat(accepted.hours().leaves()).extracting(Leave::delegate).containsExactly(DANIEL);
            assertThat(accepted.terms().perDay()).isEqualTo(3);
            assertThat(accepted.terms().perWeek()).isEqualTo(12);
            assertThat(accepted.weight()).isZero();
        });
    }

    @Test
    void more_rows_than_the_pages_show_are_refused() {
        List<DateAnswer> dates = IntStream.rangeClosed(0, HoursRules.MOST_ROWS)
                .mapToObj(day -> new DateAnswer(TODAY.plusDays(day).toString(), ""))
                .toList();
        TermsAnswer terms = new TermsAnswer("5", "10", "20", "240", "60", "0", "3", "12");
        assertThat(check(dates, List.of(), terms))
                .isInstanceOfSatisfying(
                        HoursCheck.Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .containsExactly(new SettingFault(
                                        "dates[100].date", Kind.TOO_MANY_ROWS, 0, HoursRules.MOST_ROWS)));
        assertThat(check(dates.subList(1, dates.size()), List.of(), terms)).isInstanceOf(HoursCheck.Accepted.class);
        List<HolidayAnswer> holidays = dates.stream()
                .map(date -> new HolidayAnswer(date.date(), "Feast"))
                .toList();
        assertThat(named(PracticeRules.check(
                        new PracticeAnswers(
                                holidays,
                                List.of(
                                        type("coordinator-call", true),
                                        new CallTypeAnswer("therapist-call", "15", "THERAPIST", true))),
                        1,
                        TODAY)))
                .containsExactly("holidays[100].date TOO_MANY_ROWS");
    }

    @Test
    void every_fault_is_named_with_its_field() {
        HoursCheck check = HoursRules.check(
                new HoursAnswers(
                        true,
                        Map.of(DayOfWeek.MONDAY, "9-5", DayOfWeek.FRIDAY, "x"),
                        List.of(
                                new DateAnswer("2027-01-11", ""),
                                new DateAnswer("2027-02-30", ""),
                                new DateAnswer("", "9-10"),
                                new DateAnswer("2027-01-20", ""),
                                new DateAnswer("2027-01-20", "x")),
                        List.of(
                                new LeaveAnswer("2027-02-08", "2027-02-01", null),
                                new LeaveAnswer("2027-03-01", "2027-03-08", "somebody"),
                                new LeaveAnswer("2027-03-07", "2027-03-09", ""),
                                new LeaveAnswer("2026-12-01", "2027-01-12", "")),
                        new TermsAnswer("-1", "x", "7", "", "61", "0", "0", "1e3"),
                        "11"),
                COLLEAGUES,
                TODAY);
        assertThat(check)
                .isInstanceOfSatisfying(
                        HoursCheck.Rejected.class,
                        rejected -> assertThat(rejected.faults())
                                .extracting(fault -> fault.field() + " " + fault.kind())
                                .containsExactly(
                                        "week.MONDAY HOURS_BACKWARDS",
                                        "week.FRIDAY HOURS_UNREADABLE",
                                        "dates[0].date DATE_OVER",
                                        "dates[1].date DATE_UNREADABLE",
                                        "dates[2].date DATE_MISSING",
                                        "dates[4].hours HOURS_UNREADABLE",
                                        "dates[4].date DATE_TWICE",
                                        "leaves[0].firstDayBack LEAVE_BACKWARDS",
                                        "leaves[1].delegate DELEGATE_UNKNOWN",
                                        "leaves[2].first LEAVE_OVERLAPS",
                                        "leaves[3].firstDayBack DATE_OVER",
                                        "terms.bufferBefore NUMBER",
                                        "terms.bufferAfter NUMBER",
                                        "terms.minimumNotice NUMBER",
                                        "terms.horizonDays NUMBER",
                                        "terms.perDay NUMBER",
                                        "terms.perWeek NUMBER",
                                        "terms.grid GRID",
                                        "weight NUMBER"));
    }

    @Test
    void nobody_names_themselves_or_somebody_of_another_role() {
        Host maya = coordinator(new HostId(new UUID(0, 1)), "Maya", everyDay("09:00", "17:00"));
        assertThat(HoursRules.colleagues(maya, List.of(maya, COLLEAGUES.getFirst())))
                .isEqualTo(COLLEAGUES);
    }

    @ParameterizedTest
    @ValueSource(strings = {"9999999999", "-5", "1.5", " ", "٣"})
    void a_number_is_plain_digits_within_bounds(String text) {
        assertThat(check(List.of(), List.of(), new TermsAnswer("0", text, "15", "0", "21", "0", "", "")))
                .isInstanceOf(HoursCheck.Rejected.class);
    }

    @Test
    void the_practice_offers_exactly_one_type_of_each_role_to_everybody() {
        assertThat(faults(type("a", true), type("b", true)))
                .containsExactly("callTypes[1].offeredToAll OFFERED_UNCLEAR");
        assertThat(faults(type("a", false), type("b", false)))
                .containsExactly("callTypes[0].offeredToAll OFFERED_UNCLEAR");
        assertThat(faults(type("a", false), type("b", true))).isEmpty();
    }

    @Test
    void holidays_and_types_have_a_fault_for_each_field() {
        PracticeCheck check = PracticeRules.check(
                new PracticeAnswers(
                        List.of(
                                new HolidayAnswer("2027-01-18", "King\nDay"),
                                new HolidayAnswer("2027-01-18", "King Day"),
                                new HolidayAnswer("2027-01-01", "New Year"),
                                new HolidayAnswer("", "")),
                        List.of(
                                new CallTypeAnswer("Talk!", "20", "COORDINATOR", true),
                                new CallTypeAnswer("talk", "0", "KING", true),
                                new CallTypeAnswer("talk", "241", "THERAPIST", true),
                                new CallTypeAnswer("", "", "", true))),
                1,
                TODAY);
        assertThat(named(check))
                .containsExactly(
                        "holidays[0].name NAME",
                        "holidays[1].date DATE_TWICE",
                        "holidays[2].date DATE_OVER",
                        "callTypes[0].code CODE",
                        "callTypes[1].minutes NUMBER",
                        "callTypes[1].role ROLE_UNKNOWN",
                        "callTypes[2].code CODE_TWICE",
                        "callTypes[2].minutes NUMBER");
    }

    private static List<String> faults(CallTypeAnswer... coordinators) {
        List<CallTypeAnswer> types = new ArrayList<>(List.of(coordinators));
        types.add(new CallTypeAnswer("therapist-call", "15", "THERAPIST", true));
        return named(PracticeRules.check(new PracticeAnswers(List.of(), types), 1, TODAY));
    }

    private static List<String> named(PracticeCheck check) {
        return switch (check) {
            case PracticeCheck.Accepted _ -> List.of();
            case PracticeCheck.Rejected(List<SettingFault> faults) ->
                faults.stream().map(fault -> fault.field() + " " + fault.kind()).toList();
        };
    }

    private static CallTypeAnswer type(String code, boolean offered) {
        return new CallTypeAnswer(code, "20", "COORDINATOR", offered);
    }

    private static HoursCheck check(List<DateAnswer> dates, List<LeaveAnswer> leaves, TermsAnswer terms) {
        return HoursRules.check(
                new HoursAnswers(true, Map.of(DayOfWeek.MONDAY, "9-12, 13-17"), dates, leaves, terms, "0"),
                COLLEAGUES,
                TODAY);
    }
}
