package org.rapport.booking.waiting.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.coordinator;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.rapport.booking.hosts.InMemoryHosts;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WishRulesTest {

    /** Half past ten in the evening of the 11th in Chicago. */
    private static final Instant NOW = Instant.parse("2027-01-12T04:30:00Z");

    private final WishRules rules = new WishRules(new InMemoryHosts(coordinator(MAYA, "Maya")));

    @Test
    void what_can_be_waited_for_makes_a_wish() {
        WishAnswers answers = new WishAnswers(MAYA.toString(), " 2027-01-11 ", List.of("MONDAY"), List.of("EVENING"));
        assertThat(rules.check(answers, CHICAGO, NOW))
                .isEqualTo(new WishCheck.Accepted(new TimeWish(
                        MAYA,
                        CHICAGO,
                        LocalDate.parse("2027-01-11"),
                        Set.of(DayOfWeek.MONDAY),
                        Set.of(PartOfDay.EVENING))));
    }

    @ParameterizedTest
    @CsvSource({"any, true", "ANY, false", ", false", "c0000000-0000-4000-8000-00000000000a, false", "x, false"})
    void only_who_takes_calls_can_be_waited_for(@Nullable String host, boolean known) {
        assertThat(rules.check(new WishAnswers(host, "2027-01-20", List.of(), List.of()), CHICAGO, NOW))
                .isInstanceOf(known ? WishCheck.Accepted.class : WishCheck.Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-10, LAST_DAY_PAST",
        "2027-01-11,",
        "2027-03-12,",
        "2027-03-13, LAST_DAY_TOO_FAR",
        "2027-02-30, LAST_DAY_UNREADABLE",
        "+1000000000-01-01, LAST_DAY_UNREADABLE",
        ", LAST_DAY_UNREADABLE"
    })
    void the_last_day_is_one_of_the_next_sixty(@Nullable String day, @Nullable WishFault fault) {
        WishCheck check = rules.check(new WishAnswers("any", day, List.of(), List.of()), CHICAGO, NOW);
        if (fault == null) {
            assertThat(check).isInstanceOf(WishCheck.Accepted.class);
        } else {
            assertThat(check).isEqualTo(new WishCheck.Rejected(List.of(fault)));
        }
    }

    @Test
    void every_fault_is_named_at_once() {
        assertThat(rules.check(new WishAnswers("x", "x", List.of("x"), List.of("x")), CHICAGO, NOW))
                .isEqualTo(new WishCheck.Rejected(List.of(
                        WishFault.HOST_UNKNOWN,
                        WishFault.LAST_DAY_UNREADABLE,
                        WishFault.WEEKDAYS_UNKNOWN,
                        WishFault.PARTS_UNKNOWN)));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-11T17:59:59Z, MORNING",
        "2027-01-11T18:00:00Z, AFTERNOON",
        "2027-01-11T22:59:59Z, AFTERNOON",
        "2027-01-11T23:00:00Z, EVENING"
    })
    void a_part_of_the_day_is_meant_on_the_persons_clock(Instant start, PartOfDay part) {
        TimeWish wish = new TimeWish(null, CHICAGO, LocalDate.parse("2027-01-20"), Set.of(), Set.of(part));
        assertThat(wish.suits(coordinator(MAYA, "Maya"), start)).isTrue();
        TimeWish others = new TimeWish(null, CHICAGO, LocalDate.parse("2027-01-20"), Set.of(), others(part));
        assertThat(others.suits(coordinator(MAYA, "Maya"), start)).isFalse();
    }

    private static Set<PartOfDay> others(PartOfDay part) {
        Set<PartOfDay> all = EnumSet.allOf(PartOfDay.class);
        all.remove(part);
        return all;
    }
}
