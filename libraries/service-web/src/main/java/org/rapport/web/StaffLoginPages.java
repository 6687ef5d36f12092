package org.rapport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
final class StaffLoginPages {
    private final StaffLogin login;

    StaffLoginPages(StaffLogin login) {
        this.login = login;
    }

    @GetMapping("/staff/login")
    void begin(HttpServletRequest request, HttpServletResponse response) {
        String target = login.begin(request, response);
        response.setStatus(HttpStatus.FOUND.value());
        response.setHeader(HttpHeaders.LOCATION, target);
    }

    @GetMapping("/staff/login/failed")
    String failed(@RequestParam(name = "why", required = false) @Nullable String why, Model model) {
        model.addAttribute("loginText", "account".equals(why) ? "web.login.no-account" : "web.login.failed");
        model.addAttribute("loginTitle", "web.login.failed-title");
        return "web/login";
    }

    @GetMapping("/staff/login/ended")
    String ended(Model model) {
        model.addAttribute("loginText", "web.login.ended");
        model.addAttribute("loginTitle", "web.login.ended-title");
        return "web/login";
    }
}
