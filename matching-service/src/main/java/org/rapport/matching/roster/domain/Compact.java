package org.rapport.matching.roster.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An agreement of states to let one another's licensees practise. Who is in it changes; the days are data. */
public record Compact(String code, Set<Credential> credentials, List<Member> members) {
    /**
     * @param since first day
     * @param until last day, if the state has left
     */
    public record Member(
            String state, LocalDate since, @Nullable LocalDate until) {
        boolean isIn(LocalDate day) {
            return !day.isBefore(since) && (until == null || !day.isAfter(until));
        }
    }

    public Compact {
        credentials = Set.copyOf(credentials);
        members = List.copyOf(members);
    }

    /** Last day on which a member is one; empty for one of which no end is known. */
    Optional<LocalDate> lastDay(String state, LocalDate day) {
        return members.stream()
                .filter(member -> member.state().equals(state) && member.isIn(day))
                .flatMap(member -> Stream.ofNullable(member.until()))
                .findFirst();
    }

    boolean hasMember(String state, LocalDate day) {
        return members.stream().anyMatch(member -> member.state().equals(state) && member.isIn(day));
    }
}
