package org.rapport.notification.messages.mail;

/**
 * Who the practice is in a mailbox and a calendar.
 *
 * @param name neutral: the practice's own name would say why one writes to it
 * @param host right-hand side of message ids and of the calendar's UIDs; never changes
 */
public record Sender(String name, String address, String host) {}
