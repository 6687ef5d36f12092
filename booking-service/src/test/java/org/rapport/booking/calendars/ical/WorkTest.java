package org.rapport.booking.calendars.ical;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WorkTest {

    @Test
    void a_file_ends_with_its_time_however_few_starts_it_has_looked_at() {
        assertThatThrownBy(() -> new Work(1_000, Duration.ZERO).take(1)).isInstanceOf(TooMuch.class);
        assertThatCode(() -> new Work(1_000, Duration.ofHours(1)).take(1)).doesNotThrowAnyException();
    }

    @Test
    void and_with_its_starts_however_much_time_is_left() {
        Work work = new Work(3, Duration.ofHours(1));
        work.take(3);
        assertThatThrownBy(() -> work.take(1)).isInstanceOf(TooMuch.class);
    }
}
