package org.rapport.matching.referrals.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.rapport.web.Option;

/**
 * An offer as its therapist sees it: nothing in it says who the person is.
 *
 * @param briefed whether what the person comes with is shown: while the offer is open, and while the seat is the therapist's
 * @param why empty when the rules or the ranking have changed since
 */
record OfferView(
        String href,
        String mark,
        String state,
        String priority,
        String until,
        @Nullable String left,
        boolean open,
        boolean accepted,
        boolean briefed,
        String summary,
        List<ReferralWords.Line> brief,
        List<String> why,
        List<Option> declineReasons,
        List<Option> colleagues) {}
