package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.Optional;
import org.rapport.intake.questionnaires.domain.Answers;

/**
 * What somebody sent in under their name. It never changes: other answers, or another agreement, are the next one.
 *
 * @param number from 1
 * @param why it took the place of the one before; empty for the first
 */
public record SignedRevision(int number, Instant at, Signature signature, String why, Answers answers) {
    /** More than anybody needs, and less than a document can hold. */
    public static final int MOST = 20;

    private static final int LONGEST_REASON = 500;

    /** Why something is changed, as it was written; empty for what says nothing or too much. */
    public static Optional<String> reason(String written) {
        return Optional.of(PlainText.of(written).strip())
                .filter(why -> !why.isEmpty() && why.length() <= LONGEST_REASON);
    }
}
