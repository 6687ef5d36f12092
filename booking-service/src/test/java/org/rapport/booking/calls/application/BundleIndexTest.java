package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.calls.application.BundleWorld.ELENA;
import static org.rapport.booking.calls.application.BundleWorld.THREE;
import static org.rapport.booking.calls.application.BundleWorld.id;
import static org.rapport.booking.calls.application.BundleWorld.token;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.Diaries;

/** What the openings in memory make of calls that are written together. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleIndexTest {

    private final BundleWorld world = new BundleWorld();
    private final OpeningsIndex index = new OpeningsIndex();
    private final IndexUpkeep upkeep = new IndexUpkeep(index, world.hosts, world.practices, world.stored, world.clock);

    @BeforeEach
    void load() {
        upkeep.load();
    }

    @Test
    void written_here_every_part_is_taken_at_once_and_given_back_at_once() {
        world.calls = new IndexedCalls(world.stored, index);
        world.held(1, THREE);
        assertThat(seenOfThree()).isZero();
        new ReleaseHoldHandler(world.calls, world.clock).handle(new ReleaseHold(token(1)));
        assertThat(seenOfThree()).isEqualTo(3);
        world.held(2, THREE);
        world.book(2, "Alex");
        assertThat(seenOfThree()).isZero();
        assertThat(index.knows(ELENA, id(2, 1), world.bundle(2).version()))
                .as("its own news need not be read")
                .isTrue();
        world.choose(2, 1);
        assertThat(seenOfThree()).isEqualTo(2);
    }

    @Test
    void of_another_instance_the_news_of_one_part_brings_all() {
        world.held(1, THREE);
        world.book(1, "Alex");
        assertThat(seenOfThree()).isEqualTo(3);
        upkeep.heard(id(1, 2));
        assertThat(seenOfThree()).isZero();
        world.choose(1, 1);
        upkeep.heard(id(1, 0));
        assertThat(seenOfThree()).isEqualTo(2);
    }

    @Test
    void of_another_instance_a_hold_and_its_end_are_seen_at_the_next_look() {
        world.held(1, THREE);
        upkeep.look();
        assertThat(seenOfThree()).isZero();
        new ReleaseHoldHandler(world.calls, world.clock).handle(new ReleaseHold(token(1)));
        upkeep.look();
        assertThat(seenOfThree()).isEqualTo(3);
    }

    private long seenOfThree() {
        FindOpeningsHandler openings = new FindOpeningsHandler(
                world.hosts, world.practices, world.stored, index, Diaries.empty(), world.clock);
        return THREE.stream().filter(wish -> isSeen(openings, wish)).count();
    }

    private static boolean isSeen(FindOpeningsHandler openings, TherapistTime wish) {
        LocalDate day = LocalDate.ofInstant(wish.start(), CHICAGO);
        return openings.handle(new FindOpenings(new HostChoice.One(wish.host()), day, 1, CHICAGO)).stream()
                .anyMatch(opening -> opening.start().equals(wish.start()));
    }
}
