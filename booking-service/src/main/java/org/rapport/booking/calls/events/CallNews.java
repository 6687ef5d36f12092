package org.rapport.booking.calls.events;

import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.application.IndexUpkeep;
import org.rapport.booking.calls.application.OpeningsIndex;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.contracts.BookingCalls;
import org.rapport.delivery.EventConsumers;
import org.rapport.delivery.Received;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.messaging.Message;

/** Puts what other instances of the service write into the openings in memory; what this one wrote is there already. */
public final class CallNews {

    private static final Logger log = LoggerFactory.getLogger(CallNews.class);

    private final OpeningsIndex index;
    private final IndexUpkeep upkeep;

    public CallNews(OpeningsIndex index, IndexUpkeep upkeep) {
        this.index = index;
        this.upkeep = upkeep;
    }

    /**
     * Never fails: nobody waits for this instance's own copy of the topic, and what could not be read is mended by the next
     * round of looks.
     */
    public Consumer<Message<byte[]>> consumer(EventConsumers consumers) {
        Consumer<Message<byte[]>> handler = consumers.of(BookingCalls.class, this::on);
        return message -> {
            try {
                handler.accept(message);
            } catch (RuntimeException e) {
                log.warn("news of a call passed over: {}", e.getClass().getName());
            }
        };
    }

    void on(Received<BookingCalls> news) {
        CallId call = new CallId(news.event().callId());
        UUID host = hostOf(news.event());
        if (host == null || !index.knows(new HostId(host), call, news.sequence())) {
            upkeep.heard(call);
        }
    }

    private static @Nullable UUID hostOf(BookingCalls event) {
        return switch (event) {
            case BookingCalls.CallBooked booked -> booked.hostId();
            case BookingCalls.CallMoved moved -> moved.hostId();
            case BookingCalls.CallChosen chosen -> chosen.hostId();
            case BookingCalls.CallHeld held -> held.hostId();
            case BookingCalls.CallMissed missed -> missed.hostId();
            case BookingCalls.CallCancelled cancelled -> cancelled.hostId();
            case BookingCalls.CallDoubled _, BookingCalls.CallUnconfirmed _ -> null;
        };
    }
}
