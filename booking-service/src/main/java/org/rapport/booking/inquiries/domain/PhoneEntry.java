package org.rapport.booking.inquiries.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How somebody who phoned was entered. They said aloud that they agree, when the inquiry was received, to the text that
 * {@link Person#consentVersion()} names.
 *
 * @param heardBy who of the staff read the text to them, heard them agree and entered them
 * @param questionnaireAt since when they want the questionnaire, if they wanted it no earlier
 */
public record PhoneEntry(UUID heardBy, Wish wish, @Nullable Instant questionnaireAt) {

    public PhoneEntry(UUID heardBy, Wish wish) {
        this(heardBy, wish, null);
    }

    public boolean sendsQuestionnaire() {
        return wish.sendsQuestionnaire() || questionnaireAt != null;
    }

    boolean isSame(@Nullable PhoneEntry other) {
        return other != null && heardBy.equals(other.heardBy) && wish == other.wish;
    }
}
