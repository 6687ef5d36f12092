package org.rapport.intake.questionnaires.domain;

/**
 * An answer with more points than this cannot wait.
 *
 * @param code what it is called towards other services; never the answer itself
 */
public record SafetyRule(String question, int above, String code) {
    boolean isMetBy(Question asked, Answers answers) {
        return asked.pointsOf(answers.to(question)).orElse(0) > above;
    }
}
