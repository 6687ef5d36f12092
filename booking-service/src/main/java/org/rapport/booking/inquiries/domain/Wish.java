package org.rapport.booking.inquiries.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person who phoned wants next. */
public enum Wish {
    /** A call, which is booked for them while they are on the line; the questionnaire comes with it, as for everybody. */
    CALL,
    CALL_BACK,
    QUESTIONNAIRE,
    NOTHING_YET;

    public static Optional<Wish> ofCode(String code) {
        return Arrays.stream(values()).filter(wish -> wish.code().equals(code)).findFirst();
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the questionnaire goes out without being asked for again. */
    public boolean sendsQuestionnaire() {
        return this == CALL || this == QUESTIONNAIRE;
    }
}
