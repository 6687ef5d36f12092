package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the other services said so far. Every merge gives the same result in any order and any number of times: a call
 * once cancelled stays cancelled when the booking comes late, a concern acknowledged before it was raised is not open.
 */
public record Facts(
        @Nullable Inquiry inquiry,
        List<Call> calls,
        @Nullable Questionnaire questionnaire,
        @Nullable Intake intake,
        List<Concern> concerns) {
    static final int MOST_CALLS = 20;
    static final Facts NONE = new Facts(null, List.of(), null, null, List.of());

    public Facts {
        calls = List.copyOf(calls);
        concerns = List.copyOf(concerns);
    }

    public boolean hasOpenConcern() {
        return concerns.stream().anyMatch(Concern::isOpen);
    }

    /** Whether the person waits to be rung, and no call with them stands or took place: one that was missed or taken back leaves them waiting. */
    public boolean wantsCallBack() {
        return inquiry != null && inquiry.wantsCallBack() && calls.stream().allMatch(Call::cameToNothing);
    }

    /**
     * Since when it is the practice's turn with somebody it answers for, before the intake; empty while it is the person's, who has the
     * questionnaire, or a call ahead, or wanted nothing yet.
     */
    Optional<Instant> ourTurnSince() {
        boolean theirs = (questionnaire != null && questionnaire.withPerson())
                || calls.stream().anyMatch(Call::isAhead)
                || (inquiry != null && inquiry.waitsForThePerson());
        return theirs ? Optional.empty() : Optional.of(lastTurn());
    }

    /** When something the practice waited for last came to an end; long ago if it never waited for anything. */
    Instant lastTurn() {
        return Stream.concat(
                        calls.stream().map(Call::saidAt),
                        Stream.ofNullable(questionnaire)
                                .filter(sheet -> !sheet.withPerson())
                                .map(Questionnaire::at))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(Instant.EPOCH);
    }

    /** Since when a concern waits for somebody to acknowledge it; empty if none does, or that is not told yet. */
    Optional<Instant> inDangerSince() {
        return concerns.stream()
                .filter(Concern::isOpen)
                .map(Concern::raisedAt)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
    }

    /** How soon a coordinator must act; empty before the intake. Whoever was in danger stays first, also once that is acknowledged. */
    public Optional<Priority> priority() {
        return concerns.isEmpty() ? Optional.ofNullable(intake).map(Intake::priority) : Optional.of(Priority.EMERGENT);
    }

    /** The host of the person's call with a coordinator. A cancelled one counts too: somebody must follow up. */
    Optional<UUID> coordinatorOfCall() {
        return calls.stream()
                .filter(Call::withCoordinator)
                .min(Comparator.comparing(Call::cancelled)
                        .thenComparing(Call::start)
                        .thenComparing(Call::callId))
                .map(Call::hostId);
    }

    Facts with(Fact fact, long sequence) {
        return switch (fact) {
            case Fact.InquiryReceived f ->
                inquiry != null
                        ? this
                        : new Facts(
                                new Inquiry(f.path(), f.language(), f.state(), f.wish(), f.at()),
                                calls,
                                questionnaire,
                                intake,
                                concerns);
            case Fact.CallBooked f ->
                withCall(Call.ahead(f.callId(), f.hostId(), f.withCoordinator(), f.start(), f.end(), f.at(), sequence));
            case Fact.CallMoved f ->
                withCall(Call.ahead(f.callId(), f.hostId(), f.withCoordinator(), f.start(), f.end(), f.at(), sequence));
            case Fact.CallCancelled f ->
                withCall(new Call(
                        f.callId(), f.hostId(), f.withCoordinator(), f.start(), f.end(), true, null, f.at(), sequence));
            case Fact.QuestionnaireSent f -> withQuestionnaire(new Questionnaire(true, f.at(), sequence));
            case Fact.ResponseBegun f -> withQuestionnaire(new Questionnaire(true, f.at(), sequence));
            case Fact.QuestionnaireNoted f -> withQuestionnaire(new Questionnaire(f.withPerson(), f.at(), sequence));
            case Fact.ResponseSubmitted f ->
                withIntake(new Intake(f.responseId(), f.criteria(), f.priority(), f.at(), sequence));
            case Fact.ConcernRaised f ->
                withConcern(
                        f.concernId(),
                        known -> known.raisedAt() != null
                                ? known
                                : new Concern(
                                        known.concernId(), f.at(), known.acknowledgedAt(), known.acknowledgedBy()));
            case Fact.ConcernAcknowledged f ->
                withConcern(
                        f.concernId(),
                        known -> known.acknowledgedAt() != null
                                ? known
                                : new Concern(known.concernId(), known.raisedAt(), f.at(), f.by()));
            case Fact.CallEnded f ->
                withCall(new Call(
                        f.callId(),
                        f.hostId(),
                        f.withCoordinator(),
                        f.start(),
                        f.end(),
                        false,
                        f.outcome(),
                        f.at(),
                        sequence));
            case Fact.QuestionnaireWanted _,
                    Fact.CallDoubled _,
                    Fact.CallUnconfirmed _,
                    Fact.CallChosen _,
                    Fact.ConcernEscalated _,
                    Fact.MessageSent _,
                    Fact.MessageSuppressed _,
                    Fact.MessageFailed _ -> this;
        };
    }

    private Facts withIntake(Intake told) {
        return intake != null && intake.sequence() >= told.sequence()
                ? this
                : new Facts(inquiry, calls, questionnaire, told, concerns);
    }

    private Facts withQuestionnaire(Questionnaire told) {
        return questionnaire != null && questionnaire.sequence() >= told.sequence()
                ? this
                : new Facts(inquiry, calls, told, intake, concerns);
    }

    private Facts withCall(Call told) {
        Optional<Call> known = calls.stream()
                .filter(call -> call.callId().equals(told.callId()))
                .findFirst();
        if (known.isPresent() && known.get().sequence() >= told.sequence()) {
            return this;
        }
        List<Call> next = new ArrayList<>(calls);
        known.ifPresent(next::remove);
        next.add(told);
        next.sort(Comparator.comparing(Call::start).thenComparing(Call::callId));
        return new Facts(
                inquiry,
                next.size() > MOST_CALLS ? next.subList(next.size() - MOST_CALLS, next.size()) : next,
                questionnaire,
                intake,
                concerns);
    }

    private Facts withConcern(UUID concernId, UnaryOperator<Concern> change) {
        List<Concern> next = new ArrayList<>(concerns);
        Concern known = next.stream()
                .filter(concern -> concern.concernId().equals(concernId))
                .findFirst()
                .orElse(new Concern(concernId, null, null, null));
        next.remove(known);
        next.add(change.apply(known));
        next.sort(Comparator.comparing(Concern::concernId));
        return new Facts(inquiry, calls, questionnaire, intake, next);
    }
}
