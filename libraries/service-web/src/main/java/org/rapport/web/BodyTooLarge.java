package org.rapport.web;

import java.io.IOException;

final class BodyTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLarge() {
        super("The request's body is longer than allowed");
    }
}
