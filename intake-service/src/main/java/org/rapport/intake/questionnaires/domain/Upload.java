package org.rapport.intake.questionnaires.domain;

import java.time.Instant;

/**
 * A definition as somebody of the staff uploaded it; it never changes.
 *
 * @param definition the FHIR resource as JSON
 * @param rules what follows from its answers, as JSON; empty for nothing
 * @param by name of the person
 */
public record Upload(QuestionnaireKey key, String definition, String rules, String by, Instant at) {
    /** Whether it says the same, whoever uploaded it when. */
    public boolean isSameAs(Upload other) {
        return definition.equals(other.definition) && rules.equals(other.rules);
    }
}
