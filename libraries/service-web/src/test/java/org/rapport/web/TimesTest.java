package org.rapport.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TimesTest {
    private static final ZoneId CHICAGO = ZoneId.of("America/Chicago");
    private static final Locale ENGLISH = Languages.ENGLISH;
    private final Times times = new Times(texts());

    @Test
    void a_time_names_day_clock_and_zone_in_both_languages() {
        Instant call = Instant.parse("2026-11-24T21:00:00Z");
        assertThat(times.full(call, CHICAGO, ENGLISH)).isEqualTo("Tue 24 Nov, 3:00 PM, Chicago time");
        assertThat(times.full(call, CHICAGO, Languages.SPANISH)).isEqualTo("mar 24 nov, 3:00 p.m., hora de Chicago");
    }

    @Test
    void both_zones_are_told_only_when_their_clocks_differ() {
        Instant call = Instant.parse("2026-11-24T02:00:00Z");
        assertThat(times.both(call, ZoneId.of("Asia/Tokyo"), CHICAGO, ENGLISH))
                .isEqualTo("Tue 24 Nov, 11:00 AM, Tokyo time (Mon 23 Nov, 8:00 PM, Chicago time)");
        assertThat(times.both(call, ZoneId.of("America/New_York"), CHICAGO, ENGLISH))
                .isEqualTo("Mon 23 Nov, 9:00 PM, New York time (8:00 PM, Chicago time)");
        assertThat(times.both(call, ZoneId.of("America/Winnipeg"), CHICAGO, ENGLISH))
                .doesNotContain("(");
    }

    @Test
    void the_hour_that_comes_twice_says_which_one_it_is() {
        assertThat(times.full(Instant.parse("2026-11-01T06:30:00Z"), CHICAGO, ENGLISH))
                .contains("1:30 AM CDT");
        assertThat(times.full(Instant.parse("2026-11-01T07:30:00Z"), CHICAGO, ENGLISH))
                .contains("1:30 AM CST");
        assertThat(times.full(Instant.parse("2026-11-01T08:30:00Z"), CHICAGO, ENGLISH))
                .contains("2:30 AM, Chicago");
    }

    @Test
    void zones_without_a_city_have_their_offset() {
        assertThat(times.zoneName(ZoneId.of("UTC"), ENGLISH)).isEqualTo("UTC");
        assertThat(times.zoneName(ZoneId.of("+05:30"), ENGLISH)).isEqualTo("UTC+05:30");
        assertThat(times.zoneName(ZoneId.of("America/Argentina/Buenos_Aires"), ENGLISH))
                .isEqualTo("Buenos Aires time");
    }

    @Test
    void spans_are_short() {
        assertThat(times.span(Duration.ofMinutes(185))).isEqualTo("3 h 5 min");
        assertThat(times.span(Duration.ofHours(52))).isEqualTo("2 d 4 h");
        assertThat(times.span(Duration.ofMinutes(-5))).isEqualTo("5 min");
        assertThat(times.span(Duration.ofSeconds(59))).isEqualTo("less than a minute");
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/web");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
