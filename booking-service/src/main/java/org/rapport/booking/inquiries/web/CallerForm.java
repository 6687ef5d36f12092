package org.rapport.booking.inquiries.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.PersonAnswers;
import org.rapport.booking.inquiries.domain.PersonFault;
import org.rapport.booking.inquiries.domain.Wish;
import org.springframework.validation.BindingResult;

/** The questions about a person on the phone, as staff fill them in. */
record CallerForm(
        @Nullable String name,
        @Nullable String phone,
        @Nullable Boolean mayLeaveMessage,
        @Nullable String email,
        @Nullable List<String> channels,
        @Nullable String state,
        @Nullable String zone,
        @Nullable String language,
        @Nullable Boolean consent,
        @Nullable String wish) {

    static CallerForm empty(String zone) {
        return new CallerForm(null, null, false, null, List.of(), null, zone, "en", false, null);
    }

    PersonAnswers answers() {
        return new PersonAnswers(
                name,
                email,
                phone,
                zone,
                state,
                language,
                channels == null ? List.of() : channels,
                Boolean.TRUE.equals(mayLeaveMessage),
                Boolean.TRUE.equals(consent) ? PersonForm.CONSENT_VERSION : null);
    }

    Optional<Wish> wished() {
        return Optional.ofNullable(wish).flatMap(Wish::ofCode);
    }

    static void reject(List<PersonFault> faults, BindingResult result) {
        for (PersonFault fault : faults) {
            String field = fault == PersonFault.CONSENT_MISSING ? "consent" : fault.field();
            result.rejectValue(field, "booking.caller.fault." + fault.code());
        }
    }
}
