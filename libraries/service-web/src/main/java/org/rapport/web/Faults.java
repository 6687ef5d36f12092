package org.rapport.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/** Tells a fault: as a problem document under /api, as a page elsewhere. */
final class Faults {
    private static final Logger LOG = LoggerFactory.getLogger(Faults.class);
    private static final String TOLD = "org.rapport.web.fault";
    private static final int DEEPEST_CAUSE = 8;
    // The rest is filters and containers.
    private static final int LINES_PER_CAUSE = 20;

    private final MessageSource messages;
    private final LocaleResolver locales;
    private final JsonMapper json;

    Faults(MessageSource messages, LocaleResolver locales, JsonMapper json) {
        this.messages = messages;
        this.locales = locales;
        this.json = json;
    }

    static boolean wantsProblem(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    static boolean onStaffPage(HttpServletRequest request) {
        String path = path(request);
        return path.equals("/staff") || path.startsWith("/staff/");
    }

    static String path(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return failed instanceof String uri ? uri : request.getRequestURI();
    }

    /** For filters, where no view can be rendered yet: pages go on to the error page. */
    void send(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String code)
            throws IOException {
        Fault fault = Fault.of(status, code);
        if (wantsProblem(request)) {
            response.setStatus(status.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            json.writeValue(response.getOutputStream(), problem(fault, request));
        } else {
            request.setAttribute(TOLD, fault);
            response.sendError(status.value());
        }
    }

    static @Nullable Fault sent(HttpServletRequest request) {
        return request.getAttribute(TOLD) instanceof Fault fault ? fault : null;
    }

    Object answer(Fault fault, HttpServletRequest request) {
        if (wantsProblem(request)) {
            return ResponseEntity.status(fault.status())
                    .headers(fault.headers())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem(fault, request));
        }
        ModelAndView page = new ModelAndView("web/error", fault.status());
        page.addObject("faultTitle", text(fault.code(), "title", request));
        page.addObject("faultText", text(fault.code(), "text", request));
        page.addObject("faultId", fault.id());
        page.addObject("faultCode", fault.code());
        page.addObject("faultSignIn", fault.status().value() == HttpStatus.UNAUTHORIZED.value());
        return page;
    }

    private ProblemDetail problem(Fault fault, HttpServletRequest request) {
        ProblemDetail problem = Problems.detail(
                fault.status(),
                fault.code(),
                text(fault.code(), "title", request),
                text(fault.code(), "text", request));
        if (!fault.errors().isEmpty()) {
            problem.setProperty("errors", fault.errors());
        }
        if (fault.id() != null) {
            problem.setProperty("id", fault.id());
        }
        return problem;
    }

    private String text(String code, String part, HttpServletRequest request) {
        var locale = locales.resolveLocale(request);
        String fallback = messages.getMessage("problem.unexpected." + part, null, locale);
        return String.valueOf(messages.getMessage("problem." + code + "." + part, null, fallback, locale));
    }

    /** Without the exceptions' own messages: they can quote what a person typed. Route pattern, classes and lines say where to look. */
    static void log(Fault fault, HttpServletRequest request, Throwable thrown) {
        Object route = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        LOG.error("Fault {} at {} {}\n{}", fault.id(), request.getMethod(), route, trace(thrown));
    }

    private static String trace(Throwable thrown) {
        StringBuilder trace = new StringBuilder();
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++, cause = cause.getCause()) {
            trace.append(depth == 0 ? "" : "Caused by: ")
                    .append(cause.getClass().getName())
                    .append('\n');
            Arrays.stream(cause.getStackTrace())
                    .limit(LINES_PER_CAUSE)
                    .forEach(line -> trace.append("\tat ").append(line).append('\n'));
        }
        return trace.toString();
    }
}
