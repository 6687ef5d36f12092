package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.calls.application.BundleWorld.ELENA;
import static org.rapport.booking.calls.application.BundleWorld.NINE;
import static org.rapport.booking.calls.application.BundleWorld.SAMUEL;
import static org.rapport.booking.calls.application.BundleWorld.THREE;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallState;

/** Who has times with several therapists and would rather have others. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleChangeTest {

    private final BundleWorld world = new BundleWorld();

    @Test
    void other_times_with_the_same_therapists_take_the_place_of_those_held_or_leave_them_whole() {
        Bundle first = world.held(1, THREE);
        world.draft(1);
        world.single(2, ELENA, NINE.plusSeconds(7200));
        List<TherapistTime> taken =
                List.of(THREE.get(0), new TherapistTime(ELENA, NINE.plusSeconds(7200)), THREE.get(2));
        Bundle before = world.bundle(1);
        assertThat(world.change(1, taken)).containsInstanceOf(BundleHold.Refused.class);
        List<TherapistTime> later = List.of(
                THREE.get(0),
                new TherapistTime(ELENA, NINE.plusSeconds(7200)),
                new TherapistTime(SAMUEL, NINE.plusSeconds(10_800)));
        assertThat(world.change(1, later)).containsInstanceOf(BundleHold.Taken.class);
        assertThat(world.bundle(1)).isEqualTo(before);

        world.clock.advance(Duration.ofMinutes(9));
        List<TherapistTime> free =
                List.of(THREE.get(0), new TherapistTime(ELENA, NINE.plusSeconds(5400)), THREE.get(2));
        assertThat(world.change(1, free)).containsInstanceOf(BundleHold.Held.class);
        assertThat(world.bundle(1).id()).isEqualTo(first.id());
        assertThat(world.openOfThree()).containsExactly(ELENA);
        assertThat(world.open(ELENA)).doesNotContain(NINE.plusSeconds(5400));
        assertThat(world.bundle(1).calls())
                .allSatisfy(call -> assertThat(((CallState.Held) call.state()).expiresAt())
                        .isEqualTo(world.clock.instant().plus(Call.HOLD)));
        assertThat(((CallState.Held) world.bundle(1).lead().state()).draft()).isNotNull();
    }

    @Test
    void with_another_therapist_or_after_its_time_nothing_takes_the_place_of_a_bundle() {
        world.held(1, THREE.subList(0, 2));
        assertThat(world.change(1, List.of(THREE.get(0), THREE.get(2)))).isEmpty();
        assertThat(world.change(1, THREE)).isEmpty();
        world.clock.advance(Call.HOLD);
        assertThat(world.change(1, THREE.subList(0, 2))).isEmpty();
    }
}
