package org.rapport.booking.inquiries.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.PersonAnswers;

/** A person as the API takes it; what is missing or wrong is answered field by field. */
public record PersonRequest(
        @Schema(example = "Alex Rivera") @Nullable String name,

        @Schema(description = "Needed for the channel EMAIL") @Nullable
        String email,

        @Schema(description = "Needed for the channel SMS; E.164, or as typed in the United States") @Nullable
        String phone,

        @Schema(description = "IANA region id", example = "America/Chicago") @Nullable
        String zone,

        @Schema(description = "USPS code of where the person is now", example = "IL") @Nullable
        String state,

        @Schema(allowableValues = {"en", "es"}) @Nullable String language,

        @Schema(
                description =
                        "EMAIL, SMS: how we may write. At least one, except by phone: whoever is entered with a number"
                                + " and wants no questionnaire may be called only")
        @Nullable
        List<@Nullable String> channels,

        @Schema(description = "Whether we may leave a message") @Nullable
        Boolean mayLeaveMessage,

        @Schema(description = "Version of the consent text the person agreed to", example = "2026-11") @Nullable
        String consentVersion) {

    public PersonAnswers answers() {
        List<String> named = channels == null
                ? List.of()
                : channels.stream()
                        .map(channel -> Objects.requireNonNullElse(channel, ""))
                        .toList();
        return new PersonAnswers(
                name, email, phone, zone, state, language, named, Boolean.TRUE.equals(mayLeaveMessage), consentVersion);
    }
}
