package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that happened of which people must be told, or no longer be told. */
public sealed interface Occasion {
    record CallBooked(UUID inquiryId, UUID callId, int revision, UUID hostId, Instant start, Instant bookedAt)
            implements Occasion {}

    /** @param byClient whether the person themselves did it */
    record CallMoved(
            UUID inquiryId, UUID callId, int revision, UUID hostId, Instant start, boolean byClient, Instant movedAt)
            implements Occasion {}

    /** @param byClient whether the person themselves did it */
    record CallCancelled(
            UUID inquiryId,
            UUID callId,
            int revision,
            UUID hostId,
            Instant start,
            boolean byClient,
            Instant cancelledAt)
            implements Occasion {}

    /** Of calls that were booked together the person chose another, and this one is given back. */
    record CallNotChosen(UUID inquiryId, UUID callId, int revision, UUID hostId, Instant start, Instant chosenAt)
            implements Occasion {}

    /**
     * Somebody asked for a call who is in another one then.
     *
     * @param byEmail the call that stands under the address a mail goes to
     * @param byPhone the call that stands under the number a text goes to
     */
    record CallDoubled(
            UUID inquiryId,
            UUID callId,
            @Nullable UUID byEmail,
            @Nullable UUID byPhone,
            Instant doubledAt) implements Occasion {}

    /** Somebody asked for a further call and has to confirm it by {@code until}. */
    record CallUnconfirmed(UUID inquiryId, UUID callId, Instant until, Instant askedAt) implements Occasion {}

    /** @param correction of the note that says so */
    record CallMissed(UUID inquiryId, UUID callId, int correction, UUID hostId, boolean byClient, Instant notedAt)
            implements Occasion {}

    /** @param until the end of the last day the person waits for */
    record WaitListJoined(UUID inquiryId, UUID waiterId, Instant until, Instant joinedAt) implements Occasion {}

    /**
     * @param callId the hold that keeps the time
     * @param until when it goes to the next
     */
    record WaitListOffered(UUID inquiryId, UUID callId, Instant until, Instant offeredAt) implements Occasion {}

    /** The practice took the person off the list, not they themselves. */
    record WaitListEnded(UUID inquiryId, UUID waiterId, Instant endedAt) implements Occasion {}
    /** @param outage its number, counted for the host */
    record CalendarUnreadable(UUID hostId, int outage, Instant at) implements Occasion {}

    /** @param outage the one that is over */
    record CalendarReadable(UUID hostId, int outage, Instant at) implements Occasion {}

    record QuestionnaireSent(UUID inquiryId, UUID responseId, Instant expiresAt, Instant sentAt) implements Occasion {}

    /** @param number of the new link, from 1 */
    record QuestionnaireResent(UUID inquiryId, UUID responseId, int number, Instant expiresAt, Instant resentAt)
            implements Occasion {}

    /**
     * @param number 1 for the first time since a link went out
     * @param sending number of that link, 0 for the first
     */
    record QuestionnaireNudged(
            UUID inquiryId, UUID responseId, int number, int sending, Instant expiresAt, Instant nudgedAt)
            implements Occasion {}

    /** @param sending number of the link that ran out, 0 for the first */
    record QuestionnaireLapsed(UUID inquiryId, UUID responseId, int sending, Instant lapsedAt) implements Occasion {}

    record ResponseSubmitted(UUID inquiryId, UUID responseId, Instant submittedAt) implements Occasion {}

    record SafetyConcernRaised(UUID inquiryId, UUID concernId, Instant raisedAt) implements Occasion {}

    /** @param step 1 for the first time nobody had acknowledged it */
    record SafetyConcernEscalated(UUID inquiryId, UUID concernId, int step, Instant escalatedAt) implements Occasion {}

    record OfferMade(UUID inquiryId, Offer offer, Instant expiresAt, Instant madeAt) implements Occasion {}

    /** Accepted or taken back: its therapist need not answer any more, and nobody else is told of it. */
    record OfferClosed(UUID inquiryId, Offer offer, Instant closedAt) implements Occasion {}

    record OfferDeclined(UUID inquiryId, Offer offer, Instant declinedAt) implements Occasion {}

    record OfferLapsed(UUID inquiryId, Offer offer, Instant lapsedAt) implements Occasion {}

    record ClientMatched(UUID inquiryId, UUID offerId, UUID therapistId, UUID coordinatorId, Instant matchedAt)
            implements Occasion {}

    /**
     * The practice did not act in time for somebody.
     *
     * @param coordinatorId who answers for them; absent if nobody does
     */
    record ReferralOverdue(UUID inquiryId, @Nullable UUID coordinatorId, Instant dueAt, Instant overdueAt)
            implements Occasion {}

    /** A therapist no longer sees somebody they had accepted. */
    record RematchRequested(UUID inquiryId, UUID therapistId, Instant requestedAt) implements Occasion {}

    /**
     * The work for somebody has ended who was matched.
     *
     * @param therapistId who saw them
     */
    record ReferralClosed(UUID inquiryId, UUID therapistId, UUID closedBy, Instant closedAt) implements Occasion {}

    /**
     * @param number of the question, rising with each
     * @param until when its link ends
     */
    record ChoiceProposed(UUID inquiryId, int number, Instant until, Instant proposedAt) implements Occasion {}

    /** @param coordinatorId who answers for the person */
    record ChoiceMade(UUID inquiryId, UUID coordinatorId, Instant madeAt) implements Occasion {}

    /**
     * @param number of the question, 1 for the first since the match
     * @param until when its link ends
     */
    record FitCheckAsked(UUID inquiryId, int number, UUID therapistId, Instant until, Instant askedAt)
            implements Occasion {}

    /**
     * @param task code of what is to be seen to
     * @param coordinatorId who answers for the person; absent if nobody does
     */
    record TaskOpened(UUID inquiryId, String task, @Nullable UUID coordinatorId, Instant openedAt)
            implements Occasion {}

    /** @param hour in which messages did not go out in time, counted since the epoch: staff are told once in each */
    record MessagesLate(long hour, Instant at) implements Occasion {}

    record Offer(UUID offerId, int number, UUID therapistId, UUID coordinatorId) {}
}
