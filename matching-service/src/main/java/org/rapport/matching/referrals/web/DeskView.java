package org.rapport.matching.referrals.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.rapport.matching.referrals.domain.CloseReason;
import org.rapport.matching.referrals.domain.Desk;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.web.Option;

/**
 * What a coordinator can do with a referral besides choosing whom to offer it to.
 *
 * @param onward ids of whom to go on with, in order
 * @param colleagues to whom it can be handed
 */
record DeskView(
        String clock,
        boolean over,
        boolean paused,
        boolean stoppable,
        List<OpenOffer> offers,
        List<UUID> onward,
        List<String> onwardNames,
        boolean canPlan,
        List<TaskLine> tasks,
        List<Option> colleagues,
        List<Option> reasons,
        boolean closed,
        boolean matched) {

    record OpenOffer(int number, UUID therapistId, String name, String text) {}

    record TaskLine(String key, String text) {}

    static DeskView of(
            Referral referral,
            UUID self,
            Map<UUID, String> coordinators,
            ReferralWords words,
            Words plain,
            Instant now) {
        Desk desk = referral.desk();
        String clock = words.clock(referral, now);
        return new DeskView(
                clock,
                words.isOver(referral, now),
                desk.isPaused(),
                !clock.isEmpty() && !desk.isPaused(),
                referral.openOffers().stream()
                        .map(offer -> new OpenOffer(
                                offer.number(),
                                offer.therapistId(),
                                plain.therapist(offer.therapistId()),
                                words.text(
                                        "matching.offered.until",
                                        plain.therapist(offer.therapistId()),
                                        plain.at(offer.expiresAt()))))
                        .toList(),
                desk.onward(),
                desk.onward().stream().map(plain::therapist).toList(),
                referral.state() == ReferralState.OFFERED && desk.onward().size() < Desk.MOST_ONWARD,
                desk.openTasks().stream()
                        .map(task -> new TaskLine(task.key(), words.task(task)))
                        .toList(),
                coordinators.entrySet().stream()
                        .filter(other ->
                                !other.getKey().equals(self) && !other.getKey().equals(referral.owner()))
                        .sorted(Comparator.comparing(Map.Entry::getValue))
                        .map(other -> Option.of(other.getKey().toString(), other.getValue()))
                        .toList(),
                Arrays.stream(CloseReason.values())
                        .map(reason -> Option.of(reason.name(), plain.word(reason.code())))
                        .toList(),
                referral.state() == ReferralState.CLOSED,
                referral.state() == ReferralState.MATCHED);
    }
}
