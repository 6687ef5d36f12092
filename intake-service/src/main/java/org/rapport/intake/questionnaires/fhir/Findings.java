package org.rapport.intake.questionnaires.fhir;

import java.util.ArrayList;
import java.util.List;
import org.rapport.intake.questionnaires.domain.DefinitionFault;

/**
 * What reading a definition brings to light, by linkId.
 *
 * @param faults why it cannot be shown
 * @param gaps words it lacks, so that it can be looked at but not sent
 */
record Findings(List<DefinitionFault> faults, List<DefinitionFault> gaps) {
    Findings() {
        this(new ArrayList<>(), new ArrayList<>());
    }

    /** @return whether it was a fault, so that the caller can go on without it */
    boolean fault(String linkId, boolean faulty, String problem) {
        if (faulty) {
            add(faults, linkId, problem);
        }
        return faulty;
    }

    void gap(String linkId, boolean lacking, String problem) {
        if (lacking) {
            add(gaps, linkId, problem);
        }
    }

    private static void add(List<DefinitionFault> found, String linkId, String problem) {
        DefinitionFault fault = new DefinitionFault(linkId, problem);
        if (!found.contains(fault)) {
            found.add(fault);
        }
    }
}
