package org.rapport.intake.responses.domain;

import java.time.Instant;
import org.rapport.intake.questionnaires.domain.Priority;

/** Where a response stands. */
public sealed interface ResponseState {
    /** The link is out, nothing is answered. */
    record Sent() implements ResponseState {}

    record InProgress() implements ResponseState {}

    /** The link has run out; what was answered is kept for a new one. */
    record Lapsed(Instant at) implements ResponseState {}

    /** Nobody can read what was answered any more. */
    record Erased() implements ResponseState {}

    /** Read-only from here on, because it has been signed. */
    record Submitted(Instant at, Priority priority, Signature signature) implements ResponseState {}
}
