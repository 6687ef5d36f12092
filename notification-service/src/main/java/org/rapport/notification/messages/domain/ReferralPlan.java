package org.rapport.notification.messages.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.notification.messages.domain.Occasion.ChoiceMade;
import org.rapport.notification.messages.domain.Occasion.ChoiceProposed;
import org.rapport.notification.messages.domain.Occasion.FitCheckAsked;
import org.rapport.notification.messages.domain.Occasion.ReferralClosed;
import org.rapport.notification.messages.domain.Occasion.ReferralOverdue;
import org.rapport.notification.messages.domain.Occasion.RematchRequested;
import org.rapport.notification.messages.domain.Occasion.TaskOpened;
import org.rapport.notification.messages.domain.Recipient.Client;
import org.rapport.notification.messages.domain.Recipient.EveryCoordinator;
import org.rapport.notification.messages.domain.Recipient.Staff;

/** What is said of a referral, besides its offers: what the person is asked, and what staff have to know. */
final class ReferralPlan {
    private ReferralPlan() {}

    static Plan proposed(ChoiceProposed choice) {
        Subject question = new Subject(choice.inquiryId(), choice.number());
        return new Draft(choice.inquiryId(), question, choice.proposedAt(), choice.until())
                .toClient(MessageKind.CHOICE_LINK)
                .plan();
    }

    /** Who answers otherwise later is told of again. */
    static Plan chosen(ChoiceMade choice) {
        return news("choice-made", choice.inquiryId(), choice.madeAt())
                .to(new Staff(choice.coordinatorId()), MessageKind.CHOICE_COORDINATOR, null)
                .plan();
    }

    /** The numbers begin anew with each match, so that the time belongs to the subject. */
    static Plan asked(FitCheckAsked check) {
        UUID match = named("fit-check", check.inquiryId(), check.askedAt().toString());
        return new Draft(check.inquiryId(), new Subject(match, check.number()), check.askedAt(), check.until())
                .to(new Client(check.inquiryId()), MessageKind.FIT_CHECK_LINK, check.therapistId())
                .plan();
    }

    static Plan opened(TaskOpened task) {
        return news("task-" + task.task(), task.inquiryId(), task.openedAt())
                .to(answeringFor(task.coordinatorId()), MessageKind.TASK_COORDINATOR, null)
                .plan();
    }

    static Plan overdue(ReferralOverdue overdue) {
        UUID end = named("overdue", overdue.inquiryId(), overdue.dueAt().toString());
        return Draft.news(overdue.inquiryId(), new Subject(end, 0), overdue.overdueAt(), Plan.OVERDUE_USEFUL)
                .to(answeringFor(overdue.coordinatorId()), MessageKind.REFERRAL_OVERDUE, null)
                .plan();
    }

    static Plan rematch(RematchRequested rematch) {
        return news("rematch", rematch.inquiryId(), rematch.requestedAt())
                .to(new Staff(rematch.therapistId()), MessageKind.REMATCH_THERAPIST, null)
                .plan();
    }

    static Plan closed(ReferralClosed closed) {
        Staff closedBy = new Staff(closed.closedBy());
        return news("closed", closed.inquiryId(), closed.closedAt())
                .to(new Staff(closed.therapistId()), MessageKind.CLOSED_THERAPIST, null)
                .except(message -> message.recipient().equals(closedBy), Suppression.OWN_ACT);
    }

    /** Who answers for the person, or everybody who could. */
    private static Recipient answeringFor(@Nullable UUID coordinatorId) {
        return coordinatorId == null ? new EveryCoordinator() : new Staff(coordinatorId);
    }

    private static Draft news(String what, UUID inquiryId, Instant at) {
        return Draft.news(inquiryId, new Subject(named(what, inquiryId, at.toString()), 0), at, Plan.NEWS_USEFUL);
    }

    /** An id for what has none of its own and may happen to a person more than once. */
    private static UUID named(String what, UUID inquiryId, String which) {
        return UUID.nameUUIDFromBytes((what + "|" + inquiryId + "|" + which).getBytes(StandardCharsets.UTF_8));
    }
}
