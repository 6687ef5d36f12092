package org.rapport.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.testkit.HandlerProperty.Faults;
import org.rapport.testkit.HandlerProperty.StoreFault;
import org.rapport.testkit.HandlerProperty.Subject;

@DisplayNameGeneration(ReplaceUnderscores.class)
class HandlerPropertyTest {
    private static final List<Moved> MOVES = List.of(new Moved(1, "a"), new Moved(2, "b"), new Moved(3, "c"));

    private record Moved(int sequence, String place) {}

    @Test
    void a_handler_that_guards_by_sequence_passes() {
        assertThatCode(() -> HandlerProperty.check(MOVES, HandlerPropertyTest::guarded))
                .doesNotThrowAnyException();
    }

    @Test
    void a_handler_that_counts_deliveries_is_caught() {
        assertCaught(faults -> {
            List<String> places = new ArrayList<>();
            return new Subject<>(
                    moved -> {
                        faults.beforeWrite();
                        places.add(moved.place());
                    },
                    places::size);
        });
    }

    @Test
    void a_handler_that_lets_the_last_delivery_win_is_caught() {
        assertCaught(faults -> {
            Map<String, String> store = new HashMap<>();
            return new Subject<>(
                    moved -> {
                        faults.beforeWrite();
                        store.put("place", moved.place());
                    },
                    () -> Map.copyOf(store));
        });
    }

    @Test
    void a_handler_that_remembers_the_delivery_before_its_effect_is_caught() {
        assertCaught(faults -> {
            Set<Moved> inbox = new HashSet<>();
            Set<String> places = new HashSet<>();
            return new Subject<>(
                    moved -> {
                        faults.beforeWrite();
                        if (inbox.add(moved)) {
                            faults.beforeWrite();
                            places.add(moved.place());
                        }
                    },
                    () -> Set.copyOf(places));
        });
    }

    @Test
    void a_handler_that_swallows_a_fault_is_caught() {
        assertCaught(faults -> {
            Set<String> places = new HashSet<>();
            return new Subject<>(
                    moved -> {
                        try {
                            faults.beforeWrite();
                            places.add(moved.place());
                        } catch (StoreFault swallowed) {
                            return;
                        }
                    },
                    () -> Set.copyOf(places));
        });
    }

    @Test
    void a_handler_that_refuses_what_comes_too_early_is_caught() {
        assertCaught(faults -> {
            List<Integer> seen = new ArrayList<>(List.of(0));
            return new Subject<>(
                    moved -> {
                        if (!seen.contains(moved.sequence() - 1)) {
                            throw new IllegalStateException("too early");
                        }
                        seen.add(moved.sequence());
                    },
                    () -> Set.copyOf(seen));
        });
    }

    private static Subject<Moved, Moved> guarded(Faults faults) {
        Moved[] last = {new Moved(0, "")};
        return new Subject<>(
                moved -> {
                    if (moved.sequence() > last[0].sequence()) {
                        faults.beforeWrite();
                        last[0] = moved;
                    }
                },
                () -> last[0]);
    }

    private static void assertCaught(Function<Faults, Subject<Moved, ?>> fresh) {
        assertThatThrownBy(() -> HandlerProperty.check(MOVES, faults -> unknown(fresh.apply(faults))))
                .isInstanceOf(AssertionError.class)
                .hasMessageMatching("(?s)Seed \\d+: .*after these deliveries:.*Moved.*");
    }

    private static <S> Subject<Moved, Object> unknown(Subject<Moved, S> subject) {
        return new Subject<>(subject.handler(), subject.state()::get);
    }
}
