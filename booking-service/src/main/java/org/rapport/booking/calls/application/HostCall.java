package org.rapport.booking.calls.application;

import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallOutcome;
import org.rapport.booking.inquiries.domain.Person;

/**
 * A call as its host needs it.
 *
 * @param outcome as noted so far
 */
public record HostCall(
        Call call,
        Person person,
        boolean begun,
        boolean over,
        @Nullable CallOutcome outcome) {}
