package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.rapport.matching.referrals.domain.PracticeDays;

/**
 * Learns the practice's days from where they are entered.
 *
 * <ol>
 *   <li>At its time it asks. No answer: what is remembered goes on to count, and it asks again soon.
 *   <li>Other days than remembered: the clocks count with them, and every clock that runs is reckoned anew.
 *   <li>Only then are they kept: after a crash in between it begins again.
 * </ol>
 */
public final class LearnDays {
    private static final Duration EVERY = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofMinutes(1);

    private final AskedDays asked;
    private final KeptDays kept;
    private final Runnable reckonAnew;
    private final Clock clock;

    public LearnDays(AskedDays asked, KeptDays kept, Runnable reckonAnew, Clock clock) {
        this.asked = asked;
        this.kept = kept;
        this.reckonAnew = reckonAnew;
        this.clock = clock;
    }

    public void on() {
        Optional<PracticeDays> told = asked.ask();
        Instant now = clock.instant();
        if (told.isEmpty()) {
            kept.askAgain(now.plus(SOON));
            return;
        }
        if (!told.get().equals(kept.now())) {
            kept.count(told.get());
            reckonAnew.run();
        }
        kept.keep(told.get(), now, now.plus(EVERY));
    }
}
