package org.rapport.matching.referrals.application;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.DeskRules;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Seats;
import org.rapport.matching.roster.domain.Compacts;
import org.rapport.matching.roster.domain.Permission;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.matching.roster.domain.Therapists;
import org.rapport.matching.roster.domain.Therapists.Kept;

/**
 * Looks at everybody a therapist sees: after each change of the roster's entry, and when one of its licences is about to end.
 *
 * <ol>
 *   <li>Existing clients get their seats.
 *   <li>Whoever may soon no longer be seen gets a task; who may be seen longer again loses it.
 *   <li>The entry sleeps until its next licence or authority is about to end. Somebody wrote it meanwhile: then all this was done by an
 *       older entry, perhaps after it had been done by the newer one, and is done again.
 * </ol>
 *
 * Every step can be taken again, so a crash between them leaves nothing undone.
 */
public final class CareForClients {
    private final Therapists therapists;
    private final Compacts compacts;
    private final Referrals referrals;
    private final Seats seats;
    private final Clock clock;
    private final ZoneId practiceZone;

    public CareForClients(
            Therapists therapists,
            Compacts compacts,
            Referrals referrals,
            Seats seats,
            Clock clock,
            ZoneId practiceZone) {
        this.therapists = therapists;
        this.compacts = compacts;
        this.referrals = referrals;
        this.seats = seats;
        this.clock = clock;
        this.practiceZone = practiceZone;
    }

    public void on(UUID therapistId) {
        for (int attempt = 0; attempt < Referrals.ATTEMPTS; attempt++) {
            Optional<Kept> kept = therapists.find(therapistId);
            if (kept.isEmpty() || care(kept.get()) == Therapists.Saving.SAVED) {
                return;
            }
        }
        throw new IllegalStateException(
                "the entry of " + therapistId + " was written " + Referrals.ATTEMPTS + " times in between");
    }

    private Therapists.Saving care(Kept kept) {
        Therapist therapist = kept.therapist();
        UUID therapistId = therapist.id();
        LocalDate today = LocalDate.ofInstant(clock.instant(), practiceZone);
        seats.holdForExistingClients(therapistId, therapist.caseload().existingClients());
        for (Referral seated : referrals.seatedWith(therapistId)) {
            referrals.decide(
                    seated.inquiryId(),
                    Known.or(referral -> DeskRules.licence(
                            referral, permission(referral, therapist, today), today, clock.instant())));
        }
        return therapists.save(
                kept,
                nextNotice(therapist, today)
                        .map(day -> day.atStartOfDay(practiceZone).toInstant())
                        .orElse(null));
    }

    private @Nullable Permission permission(Referral referral, Therapist therapist, LocalDate today) {
        var intake = referral.facts().intake();
        return intake == null
                ? null
                : compacts.permission(therapist, intake.criteria().state(), today)
                        .orElse(null);
    }

    private Optional<LocalDate> nextNotice(Therapist therapist, LocalDate today) {
        return compacts.endings(therapist)
                .map(lastDay -> new Permission("", lastDay, null).noticeDay())
                .filter(day -> day.isAfter(today))
                .min(LocalDate::compareTo);
    }
}
