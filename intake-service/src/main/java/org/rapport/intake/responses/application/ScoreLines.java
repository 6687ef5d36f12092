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
import org.rapport.intake.responses.domain.SentIn;

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

    /**
     * One score of one response.
     *
     * @param score absent where the response is there and cannot be read
     */
    public record Line(
            UUID inquiryId, Instant submittedAt, @Nullable Score score) {}

    public void forEach(Consumer<Line> reader) {
        Optional<ResponseId> last = Optional.empty();
        while (true) {
            List<SentIn> some = responses.sentInAfter(last.orElse(null), AT_ONCE);
            some.forEach(sentIn -> lines(sentIn, reader));
            if (some.size() < AT_ONCE) {
                return;
            }
            last = Optional.of(some.getLast().id());
        }
    }

    private void lines(SentIn sentIn, Consumer<Line> reader) {
        switch (sentIn) {
            case SentIn.Unreadable unreadable -> reader.accept(new Line(unreadable.inquiryId(), unreadable.at(), null));
            case SentIn.Whole(Response read) -> {
                Response response = read.asSigned();
                if (response.state() instanceof ResponseState.Submitted submitted
                        && !response.questionnaires().stream()
                                .allMatch(key -> questionnaires.find(key).isPresent())) {
                    reader.accept(new Line(response.inquiryId(), submitted.at(), null));
                } else if (response.state() instanceof ResponseState.Submitted submitted) {
                    questionnaires.pinned(response.questionnaires()).scores(response.answers()).stream()
                            .map(score -> new Line(response.inquiryId(), submitted.at(), score))
                            .forEach(reader);
                }
            }
        }
    }
}
