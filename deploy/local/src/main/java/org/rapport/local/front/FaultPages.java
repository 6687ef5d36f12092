package org.rapport.local.front;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong before a service is asked, or at an address no service has; the services tell their own faults. */
@Controller
class FaultPages {
    private static final String ADDRESS = "/error";

    @RequestMapping(ADDRESS)
    ModelAndView fault(HttpServletRequest request, Model model) {
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        HttpStatus status = known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
        model.addAttribute("kind", kind(status));
        return new ModelAndView("local/fault", model.asMap(), status);
    }

    private static String kind(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "not-found";
            case CONTENT_TOO_LARGE -> "too-large";
            default -> status.is4xxClientError() ? "unreadable" : "unexpected";
        };
    }

    @Configuration(proxyBeanMethods = false)
    static class Registration {

        @Bean
        ErrorPageRegistrar faults() {
            return pages -> pages.addErrorPages(new ErrorPage(ADDRESS));
        }
    }
}
