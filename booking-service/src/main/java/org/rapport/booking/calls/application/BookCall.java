package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.Person;

public record BookCall(HoldToken token, Person person) {}
