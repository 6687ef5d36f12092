package org.rapport.web;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;

/**
 * Which paths are open and which need which role; the first rule that fits counts, and what no rule names answers "not found". Each service
 * has one bean of this type. Assets, health, error pages, sign-in and the API description are open everywhere.
 */
public final class AccessRules {
    private final List<Rule> rules;

    private AccessRules(List<Rule> rules) {
        this.rules = rules;
    }

    public static AccessRules none() {
        return new AccessRules(List.of());
    }

    public AccessRules open(String... patterns) {
        AccessRules all = this;
        for (String pattern : patterns) {
            all = all.with(new Rule(null, pattern, Set.of()));
        }
        return all;
    }

    public AccessRules open(HttpMethod method, String pattern) {
        return with(new Rule(method, pattern, Set.of()));
    }

    /** Anybody with one of the roles. */
    public AccessRules allow(String pattern, StaffRole role, StaffRole... others) {
        return with(new Rule(null, pattern, EnumSet.of(role, others)));
    }

    public AccessRules allow(HttpMethod method, String pattern, StaffRole role, StaffRole... others) {
        return with(new Rule(method, pattern, EnumSet.of(role, others)));
    }

    private AccessRules with(Rule rule) {
        List<Rule> longer = new ArrayList<>(rules);
        longer.add(rule);
        return new AccessRules(List.copyOf(longer));
    }

    List<Rule> rules() {
        return rules;
    }

    /** No roles means open. */
    record Rule(@Nullable HttpMethod method, String pattern, Set<StaffRole> roles) {}
}
