package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.SafetyRule;

/** The safety concerns of one response, oldest first; none is ever removed. */
public record SafetyConcerns(List<SafetyConcern> all) {
    public SafetyConcerns {
        all = List.copyOf(all);
    }

    static SafetyConcerns none() {
        return new SafetyConcerns(List.of());
    }

    public boolean areNone() {
        return all.isEmpty();
    }

    Optional<SafetyConcern> find(UUID concernId) {
        return all.stream().filter(concern -> concern.id().equals(concernId)).findFirst();
    }

    /**
     * The concerns that the alarms add: one for each, unless one of its code is still open, or a coordinator has already
     * dealt with the very answer that is given again.
     */
    List<SafetyConcern> addedBy(
            List<SafetyRule> alarms, Answers given, Answers saved, ResponseId response, Instant now) {
        List<SafetyConcern> added = new ArrayList<>();
        for (SafetyRule alarm : alarms) {
            List<SafetyConcern> earlier = all.stream()
                    .filter(concern -> concern.code().equals(alarm.code()))
                    .toList();
            boolean open = earlier.stream().anyMatch(SafetyConcern::isOpen)
                    // Several answers of one page may meet rules of one code.
                    || added.stream().anyMatch(concern -> concern.code().equals(alarm.code()));
            boolean dealtWith = !earlier.isEmpty() && saved.to(alarm.question()).equals(given.to(alarm.question()));
            if (!open && !dealtWith) {
                added.add(SafetyConcern.raised(response, alarm.code(), earlier.size() + 1, now));
            }
        }
        return added;
    }

    List<SafetyConcern> open() {
        return all.stream().filter(SafetyConcern::isOpen).toList();
    }

    SafetyConcerns with(List<SafetyConcern> added) {
        List<SafetyConcern> more = new ArrayList<>(all);
        more.addAll(added);
        return new SafetyConcerns(more);
    }

    SafetyConcerns replacing(SafetyConcern changed) {
        return new SafetyConcerns(all.stream()
                .map(concern -> concern.id().equals(changed.id()) ? changed : concern)
                .toList());
    }
}
