package org.rapport.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class WriteConflictsTest {
    private final WriteConflicts conflicts = new WriteConflicts();
    private final AtomicInteger attempts = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(ints = {WriteConflicts.WRITE_CONFLICT, WriteConflicts.DEADLOCK})
    void a_write_that_was_broken_off_is_written_again(int code) {
        assertThat(conflicts.overcome(() -> failing(code, 2))).isEqualTo(Saved.SAVED);
        assertThat(attempts).hasValue(3);
    }

    @Test
    void a_write_broken_off_every_time_is_a_fault_in_the_end() {
        assertThatThrownBy(() -> conflicts.overcome(() -> failing(WriteConflicts.DEADLOCK, Integer.MAX_VALUE)))
                .isInstanceOfSatisfying(
                        MongoException.class,
                        fault -> assertThat(fault.getCode()).isEqualTo(WriteConflicts.DEADLOCK));
        assertThat(attempts).hasValue(WriteConflicts.ATTEMPTS);
    }

    @Test
    void any_other_fault_is_thrown_at_once() {
        assertThatThrownBy(() -> conflicts.overcome(() -> failing(11_600, 1))).isInstanceOf(MongoException.class);
        assertThat(attempts).hasValue(1);
    }

    private Saved failing(int code, int times) {
        if (attempts.incrementAndGet() <= times) {
            throw new MongoException(code, "broken off");
        }
        return Saved.SAVED;
    }
}
