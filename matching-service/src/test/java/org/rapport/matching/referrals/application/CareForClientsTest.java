package org.rapport.matching.referrals.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.matching.referrals.domain.Stories.MONDAY;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.rapport.matching.ranking.domain.Sketches;
import org.rapport.matching.ranking.domain.Sketches.Sketch;
import org.rapport.matching.referrals.domain.InMemoryReferrals;
import org.rapport.matching.roster.domain.InMemoryTherapists;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.testkit.SettableClock;

@DisplayNameGeneration(ReplaceUnderscores.class)
class CareForClientsTest {
    private static final UUID GRACE = Sketches.id(1);

    private final InMemoryReferrals referrals = new InMemoryReferrals();
    private final InMemoryTherapists kept = new InMemoryTherapists();

    @Test
    void a_late_look_by_an_older_entry_undoes_nothing() {
        kept.put(new Sketch(1).existingClients(3).build(), null, MONDAY);
        Therapists late = new Overtaken();

        care(late).on(GRACE);

        assertThat(referrals.taken(GRACE).existing()).isEqualTo(1);
    }

    private CareForClients care(Therapists therapists) {
        return new CareForClients(
                therapists, Sketches.compacts(), referrals, referrals, SettableClock.at(MONDAY), ZoneId.of("UTC"));
    }

    /** Between its first read and what follows, the entry is changed and looked at by another instance. */
    private final class Overtaken implements Therapists {
        private boolean overtaken;

        @Override
        public Optional<Kept> find(UUID id) {
            Optional<Kept> read = kept.find(id);
            if (!overtaken) {
                overtaken = true;
                kept.put(new Sketch(1).existingClients(1).build(), MONDAY, MONDAY.plusSeconds(1));
                care(kept).on(id);
            }
            return read;
        }

        @Override
        public List<Kept> all() {
            return kept.all();
        }

        @Override
        public List<Kept> changedSince(Instant moment) {
            return kept.changedSince(moment);
        }

        @Override
        public Saving save(Kept entry, @Nullable Instant wakeAt) {
            return kept.save(entry, wakeAt);
        }
    }
}
