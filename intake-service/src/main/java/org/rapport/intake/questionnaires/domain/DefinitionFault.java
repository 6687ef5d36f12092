package org.rapport.intake.questionnaires.domain;

/** What is wrong with a definition, and at which item. */
public record DefinitionFault(String linkId, String problem) {}
