package org.rapport.matching.roster.mongo;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.roster.domain.Credential;
import org.rapport.matching.roster.domain.Licence;
import org.rapport.matching.roster.domain.Money;
import org.rapport.matching.roster.domain.Therapist;

/** A therapist as stored. Dates and amounts are text, so that no store turns them into an instant or a double. */
public record TherapistDocument(
        UUID id,
        String name,
        Credential credential,
        @Nullable UUID supervisor,
        List<LicenceDocument> licences,
        List<String> modalities,
        List<String> concerns,
        List<String> formats,
        List<String> populations,
        List<String> languages,
        List<String> payments,
        String feeAmount,
        String feeCurrency,
        int capacity,
        int existingClients,
        boolean accepting,
        @Nullable String onLeaveUntil,
        List<String> availability,
        String introduction) {

    public record LicenceDocument(String state, String number, String expires) {}

    static TherapistDocument of(Therapist therapist) {
        LocalDate onLeaveUntil = therapist.onLeaveUntil();
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
                therapist.modalities(),
                therapist.concerns(),
                therapist.formats(),
                therapist.populations(),
                therapist.languages(),
                therapist.payments(),
                therapist.fee().amount().toPlainString(),
                therapist.fee().currency().getCurrencyCode(),
                therapist.capacity(),
                therapist.existingClients(),
                therapist.accepting(),
                onLeaveUntil == null ? null : onLeaveUntil.toString(),
                therapist.availability(),
                therapist.introduction());
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
                modalities,
                concerns,
                formats,
                populations,
                languages,
                payments,
                new Money(new BigDecimal(feeAmount), Currency.getInstance(feeCurrency)),
                capacity,
                existingClients,
                accepting,
                onLeaveUntil == null ? null : LocalDate.parse(onLeaveUntil),
                availability,
                introduction);
    }
}
