package org.rapport.matching.plan.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.plan.domain.Plan;

/**
 * A proposal as shown.
 *
 * @param people all it is about; {@code rows} holds the first of them
 * @param waiting all who wait; more than {@code people} if they are too many to plan for
 */
record PlanView(
        List<Row> rows,
        int people,
        long waiting,
        Plan.Total planned,
        Plan.Total firstCome,
        long worseOff,
        String more) {

    /**
     * @param name missing when booking-service did not answer in time
     * @param difference what the plan changes for the person, as a code
     * @param by points of difference, never negative
     */
    record Row(
            String href,
            @Nullable String name,
            String priority,
            String waiting,
            @Nullable Place planned,
            @Nullable Place firstCome,
            Difference difference,
            int by) {}

    record Place(String therapist, int points) {}

    enum Difference {
        NOBODY,
        ONLY_PLANNED,
        ONLY_FIRST_COME,
        SAME,
        MORE,
        FEWER,
        OTHER
    }
}
