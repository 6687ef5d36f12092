package org.rapport.servers;

/** A server could not start; the message says for whoever started it what to do about it. */
public final class ServerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
