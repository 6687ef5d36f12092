package org.rapport.booking.hosts.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What holds for every host of the practice. Of each role exactly one call type is offered to everybody, so that a link
 * to a host needs no more than the host.
 *
 * @param version of the stored document this was read from; 0 before anything was saved
 */
public record PracticeSettings(long version, List<Holiday> holidays, List<CallType> callTypes) {

    public PracticeSettings {
        holidays = holidays.stream().sorted(Comparator.comparing(Holiday::date)).toList();
        callTypes = List.copyOf(callTypes);
        if (holidays.stream().map(Holiday::date).distinct().count() < holidays.size()) {
            throw new IllegalArgumentException("a date is one holiday");
        }
        if (callTypes.stream().map(CallType::code).distinct().count() < callTypes.size()) {
            throw new IllegalArgumentException("a code names one call type");
        }
        if (!unclear(callTypes).isEmpty()) {
            throw new IllegalArgumentException("one call type is offered to everybody for " + unclear(callTypes));
        }
    }

    /** Until the practice says otherwise. */
    public static PracticeSettings initial() {
        return new PracticeSettings(
                0,
                List.of(),
                List.of(
                        new CallType("coordinator-call", Duration.ofMinutes(20), HostRole.COORDINATOR, true),
                        new CallType("therapist-call", Duration.ofMinutes(15), HostRole.THERAPIST, true),
                        new CallType("first-session", Duration.ofMinutes(50), HostRole.THERAPIST, false)));
    }

    public Optional<Holiday> holidayOn(LocalDate date) {
        return holidays.stream().filter(holiday -> holiday.date().equals(date)).findFirst();
    }

    public Optional<CallType> callType(String code) {
        return callTypes.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** What anybody may book with a host of this role. */
    public CallType offeredBy(HostRole role) {
        return offered(callTypes, role).getFirst();
    }

    private static List<CallType> offered(List<CallType> types, HostRole role) {
        return types.stream()
                .filter(type -> type.role() == role && type.offeredToAll())
                .toList();
    }

    /** Of which roles not exactly one type is offered to everybody. */
    static List<HostRole> unclear(List<CallType> types) {
        return Arrays.stream(HostRole.values())
                .filter(role -> offered(types, role).size() != 1)
                .toList();
    }
}
