package org.rapport.intake.responses.application;

import org.rapport.intake.questionnaires.domain.Answers;
import org.rapport.intake.questionnaires.domain.Questionnaires;

/** Says whether answers need the crisis page, with nothing but what is in memory: the store and the broker may be down. */
public final class CrisisCheck {
    private final Questionnaires questionnaires;

    public CrisisCheck(Questionnaires questionnaires) {
        this.questionnaires = questionnaires;
    }

    public boolean isNeededFor(Answers answers) {
        return questionnaires.atHand().stream()
                .anyMatch(questionnaire -> !questionnaire.alarms(answers).isEmpty());
    }
}
