package org.rapport.matching.referrals.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the coordinator keeps beside the facts.
 *
 * @param onward whom to offer to next, in this order, when an offer is declined or lapses; a person chose each of them
 * @param pauses in order of time; at most the last one lasts
 * @param returnedAt when the person last came back to the desk, by a re-match or because it was reopened
 * @param overdueTold the end of the clock of which was told that it is over
 */
public record Desk(
        List<Task> tasks,
        List<UUID> onward,
        List<Pause> pauses,
        @Nullable Instant returnedAt,
        @Nullable Instant overdueTold,
        @Nullable Closing closing) {
    static final int MOST_TASKS = 20;
    static final int MOST_PAUSES = 50;
    public static final int MOST_ONWARD = 5;
    public static final Desk EMPTY = new Desk(List.of(), List.of(), List.of(), null, null, null);

    public Desk {
        tasks = List.copyOf(tasks);
        onward = List.copyOf(onward);
        pauses = List.copyOf(pauses);
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
        return new Desk(next, onward, pauses, returnedAt, overdueTold, closing);
    }

    /** Ends the open tasks of a kind by itself. */
    Desk ended(Task.Kind kind, Instant at) {
        Desk next = this;
        for (Task task : openTasks()) {
            next = task.kind() == kind ? next.with(task.done(at, null)) : next;
        }
        return next;
    }

    /** What was told late of a time before the closing is news since then. */
    Instant notBeforeClosing(Instant at) {
        return closing == null || at.isAfter(closing.at()) ? at : closing.at();
    }

    Desk onward(List<UUID> next) {
        return new Desk(tasks, next, pauses, returnedAt, overdueTold, closing);
    }

    Desk paused(Instant from) {
        List<Pause> next = new ArrayList<>(pauses);
        next.add(new Pause(from, null));
        return new Desk(tasks, onward, next, returnedAt, overdueTold, closing);
    }

    Desk resumed(Instant to) {
        if (!isPaused()) {
            return this;
        }
        List<Pause> next = new ArrayList<>(pauses);
        Pause last = next.removeLast();
        next.add(new Pause(last.from(), to.isBefore(last.from()) ? last.from() : to));
        return new Desk(tasks, onward, next, returnedAt, overdueTold, closing);
    }

    /** Back for another round: what was planned for the last one counts no longer. */
    Desk returned(Instant at) {
        return new Desk(tasks, List.of(), List.of(), at, null, null);
    }

    Desk told(Instant overdue) {
        return new Desk(tasks, onward, pauses, returnedAt, overdue, closing);
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
                how);
    }
}
