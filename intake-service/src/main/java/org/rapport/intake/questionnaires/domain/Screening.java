package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Names a level by what was answered with yes, without adding anything up: the first level of which one trigger is met.
 *
 * @param levels the gravest first
 */
public record Screening(String instrument, List<Level> levels) {
    public Screening {
        levels = List.copyOf(levels);
    }

    /** An answer with more points than this. */
    public record Trigger(String question, int above) {}

    /** One published level. */
    public record Level(String code, Wording title, Priority priority, List<Trigger> triggers) {
        public Level {
            Objects.requireNonNull(code, "a level has a code");
            Objects.requireNonNull(priority, "a level has a priority");
            triggers = List.copyOf(triggers);
        }
    }

    /** A level with the instrument that found it. */
    public record Found(String instrument, Level level) {}

    /** Empty while nothing was answered that meets a level: that is no finding, and must not be shown as one. */
    Optional<Found> of(Map<String, Question> questions, Answers answers) {
        return levels.stream()
                .filter(level -> level.triggers().stream().anyMatch(trigger -> isMet(trigger, questions, answers)))
                .findFirst()
                .map(level -> new Found(instrument, level));
    }

    private static boolean isMet(Trigger trigger, Map<String, Question> questions, Answers answers) {
        Question question = questions.get(trigger.question());
        return question != null
                && question.pointsOf(answers.to(trigger.question())).orElse(0) > trigger.above();
    }

    List<DefinitionFault> faultsAgainst(Map<String, Question> questions) {
        List<DefinitionFault> faults = new ArrayList<>();
        for (Level level : levels) {
            if (level.triggers().isEmpty()) {
                faults.add(new DefinitionFault(instrument, "level " + level.code() + " can never be met"));
            }
            for (Trigger trigger : level.triggers()) {
                Question question = questions.get(trigger.question());
                if (question == null) {
                    faults.add(new DefinitionFault(trigger.question(), "decides a level but is not asked"));
                } else if (question.mostPoints() <= trigger.above()) {
                    faults.add(new DefinitionFault(trigger.question(), "can never meet the level " + level.code()));
                }
            }
        }
        return faults;
    }
}
