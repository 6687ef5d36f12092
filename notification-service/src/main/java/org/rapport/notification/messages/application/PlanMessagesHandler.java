package org.rapport.notification.messages.application;

import java.util.List;
import org.rapport.notification.messages.domain.MessageDecision.Changed;
import org.rapport.notification.messages.domain.Messages;
import org.rapport.notification.messages.domain.Plan;
import org.rapport.notification.messages.domain.Plan.Withdrawal;
import org.rapport.notification.messages.domain.Saving;
import org.rapport.notification.messages.domain.Schedule;

/** Brings what an occasion asks for into the ledger; the same occasion again, or half of it, does no harm. */
public final class PlanMessagesHandler {
    private final Messages messages;
    private final Schedule schedule;

    public PlanMessagesHandler(Messages messages, Schedule schedule) {
        this.messages = messages;
        this.schedule = schedule;
    }

    public void handle(PlanMessages command) {
        Plan plan = Plan.of(command.occasion(), schedule);
        plan.withdrawn().forEach(this::withdraw);
        // A message that is already there was planned or withdrawn before; both stand.
        plan.due().forEach(message -> messages.save(message, List.of()));
    }

    private void withdraw(Withdrawal withdrawal) {
        if (!withdrawExisting(withdrawal)
                && withdrawal.message().withdraw(withdrawal.reason(), withdrawal.at())
                        instanceof Changed(var tombstone, var events)
                && messages.save(tombstone, events) == Saving.STALE) {
            withdrawExisting(withdrawal);
        }
    }

    private boolean withdrawExisting(Withdrawal withdrawal) {
        return messages.decide(
                        withdrawal.message().id(), message -> message.withdraw(withdrawal.reason(), withdrawal.at()))
                .isPresent();
    }
}
