package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.CallId;
import org.rapport.booking.calls.domain.Calls;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.inquiries.domain.Inquiries;
import org.rapport.web.RefusedRequest;
import org.rapport.web.Staff;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Another time for a call, picked by whoever holds it. To everybody else the call is not there. */
@Controller
@RequestMapping("/staff/calls/{id}/move")
class HostMovePages {

    private final Calls calls;
    private final Inquiries inquiries;
    private final MoveForm form;
    private final Clock clock;

    HostMovePages(Calls calls, Inquiries inquiries, MoveForm form, Clock clock) {
        this.calls = calls;
        this.inquiries = inquiries;
        this.form = form;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView times(
            @PathVariable UUID id, @RequestParam(required = false) @Nullable String day, Staff staff, Model model) {
        Call call = own(id, staff);
        return call.isChangeable(Mover.HOST, clock.instant())
                ? form.show(call, view(call, model), day, model, HttpStatus.OK)
                : new ModelAndView("redirect:/staff/calls");
    }

    @PostMapping
    ModelAndView move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String start,
            @RequestParam int revision,
            Staff staff,
            Model model) {
        Call call = own(id, staff);
        return form.move(call, view(call, model), new MoveForm.Choice(start, revision), model);
    }

    private Call own(UUID id, Staff staff) {
        return calls.find(new CallId(id))
                .filter(call -> call.hostId().value().equals(staff.id()))
                .filter(call -> call.state().isCall())
                .orElseThrow(RefusedRequest::notFound);
    }

    private MoveForm.View view(Call call, Model model) {
        model.addAttribute("start", call.time().start());
        model.addAttribute(
                "person", inquiries.find(call.inquiryId()).orElseThrow().person());
        return new ByHost(call.id(), call.hostZone());
    }

    private record ByHost(CallId id, ZoneId zone) implements MoveForm.View {

        @Override
        public Mover mover() {
            return Mover.HOST;
        }

        @Override
        public String template() {
            return "booking/host-move";
        }

        @Override
        public String address() {
            return "/staff/calls/" + id + "/move";
        }

        @Override
        public String next(Call moved) {
            return "/staff/calls#" + id;
        }
    }
}
