package org.rapport.matching.referrals.domain;

import java.time.Instant;

/** How the person came. */
public record Inquiry(String path, String language, String state, Instant receivedAt) {}
