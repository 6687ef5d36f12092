package org.rapport.booking.hosts.domain;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.HoursAnswers.DateAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.LeaveAnswer;
import org.rapport.booking.hosts.domain.HoursAnswers.TermsAnswer;
import org.rapport.booking.hosts.domain.SettingFault.Kind;

/** Decides whether what staff typed makes hours and terms of a host. */
public final class HoursRules {

    public static final int MOST_ROWS = 100;
    public static final int MOST_DAYS_AHEAD = 60;
    private static final int MOST_BUFFER = 240;
    private static final int MOST_NOTICE = 14 * 24 * 60;
    private static final int MOST_PER_DAY = 100;
    private static final int MOST_PER_WEEK = 500;
    private static final int STEP = 5;

    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private HoursRules() {}

    /**
     * @param colleagues whom the host may name for a leave
     * @param today on the host's own calendar; what is over cannot be set
     */
    public static HoursCheck check(HoursAnswers answers, List<Host> colleagues, LocalDate today) {
        FieldReader reader = new FieldReader();
        reader.atMost(MOST_ROWS, "dates", "date", answers.dates());
        reader.atMost(MOST_ROWS, "leaves", "first", answers.leaves());
        List<WorkingSpan> week = week(answers, reader);
        List<DateHours> dates = dates(answers.dates(), today, reader);
        List<Leave> leaves = leaves(answers.leaves(), colleagues, today, reader);
        Optional<CallTerms> terms = terms(answers.terms(), reader);
        int weight = reader.number("weight", answers.weight(), 0, Host.MOST_WEIGHT);
        return terms.isPresent() && reader.faults().isEmpty()
                ? new HoursCheck.Accepted(new HostHours(week, dates, leaves), terms.get(), answers.hosting(), weight)
                : new HoursCheck.Rejected(reader.faults());
    }

    /** Those of the same role, because their calls are of the same type. */
    public static List<Host> colleagues(Host host, List<Host> all) {
        return all.stream()
                .filter(other -> other.role() == host.role() && !other.id().equals(host.id()))
                .toList();
    }

    private static List<WorkingSpan> week(HoursAnswers answers, FieldReader reader) {
        List<WorkingSpan> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            reader.hours("week." + day, answers.week().get(day)).forEach(span -> week.add(new WorkingSpan(day, span)));
        }
        return week;
    }

    private static List<DateHours> dates(List<DateAnswer> answers, LocalDate today, FieldReader reader) {
        List<DateHours> dates = new ArrayList<>();
        Set<LocalDate> seen = new HashSet<>();
        for (int row = 0; row < answers.size(); row++) {
            DateAnswer answer = answers.get(row);
            if (!answer.isEmpty()) {
                String field = "dates[" + row + "]";
                Optional<LocalDate> date = reader.dateAhead(field + ".date", answer.date(), today);
                List<LocalSpan> spans = reader.hours(field + ".hours", answer.hours());
                if (date.isPresent() && !seen.add(date.get())) {
                    reader.fault(field + ".date", Kind.DATE_TWICE);
                } else {
                    date.ifPresent(day -> dates.add(new DateHours(day, spans)));
                }
            }
        }
        return dates;
    }

    private static List<Leave> leaves(
            List<LeaveAnswer> answers, List<Host> colleagues, LocalDate today, FieldReader reader) {
        List<Leave> leaves = new ArrayList<>();
        for (int row = 0; row < answers.size(); row++) {
            LeaveAnswer answer = answers.get(row);
            if (!answer.isEmpty()) {
                String field = "leaves[" + row + "]";
                Optional<LocalDate> first = reader.date(field + ".first", answer.first());
                Optional<LocalDate> back =
                        reader.dateAhead(field + ".firstDayBack", answer.firstDayBack(), today.plusDays(1));
                HostId delegate = delegate(field + ".delegate", answer.delegate(), colleagues, reader);
                if (first.isPresent() && back.isPresent()) {
                    leave(field, first.get(), back.get(), delegate, leaves, reader);
                }
            }
        }
        return leaves;
    }

    private static void leave(
            String field,
            LocalDate first,
            LocalDate back,
            @Nullable HostId delegate,
            List<Leave> leaves,
            FieldReader reader) {
        if (!first.isBefore(back)) {
            reader.fault(field + ".firstDayBack", Kind.LEAVE_BACKWARDS);
        } else if (leaves.stream()
                .anyMatch(other ->
                        first.isBefore(other.firstDayBack()) && other.first().isBefore(back))) {
            reader.fault(field + ".first", Kind.LEAVE_OVERLAPS);
        } else {
            leaves.add(new Leave(first, back, delegate));
        }
    }

    private static @Nullable HostId delegate(
            String field, @Nullable String typed, List<Host> colleagues, FieldReader reader) {
        String id = FieldReader.trimmed(typed);
        if (id.isEmpty()) {
            return null;
        }
        if (ID.matcher(id).matches()) {
            HostId delegate = new HostId(UUID.fromString(id));
            if (colleagues.stream().anyMatch(other -> other.id().equals(delegate))) {
                return delegate;
            }
        }
        reader.fault(field, Kind.DELEGATE_UNKNOWN);
        return null;
    }

    private static Optional<CallTerms> terms(TermsAnswer answer, FieldReader reader) {
        int before = reader.number("terms.bufferBefore", answer.bufferBefore(), 0, MOST_BUFFER);
        int after = reader.number("terms.bufferAfter", answer.bufferAfter(), 0, MOST_BUFFER);
        int grid = reader.number("terms.grid", answer.grid(), STEP, MOST_BUFFER);
        int notice = reader.number("terms.minimumNotice", answer.minimumNotice(), 0, MOST_NOTICE);
        int horizon = reader.number("terms.horizonDays", answer.horizonDays(), 1, MOST_DAYS_AHEAD);
        int cutOff = reader.number("terms.cutOff", answer.cutOff(), 0, MOST_NOTICE);
        Integer perDay = reader.limit("terms.perDay", answer.perDay(), MOST_PER_DAY);
        Integer perWeek = reader.limit("terms.perWeek", answer.perWeek(), MOST_PER_WEEK);
        if (grid % STEP != 0) {
            reader.fault("terms.grid", Kind.GRID);
            return Optional.empty();
        }
        return Optional.of(new CallTerms(
                Duration.ofMinutes(before),
                Duration.ofMinutes(after),
                Duration.ofMinutes(grid),
                Duration.ofMinutes(notice),
                Duration.ofDays(horizon),
                Duration.ofMinutes(cutOff),
                perDay,
                perWeek));
    }
}
