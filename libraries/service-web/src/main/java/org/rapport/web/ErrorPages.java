package org.rapport.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** Answers what the container and the filters could not: their error dispatch ends here. */
@Controller
final class ErrorPages implements ErrorController {
    private final Faults faults;
    private final FaultReading reading;

    ErrorPages(Faults faults, FaultReading reading) {
        this.faults = faults;
        this.reading = reading;
    }

    @RequestMapping("/error")
    Object error(HttpServletRequest request) {
        return faults.answer(fault(request), request);
    }

    private Fault fault(HttpServletRequest request) {
        Fault sent = Faults.sent(request);
        if (sent != null) {
            return sent;
        }
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            Fault fault = reading.read(thrown);
            if (fault.id() != null) {
                Faults.log(fault, request, thrown);
            }
            return fault;
        }
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        // Whoever asks for /error itself asks for a page that does not exist.
        HttpStatusCode code = status instanceof Integer value ? HttpStatusCode.valueOf(value) : HttpStatus.NOT_FOUND;
        return Fault.of(code, FaultReading.codeOf(code));
    }
}
