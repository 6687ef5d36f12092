package org.rapport.booking.visitors.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.rapport.booking.visitors.domain.Taking;
import org.rapport.web.RefusedRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** Refuses on the API what is over a limit, before a key of it is kept. */
final class ApiLimitFilter extends OncePerRequestFilter {

    private final VisitorLimits limits;
    private final HandlerExceptionResolver refusals;

    ApiLimitFilter(VisitorLimits limits, HandlerExceptionResolver refusals) {
        this.limits = limits;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (limits.take(request) instanceof Taking.Refused(Duration after)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds() + 1));
            refusals.resolveException(
                    request, response, null, new RefusedRequest(HttpStatus.TOO_MANY_REQUESTS, "too-many-requests"));
            return;
        }
        chain.doFilter(request, response);
    }
}
