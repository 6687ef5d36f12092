package org.rapport.booking.calls.application;

/** Asks whom "any coordinator" means next, and why. */
public record ShowPool() {}
