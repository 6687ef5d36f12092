package org.rapport.notification.consents.domain;

/** @param id the gateway's; one that comes twice is one text */
public record IncomingText(String id, Keyword keyword) {}
