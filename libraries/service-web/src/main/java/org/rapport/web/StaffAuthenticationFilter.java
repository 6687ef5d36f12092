package org.rapport.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Knows staff by the Bearer token, else by the cookie. A Bearer header always counts alone, because its presence excuses the request from the
 * form token. A stale cookie is nobody rather than an error, so that client pages stay open to a person who once signed in.
 */
final class StaffAuthenticationFilter extends OncePerRequestFilter {
    private static final String BEARER = "bearer ";

    private final StaffTokens tokens;

    StaffAuthenticationFilter(StaffTokens tokens) {
        this.tokens = tokens;
    }

    static @Nullable String bearer(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        boolean present = header != null && header.toLowerCase(Locale.ROOT).startsWith(BEARER);
        return present ? header.substring(BEARER.length()).strip() : null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String bearer = bearer(request);
        Optional<Staff> staff =
                (bearer == null ? StaffCookie.read(request) : Optional.of(bearer)).flatMap(tokens::read);
        staff.ifPresent(known -> {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new StaffAuthentication(known));
            SecurityContextHolder.setContext(context);
        });
        chain.doFilter(request, response);
    }

    /** Error pages show the staff navigation too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }
}
