package org.rapport.local;

/** Where the parts listen, all on this machine; 0 for the store and the broker takes a free one. */
public record Ports(
        int front, int booking, int intake, int matching, int notification, int smtp, int store, int broker) {
    public static final Ports DEFAULT = new Ports(8080, 8081, 8082, 8083, 8084, 3025, 0, 0);
}
