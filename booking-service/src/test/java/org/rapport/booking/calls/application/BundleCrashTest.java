package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.calls.application.BundleWorld.THREE;
import static org.rapport.booking.calls.application.BundleWorld.id;
import static org.rapport.booking.calls.application.BundleWorld.token;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallState;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.inquiries.application.ForwardedInquiries;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.booking.inquiries.domain.Inquiry;
import org.rapport.booking.inquiries.domain.InquiryReceived;

/**
 * From three times to the one therapist, with a crash before and after each of the five writes: hold, draft, inquiry, call,
 * choice.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class BundleCrashTest {

    private static final int WRITES = 5;

    private final BundleWorld world = new BundleWorld();
    private int stepsLeft = Integer.MAX_VALUE;
    private int answered;

    static Stream<Integer> steps() {
        return Stream.iterate(1, step -> step + 1).limit(2 * WRITES);
    }

    @Test
    void without_a_crash_there_are_five_writes() {
        stepsLeft = 1000;
        assertThat(diesOnTheWay()).isFalse();
        assertThat(stepsLeft).isEqualTo(1000 - 2 * WRITES);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void sent_again_after_a_crash_it_comes_to_the_same_end(int step) {
        stepsLeft = step;
        assertThat(diesOnTheWay()).isTrue();
        nothingIsHalfHeld();
        stepsLeft = Integer.MAX_VALUE;
        assertThat(diesOnTheWay()).isFalse();
        assertThat(world.events())
                .containsExactly(
                        "CallBooked", "CallBooked", "CallBooked", "CallChosen", "CallCancelled", "CallCancelled");
        assertThat(world.inquiries.events()).hasSize(1);
        assertThat(world.bundle(1).chosen()).isEqualTo(id(1, 1));
        assertThat(world.openOfThree()).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void never_sent_again_what_was_not_booked_runs_out(int step) {
        stepsLeft = step;
        assertThat(diesOnTheWay()).isTrue();
        stepsLeft = Integer.MAX_VALUE;
        world.clock.advance(Call.HOLD);
        world.lapse(1);
        nothingIsHalfHeld();
        boolean booked = world.events().contains("CallBooked");
        boolean chosen = world.events().contains("CallCancelled");
        assertThat(world.openOfThree()).hasSize(chosen ? 2 : booked ? 0 : 3);
        assertThat(world.inquiries.events())
                .as("whoever is booked is in the queue")
                .hasSizeGreaterThanOrEqualTo(booked ? 1 : 0);
    }

    private void nothingIsHalfHeld() {
        Optional<Bundle> bundle = world.stored.bundle(token(1).callId());
        if (bundle.isEmpty()) {
            assertThat(world.openOfThree()).hasSize(3);
            return;
        }
        List<String> states = bundle.get().calls().stream()
                .map(call -> call.state().getClass().getSimpleName())
                .toList();
        if (bundle.get().chosen() == null) {
            assertThat(states).hasSize(3);
            assertThat(states.stream().distinct()).hasSize(1);
        } else {
            assertThat(states).containsExactly("Cancelled", "Booked", "Cancelled");
        }
        assertThat(world.openOfThree()).hasSize((int) bundle.get().calls().stream()
                .filter(call -> call.claims().isEmpty() || call.isOver(world.clock.instant()))
                .count());
        assertThat(bundle.get().calls()).noneMatch(call -> call.state() instanceof CallState.Doubled);
    }

    /** Goes on with the request that was not answered. */
    private boolean diesOnTheWay() {
        world.calls = new CrashingCalls(world.stored, this::step);
        world.asked = new CrashingInquiries(world.inquiries, this::step);
        List<Runnable> requests = List.of(
                () -> world.hold(1, THREE),
                () -> world.draft(1),
                () -> world.book(1, "Alex"),
                () -> world.choose(1, 1));
        try {
            for (; answered < requests.size(); answered++) {
                requests.get(answered).run();
            }
            return false;
        } catch (Crash crash) {
            return true;
        } finally {
            world.calls = world.stored;
            world.asked = world.inquiries;
        }
    }

    private void step() {
        if (--stepsLeft == 0) {
            throw new Crash();
        }
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** Dies at a step: before a write, or when it is written and nobody was told. */
    private record CrashingCalls(Calls calls, Runnable step) implements ForwardedCalls {

        @Override
        public Saving save(Bundle bundle, List<CallEvent> events) {
            step.run();
            Saving saving = calls.save(bundle, events);
            step.run();
            return saving;
        }
    }

    private record CrashingInquiries(Inquiries inquiries, Runnable step) implements ForwardedInquiries {

        @Override
        public org.rapport.booking.inquiries.domain.Saving add(Inquiry inquiry, InquiryReceived event) {
            step.run();
            org.rapport.booking.inquiries.domain.Saving saving = inquiries.add(inquiry, event);
            step.run();
            return saving;
        }
    }
}
