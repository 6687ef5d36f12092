package org.rapport.matching.roster.application;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Colleagues;
import org.rapport.matching.roster.domain.EntryReader;
import org.rapport.matching.roster.domain.EntryReading;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Therapists.Kept;
import org.rapport.matching.roster.domain.Therapists.Saving;

/** Writes one entry. The same write has the therapist's clients looked at: their licence or capacity may have changed. */
public final class ChangeTherapistHandler {
    private final Therapists therapists;
    private final Roster roster;
    private final EntryReader reader;
    private final Clock clock;

    public ChangeTherapistHandler(Therapists therapists, Roster roster, EntryReader reader, Clock clock) {
        this.therapists = therapists;
        this.roster = roster;
        this.reader = reader;
        this.clock = clock;
    }

    public RosterDecision handle(ChangeTherapist command) {
        return switch (reader.read(command.entry(), Colleagues.of(roster.therapists()))) {
            case EntryReading.Faulty(var faults) -> new RosterDecision.Rejected(faults);
            case EntryReading.Read(Therapist therapist) -> write(therapist, command.seen());
        };
    }

    private RosterDecision write(Therapist therapist, @Nullable Instant seen) {
        Optional<Kept> kept = therapists.find(therapist.id());
        if (kept.isPresent() && kept.get().therapist().equals(therapist)) {
            return new RosterDecision.Changed(therapist);
        }
        return therapists.put(therapist, seen, clock.instant()) == Saving.SAVED
                ? new RosterDecision.Changed(therapist)
                : new RosterDecision.Stale(therapists.find(therapist.id()).orElseThrow());
    }
}
