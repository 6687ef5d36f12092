package org.rapport.benchmarks;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallEvent;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Claim;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.OpeningRules;
import org.rapport.booking.calls.domain.Saving;
import org.rapport.booking.hosts.domain.CallTerms;
import org.rapport.booking.hosts.domain.CurrentPractice;
import org.rapport.booking.hosts.domain.Host;
import org.rapport.booking.hosts.domain.HostDirectory;
import org.rapport.booking.hosts.domain.HostHours;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.hosts.domain.HostRole;
import org.rapport.booking.hosts.domain.HostSchedule;
import org.rapport.booking.hosts.domain.Interval;
import org.rapport.booking.hosts.domain.LocalSpan;
import org.rapport.booking.hosts.domain.PracticeSettings;
import org.rapport.booking.hosts.domain.WorkingSpan;
import org.rapport.booking.inquiries.domain.InquiryId;

/**
 * A practice of any size: hosts who work nine to five and a half on weekdays, a fifth of them evenings, in the four zones of the mainland,
 * with buffers, and every third with a cap a day; their calls, anywhere in the sixty days ahead.
 */
final class DrawnPractice implements HostDirectory, CurrentPractice, Calls {
    static final int DAYS = 60;
    private static final List<String> ZONES =
            List.of("America/Chicago", "America/New_York", "America/Denver", "America/Los_Angeles");

    private final SplittableRandom random = new SplittableRandom(20);
    private final Instant now;
    private final int callsPerHost;
    private final List<Host> hosts;
    private final Map<CallId, Call> saved = new ConcurrentHashMap<>();

    DrawnPractice(int hosts, int callsPerHost, Instant now) {
        this.now = now;
        this.callsPerHost = callsPerHost;
        this.hosts = IntStream.range(0, hosts).mapToObj(this::host).toList();
    }

    private Host host(int number) {
        String from = number % 5 == 0 ? "12:00" : "09:00";
        String until = number % 5 == 0 ? "20:30" : "17:30";
        List<WorkingSpan> week = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.getValue() <= 5) {
                week.add(new WorkingSpan(day, new LocalSpan(LocalTime.parse(from), LocalTime.parse("12:30"))));
                week.add(new WorkingSpan(day, new LocalSpan(LocalTime.parse("13:00"), LocalTime.parse(until))));
            }
        }
        CallTerms terms = new CallTerms(
                Duration.ZERO,
                Duration.ofMinutes(10),
                Duration.ofMinutes(15),
                Duration.ofHours(4),
                Duration.ofDays(DAYS),
                Duration.ofHours(2),
                number % 3 == 0 ? 6 : null,
                null);
        return new Host(
                new HostId(new UUID(0xc000_0000_0000_4000L, 0x8000_0000_0000_0000L + number)),
                0,
                "Host " + number,
                HostRole.COORDINATOR,
                "host" + number + "@lakeside.example",
                ZoneId.of(ZONES.get(number % ZONES.size())),
                HostHours.weekly(week),
                terms,
                true,
                1,
                Map.of());
    }

    /** Held ones, from which {@link HoldToken}s cannot be had again. */
    List<Call> callsOf(Host host) {
        SplittableRandom own = new SplittableRandom(host.id().hashCode());
        HostSchedule schedule = HostSchedule.offered(host, PracticeSettings.initial());
        List<Instant> starts =
                new ArrayList<>(OpeningRules.startsAtWork(schedule, new Interval(now, now.plus(Duration.ofDays(DAYS))))
                        .instants());
        List<Call> calls = new ArrayList<>();
        List<Interval> blocked = new ArrayList<>();
        while (calls.size() < callsPerHost && !starts.isEmpty()) {
            Instant start = starts.remove(own.nextInt(starts.size()));
            if (blocked.stream().noneMatch(schedule.blocked(start)::overlaps)) {
                blocked.add(schedule.blocked(start));
                calls.add(call(host, start, calls.size()));
            }
        }
        return calls;
    }

    private Call call(Host host, Instant start, int number) {
        HoldToken token =
                HoldToken.of(new CallId(new UUID(host.id().value().getLeastSignificantBits(), number)), new byte[32]);
        return booked(
                Call.hold(
                        token,
                        new InquiryId(new UUID(number, host.id().value().getLeastSignificantBits())),
                        HostSchedule.offered(host, PracticeSettings.initial()),
                        start,
                        host.zone(),
                        now),
                token);
    }

    private Call booked(Call held, HoldToken token) {
        return switch (held.book(token, held.clientZone(), List.of(), now)) {
            case CallDecision.Changed(Call call, List<CallEvent> _) -> call;
            case CallDecision.Unchanged _, CallDecision.Refused _ ->
                throw new IllegalStateException("a fresh hold can be booked");
        };
    }

    /** Somebody holds an open time of some host for ten minutes. */
    Call anyHold() {
        Host host = hosts.get(random.nextInt(hosts.size()));
        Instant start = LocalDate.ofInstant(now, host.zone())
                .plusDays(random.nextInt(1, DAYS))
                .atTime(10 + random.nextInt(6), 15 * random.nextInt(4))
                .atZone(host.zone())
                .toInstant();
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        return Call.hold(
                HoldToken.of(new CallId(new UUID(random.nextLong(), random.nextLong())), secret),
                new InquiryId(new UUID(random.nextLong(), 1)),
                HostSchedule.offered(host, PracticeSettings.initial()),
                start,
                host.zone(),
                now);
    }

    @Override
    public Optional<Host> find(HostId id) {
        return hosts.stream().filter(host -> host.id().equals(id)).findFirst();
    }

    @Override
    public List<Host> all() {
        return hosts;
    }

    @Override
    public PracticeSettings current() {
        return PracticeSettings.initial();
    }

    @Override
    public Optional<Bundle> bundle(CallId id) {
        return Optional.ofNullable(saved.get(id)).map(Bundle::alone);
    }

    @Override
    public Saving save(Bundle bundle, List<CallEvent> events) {
        bundle.calls().forEach(call -> saved.put(call.id(), call));
        return Saving.SAVED;
    }

    @Override
    public List<Call> claiming(Collection<Claim> claims) {
        return List.of();
    }

    /** Made anew each time, so that only what the product keeps of them is on the heap. */
    @Override
    public List<Call> told(HostId host, Interval range) {
        return active(List.of(host), range);
    }

    @Override
    public List<Call> active(Collection<HostId> asked, Interval range) {
        return hosts.stream()
                .filter(host -> asked.contains(host.id()))
                .flatMap(host -> callsOf(host).stream())
                .toList();
    }

    @Override
    public List<Call> held(Instant at) {
        return saved.values().stream().filter(call -> !call.isOver(at)).toList();
    }
}
