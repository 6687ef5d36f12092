package org.rapport.booking.calls.mongo;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.inquiries.domain.PersonAnswers;

/** What a holder typed so far, as stored. */
public record DraftDocument(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        @Nullable String zone,
        @Nullable String state,
        @Nullable String language,
        List<String> channels,
        boolean mayLeaveMessage,
        @Nullable String consentVersion) {

    static DraftDocument of(PersonAnswers answers) {
        return new DraftDocument(
                answers.name(),
                answers.email(),
                answers.phone(),
                answers.zone(),
                answers.state(),
                answers.language(),
                answers.channels(),
                answers.mayLeaveMessage(),
                answers.consentVersion());
    }

    PersonAnswers toAnswers() {
        return new PersonAnswers(name, email, phone, zone, state, language, channels, mayLeaveMessage, consentVersion);
    }
}
