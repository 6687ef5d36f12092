package org.rapport.booking.visitors.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.rapport.web.LinkVerdict;
import org.rapport.web.SignedLinks;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/**
 * Tells a person from a program that fills in forms: by a field nobody sees, and by when the form was shown, signed. Whoever
 * does not pass is asked to send again, with everything they typed; a person whom the browser's own filling-in caught passes
 * then, and so does a form that was open for very long.
 */
public final class FormCheck implements HandlerInterceptor {

    /** Sounds like something to fill in, and is nothing that browsers know to fill in. */
    static final String TRAP = "referral_note";

    static final String STAMP = "shown";

    private static final String PURPOSE = "form-shown";
    private static final Set<String> OWN = Set.of(TRAP, STAMP, "_csrf");

    private final SignedLinks links;
    private final Duration quickest;
    private final Duration oldest;
    private final Clock clock;

    public FormCheck(SignedLinks links, Duration quickest, Duration oldest, Clock clock) {
        this.links = links;
        this.quickest = quickest;
        this.oldest = oldest;
        this.clock = clock;
    }

    static boolean isOwn(String field) {
        return OWN.contains(field);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        if (request.getMethod().equals("POST")
                && request.getDispatcherType() == DispatcherType.REQUEST
                && !isByPerson(request)) {
            ModelAndView page = new ModelAndView("booking/again", HttpStatus.UNPROCESSABLE_CONTENT);
            page.addObject("again", SentAgain.of(request));
            page.addObject(STAMP, stamp());
            throw new ModelAndViewDefiningException(page);
        }
        return true;
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page != null
                && !Objects.requireNonNullElse(page.getViewName(), "redirect:").startsWith("redirect:")) {
            page.addObject(STAMP, stamp());
        }
    }

    private boolean isByPerson(HttpServletRequest request) {
        String trap = request.getParameter(TRAP);
        if (trap != null && !trap.isBlank()) {
            return false;
        }
        Instant now = clock.instant();
        String stamp = Objects.requireNonNullElse(request.getParameter(STAMP), "");
        return links.verify(stamp, PURPOSE, now) instanceof LinkVerdict.Valid(String _, Instant expiresAt)
                && !now.isBefore(expiresAt.minus(oldest).plus(quickest));
    }

    String stamp() {
        return links.sign(PURPOSE, "form", clock.instant().plus(oldest));
    }
}
