package org.rapport.matching.referrals.web;

import java.util.Map;
import java.util.UUID;
import org.rapport.matching.referrals.application.DeskCommand;
import org.rapport.matching.referrals.application.DeskCommandHandler;
import org.rapport.matching.referrals.domain.CloseReason;
import org.rapport.matching.roster.domain.Roster;
import org.rapport.web.RefusedRequest;
import org.rapport.web.ServiceUnavailable;
import org.rapport.web.Staff;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The buttons of the referral page that offer nobody. Each leads back to the page, which says what became of it. */
@Controller
@RequestMapping("/staff/referrals/{inquiryId}")
class DeskPages {
    private final DeskCommandHandler desk;
    private final Roster roster;
    private final BookingAnswers booking;

    DeskPages(DeskCommandHandler desk, Roster roster, BookingAnswers booking) {
        this.desk = desk;
        this.roster = roster;
        this.booking = booking;
    }

    /** Only to a coordinator: whoever else is named does not exist here. While nobody can tell who is one, it has to wait. */
    @PostMapping("/handover")
    String handOver(@PathVariable UUID inquiryId, @RequestParam UUID coordinatorId, Staff staff) {
        Map<UUID, String> coordinators = booking.coordinators();
        if (coordinators.isEmpty()) {
            throw new ServiceUnavailable("booking", "who the coordinators are", null);
        }
        if (!coordinators.containsKey(coordinatorId)) {
            throw RefusedRequest.notFound();
        }
        return done(new DeskCommand.HandOver(inquiryId, coordinatorId, staff.id()));
    }

    /** Puts a therapist at the end of whom to go on with, or strikes one. */
    @PostMapping("/onward")
    String onward(
            @PathVariable UUID inquiryId,
            @RequestParam UUID therapistId,
            @RequestParam(defaultValue = "false") boolean strike,
            Staff staff) {
        if (roster.find(therapistId).isEmpty()) {
            throw RefusedRequest.notFound();
        }
        return done(
                strike
                        ? new DeskCommand.StrikeOnward(inquiryId, therapistId, staff.id())
                        : new DeskCommand.AddOnward(inquiryId, therapistId, staff.id()));
    }

    @PostMapping("/offers/{number}/withdrawal")
    String withdraw(@PathVariable UUID inquiryId, @PathVariable int number, Staff staff) {
        return done(new DeskCommand.WithdrawOffer(inquiryId, number, staff.id()));
    }

    @PostMapping("/clock/stop")
    String stop(@PathVariable UUID inquiryId, Staff staff) {
        return done(new DeskCommand.StopClock(inquiryId, staff.id()));
    }

    @PostMapping("/clock/start")
    String start(@PathVariable UUID inquiryId, Staff staff) {
        return done(new DeskCommand.StartClock(inquiryId, staff.id()));
    }

    @PostMapping("/tasks")
    String finish(@PathVariable UUID inquiryId, @RequestParam String key, Staff staff) {
        return done(new DeskCommand.FinishTask(inquiryId, key, staff.id()));
    }

    @PostMapping("/rematch")
    String rematch(@PathVariable UUID inquiryId, Staff staff) {
        return done(new DeskCommand.RequestRematch(inquiryId, staff.id()));
    }

    @PostMapping("/closing")
    String close(
            @PathVariable UUID inquiryId,
            @RequestParam CloseReason reason,
            @RequestParam(defaultValue = "false") boolean consented,
            Staff staff) {
        return done(new DeskCommand.CloseReferral(inquiryId, reason, consented, staff.id()));
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable UUID inquiryId, Staff staff) {
        return done(new DeskCommand.ReopenReferral(inquiryId, staff.id()));
    }

    private String done(DeskCommand command) {
        return "redirect:/staff/referrals/" + command.inquiryId()
                + Refusals.shown(desk.handle(command))
                        .map(refusal -> "?refused=" + Refusals.code(refusal))
                        .orElse("");
    }
}
