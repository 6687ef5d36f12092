package org.rapport.web;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.catalina.connector.ClientAbortException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** Answers everything a controller throws. */
@ControllerAdvice
final class FaultAnswers {
    private final Faults faults;
    private final FaultReading reading;

    FaultAnswers(Faults faults, FaultReading reading) {
        this.faults = faults;
        this.reading = reading;
    }

    @ExceptionHandler({ClientAbortException.class, AsyncRequestNotUsableException.class})
    void ignoreWhoLeft() {}

    @ExceptionHandler(Exception.class)
    Object answer(Exception thrown, HttpServletRequest request) throws Exception {
        if (thrown instanceof AccessDeniedException || thrown instanceof AuthenticationException) {
            // The security filters know what to do with these.
            throw thrown;
        }
        Fault fault = reading.read(thrown);
        if (fault.id() != null) {
            Faults.log(fault, request, thrown);
        }
        return faults.answer(fault, request);
    }
}
