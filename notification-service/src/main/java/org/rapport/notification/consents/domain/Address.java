package org.rapport.notification.consents.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address, as far as something happened to it.
 *
 * <pre>
 * state     | text: STOP        | START           | HELP  | other                   | bounce   | complaint  | staff reopen
 * ----------+-------------------+-----------------+-------+-------------------------+----------+------------+-------------
 * open      | stopped; STOPPED  | - ; NONE        | HELP  | UNREAD, once in 24 h    | bounced  | complained |      -
 * stopped   | - ; NONE          | open; STARTED   | HELP  | UNREAD, once in 24 h    |    -     |     -      |      -
 * bounced   |                 (mail only)                                           |    -     | complained |    open
 * complained|                 (mail only)                                           |    -     |     -      |      -
 * </pre>
 *
 * A text that is told twice gets the same reply again and changes nothing. What was stopped by its owner only its owner opens.
 *
 * @param version of the stored document, 0 while it is not stored
 * @param closed absent while messages may go
 * @param changes the newest last: the proof of what was asked for and when
 * @param lastText id of the text that came last
 * @param lastReply to that text
 * @param explainedAt when somebody was last told that nobody reads
 */
public record Address(
        AddressKey key,
        long version,
        @Nullable Closure closed,
        List<Change> changes,
        @Nullable String lastText,
        Reply lastReply,
        @Nullable Instant explainedAt) {

    private static final Duration BETWEEN_EXPLANATIONS = Duration.ofHours(24);
    private static final int MOST_CHANGES = 200;

    /** @param to absent: it was opened */
    public record Change(Instant at, @Nullable Closure to) {}

    public Address {
        changes = List.copyOf(changes);
    }

    public static Address untouched(AddressKey key) {
        return new Address(key, 0, null, List.of(), null, Reply.NONE, null);
    }

    public Address receive(IncomingText text, Instant now) {
        if (text.id().equals(lastText)) {
            return this;
        }
        return switch (text.keyword()) {
            case STOP ->
                closed == null ? changed(Closure.STOPPED, now).replied(text, Reply.STOPPED) : replied(text, Reply.NONE);
            case START ->
                closed == Closure.STOPPED ? changed(null, now).replied(text, Reply.STARTED) : replied(text, Reply.NONE);
            case HELP -> replied(text, Reply.HELP);
            case OTHER -> {
                boolean lately = explainedAt != null && now.isBefore(explainedAt.plus(BETWEEN_EXPLANATIONS));
                yield lately ? replied(text, Reply.NONE) : explained(now).replied(text, Reply.UNREAD);
            }
        };
    }

    public Address bounced(Instant now) {
        return closed == null ? changed(Closure.BOUNCED, now) : this;
    }

    public Address complained(Instant now) {
        return closed == Closure.COMPLAINED ? this : changed(Closure.COMPLAINED, now);
    }

    /** Somebody made sure that the address works. */
    public Address reopened(Instant now) {
        return closed == Closure.BOUNCED ? changed(null, now) : this;
    }

    private Address changed(@Nullable Closure to, Instant now) {
        List<Change> longer = new ArrayList<>(changes);
        longer.add(new Change(now, to));
        List<Change> kept = longer.subList(Math.max(0, longer.size() - MOST_CHANGES), longer.size());
        return new Address(key, version, to, kept, lastText, lastReply, explainedAt);
    }

    private Address replied(IncomingText text, Reply reply) {
        return new Address(key, version, closed, changes, text.id(), reply, explainedAt);
    }

    private Address explained(Instant now) {
        return new Address(key, version, closed, changes, lastText, lastReply, now);
    }
}
