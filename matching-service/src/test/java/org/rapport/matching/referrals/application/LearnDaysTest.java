package org.rapport.matching.referrals.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MAYA;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.referrals.domain.PracticeDays;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class LearnDaysTest {
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);
    private static final PracticeDays TOLD = new PracticeDays(
            List.of(CHRISTMAS),
            List.of(new PracticeDays.Absence(MAYA, LocalDate.of(2026, 11, 23), LocalDate.of(2026, 11, 25))));

    private final SettableClock clock = SettableClock.at(MONDAY);
    private final Remembered kept = new Remembered();
    private final List<PracticeDays> reckonedBy = new ArrayList<>();
    private Optional<PracticeDays> answer = Optional.empty();
    private final LearnDays learn = new LearnDays(() -> answer, kept, () -> reckonedBy.add(kept.now()), clock);

    @Test
    void what_was_told_is_remembered_while_nobody_answers() {
        answer = Optional.of(TOLD);
        learn.on();
        answer = Optional.empty();
        clock.advance(Duration.ofDays(1));
        learn.on();

        assertThat(kept.now()).isEqualTo(TOLD);
        assertThat(kept.toldAt()).contains(MONDAY);
        assertThat(kept.wakeAt).isEqualTo(clock.instant().plus(Duration.ofMinutes(1)));
    }

    @Test
    void clocks_are_reckoned_anew_by_the_new_days_and_only_when_they_are_others() {
        answer = Optional.of(TOLD);
        learn.on();
        learn.on();

        assertThat(reckonedBy).containsExactly(TOLD);
    }

    @Test
    void after_a_crash_before_they_are_kept_clocks_are_reckoned_again() {
        answer = Optional.of(TOLD);
        kept.dies = true;
        try {
            learn.on();
        } catch (IllegalStateException died) {
            kept.count(PracticeDays.NONE);
        }
        kept.dies = false;
        learn.on();

        assertThat(reckonedBy).hasSize(2);
        assertThat(kept.now()).isEqualTo(TOLD);
    }

    @Test
    void somebody_is_away_until_the_first_day_back() {
        assertThat(TOLD.away(LocalDate.of(2026, 11, 22))).isEmpty();
        assertThat(TOLD.away(LocalDate.of(2026, 11, 24))).containsEntry(MAYA, LocalDate.of(2026, 11, 25));
        assertThat(TOLD.away(LocalDate.of(2026, 11, 25))).isEmpty();
    }

    private static final class Remembered implements KeptDays {
        private PracticeDays days = PracticeDays.NONE;
        private @Nullable Instant toldAt;
        private @Nullable Instant wakeAt;
        private boolean dies;

        @Override
        public PracticeDays now() {
            return days;
        }

        @Override
        public Optional<Instant> toldAt() {
            return Optional.ofNullable(toldAt);
        }

        @Override
        public void count(PracticeDays told) {
            days = told;
        }

        @Override
        public void keep(PracticeDays told, Instant at, Instant again) {
            if (dies) {
                throw new IllegalStateException("died");
            }
            days = told;
            toldAt = at;
            wakeAt = again;
        }

        @Override
        public void askAgain(Instant again) {
            wakeAt = again;
        }
    }
}
