package org.rapport.intake.responses.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.Questionnaires;
import org.rapport.intake.questionnaires.domain.Score;
import org.rapport.intake.responses.domain.Response;
import org.rapport.intake.responses.domain.ResponseId;
import org.rapport.intake.responses.domain.ResponseState;
import org.rapport.intake.responses.domain.Responses;

/**
 * The scores of everything that was sent in, worked out anew from the answers, one after the other: of however many
 * responses, a handful is in memory.
 */
public final class ScoreLines {
    private static final int AT_ONCE = 200;

    private final Responses responses;
    private final Questionnaires questionnaires;

    public ScoreLines(Responses responses, Questionnaires questionnaires) {
        this.responses = responses;
        this.questionnaires = questionnaires;
    }

    /** One score of one response. */
    public record Line(UUID inquiryId, Instant submittedAt, Score score) {}

    public void forEach(Consumer<Line> reader) {
        Optional<ResponseId> last = Optional.empty();
        while (true) {
            List<Response> some = responses.submittedAfter(last.orElse(null), AT_ONCE);
            some.forEach(response -> lines(response, reader));
            if (some.size() < AT_ONCE) {
                return;
            }
            last = Optional.of(some.getLast().id());
        }
    }

    private void lines(Response response, Consumer<Line> reader) {
        @Nullable Instant at = response.state() instanceof ResponseState.Submitted submitted ? submitted.at() : null;
        if (at != null) {
            questionnaires.pinned(response.questionnaires()).scores(response.answers()).stream()
                    .map(score -> new Line(response.inquiryId(), at, score))
                    .forEach(reader);
        }
    }
}
