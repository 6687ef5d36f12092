package org.rapport.web;

import org.jspecify.annotations.Nullable;

/** Another service did not give a usable answer. Catch it where a page can do without; uncaught it answers 503. */
public final class ServiceUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String service;

    public ServiceUnavailable(String service, String what, @Nullable Throwable cause) {
        super(service + " gave no usable answer: " + what, cause);
        this.service = service;
    }

    public String service() {
        return service;
    }
}
