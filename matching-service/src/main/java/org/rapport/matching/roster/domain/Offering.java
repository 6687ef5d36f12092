package org.rapport.matching.roster.domain;

import java.util.List;

/** What a therapist offers, in the codes that intake's criteria use too. */
public record Offering(
        List<String> modalities,
        List<String> concerns,
        List<String> formats,
        List<String> populations,
        List<String> languages,
        List<String> payments,
        List<String> availability) {
    public Offering {
        modalities = List.copyOf(modalities);
        concerns = List.copyOf(concerns);
        formats = List.copyOf(formats);
        populations = List.copyOf(populations);
        languages = List.copyOf(languages);
        payments = List.copyOf(payments);
        availability = List.copyOf(availability);
    }
}
