package org.rapport.intake.questionnaires.domain;

import java.util.List;
import java.util.stream.Collectors;

/** A definition that is refused; the message names every fault by its linkId. */
public final class BrokenQuestionnaire extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<DefinitionFault> faults;

    public BrokenQuestionnaire(String name, List<DefinitionFault> faults) {
        super(name + " is refused: "
                + faults.stream()
                        .map(fault -> fault.linkId() + ": " + fault.problem())
                        .collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    public List<DefinitionFault> faults() {
        return faults;
    }
}
