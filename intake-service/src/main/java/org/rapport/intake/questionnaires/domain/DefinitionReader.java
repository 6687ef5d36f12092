package org.rapport.intake.questionnaires.domain;

/** Reads what staff upload. */
@FunctionalInterface
public interface DefinitionReader {
    /**
     * @param rules empty for none
     * @throws BrokenQuestionnaire naming every fault
     */
    Questionnaire read(String definition, String rules);
}
