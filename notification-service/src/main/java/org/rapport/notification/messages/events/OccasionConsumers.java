package org.rapport.notification.messages.events;

import org.rapport.contracts.BookingCalendars;
import org.rapport.contracts.BookingCalls;
import org.rapport.contracts.BookingWaiters;
import org.rapport.contracts.IntakeResponses;
import org.rapport.contracts.MatchingReferrals;
import org.rapport.delivery.Received;
import org.rapport.notification.messages.application.PlanMessages;
import org.rapport.notification.messages.application.PlanMessagesHandler;
import org.rapport.notification.messages.domain.Occasion;

/** Plans messages when another service tells that something happened. Told twice or out of order, it plans the same. */
public final class OccasionConsumers {
    private final PlanMessagesHandler handler;

    public OccasionConsumers(PlanMessagesHandler handler) {
        this.handler = handler;
    }

    public void onCall(Received<BookingCalls> received) {
        OccasionTranslation.of(received.event()).ifPresent(this::plan);
    }

    public void onWaiter(Received<BookingWaiters> received) {
        OccasionTranslation.of(received.event()).ifPresent(this::plan);
    }

    public void onCalendar(Received<BookingCalendars> received) {
        plan(OccasionTranslation.of(received.event()));
    }

    public void onResponse(Received<IntakeResponses> received) {
        OccasionTranslation.of(received.event()).ifPresent(this::plan);
    }

    public void onReferral(Received<MatchingReferrals> received) {
        OccasionTranslation.of(received.event()).ifPresent(this::plan);
    }

    private void plan(Occasion occasion) {
        handler.handle(new PlanMessages(occasion));
    }
}
