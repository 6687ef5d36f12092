package org.rapport.booking.calls.web;

import java.time.Clock;
import org.rapport.booking.calls.application.PoolView;
import org.rapport.booking.calls.application.ShowPool;
import org.rapport.booking.calls.application.ShowPoolHandler;
import org.rapport.booking.calls.domain.Turn;
import org.rapport.booking.calls.domain.Turns;
import org.rapport.web.Practice;
import org.rapport.web.Staff;
import org.rapport.web.StaffRole;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Staff see whom "any coordinator" means next, and why. */
@Controller
class PoolPages {

    private final ShowPoolHandler showPool;
    private final Practice practice;
    private final Clock clock;

    PoolPages(ShowPoolHandler showPool, Practice practice, Clock clock) {
        this.showPool = showPool;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping("/staff/hours/pool")
    String pool(Staff staff, Model model) {
        PoolView pool = showPool.handle(new ShowPool());
        model.addAttribute("turns", pool.inTurn().stream().map(this::row).toList());
        model.addAttribute("byName", pool.byName());
        model.addAttribute("days", Turns.LATELY.toDays());
        model.addAttribute("zone", practice.zone());
        model.addAttribute("administrator", staff.has(StaffRole.ADMINISTRATOR));
        return "booking/pool";
    }

    private Row row(Turn turn) {
        boolean away =
                turn.host().hours().leaveOn(turn.host().dateOf(clock.instant())).isPresent();
        return new Row(turn, away ? "away" : turn.waits() ? "waits" : "");
    }

    /** @param note end of the key of a remark; empty for none */
    record Row(Turn turn, String note) {}
}
