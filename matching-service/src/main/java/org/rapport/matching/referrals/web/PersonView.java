package org.rapport.matching.referrals.web;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.domain.Choice;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.FitAnswer;
import org.rapport.matching.referrals.domain.FitCheck;
import org.rapport.matching.referrals.domain.Referral;
import org.rapport.matching.referrals.domain.ReferralState;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.matching.roster.domain.Therapist;
import org.rapport.web.Option;

/**
 * What the person was asked and said, and who must not see them, as a coordinator sees it.
 *
 * @param choice how it stands with the choice; absent before the first
 * @param choiceLink to be passed on; absent when nobody waits for the answer
 * @param wanted whom the person would like
 * @param canAsk whether a choice can be put before the person now
 * @param fit how it stands with the next fit check; absent without one
 */
record PersonView(
        @Nullable String choice,
        @Nullable String choiceLink,
        @Nullable UUID wanted,
        boolean canAsk,
        @Nullable String fit,
        @Nullable String fitLink,
        List<ConflictLine> conflicts,
        List<Option> therapists,
        List<Option> conflictReasons) {

    record ConflictLine(UUID therapistId, String name, String text) {}

    static PersonView of(Referral referral, Roster roster, PersonLinks links, Words words) {
        Choice choice = referral.desk().choice();
        FitCheck fit = referral.desk().fit();
        Instant until = fit == null ? null : fit.until();
        return new PersonView(
                choice == null ? null : said(choice, words),
                choice == null || choice.state() != Choice.State.ASKED
                        ? null
                        : links.choice(referral.inquiryId(), choice),
                choice == null ? null : choice.wanted().orElse(null),
                referral.state() == ReferralState.READY_FOR_TRIAGE,
                fit == null ? null : said(fit, words),
                fit == null || until == null ? null : links.fit(referral.inquiryId(), fit.number(), until),
                referral.desk().knownConflicts().stream()
                        .map(conflict -> new ConflictLine(
                                conflict.therapistId(),
                                words.therapist(conflict.therapistId()),
                                words.text(
                                        "matching.conflict.line",
                                        words.therapist(conflict.therapistId()),
                                        words.word(conflict.reason().code()))))
                        .toList(),
                roster.therapists().stream()
                        .filter(therapist -> !referral.desk().barred().contains(therapist.id()))
                        .sorted(Comparator.comparing(Therapist::name))
                        .map(therapist -> Option.of(therapist.id().toString(), therapist.name()))
                        .toList(),
                Arrays.stream(Conflict.Reason.values())
                        .map(reason -> Option.of(reason.name(), words.word(reason.code())))
                        .toList());
    }

    private static String said(Choice choice, Words words) {
        String names =
                words.list(choice.therapists().stream().map(UUID::toString).toList());
        return switch (choice.state()) {
            case ASKED ->
                words.text(
                        choice.offerAtOnce() ? "matching.choice.asked-at-once" : "matching.choice.asked",
                        names,
                        words.at(choice.until()));
            case ANSWERED ->
                choice.wanted()
                        .map(wanted -> words.text("matching.choice.made", words.therapist(wanted)))
                        .orElseGet(() -> words.text("matching.choice.none", names));
            case OVER -> words.text("matching.choice.over", names);
        };
    }

    private static String said(FitCheck fit, Words words) {
        FitAnswer answer = fit.answer();
        if (fit.until() == null) {
            return words.text("matching.fit.next", words.at(fit.askAt()));
        }
        return answer == null
                ? words.text("matching.fit.asked", words.at(fit.until()))
                : words.text(
                        "matching.fit.answered",
                        words.word(answer.heard().code()),
                        words.word(answer.matters().code()),
                        words.word(answer.goOn().code()),
                        words.at(answer.at()));
    }
}
