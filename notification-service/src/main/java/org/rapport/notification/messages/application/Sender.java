package org.rapport.notification.messages.application;

/**
 * Who the practice is in a mailbox, a calendar and on a phone.
 *
 * @param name neutral: the practice's own name would say why one writes to it
 * @param host right-hand side of message ids and of the calendar's UIDs; never changes
 * @param smsFrom the number texts come from; empty where there is no SMS gateway
 */
public record Sender(String name, String address, String host, String smsFrom) {}
