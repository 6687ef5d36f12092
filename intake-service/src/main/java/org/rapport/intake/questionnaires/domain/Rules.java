package org.rapport.intake.questionnaires.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What follows from the answers of one questionnaire.
 *
 * @param criteria the question that answers each criterion
 */
public record Rules(
        @Nullable Scoring scoring,
        @Nullable Screening screening,
        List<SafetyRule> safety,
        Map<Criterion, String> criteria) {
    public Rules {
        safety = List.copyOf(safety);
        criteria = Map.copyOf(criteria);
    }

    public static Rules none() {
        return new Rules(null, null, List.of(), Map.of());
    }

    List<DefinitionFault> faultsAgainst(Outline outline) {
        Map<String, Question> questions = new HashMap<>();
        outline.questionsAskedOnce().forEach(question -> questions.put(question.linkId(), question));
        List<DefinitionFault> faults = new ArrayList<>();
        if (scoring != null) {
            faults.addAll(scoring.faultsAgainst(questions));
        }
        if (screening != null) {
            faults.addAll(screening.faultsAgainst(questions));
        }
        for (SafetyRule rule : safety) {
            Question question = questions.get(rule.question());
            if (question == null) {
                faults.add(new DefinitionFault(rule.question(), "has a safety rule but is not asked"));
            } else if (question.mostPoints() <= rule.above()) {
                faults.add(new DefinitionFault(rule.question(), "can never meet its safety rule"));
            }
        }
        criteria.forEach((criterion, linkId) -> {
            Question question = questions.get(linkId);
            if (question == null || question.type() != QuestionType.CHOICE) {
                faults.add(new DefinitionFault(linkId, "must be a choice, because it answers " + criterion));
            } else if (criterion.isSingle() && (question.repeats() || !question.required())) {
                faults.add(new DefinitionFault(linkId, "must be required and single, because it answers " + criterion));
            } else if (criterion.isSingle() && !outline.isAskedOfEverybody(linkId)) {
                faults.add(new DefinitionFault(linkId, "must be asked of everybody, because it answers " + criterion));
            } else if (criterion == Criterion.FEE && !isMoney(question)) {
                faults.add(new DefinitionFault(linkId, "must have whole dollars as codes, because it answers FEE"));
            }
        });
        return faults;
    }

    /** What we would not take today; see {@link Questionnaire#faultsOfUpload}. */
    List<DefinitionFault> faultsOfUpload() {
        List<DefinitionFault> faults = new ArrayList<>();
        for (SafetyRule rule : safety) {
            if (rule.code().isBlank()) {
                faults.add(new DefinitionFault(rule.question(), "has a safety rule without a code"));
            }
            if (rule.above() < 0) {
                faults.add(new DefinitionFault(rule.question(), "has a safety rule that is met by no answer at all"));
            }
        }
        return faults;
    }

    private static boolean isMoney(Question question) {
        return question.options().stream().allMatch(option -> option.code().matches("[1-9][0-9]{0,4}"));
    }
}
