package org.rapport.matching.ranking.domain;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The fewest changes that would let an excluded therapist in.
 *
 * <ol>
 *   <li>Gather the rules that fail now, and those that fail once the others are met: waiting for the end of a leave may outlast a
 *       licence.
 *   <li>Of these take the smallest set after whose changes nothing fails: waiting may also bring what was missing.
 * </ol>
 */
final class SmallestChange {
    private SmallestChange() {}

    /** One failure for each change, as it reads where the change is needed. */
    static List<Failure> of(Situation situation) {
        List<Failure> needed = new ArrayList<>();
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        Situation changed = situation;
        for (List<Failure> failures = Rule.failures(changed); !failures.isEmpty(); failures = Rule.failures(changed)) {
            for (Failure failure : failures) {
                if (rules.add(failure.rule())) {
                    needed.add(failure);
                }
            }
            changed = met(situation, rules);
        }
        return smallest(situation, needed);
    }

    private static List<Failure> smallest(Situation situation, List<Failure> needed) {
        List<Failure> best = needed;
        for (int chosen = 1; chosen < 1 << needed.size(); chosen++) {
            if (Integer.bitCount(chosen) < best.size()) {
                List<Failure> some = chosen(needed, chosen);
                if (Rule.failures(met(situation, rules(some))).isEmpty()) {
                    best = some;
                }
            }
        }
        return List.copyOf(best);
    }

    private static List<Failure> chosen(List<Failure> all, int chosen) {
        List<Failure> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((chosen & 1 << i) != 0) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private static Set<Rule> rules(List<Failure> failures) {
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        failures.forEach(failure -> rules.add(failure.rule()));
        return rules;
    }

    private static Situation met(Situation situation, Set<Rule> rules) {
        Situation changed = situation;
        for (Rule rule : rules) {
            changed = rule.met(changed);
        }
        return changed;
    }
}
