package org.rapport.intake.responses.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;

/** Keeps responses and their events in memory, with the same rules as the store; can be told to be down. */
public final class InMemoryResponses implements Responses {
    private final Map<ResponseId, Response> responses = new HashMap<>();
    private final List<ResponseEvent> events = new ArrayList<>();
    private final Runnable beforeWrite;
    private final Set<ResponseId> damaged = new HashSet<>();
    private boolean down;
    private boolean outOfReach;
    private volatile CountDownLatch slowUntil = new CountDownLatch(0);

    public InMemoryResponses() {
        this(() -> {});
    }

    /** @param beforeWrite may throw, as a store that fails */
    public InMemoryResponses(Runnable beforeWrite) {
        this.beforeWrite = beforeWrite;
    }

    /** The store does not answer. */
    public static final class Down extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public Optional<Response> find(ResponseId id) {
        try {
            slowUntil.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            answer();
            open();
            return Optional.ofNullable(responses.get(id));
        }
    }

    @Override
    public synchronized Saving save(Response response, List<ResponseEvent> written) {
        answer();
        open();
        Response stored = responses.get(response.id());
        long version = stored == null ? 0 : stored.version();
        return version == response.version() ? put(response, written) : Saving.STALE;
    }

    private Saving put(Response response, List<ResponseEvent> written) {
        beforeWrite.run();
        responses.put(
                response.id(),
                new Response(
                        response.id(),
                        response.inquiryId(),
                        response.state(),
                        response.questionnaires(),
                        response.entries(),
                        response.concerns(),
                        response.invitation(),
                        response.version() + Math.max(1, written.size())));
        events.addAll(written);
        return Saving.SAVED;
    }

    @Override
    public Saving saveErased(Response erased) {
        return save(erased, List.of());
    }

    @Override
    public synchronized Optional<Watch> watch(ResponseId id) {
        answer();
        return Optional.ofNullable(responses.get(id)).map(Response::watch);
    }

    @Override
    public synchronized Saving save(Watch watch, List<ResponseEvent> written) {
        answer();
        Response stored = responses.get(watch.id());
        return stored == null || stored.version() != watch.version()
                ? Saving.STALE
                : put(after(stored, watch), written);
    }

    /** The response once the time that passed, or a concern without its answers, has been written. */
    static Response after(Response response, Watch watch) {
        return new Response(
                response.id(),
                response.inquiryId(),
                watch.stage() == Watch.Stage.LAPSED && watch.lapsedAt() != null
                        ? new ResponseState.Lapsed(watch.lapsedAt())
                        : response.state(),
                response.questionnaires(),
                response.entries(),
                watch.concerns(),
                watch.invitation(),
                response.version());
    }

    @Override
    public synchronized List<SentIn> sentInAfter(@Nullable ResponseId last, int most) {
        answer();
        return responses.values().stream()
                .filter(response -> response.state().stage() == Watch.Stage.SUBMITTED)
                .filter(response -> last == null || response.id().toString().compareTo(last.toString()) > 0)
                .sorted(Comparator.comparing(response -> response.id().toString()))
                .limit(most)
                .map(this::sentIn)
                .toList();
    }

    private SentIn sentIn(Response response) {
        return damaged.contains(response.id()) && response.state() instanceof ResponseState.Submitted submitted
                ? new SentIn.Unreadable(response.id(), response.inquiryId(), submitted.at())
                : new SentIn.Whole(response);
    }

    @Override
    public synchronized List<UnfinishedResponse> unfinishedWith(QuestionnaireKey questionnaire, int most) {
        answer();
        return responses.values().stream()
                .filter(response -> response.questionnaires().contains(questionnaire)
                        && response.state().stage() != Watch.Stage.SUBMITTED
                        && response.state().stage() != Watch.Stage.ERASED)
                .sorted(Comparator.comparing(
                                (Response response) -> response.invitation().sentAt())
                        .reversed())
                .limit(most)
                .map(response -> new UnfinishedResponse(
                        response.inquiryId(),
                        response.revision() > 0,
                        response.invitation().sentAt()))
                .toList();
    }

    public synchronized List<ResponseEvent> events() {
        return List.copyOf(events);
    }

    /** Answers no read before the latch is open. */
    public void slowUntil(CountDownLatch open) {
        slowUntil = open;
    }

    public synchronized void goDown(boolean isDown) {
        down = isDown;
    }

    /** Nobody can open what was answered, as while a key management service is away. */
    public synchronized void outOfReach(boolean isOutOfReach) {
        outOfReach = isOutOfReach;
    }

    /** What is kept of it does not open any more. */
    public synchronized void damage(ResponseId id) {
        damaged.add(id);
    }

    private void open() {
        if (outOfReach) {
            throw new AnswersOutOfReach();
        }
    }

    private void answer() {
        if (down) {
            throw new Down();
        }
    }
}
