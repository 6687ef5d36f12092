package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How each thing that happens reads in the ledger. */
final class HistoryLines {
    static final String ASSIGNED = "assigned";
    static final String TAKEN = "taken";
    static final String HANDED = "handed-over";

    private HistoryLines() {}

    static HistoryEntry of(Source source, Fact fact) {
        String key = source.key();
        return switch (fact) {
            case Fact.InquiryReceived f ->
                f.wish() == null
                        ? line(key, f, "inquiry-received", null, f.path())
                        : line(key, f, "inquiry-received", null, f.path(), f.wish());
            case Fact.QuestionnaireWanted f -> line(key, f, "questionnaire-wanted", null);
            case Fact.CallBooked f ->
                line(key, f, "call-booked", f.hostId(), f.start().toString());
            case Fact.CallMoved f ->
                line(
                        key,
                        f,
                        "call-moved",
                        null,
                        f.previousStart().toString(),
                        f.start().toString(),
                        f.by());
            case Fact.CallEnded f ->
                line(key, f, "call-ended", f.notedBy(), f.start().toString(), f.outcome());
            case Fact.CallDoubled f ->
                line(key, f, "call-doubled", null, f.start().toString());
            case Fact.CallUnconfirmed f ->
                line(key, f, "call-unconfirmed", null, f.start().toString());
            case Fact.CallChosen f -> line(key, f, "call-chosen", f.hostId());
            case Fact.CallCancelled f ->
                line(key, f, "call-cancelled", null, f.start().toString(), f.by(), f.reason());
            case Fact.QuestionnaireSent f -> line(key, f, "questionnaire-sent", null);
            case Fact.ResponseBegun f -> line(key, f, "response-begun", null);
            case Fact.ResponseSubmitted f ->
                line(key, f, "response-submitted", null, f.priority().name());
            case Fact.QuestionnaireNoted f -> line(key, f, f.what(), null);
            case Fact.ConcernEscalated f -> line(key, f, "concern-escalated", null, Integer.toString(f.step()));
            case Fact.ConcernRaised f -> line(key, f, "concern-raised", null);
            case Fact.ConcernAcknowledged f -> line(key, f, "concern-acknowledged", f.by(), f.action());
            case Fact.MessageSent f -> line(key, f, "message-sent", null, f.kind(), f.channel());
            case Fact.MessageSuppressed f ->
                line(key, f, "message-suppressed", null, f.kind(), f.channel(), f.reason());
            case Fact.MessageFailed f -> line(key, f, "message-failed", null, f.kind(), f.channel(), f.reason());
        };
    }

    static HistoryEntry assigned(UUID coordinatorId, Instant at, String how) {
        return new HistoryEntry(how + "|" + coordinatorId + "|" + at, at, how, coordinatorId, List.of());
    }

    /** @param by who gave it away */
    static HistoryEntry handed(UUID coordinatorId, UUID by, Instant at) {
        return new HistoryEntry(
                HANDED + "|" + coordinatorId + "|" + at, at, HANDED, by, List.of(coordinatorId.toString()));
    }

    static HistoryEntry made(Offer offer) {
        return offer(
                offer,
                "offer-made",
                offer.madeAt(),
                offer.coordinatorId(),
                offer.therapistId().toString());
    }

    static HistoryEntry accepted(Offer offer, Instant at) {
        return offer(offer, "offer-accepted", at, offer.therapistId());
    }

    static HistoryEntry declined(Offer offer, DeclineReason reason, Instant at) {
        UUID suggested = offer.suggested();
        return suggested == null
                ? offer(offer, "offer-declined", at, offer.therapistId(), reason.code())
                : offer(offer, "offer-declined", at, offer.therapistId(), reason.code(), suggested.toString());
    }

    static HistoryEntry lapsed(Offer offer, Instant at) {
        return offer(offer, "offer-lapsed", at, null, offer.therapistId().toString());
    }

    static HistoryEntry withdrawn(Offer offer, @Nullable UUID by, Instant at) {
        String what = by == null ? "offer-withdrawn" : "offer-taken-back";
        return offer(offer, what, at, by, offer.therapistId().toString());
    }

    /** What a coordinator did at the desk, or the clock by itself. */
    static HistoryEntry desk(String what, Instant at, @Nullable UUID who, String... details) {
        return new HistoryEntry(what + "|" + at, at, what, who, List.of(details));
    }

    static HistoryEntry task(Task task, String what, Instant at, @Nullable UUID who) {
        return new HistoryEntry(what + "|" + task.key() + "|" + at, at, what, who, task.details());
    }

    static HistoryEntry done(Task task, Instant at, @Nullable UUID who) {
        return task(
                task,
                switch (task.kind()) {
                    case LICENCE_ENDS -> "task-done";
                    case CAME_BACK -> "came-back-done";
                    case FIT_NOT_RIGHT -> "fit-talked";
                },
                at,
                who);
    }

    /** What a sign of the person set going; as often as that is told, one line. */
    static HistoryEntry signed(String what, Fact fact, Source source) {
        return new HistoryEntry(what + "|" + source.key(), fact.at(), what, null, List.of());
    }

    private static HistoryEntry offer(Offer offer, String what, Instant at, @Nullable UUID who, String... details) {
        return new HistoryEntry(what + "|" + offer.number(), at, what, who, List.of(details));
    }

    private static HistoryEntry line(String key, Fact fact, String what, @Nullable UUID who, String... details) {
        return new HistoryEntry(key, fact.at(), what, who, List.of(details));
    }
}
