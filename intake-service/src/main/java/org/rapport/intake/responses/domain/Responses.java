package org.rapport.intake.responses.domain;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;

/** The responses kept. */
public interface Responses {
    /** How often a decision is taken again when others write in between. */
    int ATTEMPTS = 20;

    /** @throws AnswersOutOfReach while what opens the answers does not answer; so does every other reading and writing of answers */
    Optional<Response> find(ResponseId id);

    /** Writes the response and its events in one step, if nobody has written since it was read. */
    Saving save(Response response, List<ResponseEvent> events);

    /** Writes that it is erased, if nobody has written since it was read, then makes what was answered unreadable for ever. */
    Saving saveErased(Response erased);

    /** What can be had of it also while {@link AnswersOutOfReach}. */
    Optional<Watch> watch(ResponseId id);

    /** Writes what has become of it by itself, and nothing of what was answered, if nobody has written since it was read. */
    Saving save(Watch watch, List<ResponseEvent> events);

    /**
     * What was sent in, by id, so that all of it can be read bit by bit; an erased one may be among it.
     *
     * @param last the id after which to go on; null to begin
     */
    List<SentIn> sentInAfter(@Nullable ResponseId last, int most);

    /** Who has a definition before them: sent or begun, and not submitted; the latest first. */
    List<UnfinishedResponse> unfinishedWith(QuestionnaireKey questionnaire, int most);

    /** Reads, decides and writes, and does so again when somebody else wrote in between. */
    default <D extends ResponseDecision> D decide(ResponseId id, Function<Response, D> rule) {
        return decide(id, rule, change -> save(change.response(), change.events()));
    }

    /** As {@link #decide}, for a decision after which nobody can read what was answered. */
    default ResponseDecision.Erasing erase(ResponseId id) {
        return decide(id, Response::erase, change -> saveErased(change.response()));
    }

    /** As {@link #decide}, of what goes on by itself. */
    default void keepWatch(ResponseId id, Function<Watch, Watch.Turn> rule) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Watch.Turn turn = rule.apply(watch(id).orElseThrow(() -> new NoSuchElementException("no response " + id)));
            if (!turn.isWrite() || save(turn.watch(), turn.events()) == Saving.SAVED) {
                return;
            }
        }
        throw new ContestedResponse(id);
    }

    private <D extends ResponseDecision> D decide(
            ResponseId id, Function<Response, D> rule, Function<Change, Saving> write) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Response response = find(id).orElseThrow(() -> new NoSuchElementException("no response " + id));
            D decision = rule.apply(response);
            Change change = decision.change();
            if (!change.isWrite() || write.apply(change) == Saving.SAVED) {
                return decision;
            }
        }
        throw new ContestedResponse(id);
    }
}
