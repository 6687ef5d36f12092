package org.rapport.intake.responses.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
     * The concerns that the alarms add: one for each code, unless an open one tells of an answer as grave, or a coordinator has
     * already dealt with the very answer that is given again. Whoever acknowledges answers for what they were told of, so
     * what is graver is never added to an open concern.
     *
     * @param points of the answers given, by question
     */
    List<SafetyConcern> addedBy(
            List<SafetyRule> alarms,
            Map<String, Integer> points,
            Answers given,
            Answers saved,
            ResponseId response,
            Instant now) {
        Map<String, Map<String, Integer>> added = new LinkedHashMap<>();
        for (SafetyRule alarm : alarms) {
            String question = alarm.question();
            List<SafetyConcern> earlier = of(alarm.code());
            boolean told = earlier.stream()
                    .anyMatch(
                            concern -> concern.isOpen() && concern.tellsOf(question, points.getOrDefault(question, 0)));
            boolean dealtWith =
                    earlier.stream().anyMatch(concern -> concern.points().containsKey(question))
                            && saved.to(question).equals(given.to(question));
            if (!told && !dealtWith) {
                added.computeIfAbsent(alarm.code(), _ -> new LinkedHashMap<>())
                        .put(question, points.getOrDefault(question, 0));
            }
        }
        return added.entrySet().stream()
                .map(each -> SafetyConcern.raised(
                        response,
                        each.getKey(),
                        each.getValue(),
                        of(each.getKey()).size() + 1,
                        now))
                .toList();
    }

    List<SafetyConcern> of(String code) {
        return all.stream().filter(concern -> concern.code().equals(code)).toList();
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
