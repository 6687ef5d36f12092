package org.rapport.booking.requests.domain;

/** @param sealed the body, readable only with the key: it may hold somebody's links */
public record KeptAnswer(int status, String contentType, String sealed) {}
