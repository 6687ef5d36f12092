package org.rapport.web;

import java.time.Instant;

/** What a signed link turned out to be. An expired link was genuine, so a page may say kindly what it was for. */
public sealed interface LinkVerdict {
    record Valid(String subject, Instant expiresAt) implements LinkVerdict {}

    record Expired(String subject, Instant expiredAt) implements LinkVerdict {}

    record Invalid() implements LinkVerdict {}
}
