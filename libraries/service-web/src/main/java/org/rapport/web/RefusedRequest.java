package org.rapport.web;

import org.springframework.http.HttpStatus;

/**
 * Ends a request with a refusal: a problem document on the API, an error page elsewhere. Words come from the messages
 * {@code problem.<code>.title} and {@code problem.<code>.text} of the service, else those of the status.
 */
public final class RefusedRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final HttpStatus status;
    private final String code;

    public RefusedRequest(HttpStatus status, String code) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
    }

    public static RefusedRequest notFound() {
        return new RefusedRequest(HttpStatus.NOT_FOUND, "not-found");
    }

    public HttpStatus status() {
        return status;
    }

    public String code() {
        return code;
    }
}
