package org.rapport.booking.hosts.domain;

import java.time.LocalDate;

/** A date on which nobody of the practice works, unless a host has hours of their own for it. */
public record Holiday(LocalDate date, String name) {}
