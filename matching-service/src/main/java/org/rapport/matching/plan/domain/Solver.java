package org.rapport.matching.plan.domain;

import java.util.List;

/** Shares out seats. */
public interface Solver {
    int NOBODY = -1;

    /** @param worth how much it is worth that the person goes to that therapist; more than 0 */
    record Choice(int therapist, int worth) {}

    /**
     * Gives each person one of their choices or none, no therapist more people than seats, and all together the greatest worth there can
     * be.
     *
     * @param choices of each person
     * @param seats of each therapist
     * @return for each person the place of the choice among theirs, or {@link #NOBODY}
     */
    int[] solve(List<List<Choice>> choices, int[] seats);
}
