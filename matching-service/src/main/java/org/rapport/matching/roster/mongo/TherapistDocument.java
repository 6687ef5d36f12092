package org.rapport.matching.roster.mongo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Caseload;
import org.rapport.matching.roster.domain.CompactAuthority;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.Fee;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Offering;
import org.rapport.matching.roster.domain.Profile;
import org.rapport.matching.roster.domain.Therapist;

/**
 * A therapist as stored. Dates and amounts are text, so that no store turns them into an instant or a double.
 *
 * @param compacts absent, like identities and the change, in what was stored before there were any
 */
public record TherapistDocument(
        UUID id,
        String name,
        Credential credential,
        @Nullable UUID supervisor,
        List<LicenceDocument> licences,
        @Nullable List<CompactDocument> compacts,
        List<String> modalities,
        List<String> concerns,
        List<String> formats,
        List<String> populations,
        List<String> languages,
        List<String> payments,
        String feeAmount,
        String feeCurrency,
        @Nullable String lowestFeeAmount,
        int capacity,
        int existingClients,
        boolean accepting,
        @Nullable String onLeaveUntil,
        List<String> availability,
        @Nullable List<String> identities,
        @Nullable String video,
        String introduction,
        @Nullable Instant changedAt) {

    public record LicenceDocument(String state, String number, String expires) {}

    public record CompactDocument(String compact, String homeState, String number, String expires) {}

    static TherapistDocument of(Therapist therapist, Instant changedAt) {
        Offering offering = therapist.offering();
        Money lowest = therapist.fee().lowest();
        LocalDate onLeaveUntil = therapist.caseload().onLeaveUntil();
        return new TherapistDocument(
                therapist.id(),
                therapist.name(),
                therapist.credential(),
                therapist.supervisor(),
                therapist.licences().stream()
                        .map(licence -> new LicenceDocument(
                                licence.state(),
                                licence.number(),
                                licence.expires().toString()))
                        .toList(),
                therapist.compacts().stream()
                        .map(authority -> new CompactDocument(
                                authority.compact(),
                                authority.homeState(),
                                authority.number(),
                                authority.expires().toString()))
                        .toList(),
                offering.modalities(),
                offering.concerns(),
                offering.formats(),
                offering.populations(),
                offering.languages(),
                offering.payments(),
                therapist.fee().standard().amount().toPlainString(),
                therapist.fee().standard().currency().getCurrencyCode(),
                lowest == null ? null : lowest.amount().toPlainString(),
                therapist.caseload().capacity(),
                therapist.caseload().existingClients(),
                therapist.caseload().accepting(),
                onLeaveUntil == null ? null : onLeaveUntil.toString(),
                offering.availability(),
                therapist.profile().identities(),
                therapist.profile().video(),
                therapist.profile().introduction(),
                changedAt);
    }

    Instant lastChange() {
        return changedAt == null ? Instant.EPOCH : changedAt;
    }

    Therapist toTherapist() {
        return new Therapist(
                id,
                name,
                credential,
                supervisor,
                licences.stream()
                        .map(licence ->
                                new Licence(licence.state(), licence.number(), LocalDate.parse(licence.expires())))
                        .toList(),
                compacts == null
                        ? List.of()
                        : compacts.stream()
                                .map(authority -> new CompactAuthority(
                                        authority.compact(),
                                        authority.homeState(),
                                        authority.number(),
                                        LocalDate.parse(authority.expires())))
                                .toList(),
                new Offering(modalities, concerns, formats, populations, languages, payments, availability),
                new Fee(money(feeAmount), lowestFeeAmount == null ? null : money(lowestFeeAmount)),
                new Caseload(
                        capacity,
                        existingClients,
                        accepting,
                        onLeaveUntil == null ? null : LocalDate.parse(onLeaveUntil)),
                new Profile(introduction, video, identities == null ? List.of() : identities));
    }

    private Money money(String amount) {
        return new Money(new BigDecimal(amount), Currency.getInstance(feeCurrency));
    }
}
