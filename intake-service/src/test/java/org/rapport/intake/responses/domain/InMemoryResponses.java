package org.rapport.intake.responses.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.rapport.intake.questionnaires.domain.QuestionnaireKey;

/** Keeps responses and their events in memory, with the same rules as the store; can be told to be down. */
public final class InMemoryResponses implements Responses {
    private final Map<ResponseId, Response> responses = new HashMap<>();
    private final List<ResponseEvent> events = new ArrayList<>();
    private final Runnable beforeWrite;
    private boolean down;
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
            return Optional.ofNullable(responses.get(id));
        }
    }

    @Override
    public synchronized Saving save(Response response, List<ResponseEvent> written) {
        answer();
        Response stored = responses.get(response.id());
        long version = stored == null ? 0 : stored.version();
        if (version != response.version()) {
            return Saving.STALE;
        }
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
                        version + Math.max(1, written.size())));
        events.addAll(written);
        return Saving.SAVED;
    }

    @Override
    public Saving saveErased(Response erased) {
        return save(erased, List.of());
    }

    @Override
    public synchronized List<Response> submittedAfter(@Nullable ResponseId last, int most) {
        answer();
        return responses.values().stream()
                .filter(response -> response.state() instanceof ResponseState.Submitted)
                .filter(response -> last == null || response.id().toString().compareTo(last.toString()) > 0)
                .sorted(Comparator.comparing(response -> response.id().toString()))
                .limit(most)
                .toList();
    }

    @Override
    public synchronized List<UnfinishedResponse> unfinishedWith(QuestionnaireKey questionnaire, int most) {
        answer();
        return responses.values().stream()
                .filter(response -> response.questionnaires().contains(questionnaire)
                        && !(response.state() instanceof ResponseState.Submitted))
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

    private void answer() {
        if (down) {
            throw new Down();
        }
    }
}
