package org.rapport.booking.hosts.domain;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.rapport.booking.hosts.domain.PracticeAnswers.CallTypeAnswer;
import org.rapport.booking.hosts.domain.PracticeAnswers.HolidayAnswer;
import org.rapport.booking.hosts.domain.SettingFault.Kind;

/** Decides whether what staff typed makes settings of the practice. */
public final class PracticeRules {

    private static final int LONGEST_NAME = 80;
    private static final int SHORTEST_CALL = 5;

    private PracticeRules() {}

    /**
     * @param version that was read
     * @param today on the practice's calendar; a holiday that is over cannot be set
     */
    public static PracticeCheck check(PracticeAnswers answers, long version, LocalDate today) {
        FieldReader reader = new FieldReader();
        reader.atMost(HoursRules.MOST_ROWS, "holidays", "date", answers.holidays());
        reader.atMost(HoursRules.MOST_ROWS, "callTypes", "code", answers.callTypes());
        List<Holiday> holidays = holidays(answers.holidays(), today, reader);
        List<CallType> types = callTypes(answers.callTypes(), reader);
        if (reader.faults().isEmpty()) {
            PracticeSettings.unclear(types)
                    .forEach(role -> reader.fault(
                            "callTypes[" + unclearRow(answers.callTypes(), role) + "].offeredToAll",
                            Kind.OFFERED_UNCLEAR));
        }
        return reader.faults().isEmpty()
                ? new PracticeCheck.Accepted(new PracticeSettings(version, holidays, types))
                : new PracticeCheck.Rejected(reader.faults().stream().distinct().toList());
    }

    private static List<Holiday> holidays(List<HolidayAnswer> answers, LocalDate today, FieldReader reader) {
        List<Holiday> holidays = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int row = 0; row < answers.size(); row++) {
            HolidayAnswer answer = answers.get(row);
            if (!answer.isEmpty()) {
                String field = "holidays[" + row + "]";
                Optional<LocalDate> date = reader.dateAhead(field + ".date", answer.date(), today);
                String name = FieldReader.trimmed(answer.name());
                if (name.isEmpty() || name.length() > LONGEST_NAME || !isOneLine(name)) {
                    reader.fault(field + ".name", Kind.NAME);
                }
                if (date.isPresent() && !seen.add(date.get())) {
                    reader.fault(field + ".date", Kind.DATE_TWICE);
                }
                date.ifPresent(day -> holidays.add(new Holiday(day, name)));
            }
        }
        return holidays;
    }

    private static List<CallType> callTypes(List<CallTypeAnswer> answers, FieldReader reader) {
        List<CallType> types = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int row = 0; row < answers.size(); row++) {
            CallTypeAnswer answer = answers.get(row);
            if (!answer.isEmpty()) {
                String field = "callTypes[" + row + "]";
                String code = FieldReader.trimmed(answer.code());
                boolean readable = CallType.isCode(code);
                if (!readable) {
                    reader.fault(field + ".code", Kind.CODE);
                } else if (!seen.add(code)) {
                    reader.fault(field + ".code", Kind.CODE_TWICE);
                }
                int longest = Math.toIntExact(CallType.LONGEST.toMinutes());
                int minutes = reader.number(field + ".minutes", answer.minutes(), SHORTEST_CALL, longest);
                Optional<HostRole> role = role(answer);
                if (role.isEmpty()) {
                    reader.fault(field + ".role", Kind.ROLE_UNKNOWN);
                } else if (readable) {
                    types.add(new CallType(code, Duration.ofMinutes(minutes), role.get(), answer.offeredToAll()));
                }
            }
        }
        return types;
    }

    /** The second of a role that is offered to everybody; else the first that could be. */
    private static int unclearRow(List<CallTypeAnswer> answers, HostRole role) {
        List<Integer> rows = IntStream.range(0, answers.size())
                .filter(row -> role(answers.get(row)).filter(role::equals).isPresent())
                .boxed()
                .toList();
        return rows.stream()
                .filter(row -> answers.get(row).offeredToAll())
                .skip(1)
                .findFirst()
                .or(() -> rows.stream().findFirst())
                .orElse(0);
    }

    private static Optional<HostRole> role(CallTypeAnswer answer) {
        return Arrays.stream(HostRole.values())
                .filter(role -> role.name().equals(FieldReader.trimmed(answer.role())))
                .findFirst();
    }

    private static boolean isOneLine(String name) {
        return name.codePoints().noneMatch(Character::isISOControl);
    }
}
