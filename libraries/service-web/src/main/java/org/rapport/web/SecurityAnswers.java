package org.rapport.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.web.util.UriComponentsBuilder;

/** What the filter chain answers when it does not let somebody through. */
final class SecurityAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {
    /** Set on a request that no access rule names: it does not exist, for anybody. */
    static final String UNLISTED = "org.rapport.web.unlisted";

    private final Faults faults;

    SecurityAnswers(Faults faults) {
        this.faults = faults;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (request.getAttribute(UNLISTED) != null) {
            faults.send(request, response, HttpStatus.NOT_FOUND, "not-found");
            return;
        }
        boolean page = !Faults.wantsProblem(request);
        if (page && "GET".equals(request.getMethod())) {
            response.setStatus(HttpStatus.FOUND.value());
            response.setHeader(HttpHeaders.LOCATION, signIn(request));
            return;
        }
        if (!page) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        faults.send(request, response, HttpStatus.UNAUTHORIZED, "sign-in-required");
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (request.getAttribute(UNLISTED) != null) {
            faults.send(request, response, HttpStatus.NOT_FOUND, "not-found");
        } else {
            String code = reason instanceof CsrfException ? "stale-form" : "forbidden";
            faults.send(request, response, HttpStatus.FORBIDDEN, code);
        }
    }

    private static String signIn(HttpServletRequest request) {
        String query = request.getQueryString();
        String path = request.getRequestURI() + (query == null ? "" : "?" + query);
        return UriComponentsBuilder.fromPath("/staff/login")
                .queryParam("return", "{path}")
                .encode()
                .buildAndExpand(ReturnPath.safe(path))
                .toUriString();
    }
}
