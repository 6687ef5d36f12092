package org.rapport.booking.calls.web;

import java.time.Clock;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.rapport.booking.calls.domain.Call;
import org.rapport.booking.calls.domain.Mover;
import org.rapport.booking.hosts.domain.Hosts;
import org.rapport.web.Practice;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Pick another time for a call by its signed link. GET only shows. */
@Controller
@RequestMapping("/calls/{token}/move")
class MovePages {

    private final CallLinks links;
    private final Hosts hosts;
    private final MoveForm form;
    private final Practice practice;
    private final Clock clock;

    MovePages(CallLinks links, Hosts hosts, MoveForm form, Practice practice, Clock clock) {
        this.links = links;
        this.hosts = hosts;
        this.form = form;
        this.practice = practice;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView times(@PathVariable String token, @RequestParam(required = false) @Nullable String day, Model model) {
        Call call = links.call(token);
        return call.isChangeable(Mover.CLIENT, clock.instant())
                ? form.show(call, view(call, token, model), day, model, HttpStatus.OK)
                : new ModelAndView("redirect:/calls/" + token);
    }

    @PostMapping
    ModelAndView move(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String start,
            @RequestParam int revision,
            Model model) {
        Call call = links.call(token);
        return form.move(call, view(call, token, model), new MoveForm.Choice(start, revision), model);
    }

    private MoveForm.View view(Call call, String token, Model model) {
        String hostName = hosts.name(call.hostId());
        model.addAttribute("token", token);
        model.addAttribute("call", ShownCall.of(call, hostName, practice.zone()));
        return new ByLink(token, call.clientZone());
    }

    private final class ByLink implements MoveForm.View {

        private final String token;
        private final ZoneId zone;

        ByLink(String token, ZoneId zone) {
            this.token = token;
            this.zone = zone;
        }

        @Override
        public Mover mover() {
            return Mover.CLIENT;
        }

        @Override
        public String template() {
            return "booking/move";
        }

        @Override
        public String address() {
            return "/calls/" + token + "/move";
        }

        @Override
        public ZoneId zone() {
            return zone;
        }

        /** The link lasts from the end of the call, so a moved call has a new one; the old stays good as long as it was. */
        @Override
        public String next(Call moved) {
            return "/calls/" + links.token(moved) + "?moved=yes";
        }
    }
}
