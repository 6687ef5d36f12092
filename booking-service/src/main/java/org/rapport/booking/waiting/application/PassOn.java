package org.rapport.booking.waiting.application;

import org.rapport.booking.waiting.domain.FreedTimeId;

public record PassOn(FreedTimeId freed) {}
