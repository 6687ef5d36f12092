package org.rapport.booking.requests.mongo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.requests.domain.KeptAnswer;
import org.rapport.booking.requests.domain.KeptRequest;

/** A kept command as stored. */
public record RequestDocument(
        String fingerprint, Instant begunAt, @Nullable Answer answer) {

    public record Answer(int status, String contentType, String sealed) {}

    static RequestDocument of(KeptRequest request) {
        KeptAnswer given = request.answer();
        return new RequestDocument(
                request.fingerprint(),
                request.begunAt(),
                given == null ? null : new Answer(given.status(), given.contentType(), given.sealed()));
    }

    KeptRequest toRequest(String id, long version) {
        return new KeptRequest(
                id,
                version,
                fingerprint,
                begunAt,
                answer == null ? null : new KeptAnswer(answer.status(), answer.contentType(), answer.sealed()));
    }
}
