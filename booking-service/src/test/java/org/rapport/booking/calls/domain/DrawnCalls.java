package org.rapport.booking.calls.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.MAYA;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.host;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.token;
import static org.rapport.booking.calls.domain.CallsContract.NOW;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.CallType;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.PracticeSettings;

/** Calls of one host and commands to them, drawn by a seed: any length, any buffers, on no grid. */
final class DrawnCalls {

    private DrawnCalls() {}

    /** @return how many of six holds were granted */
    static int holdAndChange(Calls calls, int first, Instant from, List<HoldToken> holds, SplittableRandom random) {
        int granted = 0;
        for (int number = first; number < first + 6; number++) {
            if (calls.save(anyHold(number, from, 120, random), List.of()) == Saving.SAVED) {
                holds.add(token(number));
                granted++;
            }
            changeOne(calls, holds, random);
        }
        return granted;
    }

    /** A command to any of the calls so far, whoever made it and wherever it stands. */
    static void changeOne(Calls calls, List<HoldToken> holds, SplittableRandom random) {
        if (holds.isEmpty()) {
            return;
        }
        HoldToken token = holds.get(random.nextInt(holds.size()));
        int command = random.nextInt(8);
        if (command > 5) {
            move(calls, token.callId(), random);
            return;
        }
        calls.decide(token.callId(), call -> switch (command) {
            case 0, 1, 2, 3 -> call.book(token, CHICAGO, List.of(), NOW);
            case 4 -> call.cancel(CancelReason.TIME_DOES_NOT_FIT, NOW);
            default -> call.release(token, NOW);
        });
    }

    /** To anywhere within two hours, with another length and other buffers; who is refused keeps what they had. */
    private static void move(Calls calls, CallId id, SplittableRandom random) {
        Call call = calls.find(id).orElseThrow();
        Instant start = call.time().start().plus(Duration.ofMinutes(random.nextInt(-60, 61)));
        if (call.move(anySchedule(random), start, Mover.CLIENT, null, NOW) instanceof CallDecision.Changed moved) {
            Saving saving = calls.save(moved.call(), moved.events());
            Call now = calls.find(id).orElseThrow();
            if (saving == Saving.SAVED && now.revision() == call.revision() + 1) {
                assertThat(now.time().start()).isEqualTo(start);
            }
        }
    }

    static void noneOverlap(List<Call> active, long seed) {
        for (int one = 0; one < active.size(); one++) {
            for (int other = one + 1; other < active.size(); other++) {
                assertThat(active.get(one).blocked().overlaps(active.get(other).blocked()))
                        .as("seed %d: %s overlaps %s", seed, active.get(one), active.get(other))
                        .isFalse();
            }
        }
    }

    /** To the five minutes that are claimed. */
    static Interval rounded(Interval interval) {
        long quantum = 300;
        return new Interval(
                Instant.ofEpochSecond(Math.floorDiv(interval.start().getEpochSecond(), quantum) * quantum),
                Instant.ofEpochSecond(Math.ceilDiv(interval.end().getEpochSecond(), quantum) * quantum));
    }

    /** Starts within {@code minutes} of {@code from}, on no grid. */
    static Call anyHold(int number, Instant from, int minutes, SplittableRandom random) {
        Instant start = from.plus(Duration.ofMinutes(random.nextInt(minutes)));
        return Call.hold(token(number), inquiryId(number), anySchedule(random), start, CHICAGO, NOW);
    }

    private static HostSchedule anySchedule(SplittableRandom random) {
        CallTerms terms = new CallTerms(
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(random.nextInt(20)),
                Duration.ofMinutes(5),
                Duration.ZERO,
                Duration.ofDays(21),
                Duration.ZERO,
                null,
                null);
        Host host = host(MAYA, "Maya", terms, everyDay("00:00", "00:00"));
        CallType type =
                new CallType("coordinator-call", Duration.ofMinutes(random.nextInt(1, 91)), HostRole.COORDINATOR, true);
        return new HostSchedule(host, type, PracticeSettings.initial());
    }
}
