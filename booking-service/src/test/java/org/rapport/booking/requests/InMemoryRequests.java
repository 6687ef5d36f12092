package org.rapport.booking.requests;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.rapport.booking.Fake;
import org.rapport.booking.requests.domain.KeptRequest;
import org.rapport.booking.requests.domain.Requests;

/** Can be told to die before the answer is kept, as a service does that is killed there. */
public final class InMemoryRequests implements Requests, Fake {

    private final Map<String, KeptRequest> kept = new HashMap<>();
    private boolean dying;

    @Override
    public synchronized Optional<KeptRequest> find(String id) {
        return Optional.ofNullable(kept.get(id));
    }

    @Override
    public synchronized boolean save(KeptRequest request) {
        if (dying && request.answer() != null) {
            throw new IllegalStateException("crash");
        }
        if (find(request.id()).map(KeptRequest::version).orElse(0L) != request.version()) {
            return false;
        }
        kept.put(
                request.id(),
                new KeptRequest(
                        request.id(),
                        request.version() + 1,
                        request.fingerprint(),
                        request.begunAt(),
                        request.answer()));
        return true;
    }

    @Override
    public synchronized void forget(KeptRequest request) {
        find(request.id())
                .filter(found -> found.version() == request.version())
                .ifPresent(found -> kept.remove(found.id()));
    }

    public synchronized void dieBeforeAnswers(boolean die) {
        dying = die;
    }

    public synchronized int size() {
        return kept.size();
    }

    public synchronized String written() {
        return kept.toString();
    }

    @Override
    public synchronized void renew() {
        kept.clear();
        dying = false;
    }
}
