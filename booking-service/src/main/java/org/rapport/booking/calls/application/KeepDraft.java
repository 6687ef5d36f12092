package org.rapport.booking.calls.application;

import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.inquiries.domain.PersonAnswers;

public record KeepDraft(HoldToken token, PersonAnswers draft) {}
