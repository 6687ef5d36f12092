package org.rapport.intake.responses.mongo;

import java.time.Instant;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/**
 * The data key of one inquiry's answers as stored.
 *
 * @param wrapped by the master key; absent once it has been destroyed
 */
public record KeyDocument(
        @Nullable Binary wrapped, @Nullable Instant destroyedAt) {}
