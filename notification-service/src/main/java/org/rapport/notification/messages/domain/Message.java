package org.rapport.notification.messages.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.MessageDecision.Unchanged;
import org.rapport.notification.messages.domain.MessageEvent.MessageFailed;
import org.rapport.notification.messages.domain.MessageEvent.MessageSent;
import org.rapport.notification.messages.domain.MessageEvent.MessageSuppressed;
import org.rapport.notification.messages.domain.MessageState.Failed;
import org.rapport.notification.messages.domain.MessageState.Planned;
import org.rapport.notification.messages.domain.MessageState.Sending;
import org.rapport.notification.messages.domain.MessageState.Sent;
import org.rapport.notification.messages.domain.MessageState.Spread;
import org.rapport.notification.messages.domain.MessageState.Suppressed;
import org.rapport.notification.messages.domain.MessageState.Unknown;

/**
 * One line of the ledger: one message to one recipient by one channel, sent at most once as far as anybody can know.
 *
 * <pre>
 * state      | claim                          | sent | suppress   | fail   | retry, defer      | doubt             | spread | withdraw
 * -----------+--------------------------------+------+------------+--------+-------------------+-------------------+--------+-------------
 * Planned    | due: Sending                   |  -   |     -      |   -    |        -          |        -          |   -    | Suppressed
 *            | useless, never tried: Suppressed
 *            | useless, tried before: Failed, |      |            |        |                   |                   |        |
 *            |   in doubt before: Unknown     |      |            |        |                   |                   |        |
 * Sending    | lease over, may go again:      | Sent | Suppressed | Failed | Planned, or       | may go again: as  | Spread | Sending,
 *            |   as Planned and due           |      |            |        |   Failed if it    |   retry           |        |   withdrawn
 *            | lease over, else: Unknown      |      |            |        |   would be useless| else: Unknown     |        |
 * Sending,   | lease over, may go again:      | Sent | Suppressed | Failed | Suppressed        | may go again:     | Spread |     -
 *  withdrawn |   Suppressed                   |      |            |        |                   |   Suppressed      |        |
 *            | lease over, else: Unknown      |      |            |        |                   | else: Unknown     |        |
 * Unknown    |   -                            | Sent |     -      |   -    |        -          |        -          |   -    |     -
 * Sent, Spread, Suppressed, Failed: nothing changes them any more.
 * </pre>
 *
 * A command of an attempt whose lease somebody else has taken over changes nothing, with one exception: {@code sent} is a
 * fact, however late it is told. A message that is withdrawn while it is being sent may still go with this attempt, and
 * goes with no other. {@code fail} and a {@code retry} that would be useless end as Unknown, not Failed, if an earlier
 * attempt was in doubt. Whether a message may go again says {@link MessageKind#mayGoAgain}.
 *
 * @param version of the stored document, 0 while it is not stored
 * @param inquiryId whose message it is; absent where it is no client's, but between practice and staff
 * @param person the member of staff the message tells of, where there is one
 * @param usefulUntil from then on the message is not sent any more
 */
public record Message(
        MessageId id,
        long version,
        @Nullable UUID inquiryId,
        Subject subject,
        MessageKind kind,
        Channel channel,
        Recipient recipient,
        @Nullable UUID person,
        Instant dueAt,
        Instant usefulUntil,
        MessageState state) {

    public static Message planned(
            @Nullable UUID inquiryId,
            Subject subject,
            MessageKind kind,
            Channel channel,
            Recipient recipient,
            @Nullable UUID person,
            Instant dueAt,
            Instant usefulUntil) {
        MessageId id = MessageId.of(subject, kind, channel, recipient);
        Planned state = new Planned(dueAt, 0, null);
        return new Message(id, 0, inquiryId, subject, kind, channel, recipient, person, dueAt, usefulUntil, state);
    }

    /** The inquiry of a message that has one. */
    public UUID ofInquiry() {
        return Objects.requireNonNull(inquiryId, "a message of no inquiry");
    }

    /** The same message for one of the group it was planned for. */
    public Message forOne(Recipient one) {
        return planned(inquiryId, subject, kind, channel, one, person, dueAt, usefulUntil);
    }

    /** Takes the message for one attempt, if it is due and nobody else is at it. */
    public MessageDecision claim(Instant now, Duration lease) {
        return switch (state) {
            case Planned planned
            when !now.isBefore(planned.wakeAt()) -> attempt(now, lease, planned.attempts(), planned.lastFault());
            case Sending sending
            when !now.isBefore(sending.leaseEnd()) -> {
                if (!mayGoAgain(sending)) {
                    yield unknown(now);
                }
                yield sending.withdrawn() == null
                        ? attempt(now, lease, sending.attempt(), Fault.OUTCOME_UNKNOWN)
                        : suppressed(sending.withdrawn(), now);
            }
            case Planned _, Sending _, Sent _, Spread _, Suppressed _, Failed _, Unknown _ -> new Unchanged(this);
        };
    }

    private MessageDecision attempt(Instant now, Duration lease, int attempts, @Nullable Fault lastFault) {
        if (!now.isBefore(usefulUntil)) {
            return lastFault == null ? suppressed(Suppression.EXPIRED, now) : ended(lastFault, lastFault, now);
        }
        return new Changed(in(new Sending(now.plus(lease), attempts + 1, lastFault, null)), List.of());
    }

    public MessageDecision sent(Instant now) {
        return switch (state) {
            case Sending _, Unknown _ -> {
                Message sent = in(new Sent(now));
                yield new Changed(sent, List.of(new MessageSent(sent, now)));
            }
            case Planned _, Sent _, Spread _, Suppressed _, Failed _ -> new Unchanged(this);
        };
    }

    public MessageDecision suppress(int attempt, Suppression reason, Instant now) {
        return isHeldBy(attempt) ? suppressed(reason, now) : new Unchanged(this);
    }

    public MessageDecision fail(int attempt, Fault reason, Instant now) {
        return isHeldBy(attempt) ? ended(doubted(), reason, now) : new Unchanged(this);
    }

    public MessageDecision retry(int attempt, Fault fault, Instant now, Duration delay) {
        if (!(state instanceof Sending sending) || sending.attempt() != attempt) {
            return new Unchanged(this);
        }
        if (sending.withdrawn() != null) {
            return suppressed(sending.withdrawn(), now);
        }
        Instant next = now.plus(delay);
        // What may have gone once stays in doubt, whatever a later attempt came to.
        Fault remembered = sending.lastFault() == Fault.OUTCOME_UNKNOWN ? Fault.OUTCOME_UNKNOWN : fault;
        return next.isBefore(usefulUntil)
                ? new Changed(in(new Planned(next, attempt, remembered)), List.of())
                : ended(remembered, fault, now);
    }

    /**
     * Waits without having tried.
     *
     * @param reason why it waits, and why it is not sent if it would be of no use by then
     */
    public MessageDecision defer(int attempt, Instant until, Suppression reason, Instant now) {
        if (!(state instanceof Sending sending) || sending.attempt() != attempt) {
            return new Unchanged(this);
        }
        if (sending.withdrawn() != null) {
            return suppressed(sending.withdrawn(), now);
        }
        return until.isBefore(usefulUntil)
                ? new Changed(in(new Planned(until, attempt, sending.lastFault())), List.of())
                : suppressed(reason, now);
    }

    public MessageDecision doubt(int attempt, Instant now, Duration delay) {
        if (!(state instanceof Sending sending) || sending.attempt() != attempt) {
            return new Unchanged(this);
        }
        return mayGoAgain(sending) ? retry(attempt, Fault.OUTCOME_UNKNOWN, now, delay) : unknown(now);
    }

    public MessageDecision spread(int attempt, int recipients, Instant now) {
        return isHeldBy(attempt) ? new Changed(in(new Spread(recipients, now)), List.of()) : new Unchanged(this);
    }

    /** What it announces is no longer so; also how a message nobody has planned yet is kept from ever being sent. */
    public MessageDecision withdraw(Suppression reason, Instant now) {
        return switch (state) {
            case Planned _ -> suppressed(reason, now);
            case Sending(Instant leaseEnd, int attempt, Fault lastFault, Suppression earlier) ->
                earlier == null
                        ? new Changed(in(new Sending(leaseEnd, attempt, lastFault, reason)), List.of())
                        : new Unchanged(this);
            case Sent _, Spread _, Suppressed _, Failed _, Unknown _ -> new Unchanged(this);
        };
    }

    /**
     * The same message once more, as a line of its own, because somebody of staff wants it. What holds at sending is asked again.
     *
     * @param number 1 for the first time
     */
    public AgainDecision again(int number, Instant now) {
        return switch (state) {
            case Planned _, Sending _ -> new AgainDecision.Refused(AgainDecision.Reason.NOT_SETTLED);
            case Spread _ -> new AgainDecision.Refused(AgainDecision.Reason.NOT_TO_ONE);
            case Sent _, Suppressed _, Failed _, Unknown _ -> {
                Instant until = kind.isNews() ? now.plus(Plan.NEWS_USEFUL) : usefulUntil;
                yield now.isBefore(until)
                        ? new AgainDecision.Planned(again(id.again(number), now, until))
                        : new AgainDecision.Refused(AgainDecision.Reason.OVER);
            }
        };
    }

    public MessageId idAgain(int number) {
        return id.again(number);
    }

    private Message again(MessageId other, Instant now, Instant until) {
        Planned planned = new Planned(now, 0, null);
        return new Message(other, 0, inquiryId, subject, kind, channel, recipient, person, now, until, planned);
    }

    private boolean mayGoAgain(Sending sending) {
        return kind.mayGoAgain(channel, sending.lastFault() == Fault.OUTCOME_UNKNOWN);
    }

    private @Nullable Fault doubted() {
        return state instanceof Sending sending ? sending.lastFault() : null;
    }

    /** @param before what the attempts before came to */
    private MessageDecision ended(@Nullable Fault before, Fault reason, Instant now) {
        return before == Fault.OUTCOME_UNKNOWN ? unknown(now) : failed(reason, now);
    }

    private boolean isHeldBy(int attempt) {
        return state instanceof Sending sending && sending.attempt() == attempt;
    }

    private MessageDecision suppressed(Suppression reason, Instant now) {
        Message suppressed = in(new Suppressed(reason, now));
        return new Changed(suppressed, List.of(new MessageSuppressed(suppressed, reason, now)));
    }

    private MessageDecision failed(Fault reason, Instant now) {
        Message failed = in(new Failed(reason, now));
        return new Changed(failed, List.of(new MessageFailed(failed, reason, now)));
    }

    private MessageDecision unknown(Instant now) {
        Message unknown = in(new Unknown(now));
        return new Changed(unknown, List.of(new MessageFailed(unknown, Fault.OUTCOME_UNKNOWN, now)));
    }

    private Message in(MessageState next) {
        return new Message(id, version, inquiryId, subject, kind, channel, recipient, person, dueAt, usefulUntil, next);
    }
}
