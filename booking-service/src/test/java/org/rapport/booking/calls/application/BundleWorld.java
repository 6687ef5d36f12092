package org.rapport.booking.calls.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.rapport.booking.Examples.CHICAGO;
import static org.rapport.booking.Examples.UNLIMITED;
import static org.rapport.booking.Examples.answers;
import static org.rapport.booking.Examples.everyDay;
import static org.rapport.booking.Examples.inquiryId;
import static org.rapport.booking.Examples.person;
import static org.rapport.booking.Examples.therapist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.rapport.booking.Examples;
import org.rapport.booking.calls.application.HoldBundle.TherapistTime;
import org.rapport.booking.calls.domain.Bundle;
import org.rapport.booking.calls.domain.BundleDecision;
import org.rapport.booking.calls.domain.BundleHold;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallDecision;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.CancelReason;
import org.rapport.booking.calls.domain.Diaries;
import org.rapport.booking.calls.domain.HoldToken;
import org.rapport.booking.calls.domain.MoveDecision;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.calls.domain.Opening;
import org.rapport.booking.hosts.InMemoryHosts;
import org.rapport.booking.hosts.InMemoryPractices;
import org.rapport.booking.hosts.domain.HostId;
import org.rapport.booking.inquiries.application.InMemoryInquiries;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.testkit.SettableClock;

/** Three therapists, and what people do with calls with several of them; the people are numbered. */
final class BundleWorld {

    static final Instant NINE = Instant.parse("2027-01-12T15:00:00Z");
    static final HostId GRACE = new HostId(new UUID(6, 1));
    static final HostId ELENA = new HostId(new UUID(6, 2));
    static final HostId SAMUEL = new HostId(new UUID(6, 3));
    static final List<TherapistTime> THREE = List.of(
            new TherapistTime(GRACE, NINE),
            new TherapistTime(ELENA, NINE.plusSeconds(3600)),
            new TherapistTime(SAMUEL, NINE.plusSeconds(7200)));

    final InMemoryCalls stored = new InMemoryCalls();
    final InMemoryInquiries inquiries = new InMemoryInquiries();
    final InMemoryHosts hosts = new InMemoryHosts(
            therapist(GRACE, "Grace", everyDay("09:00", "17:00")),
            therapist(ELENA, "Elena", everyDay("09:00", "17:00")),
            therapist(SAMUEL, "Samuel", everyDay("09:00", "17:00")));
    final InMemoryPractices practices = new InMemoryPractices();
    final SettableClock clock = SettableClock.at("2027-01-11T15:00:00Z");

    /** As the handlers reach it. */
    Calls calls = stored;

    Inquiries asked = inquiries;

    BundleHold hold(int number, List<TherapistTime> wishes) {
        return new HoldBundleHandler(hosts, practices, calls, openings(), clock)
                .handle(new HoldBundle(token(number), inquiryId(number), wishes, CHICAGO));
    }

    Optional<BundleHold> change(int number, List<TherapistTime> times) {
        return new HoldBundleHandler(hosts, practices, calls, openings(), clock)
                .handle(new ChangeBundle(token(number), times, CHICAGO));
    }

    Bundle held(int number, List<TherapistTime> wishes) {
        BundleHold decision = hold(number, wishes);
        assertThat(decision).isInstanceOf(BundleHold.Held.class);
        return ((BundleHold.Held) decision).bundle();
    }

    void draft(int number) {
        new KeepDraftHandler(calls, clock).handle(new KeepDraft(token(number), answers("Alex")));
    }

    Bundle book(int number, String name) {
        return book(token(number), name);
    }

    Bundle book(HoldToken token, String name) {
        CallDecision decision =
                new BookCallHandler(calls, asked, UNLIMITED, clock).handle(new BookCall(token, person(name)));
        assertThat(decision).isNotInstanceOf(CallDecision.Refused.class);
        return calls.bundle(token.callId()).orElseThrow();
    }

    CallDecision confirm(HoldToken token) {
        return new ConfirmCallHandler(calls, clock).handle(new ConfirmCall(token.callId()));
    }

    BundleDecision choose(int number, int call) {
        return new ChooseCallHandler(calls, clock).handle(new ChooseCall(id(number, call)));
    }

    CallDecision cancel(int number, int call) {
        return new CancelCallHandler(calls, clock)
                .handle(new CancelCall(id(number, call), CancelReason.NO_LONGER_NEEDED));
    }

    MoveDecision move(int number, int call, Instant start) {
        return new MoveCallHandler(hosts, practices, calls, openings(), clock)
                .handle(new MoveCall(id(number, call), start, Mover.CLIENT, null));
    }

    void lapse(int number) {
        new LapseHoldHandler(calls, clock).handle(new LapseHold(token(number).callId()));
    }

    /** A call with one therapist alone, held. */
    HoldToken single(int number, HostId host, Instant start) {
        HoldToken token = Examples.token(number);
        holding().handle(new HoldCall(token, inquiryId(100 + number), new HostChoice.One(host), start, CHICAGO));
        assertThat(stored.find(token.callId())).isPresent();
        return token;
    }

    List<Instant> open(HostId host) {
        return openings()
                .handle(new FindOpenings(new HostChoice.One(host), LocalDate.parse("2027-01-12"), 1, CHICAGO))
                .stream()
                .map(Opening::start)
                .toList();
    }

    /** Of those of {@link #THREE} that are free for others. */
    List<HostId> openOfThree() {
        return THREE.stream()
                .filter(wish -> open(wish.host()).contains(wish.start()))
                .map(TherapistTime::host)
                .toList();
    }

    Bundle bundle(int number) {
        return stored.bundle(token(number).callId()).orElseThrow();
    }

    Call call(int number, int call) {
        return bundle(number).call(id(number, call));
    }

    List<String> events() {
        return stored.events().stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }

    static CallId id(int number, int call) {
        return token(number).callId().inBundle(call);
    }

    static HoldToken token(int number) {
        byte[] secret = new byte[32];
        Arrays.fill(secret, (byte) number);
        return HoldToken.of(CallId.ofBundle(new UUID(3, 8L * number)), secret);
    }

    private HoldCallHandler holding() {
        return new HoldCallHandler(hosts, practices, calls, openings(), clock);
    }

    private FindOpeningsHandler openings() {
        return new FindOpeningsHandler(hosts, practices, calls, Diaries.empty(), clock);
    }
}
