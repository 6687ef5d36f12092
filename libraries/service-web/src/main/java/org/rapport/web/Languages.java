package org.rapport.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/** The language of a request: {@code ?lang=}, which is then remembered, else the cookie, else what the browser prefers, else English. Staff pages are in English. */
final class Languages extends OncePerRequestFilter implements LocaleResolver {
    static final String PARAMETER = "lang";
    static final String COOKIE = "rapport_language";
    // With the country, so that times have twelve hours in both languages.
    static final Locale ENGLISH = Locale.forLanguageTag("en-US");
    static final Locale SPANISH = Locale.forLanguageTag("es-US");
    static final List<Locale> ALL = List.of(ENGLISH, SPANISH);

    private final boolean encrypted;

    Languages(PublicUrls urls) {
        this.encrypted = urls.encrypted();
    }

    static Optional<Locale> named(@Nullable String language) {
        return ALL.stream()
                .filter(locale -> locale.getLanguage().equals(language))
                .findFirst();
    }

    @Override
    public Locale resolveLocale(HttpServletRequest request) {
        if (Faults.onStaffPage(request)) {
            return ENGLISH;
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return named(asked(request))
                .or(() -> named(cookie == null ? null : cookie.getValue()))
                .orElseGet(() -> preferred(request));
    }

    private static Locale preferred(HttpServletRequest request) {
        if (request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null) {
            return ENGLISH;
        }
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> named(locale.getLanguage()).stream())
                .findFirst()
                .orElse(ENGLISH);
    }

    /** From the query only: asking for a parameter of a form post would read its body here. */
    private static @Nullable String asked(HttpServletRequest request) {
        String query = request.getQueryString();
        if (query == null || !query.contains(PARAMETER + "=")) {
            return null;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.startsWith(PARAMETER + "=")) {
                return pair.substring(PARAMETER.length() + 1);
            }
        }
        return null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        named(asked(request)).ifPresent(locale -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(locale)));
        chain.doFilter(request, response);
    }

    private String cookie(Locale locale) {
        return ResponseCookie.from(COOKIE, locale.getLanguage())
                .path("/")
                .httpOnly(true)
                .secure(encrypted)
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }

    @Override
    public void setLocale(HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
        throw new UnsupportedOperationException("The language is chosen by ?" + PARAMETER);
    }
}
