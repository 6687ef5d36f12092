package org.rapport.matching.referrals.web;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.ranking.domain.Criteria;
import org.rapport.matching.referrals.domain.Call;
import org.rapport.matching.referrals.domain.Clocks;
import org.rapport.matching.referrals.domain.Closing;
import org.rapport.matching.referrals.domain.HistoryEntry;
import org.rapport.matching.referrals.domain.Inquiry;
import org.rapport.matching.referrals.domain.Offer;
import org.rapport.matching.referrals.domain.Priority;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Seat;
import org.rapport.matching.referrals.domain.Task;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.Times;

/** How a referral reads on the staff pages. */
final class ReferralWords {
    /** The accessors are those the library's timeline asks for. */
    record Moment(String when, String what, @Nullable String detail) {}

    record Line(String label, String value) {}

    record CallLine(String text, @Nullable String noteAddress) {}

    private final Words words;
    private final Times times;
    private final Roster roster;
    private final Clocks clocks;

    ReferralWords(Words words, Times times, Roster roster, Clocks clocks) {
        this.words = words;
        this.times = times;
        this.roster = roster;
        this.clocks = clocks;
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /** @param away coordinators who are away, with their first day back */
    QueueView.Row row(
            Referral referral,
            Map<UUID, String> names,
            Map<UUID, String> coordinators,
            Map<UUID, LocalDate> away,
            Instant now) {
        UUID owner = referral.owner();
        LocalDate back = owner == null ? null : away.get(owner);
        return new QueueView.Row(
                "/staff/referrals/" + referral.inquiryId(),
                mark(referral),
                priority(referral),
                names.get(referral.inquiryId()),
                isByPhone(referral),
                words.at(referral.since()),
                times.span(Duration.between(referral.since(), now)),
                clock(referral, now),
                isOver(referral, now),
                back == null
                        ? owner(referral, coordinators)
                        : words.text("matching.owner.away", owner(referral, coordinators), times.date(back)),
                back == null ? null : "/staff/referrals/" + referral.inquiryId() + "/assignment",
                next(referral, now));
    }

    private static boolean isByPhone(Referral referral) {
        Inquiry inquiry = referral.facts().inquiry();
        return inquiry != null && inquiry.isByPhone();
    }

    /** By which door the person came, and what who phoned wanted; empty before that is known. */
    String came(Referral referral) {
        Inquiry inquiry = referral.facts().inquiry();
        if (inquiry == null) {
            return "";
        }
        String path = words.word(inquiry.path());
        return inquiry.wish() == null ? path : path + " " + words.word(inquiry.wish());
    }

    /** Shape of the mark; the word beside it says the same. */
    String mark(Referral referral) {
        if (referral.facts().hasOpenConcern()) {
            return "urgent";
        }
        return referral.facts()
                .priority()
                .map(priority -> switch (priority) {
                    case EMERGENT -> "urgent";
                    case URGENT -> "soon";
                    case ROUTINE -> "ok";
                })
                .orElse("waiting");
    }

    String priority(Referral referral) {
        if (referral.facts().hasOpenConcern()) {
            return words.text("matching.priority.concern");
        }
        return words.text("matching.priority."
                + referral.facts().priority().map(Priority::name).orElse("unknown"));
    }

    String owner(Referral referral, Map<UUID, String> coordinators) {
        UUID owner = referral.owner();
        return owner == null ? words.text("matching.owner.nobody") : colleague(owner, coordinators);
    }

    private String next(Referral referral, Instant now) {
        if (referral.facts().hasOpenConcern()) {
            return words.text("matching.next.concern");
        }
        if (!referral.desk().openTasks().isEmpty()) {
            return task(referral.desk().openTasks().getFirst());
        }
        return switch (referral.state()) {
            case OPEN ->
                upcoming(referral, now)
                        .map(call -> words.text("matching.next.call", words.at(call.start())))
                        .orElseGet(() -> words.text(
                                referral.facts().wantsCallBack()
                                        ? "matching.next.call-back"
                                        : referral.owner() == null ? "matching.next.take" : "matching.next.intake"));
            case READY_FOR_TRIAGE -> words.text("matching.next.choose");
            case OFFERED -> asked(referral, now);
            case MATCHED -> matched(referral);
            case CLOSED -> closed(referral);
        };
    }

    String matched(Referral referral) {
        Seat seat = referral.seat();
        return seat == null ? "" : words.text("matching.next.matched", words.therapist(seat.therapistId()));
    }

    private String asked(Referral referral, Instant now) {
        List<Offer> open = referral.openOffers();
        String left = open.stream()
                .map(Offer::expiresAt)
                .min(Instant::compareTo)
                .map(lapse -> times.span(Duration.between(now, lapse)))
                .orElse("");
        return open.size() == 1
                ? words.text(
                        "matching.next.answer", words.therapist(open.getFirst().therapistId()), left)
                : words.text("matching.next.answers", open.size(), left);
    }

    String closed(Referral referral) {
        Closing closing = referral.desk().closing();
        return closing == null
                ? ""
                : words.text("matching.next.closed", words.word(closing.reason().code()));
    }

    String task(Task task) {
        return words.say("matching.task." + task.kind(), task.details().toArray(String[]::new));
    }

    /** What is left of the practice's time; empty while nothing is due. */
    String clock(Referral referral, Instant now) {
        return clocks.read(referral, now)
                .map(reading -> {
                    if (reading.paused()) {
                        return words.text(
                                reading.left().isNegative() ? "matching.clock.paused-over" : "matching.clock.paused",
                                times.span(reading.left().abs()));
                    }
                    return reading.left().isNegative()
                            ? words.text(
                                    "matching.clock.over",
                                    times.span(reading.left().abs()))
                            : words.text("matching.clock.left", times.span(reading.left()));
                })
                .orElse("");
    }

    boolean isOver(Referral referral, Instant now) {
        return clocks.read(referral, now)
                .filter(reading -> !reading.paused() && reading.left().isNegative())
                .isPresent();
    }

    private static Optional<Call> upcoming(Referral referral, Instant now) {
        return referral.facts().calls().stream()
                .filter(call -> !call.cancelled() && call.start().isAfter(now))
                .findFirst();
    }

    List<CallLine> calls(Referral referral, Map<UUID, String> coordinators, Instant now) {
        return referral.facts().calls().stream()
                .map(call -> new CallLine(line(call, coordinators), noteAddress(call, now)))
                .toList();
    }

    private String line(Call call, Map<UUID, String> coordinators) {
        String outcome = call.outcome();
        String key = call.cancelled() ? "cancelled" : outcome == null ? "booked" : "ended";
        return words.text(
                "matching.call." + key,
                words.at(call.start()),
                colleague(call.hostId(), coordinators),
                outcome == null ? "" : words.word(outcome));
    }

    /** Where to note how it went; absent before it begins. */
    private static @Nullable String noteAddress(Call call, Instant now) {
        return call.cancelled() || now.isBefore(call.start()) ? null : "/staff/calls/" + call.callId() + "/outcome";
    }

    /** What the person looks for, without anything that says who they are. */
    List<Line> wishes(Criteria criteria) {
        List<Line> lines = new ArrayList<>();
        add(lines, "concerns", words.list(criteria.concerns()));
        add(lines, "modalities", words.list(criteria.modalities()));
        add(lines, "format", words.word(criteria.format()));
        add(lines, "population", words.word(criteria.population()));
        add(lines, "availability", words.list(criteria.availability()));
        add(lines, "languages", words.list(criteria.languages()));
        add(lines, "state", words.word(criteria.state()));
        var limit = criteria.maximumFee();
        add(
                lines,
                "payment",
                limit == null
                        ? words.word(criteria.payment())
                        : words.text(
                                "matching.wish.payment-up-to",
                                words.word(criteria.payment()),
                                limit.amount().toPlainString()));
        return lines;
    }

    private void add(List<Line> lines, String wish, String value) {
        lines.add(new Line(words.text("matching.wish." + wish), value));
    }

    List<Moment> history(Referral referral, Map<UUID, String> coordinators) {
        return referral.history().entries().reversed().stream()
                .map(entry -> moment(entry, coordinators))
                .toList();
    }

    private Moment moment(HistoryEntry entry, Map<UUID, String> coordinators) {
        List<String> details = entry.details().stream()
                .map(detail -> spoken(detail, coordinators))
                .toList();
        UUID who = entry.who();
        List<Object> arguments = new ArrayList<>();
        arguments.add(who == null ? "" : colleague(who, coordinators));
        arguments.addAll(details);
        while (arguments.size() < 7) {
            arguments.add("");
        }
        String detail = words.text("matching.history." + entry.what() + ".detail", arguments.toArray());
        return new Moment(
                words.text("matching.ledger.when", words.at(entry.at()), words.text("matching.hand." + entry.hand())),
                words.text("matching.history." + entry.what(), arguments.toArray()),
                detail.isBlank() ? null : detail);
    }

    private String spoken(String detail, Map<UUID, String> coordinators) {
        return Words.id(detail).map(id -> colleague(id, coordinators)).orElseGet(() -> words.word(detail));
    }

    /** Earlier offers to a therapist, told beside the candidate: who said no yesterday is not asked again unawares. */
    List<String> earlier(Referral referral, UUID therapistId) {
        return referral.offers().stream()
                .filter(offer -> !offer.isOpen())
                .flatMap(offer -> {
                    UUID suggested = offer.suggested();
                    if (offer.therapistId().equals(therapistId)) {
                        return Stream.of(earlier(offer));
                    }
                    return therapistId.equals(suggested)
                            ? Stream.of(words.text("matching.earlier.suggested", words.therapist(offer.therapistId())))
                            : Stream.of();
                })
                .toList();
    }

    private String earlier(Offer offer) {
        var reason = offer.declineReason();
        UUID suggested = offer.suggested();
        String answered = words.at(offer.answeredAt());
        if (reason == null) {
            return words.text("matching.earlier." + offer.state(), answered);
        }
        return suggested == null
                ? words.text("matching.earlier.DECLINED", answered, words.word(reason.code()))
                : words.text(
                        "matching.earlier.DECLINED.suggested",
                        answered,
                        words.word(reason.code()),
                        words.therapist(suggested));
    }

    private String colleague(UUID id, Map<UUID, String> coordinators) {
        return roster.remembered(id)
                .map(therapist -> therapist.name())
                .or(() -> Optional.ofNullable(coordinators.get(id)))
                .orElseGet(() -> words.text("matching.somebody"));
    }

    static boolean canOffer(Referral referral) {
        return referral.state().after(ReferralState.Step.OFFER).isPresent();
    }
}
