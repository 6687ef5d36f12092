package org.rapport.matching.referrals.web;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.matching.referrals.application.DeskCommand;
import org.rapport.matching.referrals.application.DeskCommandHandler;
import org.rapport.matching.referrals.application.ProposeChoice;
import org.rapport.matching.referrals.application.ProposeChoiceHandler;
import org.rapport.matching.referrals.domain.Conflict;
import org.rapport.matching.referrals.domain.ReferralDecision;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Whom the person may choose among, and who must not see them. */
@Controller
@RequestMapping("/staff/referrals/{inquiryId}")
class ChoiceDeskPages {
    private final ProposeChoiceHandler propose;
    private final DeskCommandHandler desk;
    private final Roster roster;

    ChoiceDeskPages(ProposeChoiceHandler propose, DeskCommandHandler desk, Roster roster) {
        this.propose = propose;
        this.desk = desk;
        this.roster = roster;
    }

    @PostMapping("/choice")
    String propose(
            @PathVariable UUID inquiryId,
            @RequestParam(name = "therapistId", defaultValue = "") List<@Nullable UUID> therapists,
            @RequestParam(defaultValue = "false") boolean offerAtOnce,
            Staff staff) {
        // A value that is left empty is nobody.
        List<UUID> marked = therapists.stream().filter(Objects::nonNull).toList();
        return back(inquiryId, propose.handle(new ProposeChoice(inquiryId, marked, offerAtOnce, staff.id())));
    }

    @PostMapping("/conflicts")
    String bar(
            @PathVariable UUID inquiryId,
            @RequestParam UUID therapistId,
            @RequestParam Conflict.Reason conflict,
            Staff staff) {
        if (roster.find(therapistId).isEmpty()) {
            throw RefusedRequest.notFound();
        }
        return back(inquiryId, desk.handle(new DeskCommand.BarTherapist(inquiryId, therapistId, conflict, staff.id())));
    }

    @PostMapping("/conflicts/end")
    String unbar(@PathVariable UUID inquiryId, @RequestParam UUID therapistId, Staff staff) {
        return back(inquiryId, desk.handle(new DeskCommand.UnbarTherapist(inquiryId, therapistId, staff.id())));
    }

    private static String back(UUID inquiryId, ReferralDecision decision) {
        return "redirect:/staff/referrals/" + inquiryId
                + Refusals.shown(decision)
                        .map(refusal -> "?refused=" + Refusals.code(refusal))
                        .orElse("");
    }
}
