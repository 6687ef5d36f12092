package org.rapport.booking.inquiries.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.inquiries.domain.PersonFault;
import org.springframework.validation.BindingResult;

/** The questions about a person as a page asks them. */
public record PersonForm(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String zone,
        @Nullable String state,
        @Nullable String language,
        @Nullable List<String> channels,
        @Nullable Boolean mayLeaveMessage,
        @Nullable Boolean consent) {

    /** Of the text {@code booking.person.consent}; a new text gets a new version. */
    static final String CONSENT_VERSION = "2026-11";

    public static PersonForm empty(String zone, String language) {
        return new PersonForm(null, null, null, zone, null, language, List.of("EMAIL"), false, false);
    }

    public static PersonForm of(PersonAnswers answers) {
        return new PersonForm(
                answers.name(),
                answers.email(),
                answers.phone(),
                answers.zone(),
                answers.state(),
                answers.language(),
                answers.channels(),
                answers.mayLeaveMessage(),
                answers.consentVersion() != null);
    }

    public PersonAnswers answers() {
        return new PersonAnswers(
                name,
                email,
                phone,
                zone,
                state,
                language,
                channels == null ? List.of() : channels,
                Boolean.TRUE.equals(mayLeaveMessage),
                Boolean.TRUE.equals(consent) ? CONSENT_VERSION : null);
    }

    /** Puts each fault to its field, to be read in the language of the page. */
    public static void reject(List<PersonFault> faults, BindingResult result) {
        for (PersonFault fault : faults) {
            String field = fault == PersonFault.CONSENT_MISSING ? "consent" : fault.field();
            result.rejectValue(field, PersonTexts.key(fault));
        }
    }
}
