package org.rapport.matching.referrals.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.rapport.matching.referrals.domain.CurrentDays;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.referrals.domain.Referrals;
import org.rapport.matching.referrals.domain.Selection;
import org.rapport.web.Practice;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Every person on the way, the most pressing first. Filter and order stand in the address, so that a view can be shared. */
@Controller
class QueuePages {
    private static final int PAGE_ROWS = 50;
    private static final int MOST_ROWS = 1_000;
    private static final Set<ReferralState> WAITING =
            EnumSet.of(ReferralState.OPEN, ReferralState.READY_FOR_TRIAGE, ReferralState.OFFERED);

    /** What a tab lets through. Whoever somebody has to see to, for a safety concern or a task, is in the first tab in every state. */
    enum Tab {
        ALL,
        OPEN,
        READY_FOR_TRIAGE,
        OFFERED,
        MATCHED,
        CLOSED;

        Selection ownedBy(Selection.Ownership ownership) {
            return this == ALL
                    ? new Selection(WAITING, true, ownership)
                    : new Selection(EnumSet.of(ReferralState.valueOf(name())), false, ownership);
        }
    }

    enum Owner {
        ANYONE,
        ME,
        NOBODY,
        /** Colleagues who are away today. */
        AWAY
    }

    private final Referrals referrals;
    private final BookingAnswers booking;
    private final ReferralWords words;
    private final CurrentDays days;
    private final Practice practice;
    private final Clock clock;

    QueuePages(
            Referrals referrals,
            BookingAnswers booking,
            ReferralWords words,
            CurrentDays days,
            Practice practice,
            Clock clock) {
        this.referrals = referrals;
        this.booking = booking;
        this.words = words;
        this.days = days;
        this.practice = practice;
        this.clock = clock;
    }

    /** Where a person's work begins. */
    @GetMapping("/staff")
    String start(Staff staff) {
        if (staff.has(StaffRole.COORDINATOR)) {
            return "redirect:/staff/queue";
        }
        return staff.has(StaffRole.THERAPIST) ? "redirect:/staff/offers" : "redirect:/staff/roster";
    }

    @GetMapping("/staff/queue")
    String queue(
            @RequestParam(defaultValue = "ALL") Tab state,
            @RequestParam(defaultValue = "ANYONE") Owner owner,
            @RequestParam(defaultValue = "DUE") Selection.Order sort,
            @RequestParam(defaultValue = "" + PAGE_ROWS) int rows,
            Staff staff,
            Model model) {
        Instant now = clock.instant();
        Map<UUID, LocalDate> away = days.now().away(LocalDate.ofInstant(now, practice.zone()));
        Selection.Ownership whose = switch (owner) {
            case ANYONE -> new Selection.Ownership.Anyone();
            case ME -> new Selection.Ownership.Of(staff.id());
            case NOBODY -> new Selection.Ownership.Nobody();
            case AWAY -> new Selection.Ownership.AnyOf(away.keySet());
        };
        List<Referral> first = referrals.list(state.ownedBy(whose), sort, Math.clamp(rows, PAGE_ROWS, MOST_ROWS));
        Map<UUID, String> names =
                booking.names(first.stream().map(Referral::inquiryId).toList());
        Map<UUID, String> coordinators = booking.coordinators();
        Map<Tab, Long> counts = new EnumMap<>(Tab.class);
        for (Tab tab : Tab.values()) {
            counts.put(tab, referrals.count(tab.ownedBy(whose)));
        }
        model.addAttribute("daysUnknown", days.toldAt().isEmpty());
        model.addAttribute(
                "queue",
                new QueueView(
                        counts.entrySet().stream()
                                .map(tab -> new QueueView.Tab(
                                        href(tab.getKey(), owner, sort),
                                        words.text("matching.queue.tab." + tab.getKey()),
                                        tab.getValue(),
                                        tab.getKey() == state))
                                .toList(),
                        Arrays.stream(Owner.values())
                                .map(choice -> new QueueView.Choice(
                                        href(state, choice, sort),
                                        words.text("matching.queue.owner." + choice),
                                        choice == owner))
                                .toList(),
                        Arrays.stream(Selection.Order.values())
                                .map(choice -> new QueueView.Choice(
                                        href(state, owner, choice),
                                        words.text("matching.queue.sort." + choice),
                                        choice == sort))
                                .toList(),
                        first.stream()
                                .map(referral -> words.row(referral, names, coordinators, away, now))
                                .toList(),
                        counts.getOrDefault(state, 0L),
                        href(state, owner, sort) + "&rows=" + (first.size() + PAGE_ROWS)));
        return "matching/queue";
    }

    private static String href(Tab tab, Owner owner, Selection.Order order) {
        return "/staff/queue?state=" + tab + "&owner=" + owner + "&sort=" + order;
    }
}
