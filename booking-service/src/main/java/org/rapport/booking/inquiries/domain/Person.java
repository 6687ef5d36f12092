package org.rapport.booking.inquiries.domain;

import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who came to the practice, as {@link PersonRules} let them in.
 *
 * @param name as typed, markup and all: whoever shows it escapes it
 * @param phone E.164
 * @param state USPS code of where the person is now, which decides whose licence is valid
 * @param channels by which we may write; none of somebody who phoned and wants to be called only
 * @param consentVersion the text the person agreed to
 */
public record Person(
        String name,
        @Nullable String email,
        @Nullable String phone,
        ZoneId zone,
        String state,
        Language language,
        Set<Channel> channels,
        boolean mayLeaveMessage,
        String consentVersion) {

    public Person {
        channels = Set.copyOf(channels);
        if ((channels.isEmpty() && phone == null)
                || (channels.contains(Channel.EMAIL) && email == null)
                || (channels.contains(Channel.SMS) && phone == null)) {
            throw new IllegalArgumentException("a person can be reached by each channel they allow");
        }
    }

    public Person byMailAlone() {
        return new Person(
                name, email, phone, zone, state, language, Set.of(Channel.EMAIL), mayLeaveMessage, consentVersion);
    }
}
