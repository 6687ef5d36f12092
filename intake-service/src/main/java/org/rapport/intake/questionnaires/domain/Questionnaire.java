package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One immutable definition with its rules.
 *
 * @param notice what must be shown with it, such as a copyright notice
 */
public record Questionnaire(
        QuestionnaireKey key, Wording title, @Nullable Wording notice, List<QuestionGroup> groups, Rules rules) {
    /** Refuses rules that do not fit the questions, naming every fault. */
    public Questionnaire {
        groups = List.copyOf(groups);
        List<DefinitionFault> faults = rules.faultsAgainst(groups);
        if (!faults.isEmpty()) {
            throw new BrokenQuestionnaire(key.canonical(), faults);
        }
    }

    public List<Question> questions() {
        return groups.stream().flatMap(group -> group.questions().stream()).toList();
    }

    public Optional<Question> question(String linkId) {
        return questions().stream()
                .filter(question -> question.linkId().equals(linkId))
                .findFirst();
    }

    /** The score, once every scored question has an answer. */
    public Optional<Score> score(Answers answers) {
        return Optional.ofNullable(rules.scoring()).flatMap(scoring -> scoring.score(title, questions(), answers));
    }
}
