package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator keeps beside the facts.
 *
 * @param onward whom to offer to next, in this order, when an offer is declined or lapses; a person chose each of them
 * @param pauses in order of time; at most the last one lasts
 * @param returnedAt when the person last came back to the desk, by a re-match or because it was reopened
 * @param overdueTold the end of the clock of which was told that it is over
 * @param choice the last one the person was asked for
 * @param fit the next time the person is asked how it is, or the last one while its link works
 * @param conflicts who must not see this person; null in what was stored before there were any
 */
public record Desk(
        List<Task> tasks,
        List<UUID> onward,
        List<Pause> pauses,
        @Nullable Instant returnedAt,
        @Nullable Instant overdueTold,
        @Nullable Closing closing,
        @Nullable Choice choice,
        @Nullable FitCheck fit,
        @Nullable List<Conflict> conflicts) {
    static final int MOST_TASKS = 20;
    static final int MOST_PAUSES = 50;
    public static final int MOST_ONWARD = 5;
    public static final Desk EMPTY = new Desk(List.of(), List.of(), List.of(), null, null, null, null, null, null);

    public Desk {
        tasks = List.copyOf(tasks);
        onward = List.copyOf(onward);
        pauses = List.copyOf(pauses);
        conflicts = conflicts == null ? List.of() : List.copyOf(conflicts);
    }

    public List<Task> openTasks() {
        return tasks.stream().filter(Task::isOpen).toList();
    }

    boolean has(Task.Kind open) {
        return openTasks().stream().anyMatch(task -> task.kind() == open);
    }

    public boolean isPaused() {
        return !pauses.isEmpty() && pauses.getLast().isOpen();
    }

    public List<Conflict> knownConflicts() {
        return conflicts == null ? List.of() : conflicts;
    }

    /** Who must not see this person. */
    public Set<UUID> barred() {
        return knownConflicts().stream().map(Conflict::therapistId).collect(Collectors.toUnmodifiableSet());
    }

    Optional<Task> task(String key) {
        return tasks.stream().filter(task -> task.key().equals(key)).findFirst();
    }

    /** Opens a task or puts it in the place of the one with its key. The oldest done ones are forgotten. */
    Desk with(Task task) {
        List<Task> next = new ArrayList<>(tasks);
        next.removeIf(known -> known.key().equals(task.key()));
        next.add(task);
        for (int i = 0; next.size() > MOST_TASKS && i < next.size(); ) {
            if (next.get(i).isOpen()) {
                i++;
            } else {
                next.remove(i);
            }
        }
        return new Desk(next, onward, pauses, returnedAt, overdueTold, closing, choice, fit, conflicts);
    }

    /** Ends the open tasks of some kinds by itself. */
    Desk ended(Predicate<Task.Kind> kinds, Instant at) {
        Desk next = this;
        for (Task task : openTasks()) {
            next = kinds.test(task.kind()) ? next.with(task.done(at, null)) : next;
        }
        return next;
    }

    /** What was told late of a time before the closing is news since then. */
    Instant notBeforeClosing(Instant at) {
        return closing == null || at.isAfter(closing.at()) ? at : closing.at();
    }

    Desk onward(List<UUID> next) {
        return new Desk(tasks, next, pauses, returnedAt, overdueTold, closing, choice, fit, conflicts);
    }

    Desk paused(Instant from) {
        List<Pause> next = new ArrayList<>(pauses);
        next.add(new Pause(from, null));
        return new Desk(tasks, onward, next, returnedAt, overdueTold, closing, choice, fit, conflicts);
    }

    Desk resumed(Instant to) {
        if (!isPaused()) {
            return this;
        }
        List<Pause> next = new ArrayList<>(pauses);
        Pause last = next.removeLast();
        next.add(new Pause(last.from(), to.isBefore(last.from()) ? last.from() : to));
        return new Desk(tasks, onward, next, returnedAt, overdueTold, closing, choice, fit, conflicts);
    }

    /** Back for another round: what was planned for the last one counts no longer. */
    Desk returned(Instant at) {
        return new Desk(tasks, List.of(), List.of(), at, null, null, overChoice(), null, conflicts);
    }

    Desk told(Instant overdue) {
        return new Desk(tasks, onward, pauses, returnedAt, overdue, closing, choice, fit, conflicts);
    }

    Desk asking(Choice next) {
        return new Desk(tasks, onward, pauses, returnedAt, overdueTold, closing, next, fit, conflicts);
    }

    /** Nobody waits for the person's answer any more. */
    Desk notAsking(Instant at) {
        return choice == null || !choice.isAsked()
                ? this
                : asking(choice.over()).resumed(at);
    }

    /** Somebody who must not see the person is not among those they choose from any more. */
    Desk notShowing(UUID therapistId, Instant at) {
        if (choice == null) {
            return this;
        }
        Choice left = choice.without(therapistId);
        Desk next = asking(left);
        return choice.isAsked() && !left.isAsked() ? next.resumed(at) : next;
    }

    Desk checking(@Nullable FitCheck next) {
        return new Desk(tasks, onward, pauses, returnedAt, overdueTold, closing, choice, next, conflicts);
    }

    Desk with(List<Conflict> next) {
        return new Desk(tasks, onward, pauses, returnedAt, overdueTold, closing, choice, fit, next);
    }

    Desk closed(Closing how) {
        return new Desk(
                tasks.stream()
                        .map(task -> task.isOpen() ? task.done(how.at(), null) : task)
                        .toList(),
                List.of(),
                resumed(how.at()).pauses,
                returnedAt,
                overdueTold,
                how,
                overChoice(),
                null,
                conflicts);
    }

    private @Nullable Choice overChoice() {
        return choice == null ? null : choice.over();
    }
}
