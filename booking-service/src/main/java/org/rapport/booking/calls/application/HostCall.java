package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.inquiries.domain.Person;

/** A booked call as its host needs it. */
public record HostCall(Call call, Person person, boolean begun, boolean over) {}
