package org.rapport.booking.calls.application;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.rapport.booking.calls.domain.AskedRule;
import org.rapport.booking.calls.domain.AskedRule.Answer;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.NotOpen;
import org.rapport.booking.hosts.domain.DayPlan;
import org.rapport.booking.hosts.domain.HostSchedule;

/**
 * What the rules say of one start.
 *
 * @param plan of the date on which the start lies
 * @param inTheWay the calls and holds that take the time
 */
public record Explanation(
        HostSchedule schedule, Instant start, List<AskedRule> rules, DayPlan plan, List<Call> inTheWay) {

    public Explanation {
        rules = List.copyOf(rules);
        inTheWay = List.copyOf(inTheWay);
    }

    public Optional<NotOpen> reason() {
        return rules.stream()
                .filter(rule -> rule.answer() == Answer.BROKEN)
                .map(AskedRule::rule)
                .findFirst();
    }

    public boolean isOffered() {
        return reason().isEmpty();
    }
}
