package org.rapport.notification.messages.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.rapport.notification.messages.domain.Occasion.CallBooked;
import org.rapport.notification.messages.domain.Occasion.CallCancelled;
import org.rapport.notification.messages.domain.Occasion.CallMoved;
import org.rapport.notification.messages.domain.Occasion.CallNotChosen;
import org.rapport.notification.messages.domain.Plan.Withdrawal;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.Staff;

/** What is said of a call from one revision to the next: its time, and two reminders of it. */
record CallPlan(
        UUID inquiryId,
        UUID callId,
        int revision,
        UUID hostId,
        Instant at,
        Instant start,
        boolean byClient,
        Schedule schedule) {

    static Plan booked(CallBooked call, Schedule schedule) {
        return new CallPlan(
                        call.inquiryId(),
                        call.callId(),
                        call.revision(),
                        call.hostId(),
                        call.bookedAt(),
                        call.start(),
                        false,
                        schedule)
                .announced();
    }

    static Plan moved(CallMoved call, Schedule schedule) {
        CallPlan now = new CallPlan(
                call.inquiryId(),
                call.callId(),
                call.revision(),
                call.hostId(),
                call.movedAt(),
                call.start(),
                call.byClient(),
                schedule);
        return now.announced().withdrawing(Draft.withdrawals(now.before(), Suppression.CALL_MOVED, call.movedAt()));
    }

    static Plan cancelled(CallCancelled call, Schedule schedule) {
        return new CallPlan(
                        call.inquiryId(),
                        call.callId(),
                        call.revision(),
                        call.hostId(),
                        call.cancelledAt(),
                        call.start(),
                        call.byClient(),
                        schedule)
                .off(MessageKind.CALL_CANCELLED);
    }

    static Plan notChosen(CallNotChosen call, Schedule schedule) {
        return new CallPlan(
                        call.inquiryId(),
                        call.callId(),
                        call.revision(),
                        call.hostId(),
                        call.chosenAt(),
                        call.start(),
                        true,
                        schedule)
                .off(MessageKind.CALL_NOT_CHOSEN);
    }

    private Plan off(MessageKind toClient) {
        Plan told = Draft.news(inquiryId, new Subject(callId, revision), at, Plan.NEWS_USEFUL)
                .toClient(toClient)
                .to(new Staff(hostId), MessageKind.CALL_CANCELLED_HOST, null)
                .except(this::isOwnAct, Suppression.OWN_ACT);
        return told.withdrawing(before().stream()
                .map(message -> new Withdrawal(message, whyNoMore(message), at))
                .toList());
    }

    private Plan announced() {
        return told().except(this::isOwnAct, Suppression.OWN_ACT)
                .and(dayReminder().unlessPast(at))
                .and(hourReminder().unlessPast(at));
    }

    /** Everything the revisions before this one have said or were going to say. */
    private List<Message> before() {
        List<Message> messages = new ArrayList<>();
        for (int earlier = 0; earlier < revision; earlier++) {
            CallPlan one = new CallPlan(inquiryId, callId, earlier, hostId, at, start, byClient, schedule);
            messages.addAll(one.told().messages());
            messages.addAll(one.dayReminder().messages());
            messages.addAll(one.hourReminder().messages());
        }
        return messages;
    }

    /** A move had taken back all but the last of them, whether that was told before the cancellation or comes after it. */
    private Suppression whyNoMore(Message message) {
        return message.subject().revision() == revision - 1 ? Suppression.CALL_CANCELLED : Suppression.CALL_MOVED;
    }

    /** Who acted has seen it on the page. A mail goes all the same: it changes the entry in their calendar. */
    private boolean isOwnAct(Message message) {
        return revision > 0 && byClient && message.recipient() instanceof Client && message.channel() == Channel.SMS;
    }

    private Draft told() {
        boolean isNew = revision == 0;
        return draft(isNew ? at : at.plus(schedule.moveGrace()))
                .to(new Client(inquiryId), isNew ? MessageKind.CALL_CONFIRMATION : MessageKind.CALL_MOVED, hostId)
                .to(new Staff(hostId), isNew ? MessageKind.CALL_BOOKED_HOST : MessageKind.CALL_MOVED_HOST, null);
    }

    private Draft dayReminder() {
        return draft(start.minus(schedule.dayReminder()))
                .to(new Client(inquiryId), MessageKind.CALL_REMINDER_24H, hostId);
    }

    private Draft hourReminder() {
        return draft(start.minus(schedule.hourReminder()))
                .to(new Client(inquiryId), MessageKind.CALL_REMINDER_1H, hostId);
    }

    private Draft draft(Instant dueAt) {
        return new Draft(inquiryId, new Subject(callId, revision), dueAt, start);
    }
}
