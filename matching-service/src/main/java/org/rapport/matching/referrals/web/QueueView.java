package org.rapport.matching.referrals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue as shown.
 *
 * @param total rows the filters let through; {@code rows} holds the first of them
 * @param more where more of them are shown
 */
record QueueView(List<Tab> tabs, List<Choice> owners, List<Choice> orders, List<Row> rows, long total, String more) {

    /** The accessors are those the library's tabs ask for. */
    record Tab(String href, String label, long count, boolean current) {}

    record Choice(String href, String label, boolean current) {}

    /**
     * @param name missing when booking-service did not answer in time
     * @param takeOver where to take the person over from an owner who is away; absent if nobody is
     */
    record Row(
            String href,
            String mark,
            String priority,
            @Nullable String name,
            boolean byPhone,
            String since,
            String waiting,
            String clock,
            boolean over,
            String owner,
            @Nullable String takeOver,
            String next) {}
}
