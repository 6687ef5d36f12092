package org.rapport.booking.waiting.domain;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.Hosts;

/** Decides whether what somebody says they wait for makes a {@link TimeWish}; every fault is named at once. */
public final class WishRules {

    public static final String ANY_COORDINATOR = "any";

    /** Nobody waits longer: who still wants to then says so again. */
    public static final int MOST_DAYS = 60;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Hosts hosts;

    public WishRules(Hosts hosts) {
        this.hosts = hosts;
    }

    public WishCheck check(WishAnswers answers, ZoneId zone, Instant now) {
        List<WishFault> faults = new ArrayList<>();
        @Nullable HostId host = host(answers.host(), faults);
        Optional<LocalDate> lastDay = lastDay(answers.lastDay(), LocalDate.ofInstant(now, zone), faults);
        Set<DayOfWeek> weekdays = read(DayOfWeek.class, answers.weekdays(), WishFault.WEEKDAYS_UNKNOWN, faults);
        Set<PartOfDay> parts = read(PartOfDay.class, answers.parts(), WishFault.PARTS_UNKNOWN, faults);
        return faults.isEmpty()
                ? new WishCheck.Accepted(new TimeWish(host, zone, lastDay.orElseThrow(), weekdays, parts))
                : new WishCheck.Rejected(faults);
    }

    /** Absent for any coordinator, and where a fault was found. */
    private @Nullable HostId host(@Nullable String asked, List<WishFault> faults) {
        if (ANY_COORDINATOR.equals(asked)) {
            return null;
        }
        Optional<HostId> known = Optional.ofNullable(asked)
                .filter(id -> ID.matcher(id).matches())
                .map(id -> new HostId(UUID.fromString(id)))
                .filter(id -> hosts.find(id).filter(Host::hosting).isPresent());
        if (known.isEmpty()) {
            faults.add(WishFault.HOST_UNKNOWN);
        }
        return known.orElse(null);
    }

    private static Optional<LocalDate> lastDay(@Nullable String asked, LocalDate today, List<WishFault> faults) {
        Optional<LocalDate> day = parse(asked);
        if (day.isEmpty()) {
            faults.add(WishFault.LAST_DAY_UNREADABLE);
        } else if (day.get().isBefore(today)) {
            faults.add(WishFault.LAST_DAY_PAST);
        } else if (day.get().isAfter(today.plusDays(MOST_DAYS))) {
            faults.add(WishFault.LAST_DAY_TOO_FAR);
        }
        return day;
    }

    private static Optional<LocalDate> parse(@Nullable String text) {
        try {
            return text == null ? Optional.empty() : Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static <E extends Enum<E>> Set<E> read(
            Class<E> type, List<String> codes, WishFault unknown, List<WishFault> faults) {
        Set<E> known = EnumSet.noneOf(type);
        for (String code : codes) {
            try {
                known.add(Enum.valueOf(type, code));
            } catch (IllegalArgumentException noSuchCode) {
                faults.add(unknown);
                return known;
            }
        }
        return known;
    }

    /** What the form proposes. */
    public static Duration usually() {
        return Duration.ofDays(14);
    }
}
