package org.rapport.intake.responses.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Packet;
import org.rapport.intake.questionnaires.domain.Page;
import org.rapport.intake.questionnaires.domain.Priority;
import org.rapport.intake.questionnaires.domain.Question;
import org.rapport.intake.questionnaires.domain.SafetyRule;

/** Published bands and safety rules decide, nothing else; a coordinator decides what follows. */
final class Urgency {
    private Urgency() {}

    static Priority of(Packet packet, Answers answers, SafetyConcerns concerns) {
        if (!concerns.areNone()) {
            return Priority.EMERGENT;
        }
        return Stream.concat(
                        packet.scores(answers).stream()
                                .map(score -> score.band().priority()),
                        packet.levels(answers).stream()
                                .map(found -> found.level().priority()))
                .max(Comparator.naturalOrder())
                .orElse(Priority.ROUTINE);
    }

    /** To each question that raised an alarm the given option with most points, even if several were given. */
    static Answers answers(Page page, List<SafetyRule> alarms, Answers given) {
        Set<String> urgent = alarms.stream().map(SafetyRule::question).collect(Collectors.toUnmodifiableSet());
        return new Answers(page.questions().stream()
                .filter(question -> urgent.contains(question.linkId()))
                .collect(Collectors.toMap(
                        Question::linkId,
                        question -> given.to(question.linkId()).stream()
                                .max(Comparator.comparing(
                                        code -> question.pointsOf(List.of(code)).orElse(-1)))
                                .stream()
                                .toList())));
    }
}
