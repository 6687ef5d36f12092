package org.rapport.local.front;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** What goes wrong before a service is asked, or at an address no service has; the services tell their own faults. */
@Controller
class FaultPages {
    private static final String ADDRESS = "/error";

    @RequestMapping(path = ADDRESS, produces = MediaType.TEXT_HTML_VALUE)
    ModelAndView fault(HttpServletRequest request, Model model) {
        HttpStatus status = status(request);
        model.addAttribute("kind", kind(status));
        return new ModelAndView("local/fault", model.asMap(), status);
    }

    /** For whoever did not ask for a page: the problem document that the services would give. */
    @RequestMapping(ADDRESS)
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        HttpStatus status = status(request);
        ProblemDetail problem = ProblemDetail.forStatus(status);
        problem.setProperty("code", kind(status));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus known = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return known == null ? HttpStatus.INTERNAL_SERVER_ERROR : known;
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
