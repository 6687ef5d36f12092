package org.rapport.booking.visitors.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.rapport.booking.visitors.domain.Taking;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.ModelAndViewDefiningException;

/** Answers a page that is over a limit with one that says when to try again, and keeps what was typed for it. */
@Component
final class PageLimits implements HandlerInterceptor {

    private final VisitorLimits limits;
    private final FormCheck check;

    PageLimits(VisitorLimits limits, FormCheck check) {
        this.limits = limits;
        this.check = check;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws ModelAndViewDefiningException {
        if (request.getDispatcherType() != DispatcherType.REQUEST || VisitorLimits.isApi(request)) {
            return true;
        }
        if (limits.take(request) instanceof Taking.Refused(Duration after)) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(after.toSeconds() + 1));
            ModelAndView page = new ModelAndView("booking/later", HttpStatus.TOO_MANY_REQUESTS);
            page.addObject("minutes", Math.max(2, after.toMinutes() + 1));
            page.addObject("again", SentAgain.of(request));
            page.addObject(FormCheck.STAMP, check.stamp());
            throw new ModelAndViewDefiningException(page);
        }
        return true;
    }
}
